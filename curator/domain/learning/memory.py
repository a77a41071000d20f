"""The string memory: what each string was decided to be, and where it says so in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from curator.domain.learning.strings import Key, Tokens, Trie, key_of
from curator.domain.word_list import WordList

ENOUGH = 0.5
"""Share of a string's occurrences from which it is suggested."""

DOUBT = 0.5
"""Added to what speaks against a string, so that one acceptance is not certainty."""

TWICE = 2
"""A string rejected so often, and oftener than it was accepted, is not proposed again."""


@dataclass(slots=True)
class Entry:
    """What is known of one string.

    Attributes:
        key: its tokens.
        words: as it was written first.
        labels: how often it was accepted with each label.
        rejected: how often it was rejected.
        missed: how often it was left unmarked in a document that was done.
        lists: label → name of the list that has it.
    """

    key: Key
    words: str
    labels: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    missed: int = 0
    lists: dict[str, str] = field(default_factory=dict)

    @property
    def accepted(self) -> int:
        """How often it was accepted, with whatever label."""
        return sum(self.labels.values())

    @property
    def known(self) -> bool:
        """Whether anybody ever said what it is: then what is left unmarked counts too."""
        return bool(self.labels or self.lists)

    @property
    def share(self) -> float:
        """How much of what is known of it speaks for suggesting it, 0–1."""
        backing = self.accepted + bool(self.lists)
        return backing / (backing + self.missed + self.rejected + DOUBT)

    def favourite(self) -> tuple[str, float]:
        """Return the label that most speaks for, and its share of all that does, 0–1.

        A list counts as one acceptance. The string must be known.
        """
        votes = dict(self.labels)
        for label in self.lists:
            votes[label] = votes.get(label, 0) + 1
        label = min(votes, key=lambda label: (-votes[label], label))
        return label, votes[label] / sum(votes.values())

    @property
    def label(self) -> str | None:
        """What it is suggested as; None where too little speaks for it."""
        return self.favourite()[0] if self.known and self.share >= ENOUGH else None

    @property
    def banned(self) -> bool:
        """Whether it was rejected often enough, and never accepted, or more seldom."""
        return self.rejected >= TWICE and self.rejected > self.accepted

    @property
    def says(self) -> tuple[str | None, bool]:
        """What others must hear of when it changes: its label, whether it is banned."""
        return self.label, self.banned


class Voice(NamedTuple):
    """What the memory says of a string that it suggests.

    Attributes:
        label: the one that most speaks for.
        accepted: how often it was accepted, with whatever label.
        rejected: how often it was rejected.
        missed: how often it was left unmarked.
        share: how much speaks for it, 0–1; less where its labels disagree.
        list_name: the list that has it with this label; None when decisions alone speak for it.
    """

    label: str
    accepted: int
    rejected: int
    missed: int
    share: float
    list_name: str | None


class Remembered(NamedTuple):
    """A string that stands in a text and is suggested there: a span in code points."""

    start: int
    end: int
    voice: Voice


class Conflict(NamedTuple):
    """A string that was accepted with several labels: label and count, most often first."""

    words: str
    labels: tuple[tuple[str, int], ...]
    rejected: int
    missed: int


class StringMemory:
    """Counts per string, case-sensitive, token by token; not thread-safe."""

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self._entries: dict[Key, Entry] = {}
        self._trie: Trie[Entry] = Trie()
        self._voices: dict[Key, Voice | None] = {}

    def add(self, string: str, label: str, n: int = 1) -> None:
        """Note that a string was accepted with a label so many times; fewer below zero."""
        labels = self._changing(string).labels
        labels[label] = labels.get(label, 0) + n
        if not labels[label]:
            del labels[label]
        self._place(key_of(string))

    def reject(self, string: str, n: int = 1) -> None:
        """Note that a string was rejected so many times; fewer below zero."""
        self._changing(string).rejected += n

    def miss(self, string: str, n: int = 1) -> None:
        """Note that a string was left unmarked so many times; fewer below zero."""
        self._changing(string).missed += n

    def set_lists(self, lists: Iterable[WordList]) -> None:
        """Take the project's word lists in the place of those before; of two, the first counts."""
        self._voices.clear()
        for entry in self._entries.values():
            if entry.lists:
                entry.lists.clear()
                self._place(entry.key)
        for one in lists:
            for string in one.entries:
                self._changing(string).lists.setdefault(one.label, one.name)
                self._place(key_of(string))

    def of(self, string: str) -> Entry | None:
        """Return what is known of a string; None when nothing ever was."""
        return self._entries.get(key_of(string))

    def at(self, key: Key) -> Entry | None:
        """Return what is known of a string by its tokens; None when nothing ever was."""
        return self._entries.get(key)

    def entries(self) -> Iterator[Entry]:
        """Yield everything that is known, in the order in which it came up."""
        yield from self._entries.values()

    def conflicts(self) -> list[Conflict]:
        """Return strings that were accepted with several labels, the most often decided first."""
        found = [
            Conflict(entry.words, _ranked(entry.labels), entry.rejected, entry.missed)
            for entry in self._entries.values()
            if len(entry.labels) > 1
        ]
        return sorted(found, key=lambda one: (-sum(n for _, n in one.labels), one.words))

    def occurrences(self, read: Tokens) -> Iterator[tuple[int, int, Entry]]:
        """Yield every occurrence of a known string: where it begins and ends (code points)."""
        for first in self._trie.begins(read.words):
            for end, entry in self._trie.all(read.words, first):
                yield *read.span(first, end), entry

    def find(self, text: str, read: Tokens | None = None) -> list[Remembered]:
        """Return what the memory suggests in a text: the longest first, from left to right.

        A string that is known and not sure enough holds its place: what is shorter and begins
        there is not suggested in its stead.

        Args:
            text: the text.
            read: its tokens, where the caller has them.
        """
        read = Tokens(text) if read is None else read
        found: list[Remembered] = []
        beyond = 0
        for first in self._trie.begins(read.words):
            if first < beyond:
                continue
            longest = self._trie.longest(read.words, first)
            if longest is not None and (voice := self._voice(longest[1])) is not None:
                beyond = longest[0]
                found.append(Remembered(*read.span(first, beyond), voice))
        return found

    def _voice(self, entry: Entry) -> Voice | None:
        """Return what is said of a string, as it was worked out since its last change."""
        key = entry.key
        if key not in self._voices:
            self._voices[key] = _voice(entry)
        return self._voices[key]

    def _changing(self, string: str) -> Entry:
        key = key_of(string)
        self._voices.pop(key, None)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = Entry(key, string)
        return entry

    def _place(self, key: Key) -> None:
        """Keep in the trie what is known, and nothing else: that is what is looked for."""
        entry = self._entries[key]
        if key and entry.known:
            self._trie.put(key, entry)
        else:
            self._trie.drop(key)


def _voice(entry: Entry) -> Voice | None:
    if entry.share < ENOUGH:
        return None
    label, agreement = entry.favourite()
    return Voice(
        label=label,
        accepted=entry.accepted,
        rejected=entry.rejected,
        missed=entry.missed,
        share=entry.share * agreement,
        list_name=entry.lists.get(label),
    )


def _ranked(labels: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(labels.items(), key=lambda pair: (-pair[1], pair[0])))
