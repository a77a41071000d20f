"""The verbs `log` and `undo`."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.decisions import Verdict
from curator.services import deciding
from curator.store.project import Project
from tests.cli.conftest import Run


@pytest.fixture
def decided(made: Run, written: None) -> Run:
    """A project in which the first suggestion is accepted."""
    assert made("suggest", "p").code == 0
    with Project.open(Path("p"), write=True) as project:
        deciding.judge(project, 1, Verdict.ACCEPT)
    return made


def test_that_the_log_lists_acts_by_name_the_newest_last(decided: Run) -> None:
    lines = [line.split("  ") for line in decided("log", "p").out.splitlines()]
    assert [(line[-3].strip(), line[-1]) for line in lines] == [
        ("1", "Set label scheme everything, revision 1 · 1 decision"),
        ("2", "Import batch batch · 1 decision"),
        ("3", "Accept “Anna Varga” · 1 decision"),
    ]


def test_that_the_log_is_listed_as_json(decided: Run) -> None:
    newest = decided("log", "p", "--json").json[-1]
    assert {key: newest[key] for key in ("id", "act", "code", "words", "decisions", "beside")} == {
        "id": 3,
        "act": 3,
        "code": "accept",
        "words": "Accept “Anna Varga”",
        "decisions": 1,
        "beside": False,
    }
    assert newest["time"].endswith("+00:00")


def test_that_undo_names_what_it_took_back(decided: Run) -> None:
    ran = decided("undo", "p")
    assert (ran.code, ran.out, ran.err) == (0, "Undone: Accept “Anna Varga”.\n", "")
    states = decided("stats", "p", "--json").json["annotations"]["entity"]
    assert states == {"suggested": 2}


def test_that_undo_takes_back_an_import_when_nothing_was_decided_since(made: Run) -> None:
    ran = made("undo", "p")
    assert (ran.code, ran.out) == (0, "Undone: Import batch batch.\n")
    assert made("stats", "p", "--json").json["documents"] == 0
    ran = made("undo", "p")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("curator: There is nothing to undo.")


def test_that_an_import_is_undone_by_its_act(made: Run) -> None:
    ran = made("undo", "p", "--act", "2", "--json")
    assert ran.json["code"] == "undo"
    assert ran.json["words"] == "Undone: Import batch batch"
    assert ran.json["act"] == 3
    assert made("stats", "p", "--json").json["documents"] == 0


def test_that_an_act_is_not_undone_twice(made: Run) -> None:
    assert made("undo", "p", "--act", "2").code == 0
    assert made("undo", "p", "--act", "2").code == 1


def test_that_the_log_tells_what_an_act_did(decided: Run) -> None:
    ran = decided("log", "p", "--act", "3")
    told = "Anna Varga: suggested → accepted"
    assert (ran.code, ran.out.partition("  (")[0]) == (0, told)
    (one,) = decided("log", "p", "--act", "3", "--json").json
    assert (one["what"], one["change"], one["annotation_id"]) == (*told.split(": "), 1)
    assert decided("log", "p", "--act", "99").out.startswith("There is no act 99")


def test_that_an_older_act_is_undone_with_what_decided_the_same_later(decided: Run) -> None:
    with Project.open(Path("p"), write=True) as project:
        deciding.judge(project, 1, Verdict.UNSURE)
    assert decided("undo", "p", "--act", "3").code == 1
    ran = decided("undo", "p", "--act", "3", "--together")
    assert (ran.code, ran.out) == (0, "Undone: Accept “Anna Varga”, with 1 later act.\n")
    states = decided("stats", "p", "--json").json["annotations"]["entity"]
    assert states == {"suggested": 2}
