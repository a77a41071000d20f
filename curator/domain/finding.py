"""Finding words in a text: by letters alone or by their case, everywhere or as whole words.

All offsets are code points of the text as it is stored, whatever folding does to its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from curator.domain.characters import whole_characters

_STRETCH = 65_536
"""Characters that are looked through between two pauses: some tens of microseconds."""
LONGEST = 200
"""Longer words are cut before they are looked for (characters)."""


class Wanted(NamedTuple):
    """What to look for.

    Attributes:
        words: white space in them stands for any white space, also for a line's end.
        case: whether capitals and small letters differ.
        whole: whether only whole words count.
    """

    words: str = ""
    case: bool = False
    whole: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words.strip()


class Finder:
    """Looks for words in one text.

    Args:
        text: as it is stored.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None
        self._grown: tuple[list[int], list[int]] = ([], [])

    def prepare(self) -> None:
        """Fold the text's case, once; 15 ms for a million characters."""
        if self._folded is None:
            self._folded = fold(self._text)
            if len(self._folded) != len(self._text):
                self._grown = _grown(self._text)

    def spans(self, wanted: Wanted) -> Iterator[tuple[int, int]]:
        """Yield where the words stand, from the text's beginning, none over another.

        A span never ends inside a character: marks that cling to a letter belong to it.
        """
        return (span for span in self.with_pauses(wanted) if span is not None)

    def with_pauses(self, wanted: Wanted) -> Iterator[tuple[int, int] | None]:
        """Yield what `spans` does, and None wherever a long search may be put off."""
        words = _words(wanted)
        if not words:
            return
        if not wanted.case:
            self.prepare()
        within = self._text if wanted.case else self._folded or ""
        reached = 0
        for match in _matches(words, within):
            if match is None:
                yield None
                continue
            span = match if wanted.case else self._stored(*match)
            if span is None:
                continue
            start, end = whole_characters(self._text, *span)
            if start >= reached and (not wanted.whole or self._is_whole(start, end)):
                yield start, end
                reached = end

    def first(self, words: str) -> tuple[int, int] | None:
        """Return where words stand first, whatever their case; None where they do not."""
        return next(self.spans(Wanted(words)), None)

    def _stored(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the stored text; None where it would be half a letter."""
        if not self._grown[0]:
            return start, end
        first, last = self._offset(start), self._offset(end)
        return None if first is None or last is None else (first, last)

    def _offset(self, folded: int) -> int | None:
        """Return what an offset in the folded text is in the stored one; None inside a letter."""
        ends, shifts = self._grown
        at = bisect_right(ends, folded)
        before = shifts[at - 1] if at else 0
        if at < len(ends) and folded >= ends[at] - (shifts[at] - before):
            return None
        return folded - before

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._text
        before = start > 0 and _is_letter(text[start - 1]) and _is_letter(text[start])
        after = end < len(text) and _is_letter(text[end]) and _is_letter(text[end - 1])
        return not before and not after


def fold(text: str) -> str:
    """Return a text without the difference of case; i, I, İ and ı are one letter.

    A letter may become several, such as ß; none vanishes.
    """
    for letter in ("İ", "ı"):
        if letter in text:
            text = text.replace(letter, "i")
    return text.casefold()


def _grown(text: str) -> tuple[list[int], list[int]]:
    """Return where letters that grew end in the folded text, and by how much all grew so far."""
    ends: list[int] = []
    shifts: list[int] = []
    growing = {letter: len(fold(letter)) - 1 for letter in set(text) if len(fold(letter)) > 1}
    shift = 0
    for match in re.finditer(f"[{''.join(map(re.escape, growing))}]", text):
        shift += growing[match[0]]
        ends.append(match.end() + shift)
        shifts.append(shift)
    return ends, shifts


def _words(wanted: Wanted) -> list[str]:
    return (wanted.words if wanted.case else fold(wanted.words))[:LONGEST].split()


def _matches(words: list[str], within: str) -> Iterator[tuple[int, int] | None]:
    """Yield where words stand with white space between them, and None after each stretch."""
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    first, reached = words[0], 0
    for stretch in range(0, len(within), _STRETCH):
        # Words that begin in this stretch, wherever they end.
        end = stretch + _STRETCH + len(first) - 1
        while (at := within.find(first, max(reached, stretch), end)) >= 0:
            match = pattern.match(within, at)
            if match is not None:
                yield match.span()
            reached = at + 1 if match is None else match.end()
        yield None


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"
