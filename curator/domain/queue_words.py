"""What is typed into the filter box of the queue, read: words, and terms such as ``label:ORG``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from curator.domain.faults import Fault


class Key(StrEnum):
    """What a term of the filter box is about; it stands before the colon."""

    TEXT = ""
    LABEL = "label"
    BATCH = "batch"
    SOURCE = "source"
    DATE = "date"
    ENTITIES = "entities"
    CLAIMS = "claims"
    FLAG = "flag"
    COMMENT = "comment"
    STORY = "story"


STATES = ("open", "done", "left", "unseen")
"""Of a layer: not closed, closed, with suggestions that wait, seen by no suggester."""

UNDATED = "none"
"""What ``date:`` takes for documents without a date."""

_YES, _NO = ("", "yes"), ("no",)
_QUOTES = str.maketrans("“”„«»", '"""""')
_TERM = re.compile(r'(-)?(?:([^\W\d_]+):(?!//))?((?:"[^"]*(?:"|$)|[^\s"])+|(?<=:))')
_VALUE = re.compile(r'"([^"]*)(?:"|$)|([^,"]+)')
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


class Term(NamedTuple):
    """One condition; all of a filter must hold.

    Attributes:
        key: what it is about.
        values: any of them may hold. Of ``TEXT`` it is one word, or a phrase with blanks. Of
            ``DATE`` it is the first day, and the one after the last, as the beginning of an ISO
            date; empty where that side is open, and nothing at all for documents without a date.
            ``FLAG`` and ``STORY`` have none; ``COMMENT`` none for any comment.
        wanted: whether it must hold, or must not.
    """

    key: Key
    values: tuple[str, ...]
    wanted: bool = True


def read(typed: str) -> tuple[Term, ...]:
    """Return the terms of what is typed.

    A mark of quotation that is not closed reaches to the end: it is still being typed.

    Raises:
        Fault: ``filter.key``, ``filter.value``, ``filter.date`` for what cannot be read.
    """
    found: list[Term] = []
    for no, key, rest in _TERM.findall(typed.translate(_QUOTES)):
        if key:
            found.append(_keyed(key.casefold(), rest, wanted=not no))
        else:
            found += _words(rest, wanted=not no)
    return tuple(found)


def written(key: Key, value: str) -> str:
    """Return a term as it is typed, such as ``batch:"of May"``."""
    quoted = f'"{value}"' if re.search(r"[\s,]", value) else value
    return f"{key}:{quoted}"


def with_term(typed: str, key: Key, value: str) -> str:
    """Return what is typed with a term behind it, in place of those of the same key."""
    kept = [
        found.group(0)
        for found in _TERM.finditer(typed.translate(_QUOTES))
        if found.group(0) and (found.group(2) or "").casefold() != key
    ]
    return " ".join([*kept, written(key, value)])


def plain(typed: str) -> str:
    """Return nothing but the words of what is typed, where no term is meant."""
    return " ".join(re.findall(r"\w+", typed))


def _words(rest: str, *, wanted: bool) -> list[Term]:
    """Words by themselves, and what stands in quotation marks as a phrase."""
    found = []
    for phrase, plain in re.findall(r'"([^"]*)(?:"|$)|([^"]+)', rest):
        words = re.findall(r"\w+", phrase or plain)
        joined = [" ".join(words)] if phrase else words
        found += [Term(Key.TEXT, (one,), wanted) for one in joined if one]
    return found


def _keyed(name: str, rest: str, *, wanted: bool) -> Term:
    key = next((key for key in Key if key == name), None)
    if key is None:
        known = ", ".join(f"{key}:" for key in Key if key)
        raise Fault("filter.key", key=f"{name}:", known=known)
    typed = (" ".join((quoted or plain).split()) for quoted, plain in _VALUE.findall(rest))
    values = tuple(value for value in typed if value)
    match key:
        case Key.DATE:
            return Term(key, _dates(values), wanted)
        case Key.FLAG | Key.STORY:
            return Term(key, (), wanted is _yes(key, values))
        case Key.COMMENT:
            return Term(key, values, wanted)
        case Key.ENTITIES | Key.CLAIMS:
            states = tuple(value.casefold() for value in values)
            if not states or not set(states) <= set(STATES):
                raise Fault("filter.value", key=f"{key}:", value=rest, known=", ".join(STATES))
            return Term(key, states, wanted)
    if not values:
        raise Fault("filter.value", key=f"{key}:", value="", known=_EXAMPLES[key])
    return Term(key, values, wanted)


_EXAMPLES = {
    Key.LABEL: "a label, such as label:ORG or label:ORG,GPE",
    Key.BATCH: 'a part of a batch\'s name, such as batch:"of May"',
    Key.SOURCE: "a part of a source's name",
}


def _yes(key: Key, values: tuple[str, ...]) -> bool:
    value = (values or ("",))[0].casefold()
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise Fault("filter.value", key=f"{key}:", value=value, known="yes, no, or nothing")


def _dates(values: tuple[str, ...]) -> tuple[str, ...]:
    typed = values[0] if len(values) == 1 else ""
    if typed.casefold() == UNDATED:
        return ()
    first, dots, last = typed.partition("..")
    if not typed or typed == "..":
        raise Fault("filter.date", value=typed)
    if not dots:
        last = first
    begin = _edge(first)[0] if first else ""
    return begin, _edge(last)[1] if last else ""


def _edge(typed: str) -> tuple[str, str]:
    """Return the beginning of a year, month or day, and of the one after."""
    found = _DAY.fullmatch(typed.strip())
    if found is None:
        raise Fault("filter.date", value=typed)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        begin = date(year or 0, month or 1, day or 1)
        if month is None:
            end = date(begin.year + 1, 1, 1)
        elif day is None:
            end = (begin + timedelta(days=31)).replace(day=1)
        else:
            end = begin + timedelta(days=1)
    except (ValueError, OverflowError):
        raise Fault("filter.date", value=typed) from None
    return begin.isoformat(), end.isoformat()
