"""A lesson on a tiny pipeline: what is taught, measured and written, here and in its process."""

import pytest

from curator.domain.annotation import Layer
from curator.domain.canonical import digest_text
from curator.domain.faults import Fault
from curator.domain.scheme import Label, LayerScheme, Scheme
from curator.suggest.analysis import Analysis
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Item
from curator.suggest.models import Found
from curator.suggest.tuning.lesson import Lesson, Recipe, Score, Step, Taught, Trained
from curator.suggest.tuning.trainer import Trainer
from curator.suggest.tuning.training import teach
from curator.suggest.tuning.version_folder import read_meta
from tests.suggest.tuning.test_tuner import SCHEME

TEXT = "The Third Brigade went to Baku ."
GOLD = ((4, 17, "UNIT"), (26, 30, "PLACE"))


ONE = Taught(TEXT, GOLD)


def lesson(folder, *, taught=(ONE,), held=(ONE,), **more):
    folder.mkdir(parents=True, exist_ok=True)
    scheme = Scheme("small", {Layer.ENTITY: SCHEME})
    recipe = Recipe(epochs=25, rate=0.01)
    return Lesson(taught, ("Ana said no .",), held, scheme, str(folder), recipe, 1, **more)


def learned(tiny_model, one):
    told = []
    teach(one, Analysis(Found(str(tiny_model))), told.append)
    return told


def test_that_a_version_is_measured_beside_the_base_and_written(tiny_model, tmp_path):
    *steps, trained = learned(tiny_model, lesson(tmp_path / "v"))
    assert all(isinstance(step, Step) and step.done <= step.total == 50 for step in steps)
    assert trained.labels == ("UNIT",)
    assert trained.scores["base"] == trained.scores["before"]
    assert trained.scores["before"].right < 2
    assert trained.scores["after"] == Score(2, 0, 0)
    assert (trained.counts["texts"], trained.counts["spans"]) == (1, 2)
    assert trained.counts["epochs"] == 25
    assert trained.suggester.recipe["model"]["weights"] == trained.digest
    assert read_meta(tmp_path / "v")["digest"] == trained.digest
    assert trained.cpu_seconds > 0


def test_that_a_later_version_goes_on_from_an_earlier_one(tiny_model, tmp_path):
    first = learned(tiny_model, lesson(tmp_path / "a"))[-1]
    second = learned(tiny_model, lesson(tmp_path / "b", weights=str(tmp_path / "a")))[-1]
    again = learned(tiny_model, lesson(tmp_path / "c", weights=str(tmp_path / "a")))[-1]
    assert second.scores["before"] == first.scores["after"]
    assert second.labels == ()
    assert second.digest == again.digest != first.digest


def test_that_what_nobody_is_sure_of_is_not_measured(tiny_model, tmp_path):
    unsure = Taught(TEXT, ((4, 17, "UNIT"),), ((26, 30),))
    trained = learned(tiny_model, lesson(tmp_path / "v", held=(unsure,)))[-1]
    assert trained.scores["after"] == Score(1, 0, 0)


def test_that_long_texts_are_cut_and_too_much_is_drawn_by_lot(tiny_model, tmp_path, monkeypatch):
    monkeypatch.setattr("curator.suggest.tuning.training._PIECE", 40)
    text = f"{TEXT}\n\n" * 6
    spans = tuple((a + 34 * n, b + 34 * n, label) for n in range(6) for a, b, label in GOLD)
    one = lesson(tmp_path / "v", taught=(Taught(text, spans),))
    few = Lesson(one.taught, (), (), one.scheme, one.folder, Recipe(epochs=1, characters=110), 1)
    counts = learned(tiny_model, few)[-1].counts
    assert (counts["texts"], counts["left_out"], counts["spans"]) == (3, 3, 6)


def test_that_nothing_accepted_teaches_nothing(tiny_model, tmp_path):
    with pytest.raises(Fault, match=r"learning\.nothing"):
        learned(tiny_model, lesson(tmp_path / "v", taught=(Taught(TEXT),)))


def test_that_the_process_teaches_what_the_suggest_process_then_uses(tiny_model, tmp_path):
    trainer = Trainer(model=str(tiny_model))
    trained = list(trainer.teach(lesson(tmp_path / "v", model=str(tiny_model))))[-1]
    assert isinstance(trained, Trained)
    assert not trainer.running
    layers = [Layer.ENTITY]
    process = SuggestProcess(layers=layers, model=str(tiny_model), weights=tmp_path / "v")
    scheme = Scheme("small", {Layer.ENTITY: LayerScheme((Label("UNIT"), Label("GPE")))})
    proposed, _done = process.ask([Item(1, TEXT, digest_text(TEXT))], scheme=scheme)
    process.close()
    assert process.ready is None
    quotes = [TEXT[one.parts[0].start : one.parts[0].end] for one in proposed.proposals]
    assert quotes == ["Third Brigade", "Baku"]
    assert proposed.suggester == trained.suggester


def test_that_few_texts_are_seen_more_often_than_many():
    recipe = Recipe(epochs=4, most=12, effort=160_000)
    sizes = (0, 5_000, 20_000, 32_000, 1_000_000)
    assert [recipe.times(size) for size in sizes] == [12, 12, 8, 5, 4]
