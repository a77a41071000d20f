"""Where the quotations of a text are, however badly its quotation marks are paired."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curator.suggest.claims.runs import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from curator.suggest.claims.tree import Parse

OPENING = "“«„‘「『"
_OPENING = frozenset({"“", "«", "„", "``", "「", "『"})
_CLOSING = frozenset({"”", "»", "」", "』"})
_MARKS = re.compile(r"[“”«»„‘「」『』\"]|''|``")
_SINGLE_ENDS = (re.compile(r"(?<=[.,!?…])’(?!\w)"), re.compile(r"(?<=\w)’(?!\w)"))
_LONGEST_SINGLE = 2000
_GAP = 8
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-Z])")
_BEFORE_QUOTATION = ',:;.!?…—–-()[”"'


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, or the part of one that stands in one paragraph.

    Attributes:
        start: offset of the opening mark, or of the paragraph that a quotation runs on into.
        end: offset after the closing mark, or the end of the paragraph.
        closed: whether a closing mark was found in this paragraph.
        goes_on: whether it carries on the quotation of the paragraph before.
    """

    start: int
    end: int
    closed: bool = True
    goes_on: bool = False


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """Finds the quotations of a text.

    Curly, angular, straight and doubled marks are read; single curly ones only where they enclose
    something. A quotation that is not closed goes on in the next paragraph where that begins with
    an opening mark or has a closing mark first; else it ends with its sentence, and a mark that
    stands in the middle of a phrase is a stray one.

    Args:
        text: the whole text.
        paragraphs: offsets of its paragraphs, in order.

    Returns:
        The quotations in order; they do not overlap.
    """
    found: list[Quotation] = []
    for start, end in paragraphs:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            is_open = (
                bool(found) and not found[-1].closed and not text[found[-1].end : start].strip()
            )
            here = list(_in_paragraph(text, start, end, is_open=is_open))
            if is_open and not (here and here[0].goes_on):
                found[-1:] = _only_sentence(text, found[-1])
            found.extend(here)
    if found and not found[-1].closed:
        found[-1:] = _only_sentence(text, found[-1])
    return found


def _only_sentence(text: str, quotation: Quotation) -> list[Quotation]:
    """What is left of a quotation that nothing closes: its first sentence, or nothing."""
    before = text[max(0, quotation.start - _GAP) : quotation.start].rstrip(" \t\u00a0")[-1:]
    if before not in _BEFORE_QUOTATION and not before.isspace():
        return []
    sentence = _SENTENCE_END.search(text, quotation.start, quotation.end)
    end = sentence.end() if sentence else quotation.end
    return [Quotation(quotation.start, end, closed=False, goes_on=quotation.goes_on)]


def _in_paragraph(text: str, start: int, end: int, *, is_open: bool) -> Iterator[Quotation]:
    """The quotations of one paragraph; is_open when the one before left a quotation open."""
    opened = -1
    first = True
    place = start
    while (found := _MARKS.search(text, place, end)) is not None:
        mark, at, place = found.group(), found.start(), found.end()
        goes_on = is_open and first
        first = False
        if opened >= 0:
            if _closes(text, mark, opened, found.span()):
                yield Quotation(opened, place, goes_on=is_open and opened == start)
                opened = -1
        elif mark == "‘":
            place = _single_end(text, place, end)
            if place > found.end():
                yield Quotation(at, place)
        elif _opens(text, mark, start, found.span()):
            opened = at
        elif goes_on:
            yield Quotation(start, place, goes_on=True)
    if opened >= 0:
        yield Quotation(opened, end, closed=False, goes_on=is_open and opened == start)


def _opens(text: str, mark: str, start: int, span: tuple[int, int]) -> bool:
    """Whether a mark opens a quotation where none is open; inches and stray marks do not."""
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = text[span[0] - 1] if span[0] > start else " "
    follows = text[span[1] : span[1] + 1]
    return not before.isalnum() and bool(follows) and not follows.isspace()


def _closes(text: str, mark: str, opened: int, span: tuple[int, int]) -> bool:
    """Whether a mark closes the open quotation; one that opens another inside it does not."""
    if text[opened] == "„":
        return mark in ("“", "”")
    if mark == "“":
        follows = text[span[1] : span[1] + 1]
        return not text[span[0] - 1].isspace() and (not follows or follows.isspace())
    return mark not in _OPENING and mark != "‘"


def _single_end(text: str, start: int, end: int) -> int:
    """The offset after the mark that closes a single quotation; start where none does."""
    double = _MARKS.search(text, start, min(end, start + _LONGEST_SINGLE))
    limit = double.start() if double else min(end, start + _LONGEST_SINGLE)
    for pattern in _SINGLE_ENDS:
        close = pattern.search(text, start, limit)
        if close is not None:
            return close.end()
    return start


class Quotations:
    """The quotations of a parse, by token.

    Attributes:
        tokens: of each quotation, its tokens, marks included.
        at: of each token, the number of the quotation it is in, or -1.
    """

    def __init__(self, parse: Parse) -> None:
        bounds = [
            (parse.start[tokens.first], parse.end[tokens.last])
            for tokens in parse.paragraphs
            if tokens
        ]
        quotations = find_quotations(parse.text, bounds)
        self.tokens: list[Tokens] = []
        self.at = [-1] * parse.size
        for quotation in quotations:
            first = bisect_left(parse.start, quotation.start)
            end = bisect_right(parse.end, quotation.end)
            if first >= end:
                continue
            number = len(self.tokens)
            self.tokens.append(Tokens.run(first, end))
            self.at[first:end] = [number] * (end - first)
        self._starts = [tokens.first for tokens in self.tokens]

    def within(self, tokens: Tokens) -> list[int]:
        """The numbers of the quotations that have a token in the set, in order."""
        numbers: list[int] = []
        for start, end in tokens.runs:
            number = bisect_right(self._starts, start) - 1
            if number < 0 or self.tokens[number].last < start:
                number += 1
            while number < len(self._starts) and self._starts[number] < end:
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
                number += 1
        return numbers

    def has_any(self, tokens: Tokens) -> bool:
        """Whether a quotation has a token in the set."""
        return any(self.at[start] >= 0 for start, _ in tokens.runs) or tokens.has_any(self._starts)
