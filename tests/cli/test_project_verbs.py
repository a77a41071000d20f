"""The verbs `new`, `stats` and `check`, and what all verbs have in common."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from curator.store.project import Project
from tests.cli.conftest import Run

READING = [["stats", "p"], ["log", "p"], ["check", "p"], ["export", "p", "o", "--format", "jsonl"]]


def test_that_a_new_project_gets_its_suffix_and_says_so(run: Run, tmp_path: Path) -> None:
    ran = run("new", "p", "--scheme", "news", "--blind", "0.1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Made p.curator: scheme news (entity, claim), 10% of documents blind.\n"
    assert (tmp_path / "p.curator").is_file()


def test_that_a_new_project_is_reported_as_json(run: Run) -> None:
    assert run("new", "p", "--json").json == {
        "project": "p.curator",
        "scheme": "news",
        "layers": ["entity", "claim"],
        "blind": 0.05,
    }


def test_that_a_project_is_not_written_over(made: Run) -> None:
    ran = made("new", "p")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("curator: There is a file of that name already: p.curator.")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "q", "--scheme", "nowhere"],
        ["new", "q", "--blind", "2"],
        ["import", "p", "batch.jsonl", "--format", "nothing"],
        ["import", "p", "batch.jsonl", "--annotations", "some"],
        ["import", "p", "batch.jsonl", "--labels", "some"],
        ["export", "p", "out", "--format", "nothing"],
        ["export", "p", "out", "--format", "jsonl", "--states", "accepted,gone"],
        ["export", "p", "out", "--format", "jsonl", "--states", "withdrawn"],
        ["export", "p", "out", "--format", "jsonl", "--how", "guess"],
        ["export", "p", "out"],
        ["suggest", "p", "--layer", "mood"],
        ["undo", "p", "--wait", "-1"],
        ["import", "p"],
        ["open"],
        ["dance"],
    ],
)
def test_that_wrong_use_is_2_and_leaves_nothing_on_stdout(made: Run, arguments: list[str]) -> None:
    ran = made(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_that_a_missing_project_is_1_and_one_line(run: Run) -> None:
    ran = run("stats", "nowhere")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == ("curator: There is no such project: nowhere.curator. Check the name.\n")


@pytest.mark.parametrize(
    "arguments", [["import", "p", "batch.jsonl"], ["suggest", "p"], ["undo", "p"]]
)
def test_that_a_verb_that_writes_says_who_holds_the_project(
    made: Run, arguments: list[str]
) -> None:
    with Project.open(Path("p"), write=True):
        ran = made(*arguments, "--wait", "0.1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        "curator: The project is held by another program: p.curator, process "
    )
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("arguments", READING, ids=[one[0] for one in READING])
def test_that_a_verb_that_reads_runs_while_somebody_holds_the_project(
    made: Run, arguments: list[str]
) -> None:
    with Project.open(Path("p"), write=True):
        assert made(*arguments).code == 0


def test_that_stats_have_the_promised_keys(made: Run) -> None:
    found = made("stats", "p", "--json").json
    assert found["documents"] == 2
    assert found["batches"] == [{"id": 1, "name": "batch", "documents": 2, "done": 0}]
    assert found["reviewed"] == {"entity": 0, "claim": 0}
    assert found["annotations"] == {"entity": {}, "claim": {}}
    assert found["labels"] == {"entity": {}, "claim": {}}
    assert found["candidates"] == {"entity": 0, "claim": 0}
    assert found["change_sets"] == 2
    assert found["suggesters"] == []


def test_that_stats_are_read_as_a_table(made: Run, written: None) -> None:
    made("suggest", "p")
    lines = made("stats", "p").out.splitlines()
    assert lines[0] == "2 documents, scheme everything (revision 1), 2 change sets"
    assert [line.split() for line in lines[2:9]] == [
        ["batch", "documents", "done"],
        ["batch", "2", "0"],
        [],
        ["layer", "reviewed", "suggested", "accepted", "rejected", "unsure", "candidates"],
        ["entity", "0", "2", "0", "0", "0", "0"],
        ["claim", "0", "1", "0", "0", "0", "1"],
        [],
    ]
    assert lines[-1] == "Suggested by written-claim 1, written-entity 1."


def test_that_a_healthy_project_has_nothing_to_report(made: Run) -> None:
    ran = made("check", "p")
    assert ran.code == 0
    assert ran.out.startswith("All is well: 2 change sets, the newest ")


def test_that_a_changed_text_is_found_and_named(made: Run) -> None:
    connection = sqlite3.connect("p.curator")
    guards = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'document_text'"
    ).fetchall()
    for (name,) in guards:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE document_text SET text = upper(text) WHERE document_id = 2")
    connection.commit()
    connection.close()
    ran = made("check", "p")
    assert ran.code == 1
    assert "The text of document 2 is not the one that was imported.\n" in ran.out
    found = made("check", "p", "--json")
    assert found.code == 1
    assert found.json["healthy"] is False
    assert "check.text" in [one["code"] for one in found.json["findings"]]
