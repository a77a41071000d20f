"""What the lexicons of agencies and offices say, as sets of words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from curator import assets


@dataclass(frozen=True, slots=True)
class Agencies:
    """How wire agencies are called.

    Attributes:
        names: finds names that mean nothing else.
        short: finds short names, which need something beside them.
        before: ends with what stands before a short name that is a source.
        after: begins with what stands after one.
    """

    names: re.Pattern[str]
    short: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Offices:
    """How people are told by their office; entries in lower case, without full stops.

    Attributes:
        titles: that stand before a name.
        heads: the last words of these.
        no_persons: offices and ranks, which are no names by themselves.
        cut_short: titles that have a full stop of their own.
        alone: offices that are a person by themselves.
        no_names: words that begin no name.
        particles: words in lower case inside a name.
    """

    titles: frozenset[str]
    heads: frozenset[str]
    no_persons: frozenset[str]
    cut_short: frozenset[str]
    alone: frozenset[str]
    no_names: frozenset[str]
    particles: frozenset[str]


@lru_cache(maxsize=1)
def agencies() -> Agencies:
    """Return what `agencies.toml` says."""
    table = _table("agencies")["agencies"]
    return Agencies(
        names=_any(table["names"], r"(?<![\w-])(?=[{}]){}(?![\w-])"),
        short=_any(table["short"], r"(?<![\w-])(?=[{}]){}(?![\w-])"),
        before=_any(table["before"], r"\b{}\s+(?:the\s+)?$"),
        after=_any(table["after"], r"\s+{}\b"),
    )


@lru_cache(maxsize=1)
def offices() -> Offices:
    """Return what `offices.toml` says, with the titles of `titles.toml`."""
    table, groups = _table("offices"), _table("titles")["titles"]
    holders = table["holders"]
    titles = frozenset(
        entry for group in _entries(holders["groups"]) for entry in _entries(groups[group])
    )
    alone = frozenset(_entries(table["alone"]["offices"]))
    bare = [one for name in _entries(holders["no_persons"]) for one in _entries(groups[name])]
    return Offices(
        titles=titles,
        heads=_last_words(titles),
        no_persons=frozenset(bare),
        cut_short=frozenset(_entries(holders["cut_short"])),
        alone=alone,
        no_names=frozenset(_entries(holders["no_names"])),
        particles=frozenset(_entries(holders["particles"])),
    )


def _table(name: str) -> dict[str, Any]:
    path = assets.resources() / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _entries(words: str) -> list[str]:
    return [" ".join(entry.split()) for entry in words.split("|") if entry.strip()]


def _any(words: str, around: str) -> re.Pattern[str]:
    """Return a pattern for any of some entries, first letters first where it asks for them."""
    entries = sorted(_entries(words), key=len, reverse=True)
    choice = f"(?:{'|'.join(map(re.escape, entries))})"
    letters = "".join(sorted({entry[0] for entry in entries}))
    return re.compile(around.format(*[letters, choice] if around.count("{}") > 1 else [choice]))


def _last_words(entries: frozenset[str]) -> frozenset[str]:
    return frozenset(entry.rpartition(" ")[2] for entry in entries)
