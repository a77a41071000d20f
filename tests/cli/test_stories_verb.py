"""The verb `stories`, and what an import tells of versions."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, write_lines
from tests.services.test_carrying import REST

SPAN = {"start": 4, "end": 9, "label": "PERSON", "state": "accepted"}
OLD = {"id": "old", "text": "The mayor spoke." + REST, "spans": [SPAN], "title": "Ferries"}
NEW = {"id": "new", "text": "The mayor spoke." + REST + " Today.", "title": "Ferries again"}


def test_that_an_update_is_told_and_listed(run: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "old.jsonl", OLD)
    write_lines(tmp_path / "new.jsonl", NEW)
    run("new", "p", "--blind", "0")
    run("import", "p", "old.jsonl")
    ran = run("import", "p", "new.jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Imported 1 document as batch new (act 3).\n"
        "1 document repeat or update others: 1 decision carried over (act 4).\n"
        "Worth knowing:\n"
        "  new.jsonl, line 1: another version of old, in one story with it\n"
    )
    assert run("stories", "p").out == (
        "Ferries again\n  no date     old\n  no date     new\n1 story\n"
    )
    assert run("stories", "p", "--json").json[0][1]["sender_id"] == "new"
    assert run("undo", "p").out.startswith("Undone: Carry decisions over into batch new.")
    assert run("check", "p").code == 0


def test_that_nothing_is_carried_where_it_is_not_wanted(run: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "old.jsonl", OLD)
    write_lines(tmp_path / "new.jsonl", NEW)
    run("new", "p", "--blind", "0")
    run("import", "p", "old.jsonl")
    report = run("import", "p", "new.jsonl", "--no-carry", "--json").json
    assert (report["versions"], report["carried"], report["carry_act"]) == (1, 0, 0)
