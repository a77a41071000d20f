"""The smallest parts of WebAnno TSV: escapes, stacked values, ids in brackets, names of layers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MARK = "#FORMAT=WebAnno TSV 3.3"

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
"""The layer of entities, which INCEpTION has from the start."""
CLAIM = "webanno.custom.Claim"
CLAIM_PART = "webanno.custom.ClaimPart"
LINK = "webanno.custom.Link"

NOTHING, NO_VALUE = "_", "*"
"""What stands in a cell without an annotation, and for a feature without a value."""

_TO_ESCAPE = re.compile(r"->|[\\\[\]|_;*\t\n]")
_NAMED = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_ESCAPED = re.compile(r"\\(->|[\\\[\]|_;*tn])")
_ESCAPED_TEXT = re.compile("\\\\([\\\\tnfrb\x00-\x07\x0e-\x1f])")
_ID = re.compile(r"(.*)\[(\d+)(?:_(\d+))?\]", re.DOTALL)


def escape_value(value: str) -> str:
    r"""Escape what has a meaning in a cell, an arrow as one: ``_`` becomes ``\_``."""
    return _TO_ESCAPE.sub(lambda found: "\\" + _LETTER.get(found[0], found[0]), value)


_LETTER = {"\t": "t", "\n": "n"}


def unescape_value(value: str) -> str:
    """Undo `escape_value`; a backslash before anything else stays."""
    return _ESCAPED.sub(lambda found: _NAMED.get(found[1], found[1]), value)


def escape_text(text: str) -> str:
    """Escape a line of text: backslashes, tabs, and whatever would end it."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def unescape_text(text: str) -> str:
    """Undo `escape_text`, and what INCEpTION escapes beyond it."""
    return _ESCAPED_TEXT.sub(lambda found: _NAMED.get(found[1], found[1]), text)


class Value(NamedTuple):
    """One of the values in a cell.

    Attributes:
        words: not escaped any more; None for a feature without a value.
        id: what tells it from others in its file; 0 where there was no need to.
        other: the second id of a relation, of what it leads to.
    """

    words: str | None
    id: int
    other: int = 0


def values(cell: str) -> Iterator[Value]:
    """Yield the values that are stacked in a cell."""
    if cell in {NOTHING, ""}:
        return
    for one in _stacked(cell):
        found = _ID.fullmatch(one)
        if found is None:
            yield Value(_words(one), 0)
        else:
            yield Value(_words(found[1]), int(found[2]), int(found[3] or 0))


def _stacked(cell: str) -> list[str]:
    """Part a cell at bars that are not escaped."""
    return re.findall(r"(?:\\.|[^|\\])+", cell, re.DOTALL)


def _words(value: str) -> str | None:
    return None if value == NO_VALUE else unescape_value(value)
