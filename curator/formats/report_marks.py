"""A text with overlapping marks as HTML whose elements nest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """An element around [start, end), code points of the text; cut where another one ends in it.

    Attributes:
        start, end: where it lies.
        element: ``mark`` or ``span``.
        classes: as in the style sheet.
        title: what it is, for those who point at it.
        tag: what stands behind it in small letters; empty for nothing.
        anchor: its name for links; empty for none.
    """

    start: int
    end: int
    element: str
    classes: str
    title: str
    tag: str = ""
    anchor: str = ""


def marked(text: str, marks: Iterable[Mark]) -> str:
    """Return the text, escaped, with its marks; at one place the first of equal marks is outside.

    Args:
        text: the words.
        marks: none of them empty, all of them inside of the text.
    """
    return _Marking(text, sorted(marks, key=lambda one: (one.start, -one.end))).html()


class _Marking:
    """A text under way."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._waiting = marks[::-1]
        self._edges = sorted({edge for one in marks for edge in (one.start, one.end)})
        self._open: list[tuple[Mark, int, int]] = []
        self._written: list[str] = []

    def html(self) -> str:
        """Return the whole."""
        at = 0
        for edge in self._edges:
            self._write(at, edge)
            again = self._close(edge)
            while self._waiting and self._waiting[-1].start == edge:
                again.append(self._waiting.pop())
            for mark in sorted(again, key=lambda one: -one.end):
                self._open.append((mark, len(self._written), edge))
                self._written += [""]
            at = edge
        self._write(at, len(self._text))
        return "".join(self._written)

    def _write(self, start: int, end: int) -> None:
        self._written.append(escape(self._text[start:end]))

    def _close(self, edge: int) -> list[Mark]:
        """Close what ends here and what lies in it; return those that go on."""
        ends = [place for place, (mark, _, _) in enumerate(self._open) if mark.end == edge]
        again: list[Mark] = []
        while ends and len(self._open) > ends[0]:
            mark, place, start = self._open.pop()
            self._written[place] = _opening(mark, first=start == mark.start, last=edge == mark.end)
            self._written.append(f"</{mark.element}>")
            if mark.end > edge:
                again.append(mark)
        return again[::-1]


def _opening(mark: Mark, *, first: bool, last: bool) -> str:
    classes = mark.classes + ("" if first else " goes-before") + ("" if last else " goes-on")
    values = {
        "class": classes,
        "title": mark.title,
        "id": mark.anchor if first else "",
        "data-tag": mark.tag if last else "",
    }
    told = "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value)
    return f"<{mark.element}{told}>"
