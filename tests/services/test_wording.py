"""Faults, problems, acts and findings in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from curator.domain import label_proposals
from curator.domain.faults import Fault
from curator.formats.base import Problem
from curator.services import wording
from curator.store.check import Finding

PACKAGE = Path(wording.__file__).parents[1]


def test_that_words_come_without_the_database_and_without_qt() -> None:
    program = (
        "import sys, curator.services.wording; "
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'pydantic', 'PySide6', 'spacy', "
        "'typer', 'rich') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            {"path": "a.curator", "pid": 12, "host": "north", "since": "7"},
            "The project is held by another program: a.curator, process 12 on north. Close it "
            "there, or wait for it (on the command line with --wait SECONDS).",
        ),
        (
            {},
            "The project is held by another program. Close it there, or wait for it (on the "
            "command line with --wait SECONDS).",
        ),
    ],
)
def test_that_a_held_project_says_who_holds_it_as_far_as_known(
    facts: dict[str, object], line: str
) -> None:
    assert wording.fault(Fault("project.locked", **facts)).line == line


def test_that_a_fault_says_what_where_and_what_next() -> None:
    words = wording.fault(Fault("suggest.no_model", install="pip install model", name="big"))
    assert words == wording.Words(
        "There is no language model to suggest with", "big", "Install one: pip install model"
    )
    assert words.detail == "big. Install one: pip install model"


def test_that_the_line_of_a_missing_model_ends_with_the_command() -> None:
    words = wording.fault(Fault("suggest.no_model", install="pip install model", name=""))
    assert words.line == (
        "There is no language model to suggest with. Install one: pip install model"
    )


def test_that_a_strangers_fault_shows_its_code_and_facts() -> None:
    assert wording.fault(Fault("other.thing", size=3)).line == "other.thing (size=3)"


def test_that_a_problem_names_file_line_and_reason() -> None:
    facts = {"reason": "syntax", "detail": "Expecting value: 3"}
    told = wording.problem(Problem("a/b.jsonl", 7, "import.not_json", facts))
    assert told == "a/b.jsonl, line 7: not JSON (Expecting value: 3)"


def test_that_a_problem_of_a_whole_file_has_no_line() -> None:
    assert wording.problem(Problem("b.txt", None, "import.empty")) == (
        "b.txt: no text but white space"
    )


def test_that_a_strangers_problem_shows_its_code_and_facts() -> None:
    assert wording.problem(Problem("b.xyz", 2, "xyz.odd", {"n": 1})) == "b.xyz, line 2: xyz.odd n=1"


@pytest.mark.parametrize(
    ("code", "facts", "name"),
    [
        ("accept", {"quote": "Varga", "label": "PERSON"}, "Accept “Varga”"),
        ("add", {"quote": "Velm", "label": "GPE"}, "Add “Velm” as GPE"),
        ("close", {"decided": 34, "left": 0}, "Close document: 34 decided"),
        ("close", {"decided": 1234, "left": 2}, "Close document: 1,234 decided, 2 left over"),
        ("close", {"decided": 0, "left": 0}, "Close document"),
        ("import", {"batch": "dispatches", "documents": 16}, "Import batch dispatches"),
        ("suggest", {"documents": 1}, "Suggest for 1 document"),
        ("undo", {"quote": "Varga", "of": "accept"}, "Undo: Accept “Varga”"),
        ("redo", {"document": 1, "of": "flag"}, "Redo: Flag document"),
        ("label", {"quote": "Varga"}, "Label “Varga”"),
    ],
)
def test_that_an_act_has_a_name(code: str, facts: dict[str, object], name: str) -> None:
    assert wording.act(code, facts) == name


def test_that_a_long_quote_is_cut_and_its_lines_joined() -> None:
    assert wording.act("reject", {"quote": "one\n two " + "three " * 20}) == (
        "Reject “one two three three three three three t…”"
    )


def test_that_a_finding_says_which_row_is_meant() -> None:
    assert wording.finding(Finding("check.text", {"document": 3})) == (
        "The text of document 3 is not the one that was imported"
    )


def test_that_words_can_neither_steer_a_terminal_nor_turn_a_line_around() -> None:
    told = wording.problem(Problem("a\x1b[2J\u202e.txt", None, "import.missing"))
    assert told == "a [2J.txt: there is no such file"


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "document", "0 documents"),
        (1, "entity", "1 entity"),
        (1204, "entity", "1,204 entities"),
    ],
)
def test_that_a_count_has_its_noun(number: int, noun: str, words: str) -> None:
    assert wording.counted(number, noun) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(12, "12 bytes"), (2048, "2 KB"), (13_107_200, "12.5 MB"), (3 << 30, "3 GB")],
)
def test_that_a_size_is_read_by_people(number: int, words: str) -> None:
    assert wording.size(number) == words


@pytest.mark.parametrize(
    "reason",
    [
        *(label_proposals.SAME, label_proposals.READS, label_proposals.LETTERS),
        *(label_proposals.NAMES, label_proposals.WIDER, label_proposals.TYPELESS),
        *(label_proposals.NEW, "plan", "out"),
    ],
)
def test_that_every_reason_of_a_proposal_has_words(reason: str) -> None:
    assert wording.why_label(reason) != reason
