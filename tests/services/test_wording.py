"""Every code that the program can raise, report or log has words, and words have their facts."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.formats.base import Problem
from curator.services import wording
from curator.services.sentences import ACTS, FAULTS, FINDINGS, PROBLEMS, TABLES
from curator.store.check import Finding

PACKAGE = Path(wording.__file__).parents[1]
SENTENCES = PACKAGE / "services" / "sentences.py"

TABLE_OF = {
    "Fault": FAULTS,
    "Finding": FINDINGS,
    "Problem": PROBLEMS,
    "problem": PROBLEMS,
    "_complain": PROBLEMS,
    "_duplicate": PROBLEMS,
    "_refuse": PROBLEMS,
    "append": ACTS,
    "logged": ACTS,
}
"""Functions that take a code, and the table that must have words for it."""

ADDED = {
    "import.annotation_left_out": {"document", "layer", "number", "reason"},
    "import.value_left_out": {"document", "layer", "number", "reason"},
    "import.key_left_out": {"document"},
}
"""Facts that the helper of a format adds by itself."""

NOT_VERDICTS_OF_AN_ACT = {Verdict.COMMENT, Verdict.WITHDRAW, Verdict.RESTORE}


class Use(NamedTuple):
    """A code where it is used; facts are None where they are not written out."""

    place: str
    function: str
    code: str
    facts: set[str] | None


def uses() -> Iterator[Use]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == SENTENCES:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        written = dicts(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (name := called(node)) in TABLE_OF:
                yield from used(node, name, f"{path.name}:{node.lineno}", written)
            if isinstance(node, ast.keyword) and node.arg == "code":
                for code in constants(node.value):
                    yield Use(f"{path.name}:{node.value.lineno}", "logged", code, None)


def constants(value: ast.expr) -> list[str]:
    branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
    return [
        one.value
        for one in branches
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def used(node: ast.Call, name: str, place: str, written: dict[str, set[str]]) -> Iterator[Use]:
    for argument in node.args:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            continue
        code = argument.value
        if TABLE_OF[name] is ACTS or "." in code:
            yield Use(place, name, code, facts_of(node, written))
            return


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(value=ast.Name(id=owner), attr="append") if owner != "log":
            return ""
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def dicts(tree: ast.AST) -> dict[str, set[str]]:
    """Dictionaries with plain keys that are given a name."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as value):
                found[name] = keys(value)
    return found


def keys(value: ast.Dict) -> set[str]:
    return {str(key.value) for key in value.keys if isinstance(key, ast.Constant)}


def facts_of(node: ast.Call, written: dict[str, set[str]]) -> set[str] | None:
    facts: set[str] = set()
    for argument in [*node.args, *(word.value for word in node.keywords if word.arg == "facts")]:
        match argument:
            case ast.Dict():
                facts |= keys(argument)
            case ast.Name(id=name) if name in written:
                facts |= written[name]
            case ast.Name(id="facts") | ast.Call():
                return None
    for word in node.keywords:
        match word:
            case ast.keyword(arg=None, value=ast.Name(id=name)) if name in written:
                facts |= written[name]
            case ast.keyword(arg=None):
                return None
            case ast.keyword(arg=str(name)):
                facts.add(name)
    return facts


def template(use: Use) -> str:
    words = TABLE_OF[use.function].get(use.code, "")
    return words if isinstance(words, str) else " ".join(words)


def test_that_every_code_of_the_program_has_words() -> None:
    found = list(uses())
    assert len(found) > 60
    own = {"undo", "redo"}
    missing = [
        use for use in found if use.code not in own and use.code not in TABLE_OF[use.function]
    ]
    assert missing == []


def test_that_words_ask_only_for_facts_that_are_given() -> None:
    lacking = []
    for use in uses():
        must, _may = wording.fields(template(use))
        if use.facts is not None and not must <= use.facts | ADDED.get(use.code, set()):
            lacking.append((use, must))
    assert lacking == []


def test_that_no_words_stand_for_what_is_never_said() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path != SENTENCES
    )
    codes = [*FAULTS, *PROBLEMS, *FINDINGS, *ACTS]
    assert [code for code in codes if f'"{code}"' not in sources] == []


def test_that_every_verdict_names_its_act() -> None:
    assert {verdict for verdict in Verdict if verdict not in ACTS} == NOT_VERDICTS_OF_AN_ACT


def test_that_a_table_is_looked_up_only_where_it_is_there() -> None:
    texts = [
        *PROBLEMS.values(),
        *ACTS.values(),
        *FINDINGS.values(),
        *map(" ".join, FAULTS.values()),
    ]
    named = {part.split("}")[0] for text in texts for part in text.split(":@")[1:]}
    assert named <= TABLES.keys()


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
