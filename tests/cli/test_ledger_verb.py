"""The verb `ledger`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_lines
from tests.support.pictures import record


@pytest.fixture
def claimed(run: Run, tmp_path: Path) -> Run:
    """A project with two accepted claims."""
    source = "The <mayor:source> <denied:cue> {a strike:denial!}. <Osmo:source> {slept:other!}."
    write_lines(tmp_path / "batch.jsonl", record("a", source))
    run("new", "p", "--blind", "0")
    assert run("import", "p", "batch.jsonl").code == 0
    return run


def test_that_claims_are_listed_and_narrowed(claimed: Run) -> None:
    ran = claimed("ledger", "p")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith("mayor: denial “a strike”")
    assert ran.out.endswith("2 claims.\n")
    assert claimed("ledger", "p", "--source", "osmo").out.count("“") == 1
    (only,) = claimed("ledger", "p", "--type", "denial", "--json").json
    assert (only["source"], only["content"], only["alike"]) == ("mayor", "a strike", [])


def test_that_a_ledger_is_written(claimed: Run, tmp_path: Path) -> None:
    ran = claimed("ledger", "p", "--out", "l.html")
    assert (ran.code, ran.out) == (0, "Wrote 2 claims to l.html.\n")
    assert "a strike" in (tmp_path / "l.html").read_text(encoding="utf-8")
    assert claimed("ledger", "p", "--out", "l.txt").code == 1
