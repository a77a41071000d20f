"""Lines of a printed page become paragraphs: what a page's geometry says of its text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

_SOFT = ("\u00ad", "\u0002", "\ufffe")
"""What stands for a hyphen that only the end of a line made."""
DASH = "- "
"""How a point of a list begins."""

_BULLETS = re.compile(r"^[\u2022\u25cf\u25aa\u25e6\u2023\u00b7\uf0b7\uf0a7\uf02d]\s*")
_DIGITS = re.compile(r"\d+")
_SENTENCE = re.compile(r"[.!?…:]['’”\")\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: its words.
        left, right: where it begins and ends, in points from the page's left.
        base: where its letters stand, in points from the page's foot.
        size: of its first letter, in points.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(pieces: Iterable[Line]) -> list[Line]:
    """Join pieces that stand beside each other, in the order in which the page gives them.

    A page that is set in columns gives one after the other, and so they are read.
    """
    lines: list[Line] = []
    for one in pieces:
        piece = replace(one, text=_BULLETS.sub(DASH, one.text))
        if not piece.text.strip():
            continue
        last = lines[-1] if lines else None
        if last is not None and _beside(last, piece):
            words = f"{last.text.rstrip()} {piece.text}"
            lines[-1] = replace(last, text=words, right=max(last.right, piece.right))
        else:
            lines.append(piece)
    return lines


def _beside(last: Line, piece: Line) -> bool:
    level = abs(last.base - piece.base) < 0.3 * last.size
    return level and piece.left >= last.right - 1


def without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], bool]:
    """Leave out first and last lines that most pages share, but for their numbers.

    Returns:
        The pages, and whether anything was left out.
    """
    if len(pages) < 3:
        return [list(page) for page in pages], False
    ends = Counter(
        place for page in pages for place in {_bare(line) for line in (*page[:1], *page[-1:])}
    )
    running = {words for words, count in ends.items() if count > len(pages) / 2}
    kept = [
        [
            line
            for place, line in enumerate(page)
            if not (place in (0, len(page) - 1) and _bare(line) in running)
        ]
        for page in pages
    ]
    return kept, any(len(new) < len(old) for new, old in zip(kept, pages, strict=True))


def _bare(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip())


def paragraphs(pages: Iterable[Sequence[Line]]) -> Iterator[str]:
    """Yield paragraphs, also such as go on over the end of a column or page.

    A new one begins after a gap, at an indented or larger line, and after a line that ends a
    sentence well before the others do.
    """
    words = ""
    last: Line | None = None
    for page in pages:
        pitch, width = _pitch(page), _width(page)
        for line in page:
            if last is not None and _begins(last, line, pitch, width):
                yield words
                if last.size > 1.1 * line.size:  # a heading
                    yield ""
                words = ""
            words = _joined(words, line.text.strip())
            last = line
    if words:
        yield words


def _pitch(page: Sequence[Line]) -> float:
    """How far apart lines usually stand."""
    steps = [one.base - two.base for one, two in itertools.pairwise(page)]
    return median([step for step in steps if step > 0] or [0.0])


def _width(page: Sequence[Line]) -> float:
    """How wide a full line is."""
    return max((line.right - line.left for line in page), default=0.0)


def _begins(last: Line, line: Line, pitch: float, width: float) -> bool:
    step = last.base - line.base
    ended = _SENTENCE.search(last.text.strip()) is not None
    if step <= 0:  # another column or page
        return ended and last.right - last.left < 0.85 * width
    if step > 1.35 * pitch or abs(line.size - last.size) > 0.1 * last.size:
        return True
    if line.text.startswith(DASH) or (ended and line.left - last.left > 0.5 * line.size):
        return True
    return ended and _had_room(last, line, width)


def _had_room(last: Line, line: Line, width: float) -> bool:
    """Whether the first word of a line would have fitted on the one before."""
    word = line.text.split(maxsplit=1)[0]
    letter = (line.right - line.left) / max(1, len(line.text))
    return width - (last.right - last.left) > letter * (len(word) + 1)


def _joined(words: str, more: str) -> str:
    """Put a line behind another one; a word that was parted becomes whole."""
    if not words:
        return more
    if words.endswith(_SOFT):
        return words[:-1] + more
    if words.endswith("-") and len(words) > 1 and words[-2].isalpha() and more[:1].islower():
        return words[:-1] + more
    return f"{words} {more}"
