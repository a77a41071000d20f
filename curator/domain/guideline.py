"""A guideline's Markdown as plain blocks: nothing of it is loaded, linked or run.

What is read: headings, paragraphs, lists, quotations, fenced and indented code, rules between
parts, **strong**, *emphasis*, `code`. HTML stays as it was written; a link shows its words and its
address, a picture its words. This is a part of CommonMark 0.31; in doubt a thing is plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"


class Run(NamedTuple):
    """Words of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False


class Block(NamedTuple):
    """A paragraph, an item, a heading.

    Attributes:
        kind: what it is.
        runs: its words.
        level: of a heading 1–6; of an item how deep it lies, 0 at the edge.
        mark: of a numbered item, such as ``2.``.
    """

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    mark: str = ""


_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9}[.)]))[ \t]+(.*)$")
_QUOTE = re.compile(r" {0,3}>[ ]?(.*)$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_TAB = 4
_DEEPEST = 4

_INLINE = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)(?P<code>.{1,400}?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<picture>!\[(?P<alt>[^\[\]]{0,400})\]\([^)]{0,400}\))"
    r"|(?P<link>\[(?P<words>[^\[\]]{1,400})\]\(\s?<?(?P<address>[^)\s>]{0,400})>?(?:\s[^)]{0,200})?\))"
    r"|(?P<strong>\*\*(?=\S)(?P<bold>.{1,400}?)(?<=\S)\*\*(?!\*)|__(?=\S)(?P<bold2>.{1,400}?)(?<=\S)__(?!\w))"
    r"|(?P<emphasis>\*(?=[^\s*])(?P<slant>.{1,400}?)(?<=[^\s*])\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<slant2>.{1,400}?)(?<=[^\s_])_(?!\w))",
)


def blocks(source: str) -> tuple[Block, ...]:
    """Return what a guideline says, block by block; any text is one."""
    reader = _Reader()
    for line in source.expandtabs(_TAB).splitlines():
        reader.take(line)
    return tuple(_joined(reader.finish()))


def first_words(source: str) -> str:
    """Return the first block of a guideline as plain words; empty when it says nothing."""
    first = next((block for block in blocks(source) if block.runs), None)
    return "".join(run.text for run in first.runs) if first is not None else ""


def runs(words: str) -> tuple[Run, ...]:
    """Return the looks of a line of words."""
    return tuple(run for run in _runs(words, Run("")) if run.text)


class _Reader:
    """Takes lines, and ends a block where another one begins."""

    def __init__(self) -> None:
        self._found: list[Block] = []
        self._head: Block | None = None
        self._words: list[str] = []
        self._fence = ""
        self._code: list[str] = []

    def take(self, line: str) -> None:
        """Take the next line."""
        if self._fence:
            self._take_code(line)
        elif opened := _FENCE.match(line):
            self._end()
            self._fence = opened[1]
        elif (begun := _begun(line)) is not None:
            self._end()
            self._head, words = begun
            self._words = [words]
            if self._head.kind in (Kind.HEADING, Kind.RULE):
                self._end()
        elif line.strip():
            self._words.append(line.strip())
        else:
            self._end()

    def finish(self) -> list[Block]:
        """Return all blocks; what was not closed ends here."""
        if self._fence:
            self._end_code()
        self._end()
        return self._found

    def _end(self) -> None:
        if self._words:
            block = self._head or Block(Kind.PARAGRAPH, ())
            self._found.append(block._replace(runs=runs(" ".join(self._words))))
        self._head, self._words = None, []

    def _take_code(self, line: str) -> None:
        end = line.strip()
        if end.startswith(self._fence) and not end.strip(self._fence[0]):
            self._end_code()
        else:
            self._code.append(line)

    def _end_code(self) -> None:
        self._found.append(Block(Kind.CODE, (Run("\n".join(self._code), code=True),)))
        self._fence, self._code = "", []


def _begun(line: str) -> tuple[Block, str] | None:
    """Return the block that a line begins, with its first words; None when it goes on."""
    if _RULE.match(line):
        return Block(Kind.RULE, ()), ""
    if heading := _HEADING.match(line):
        return Block(Kind.HEADING, (), len(heading[1])), heading[2]
    if item := _ITEM.match(line):
        level = min(len(item[1]) // 2, _DEEPEST)
        kind = Kind.BULLET if item[2] else Kind.NUMBER
        return Block(kind, (), level, item[3] or ""), item[4]
    if quote := _QUOTE.match(line):
        return Block(Kind.QUOTE, ()), quote[1]
    return None


def _joined(found: list[Block]) -> Iterator[Block]:
    """Yield blocks, quotations that follow each other as one."""
    held: Block | None = None
    for block in found:
        if held is not None and held.kind is block.kind is Kind.QUOTE:
            held = held._replace(runs=(*held.runs, Run(" "), *block.runs))
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _runs(words: str, look: Run) -> Iterator[Run]:
    place = 0
    for match in _INLINE.finditer(words):
        yield look._replace(text=words[place : match.start()])
        yield from _run(match, look)
        place = match.end()
    yield look._replace(text=words[place:])


def _run(match: re.Match[str], look: Run) -> Iterator[Run]:
    if match["escaped"]:
        yield look._replace(text=match["escaped"][1])
    elif match["code"] is not None:
        yield look._replace(text=match["code"].strip(), code=True)
    elif match["picture"]:
        yield look._replace(text=match["alt"])
    elif match["link"]:
        yield from _runs(match["words"], look)
        if match["address"] and match["address"] != match["words"]:
            yield look._replace(text=f" ({match['address']})")
    elif match["strong"]:
        yield from _runs(match["bold"] or match["bold2"], look._replace(strong=True))
    else:
        yield from _runs(match["slant"] or match["slant2"], look._replace(emphasis=True))
