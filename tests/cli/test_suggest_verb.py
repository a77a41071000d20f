"""The verb `suggest`, with a suggester that proposes a written list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curator.services import suggesting
from tests.cli.conftest import Run
from tests.support import written_suggester


def test_that_suggestions_are_counted_and_candidates_kept_apart(made: Run, written: None) -> None:
    ran = made("suggest", "p")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Suggested 1 claim and 2 entities in 2 documents by written-entity 1, written-claim 1.\n"
        "Kept 1 candidate apart.\n"
    )
    found = made("stats", "p", "--json").json
    assert found["annotations"] == {"entity": {"suggested": 2}, "claim": {"suggested": 1}}
    assert found["candidates"] == {"entity": 0, "claim": 1}


def test_that_documents_are_asked_for_once_unless_again(made: Run, written: None) -> None:
    made("suggest", "p")
    assert made("suggest", "p").out == (
        "No document waits for suggestions; --again asks for all that are open.\n"
    )
    ran = made("suggest", "p", "--again", "--layer", "entity", "--json")
    assert ran.json == {
        "documents": 2,
        "suggestions": {"entity": 2},
        "candidates": {"entity": 0},
        "suggesters": ["written-entity 1"],
        "failed": [],
    }


def test_that_a_layer_that_the_scheme_does_not_have_is_wrong_use(run: Run, written: None) -> None:
    run("new", "p", "--scheme", "claims-only")
    ran = run("suggest", "p", "--layer", "entity")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "curator: The project's scheme has no such layer: entity, scheme claims-only. Take claim.\n"
    )


def test_that_a_document_that_a_suggester_fails_on_is_named(
    made: Run, written: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = ["mention", "not in the text"]
    lists = {"The harbour": [{"layer": "entity", "label": "LOC", "parts": [part]}]}
    (tmp_path / "wrong.json").write_text(json.dumps(lists))
    monkeypatch.setenv(written_suggester.VARIABLE, str(tmp_path / "wrong.json"))
    ran = made("suggest", "p")
    assert ran.code == 1
    assert ran.err.startswith(
        "curator: document 2 (The harbour is quiet.): A suggester failed: ValueError("
    )


def test_that_without_a_model_the_line_that_installs_one_is_shown(
    made: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURATOR_MODEL", "a_model_that_nobody_has")
    ran = made("suggest", "p")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("curator: There is no language model to suggest with: ")
    assert " -m pip install " in ran.err
    assert ran.err.count("\n") == 1


def test_that_the_model_named_goes_before_the_variable_and_a_strange_folder_is_refused(
    made: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURATOR_MODEL", "a_model_that_nobody_has")
    assert (
        "another_that_nobody_has" in made("suggest", "p", "--model", "another_that_nobody_has").err
    )
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    ran = made("suggest", "p", "--model", ".")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"curator: The pipeline's folder is not trusted: {tmp_path}. If you ")


def test_that_what_was_suggested_before_ctrl_c_stays(
    made: Run, written: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "_CHUNK", 1)
    keep = suggesting.keep

    def interrupted(project: object, answers: object, **report: object) -> object:
        changes = keep(project, answers, **report)
        monkeypatch.setattr(suggesting, "keep", stop)
        return changes

    def stop(*_: object, **_report: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(suggesting, "keep", interrupted)
    ran = made("suggest", "p")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "curator: stopped; suggestions for 1 document are kept\n"
    assert made("stats", "p", "--json").json["annotations"]["entity"] == {"suggested": 2}
