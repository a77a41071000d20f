"""`learn`, `versions` and `preview` on a project with reviewed documents, without a model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.suggest.tuning import trainer
from tests.cli.conftest import Ran, write_lines

Run = Callable[..., Ran]

NAMES = ["Anna Varga", "Bo", "Cy", "Dee", "Eva", "Flo", "Gil", "Hal", "Ian", "Jo", "Kit", "Lou"]


@pytest.fixture
def reviewed(run: Run, written: None, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs verbs beside a project of which every document is reviewed."""
    monkeypatch.setenv(trainer.VARIABLE, "tests.suggest.scripted_training")
    write_lines(
        Path("gold.jsonl"),
        *(
            {
                "id": name, "text": f"Minister {name} said exports rose. Velm agreed.",
                "spans": [{"start": 9, "end": 9 + len(name), "label": "PERSON"}],
            }
            for name in NAMES
        ),
    )  # fmt: skip
    assert run("new", "p", "--scheme", "everything", "--blind", "0").code == 0
    assert run("import", "p", "gold.jsonl", "--annotations", "gold").code == 0
    return run


def test_that_learning_makes_a_version_that_one_can_leave_and_take_up_again(reviewed: Run) -> None:
    assert reviewed("versions", "p").out.count("base") == 1
    learned = reviewed("learn", "p", "--json").json
    digest = learned["version"]["digest"]
    assert (learned["switched"], learned["version"]["in_use"]) == (True, True)
    assert (Path("p.curator-models") / digest / "model").exists()
    lines = reviewed("versions", "p").out.splitlines()
    assert lines[1].startswith(digest)
    assert lines[1].endswith("in use")
    assert reviewed("versions", "p", "--use", "base").out.rstrip().endswith("in use")
    found = reviewed("versions", "p", "--use", digest, "--json").json
    assert [one["in_use"] for one in found["versions"]] == [True]
    refused = reviewed("versions", "p", "--use", "0000")
    assert (refused.code, digest in refused.err) == (2, True)


def test_that_lost_weights_are_told_by_every_verb_that_would_use_them(reviewed: Run) -> None:
    reviewed("learn", "p")
    shutil.rmtree("p.curator-models")
    assert "What was learned is not there" in reviewed("versions", "p").err
    assert "What was learned is not there" in reviewed("suggest", "p").err
    assert reviewed("versions", "p", "--json").json["due"]


def test_that_a_preview_tells_what_would_change(reviewed: Run) -> None:
    found = reviewed("preview", "p", "--json").json["in use"]
    assert (found["documents"], found["accepted"], found["as_decided"]) == (12, 12, 1)
    said = reviewed("preview", "p").out
    assert "vanished" in said
    assert "“Bo” PERSON (document 2)" in said


def test_that_nothing_to_learn_from_is_told(made: Run) -> None:
    ran = made("learn", "p")
    assert (ran.code, "nothing to learn from" in ran.err) == (1, True)
