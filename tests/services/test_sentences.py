"""Every code that the program can raise, report or log has words, and words have their facts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from curator.domain.decisions import Verdict
from curator.services import wording
from curator.services.sentences import ACTS, FAULTS, FINDINGS, PROBLEMS, TABLES

PACKAGE = Path(wording.__file__).parents[1]
SENTENCES = PACKAGE / "services" / "sentences"

TABLE_OF = {
    "Fault": FAULTS,
    "Finding": FINDINGS,
    "Problem": PROBLEMS,
    "problem": PROBLEMS,
    "note": PROBLEMS,
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


class Use(NamedTuple):
    """A code where it is used; facts are None where they are not written out."""

    place: str
    function: str
    code: str
    facts: set[str] | None


def uses() -> Iterator[Use]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent == SENTENCES:
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
        if name in ("Fault", "append", "logged") or "." in code:
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
    assert [verdict for verdict in Verdict if verdict not in ACTS] == []


def test_that_a_table_is_looked_up_only_where_it_is_there() -> None:
    texts = [
        *PROBLEMS.values(),
        *ACTS.values(),
        *FINDINGS.values(),
        *map(" ".join, FAULTS.values()),
    ]
    named = {part.split("}")[0] for text in texts for part in text.split(":@")[1:]}
    assert named <= TABLES.keys()
