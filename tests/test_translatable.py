"""Texts are looked up in catalogues as tools and translators need it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.test_house import functions, modules, tree

LOOKED_UP = {"_", "gettext", "ngettext"}
SPOKEN = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z“]|^&?[A-Z][a-z]+$")
"""What reads like words for people: two words, or one that begins large."""

SAYS_NOTHING = {
    "setStyleSheet", "setObjectName", "Bug", "strftime", "compile", "cast", "getattr", "hasattr",
    "setValue", "value", "QKeySequence", "QSettings", "setApplicationName", "word_set",
    "counted",
}  # fmt: skip
"""Calls whose texts nobody reads."""

SILENT = {
    "curator/ui/colour.py": "names of sights",
    "curator/ui/families.py": "names of colours",
    "curator/ui/fonts.py": "names of fonts",
    "curator/ui/key_caps.py": "Qt's names of keys",
    "curator/ui/keymap.py": "Qt's names of keys",
    "curator/ui/keys.py": "Qt's names of keys",
    "curator/ui/preferences.py": "keys of settings",
    "curator/ui/style.py": "style sheets",
    "curator/ui/tokens.py": "colours",
}
"""Modules whose texts are no words for people, with what they are."""

KEY = re.compile(
    r"(Ctrl|Alt|Shift|Enter|Esc|Escape|Tab|Space|Del|Delete|Ins|Insert|Up|Down|Left|Right|Home|End"
    r"|PgUp|PgDn|PageUp|PageDown|Backspace|Return|Curator|Qt?[A-Z]\w+|[A-Z]+)(\+.*)?$|<"
)
"""Names of keys, of classes of Qt, and the program's own; tags."""


def calls(within: ast.AST) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(within) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def looked_up(within: ast.AST) -> Iterator[ast.Call]:
    yield from (one for one in calls(within) if name_of(one) in LOOKED_UP)


def test_that_only_literals_are_looked_up() -> None:
    """A tool reads them from the source; what is filled in comes after."""
    wrong = [
        f"{name}:{call.lineno}"
        for name in modules("curator")
        if name != "curator/translation.py"
        for call in looked_up(tree(name))
        for text in call.args[: 2 if name_of(call) == "ngettext" else 1]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert wrong == []


def test_that_what_is_filled_in_has_a_name() -> None:
    """Languages have their own order of words."""
    unnamed = [
        f"{name}:{call.lineno} {text.value}"
        for name in modules("curator/ui", "curator/cli")
        if not name.startswith("curator/ui/tour/")
        for call in looked_up(tree(name))
        for text in call.args
        if isinstance(text, ast.Constant) and re.search(r"\{[\d!:}]", str(text.value))
    ]
    assert unnamed == []


def bound(function: ast.AST) -> set[str]:
    names = {one.id for one in ast.walk(function) if isinstance(one, ast.Name)
             and isinstance(one.ctx, ast.Store)}  # fmt: skip
    return names | {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}


def test_that_nobody_throws_away_what_looks_texts_up() -> None:
    wrong = [
        f"{name}:{function.name}"
        for name in modules("curator")
        for function in functions(tree(name))
        if "_" in bound(function) and any(name_of(one) == "_" for one in calls(function))
    ]
    assert wrong == []


def silent(node: ast.AST) -> Iterator[ast.AST]:
    """What is not said: docstrings, keys, comparisons, and what is in calls that say nothing."""
    for one in ast.walk(node):
        match one:
            case ast.Expr(value=ast.Constant() as text):
                yield text
            case ast.Compare() | ast.Subscript() | ast.MatchValue() | ast.ClassDef(bases=[_, *_]):
                if not isinstance(one, ast.ClassDef) or "Enum" in ast.unparse(one.bases[0]):
                    yield from ast.walk(one)
            case ast.Dict(keys=keys):
                for key in keys:
                    if key is not None:
                        yield from ast.walk(key)
            case ast.Call() if name_of(one) in LOOKED_UP | SAYS_NOTHING:
                yield from ast.walk(one)
            case ast.keyword(arg="icon" | "lines" | "about" | "reason" | "key" | "id"):
                yield from ast.walk(one)


@pytest.mark.parametrize("folder", ["curator/ui", "curator/services/sentences"])
def test_that_no_words_for_people_are_left_out_of_the_catalogue(folder: str) -> None:
    left = []
    for name in modules(folder):
        if name in SILENT:
            continue
        unsaid = {id(one) for one in silent(tree(name))}
        left += [
            f"{name}:{one.lineno} {one.value!r}"
            for one in ast.walk(tree(name))
            if isinstance(one, ast.Constant)
            and isinstance(one.value, str)
            and id(one) not in unsaid
            and SPOKEN.search(one.value)
            and not KEY.match(one.value)
        ]
    assert left == []
