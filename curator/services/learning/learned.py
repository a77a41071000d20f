"""What a project has learned, as lists for people to look through."""

from __future__ import annotations

from typing import NamedTuple

from curator.domain.annotation import Layer
from curator.domain.learning.memory import Entry, StringMemory
from curator.store import verdicts
from curator.store.project import Project
from curator.store.verdicts import Judged


class KnownString(NamedTuple):
    """A string of the memory, with what was decided of it.

    Attributes:
        words: the string.
        labels: label and how often it was accepted as that, most often first.
        rejected: how often it was rejected.
        missed: how often it was left unmarked in documents that are done.
        suggested: the label that it is suggested as; empty where too little speaks for it.
        banned: whether it is not proposed any more.
        lists: names of the word lists that have it.
    """

    words: str
    labels: tuple[tuple[str, int], ...]
    rejected: int
    missed: int
    suggested: str
    banned: bool
    lists: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Whether it was accepted with several labels."""
        return len(self.labels) > 1


class Strings(NamedTuple):
    """Some of the strings that are known, and how many there are."""

    shown: tuple[KnownString, ...]
    known: int
    disputed: int


def strings(memory: StringMemory, words: str = "", *, most: int = 500) -> Strings:
    """Return strings that contain some words, the disputed first, then the most decided.

    Args:
        memory: the project's, for its own thread.
        words: what they must contain, whatever the case; empty for all.
        most: how many to return at most.
    """
    sought = words.casefold()
    known = [_known(entry) for entry in memory.entries() if _says_something(entry)]
    found = [one for one in known if sought in one.words.casefold()]
    found.sort(key=lambda one: (not one.disputed, -_decided(one), one.words))
    return Strings(tuple(found[:most]), len(known), sum(one.disputed for one in known))


def judged(project: Project, layer: Layer) -> list[Judged]:
    """Return every decided suggestion of a layer with its confidence as it was shown."""
    with project.read() as tx:
        return verdicts.judged(tx, layer)


def _says_something(entry: Entry) -> bool:
    return bool(entry.labels or entry.rejected or entry.lists)


def _known(entry: Entry) -> KnownString:
    labels = sorted(entry.labels.items(), key=lambda pair: (-pair[1], pair[0]))
    return KnownString(
        words=entry.words,
        labels=tuple(labels),
        rejected=entry.rejected,
        missed=entry.missed,
        suggested=entry.label or "",
        banned=entry.banned,
        lists=tuple(sorted(set(entry.lists.values()))),
    )


def _decided(one: KnownString) -> int:
    return sum(count for _label, count in one.labels) + one.rejected
