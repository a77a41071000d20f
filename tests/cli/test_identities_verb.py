"""The verb `identities`."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.services import identifying
from curator.store.project import Project
from tests.cli.conftest import Run


@pytest.fixture
def named(made: Run, written: None) -> Run:
    """A project with two identities, one of them named twice."""
    assert made("suggest", "p").code == 0
    with Project.open(Path("p"), write=True) as project:
        identifying.accept(project, [1, 3], None, name="Anna Varga", kind="PERSON")
        identifying.accept(project, [2], None, name="Velm", kind="GPE")
    return made


def test_that_identities_are_listed_by_name(named: Run) -> None:
    lines = [line.split() for line in named("identities", "p").out.splitlines()]
    assert lines == [
        ["1", "Anna", "Varga", "PERSON", "1", "mention", "1", "source", "1", "document"],
        ["2", "Velm", "GPE", "1", "mention", "0", "sources", "1", "document"],
        ["2", "identities"],
    ]


def test_that_identities_are_listed_as_json(named: Run) -> None:
    assert named("identities", "p", "--json").json[0] == {
        "id": 1, "name": "Anna Varga", "kind": "PERSON", "aliases": [],
        "mentions": 1, "sources": 1, "documents": 1,
    }  # fmt: skip


def test_that_identities_are_merged_and_undone(named: Run) -> None:
    ran = named("identities", "p", "--merge", "1,2")
    assert (ran.code, ran.out) == (0, "Merge 1 identity into Anna Varga (act 5).\n")
    [row] = named("identities", "p", "--json").json
    assert (row["aliases"], row["mentions"]) == (["Velm"], 2)
    assert named("undo", "p").out == "Undone: Merge 1 identity into Anna Varga.\n"
    assert named("check", "p").code == 0


def test_that_merging_needs_two_numbers_that_there_are(named: Run) -> None:
    assert named("identities", "p", "--merge", "1").code == 2
    assert named("identities", "p", "--merge", "1,x").code == 2
    ran = named("identities", "p", "--merge", "1,9")
    assert (ran.code, ran.err[:45]) == (1, "curator: There is no such identity any more: ")
