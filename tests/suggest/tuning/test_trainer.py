"""The parent's side of the training process, heard on a process without a model."""

import subprocess
import sys
import threading

import pytest

from curator.domain.faults import Fault
from curator.domain.scheme import scheme_from_toml
from curator.suggest.tuning.lesson import (
    Lesson,
    Step,
    Taught,
    Trained,
    lesson_from_plain,
    lesson_to_plain,
)
from curator.suggest.tuning.trainer import Trainer
from tests.suggest.conftest import SCHEME

MODULE = "tests.suggest.scripted_training"


def lesson(text, folder, **more):
    one = Taught(text, ((0, 3, "PERSON"),), ((4, 5),), {"agency": "Sill"})
    scheme = scheme_from_toml(SCHEME, name="small")
    return Lesson((one,), ("other",), (one,), scheme, str(folder), **more)


@pytest.fixture
def trainer():
    one = Trainer(module=MODULE)
    yield one
    one.close()


def test_that_the_parent_needs_no_spacy():
    code = "import sys, curator.services.learning.tuning as t; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_a_lesson_survives_the_pipe(tmp_path):
    one = lesson("Ana .", tmp_path, weights="w", model="m", seed=3)
    assert lesson_from_plain(lesson_to_plain(one)) == one


def test_that_a_lesson_ends_with_a_version(trainer, tmp_path):
    step, trained = trainer.teach(lesson("Ana .", tmp_path))
    assert step == Step(1, 2)
    assert isinstance(trained, Trained)
    assert (tmp_path / "model").exists()
    assert not trainer.running


@pytest.mark.parametrize(("text", "code"), [("crash", "child.gone"), ("fault", "learning.nothing")])
def test_that_what_goes_wrong_is_a_fault(trainer, tmp_path, text, code):
    with pytest.raises(Fault) as raised:
        list(trainer.teach(lesson(text, tmp_path)))
    assert raised.value.code == code
    assert not trainer.running


def test_that_cancelling_ends_the_process_and_the_lesson_without_a_word(trainer, tmp_path):
    steps = trainer.teach(lesson("wait for ever", tmp_path))
    told = [next(steps)]
    other = threading.Thread(target=trainer.cancel)
    other.start()
    told += steps
    other.join()
    assert told == [Step(1, 2)]
    assert (trainer.cancelled, trainer.running) == (True, False)
    assert [type(one) for one in trainer.teach(lesson("Ana .", tmp_path))] == [Step, Trained]
    assert not trainer.cancelled


def test_that_leaving_a_lesson_ends_its_process(trainer, tmp_path):
    steps = trainer.teach(lesson("wait for ever", tmp_path))
    next(steps)
    steps.close()
    assert not trainer.running
