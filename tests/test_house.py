"""The house rules that no linter holds: sizes, docstrings, broad excepts, what lies where."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULE, FUNCTION = 300, 40
EXEMPT: dict[str, str] = {}
"""What may be larger, as `path` or `path:function`, with the reason."""

DOORS = {
    "curator/plugins.py": "a stranger's module may raise anything",
    "curator/store/lanes.py": "a lane outlives what it runs and hands the fault home",
    "curator/suggest/serving.py": "a child answers with what went wrong",
    "curator/formats/process.py": "a child answers with what went wrong",
}
"""Where everything may be caught, and why; the excepthook, the fourth, needs no such clause."""

TOP = {"curator", "resources", "seeds", "tests", "pyproject.toml", "README.md"}
BANNED = {"works", "correctly"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files(*patterns: str) -> list[str]:
    """The files of the project that git has or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def modules(*folders: str) -> list[str]:
    return [name for name in files(*folders) if name.endswith(".py")]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(text(name))


def functions(within: ast.AST) -> Iterator[Function]:
    yield from (node for node in ast.walk(within) if isinstance(node, Function))


def public(node: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """The public classes, functions and methods by name; not what is told elsewhere."""
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            marks = {ast.unparse(mark).rpartition(".")[2] for mark in child.decorator_list}
            if not marks & {"override", "setter"}:
                yield prefix + child.name, child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{prefix}{child.name}.")


def test_that_no_module_is_longer_than_300_lines() -> None:
    sizes = {name: len(text(name).splitlines()) for name in modules("curator", "tests")}
    assert {name: n for name, n in sizes.items() if n > MODULE and name not in EXEMPT} == {}


def test_that_no_function_is_longer_than_40_lines() -> None:
    sizes = {
        f"{name}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name in modules("curator", "tests")
        for node in functions(tree(name))
    }
    assert {name: n for name, n in sizes.items() if n > FUNCTION and name not in EXEMPT} == {}


def test_that_an_exception_from_the_sizes_is_needed() -> None:
    known = set(modules("curator", "tests"))
    assert [name for name in EXEMPT if name.partition(":")[0] not in known] == []
    assert all(EXEMPT.values())


def test_that_every_module_says_what_it_is_for() -> None:
    silent = [
        name
        for name in modules("curator", "tests")
        if text(name) and ast.get_docstring(tree(name)) is None
    ]
    assert silent == []


def test_that_everything_public_says_what_it_is_for() -> None:
    silent = [
        f"{name}:{path}"
        for name in modules("curator")
        for path, node in public(tree(name))
        if isinstance(node, Function | ast.ClassDef) and ast.get_docstring(node) is None
    ]
    assert silent == []


def catches_all(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(
        kind is None or ast.unparse(kind) in ("Exception", "BaseException") for kind in caught
    )


def test_that_everything_is_caught_only_at_the_doors() -> None:
    broad = {name for name in modules("curator") if any(map(catches_all, ast.walk(tree(name))))}
    assert broad == DOORS.keys()


def imported(within: ast.AST) -> Iterator[tuple[str, int]]:
    """The modules that it imports, with how deep: 0 is the module's own level."""
    for node in ast.walk(within):
        if isinstance(node, ast.Import):
            yield from ((one.name, node.col_offset) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = (
                [node.module]
                if node.module != "curator"
                else [f"curator.{one.name}" for one in node.names]
            )
            yield from ((name or ".", node.col_offset) for name in names)


def test_that_the_domain_needs_only_the_standard_library() -> None:
    strange = [
        f"{name}: {module}"
        for name in modules("curator/domain")
        for module, _ in imported(tree(name))
        if module.split(".")[0] not in sys.stdlib_module_names
        and not module.startswith("curator.domain")
    ]
    assert strange == []


def test_that_a_format_reaches_spacy_only_in_one_function() -> None:
    reached = [
        f"{name}:{node.name}"
        for name in modules("curator/formats")
        for node in functions(tree(name))
        for module, _ in imported(node)
        if module.split(".")[0] == "spacy"
    ]
    assert set(reached) == {"curator/formats/docbin_docs.py:_spacy"}
    tops = imported(tree("curator/formats/docbin_docs.py"))
    assert [module for module, depth in tops if module.startswith("spacy") and not depth] == []


def test_that_the_command_line_reaches_the_window_only_in_the_function_that_opens_it() -> None:
    reached = {
        name: depth
        for name in modules("curator/cli")
        for module, depth in imported(tree(name))
        if module.startswith("curator.ui")
    }
    assert len(reached) <= 1, reached
    assert 0 not in reached.values(), reached


def test_that_the_top_level_holds_four_folders_and_two_files() -> None:
    listed = {name.partition("/")[0] for name in files()}
    assert {name for name in listed if not name.startswith(".")} <= TOP


PLACES = re.compile(
    r"(?<![\w.])/(?:work|home|root|Users|opt)/\w|[A-Z]:\\\\?Users"
    r"|pypi\.org|pythonhosted|registry\.npmjs|deb\.debian\.org|snapshot\.debian|archive\.ubuntu"
)


def test_that_no_file_names_a_machines_folder_or_a_registry() -> None:
    own = Path(__file__).relative_to(ROOT).as_posix()
    found = []
    for name in files():
        raw = (ROOT / name).read_bytes()
        if name.startswith("seeds/") or name == own or b"\0" in raw:
            continue
        lines = raw.decode("utf-8").splitlines()
        found += [f"{name}:{n}" for n, line in enumerate(lines, 1) if PLACES.search(line)]
    assert found == []


def test_that_no_unfinished_thing_is_left_in_the_program() -> None:
    unfinished = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b|for now\b")
    assert [name for name in modules("curator") if unfinished.search(text(name))] == []


@pytest.mark.parametrize("word", sorted(BANNED))
def test_that_a_tests_name_says_what_happens(word: str) -> None:
    names = [
        f"{name}:{node.name}"
        for name in modules("tests")
        for node in functions(tree(name))
        if node.name.startswith("test_") and word in node.name.split("_")
    ]
    assert names == []


def test_that_tests_do_not_sleep() -> None:
    asleep = [
        f"{name}:{node.lineno}"
        for name in modules("tests")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("time.sleep", "sleep")
    ]
    assert [place for place in asleep if not place.startswith("tests/conftest.py:")] == []


def test_that_every_test_is_a_sentence() -> None:
    names = [
        f"{name}:{node.name}"
        for name in modules("tests")
        for node in functions(tree(name))
        if node.name.startswith("test_") and not node.name.startswith("test_that_")
    ]
    assert names == []
