"""What of a text is the same in a newer version of it, and what was cut and what is new."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import NamedTuple

from curator.domain.annotation import Annotation, Part, Proposal

CARRIED_FROM = "carried_from"
"""The key by which an annotation says which document its decision was carried from."""

_TOKEN = re.compile(r"\w+|\W")
_RUNS = (16, 4, 1)
"""Tokens of a run that stands once in both versions, and so is the same; long ones first."""
_SMALL = 10_000
"""Two stretches whose lengths (tokens) multiply to less are compared token by token."""


class Same(NamedTuple):
    """A stretch that both versions have, in code points."""

    older: int
    newer: int
    length: int


class Edit(NamedTuple):
    """What is new in [start, end) of the newer version, and what stood there in the older."""

    start: int
    end: int
    cut: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of a text, side by side.

    Attributes:
        older: the text as it was.
        newer: the text as it is.
        same: stretches that both have, in reading order, none beside another.
    """

    older: str
    newer: str
    same: tuple[Same, ...]

    def moved(self, start: int, end: int) -> int | None:
        """Return how far [start, end) of the older version has moved (code points).

        None where it is not the same now, or where the word before or behind it is not: the end
        of a paragraph counts as a word.
        """
        place = bisect_right(self.same, start, key=lambda one: one.older) - 1
        if place < 0:
            return None
        one = self.same[place]
        first, last = _around(self.older, start, end)
        if one.older <= first and last <= one.older + one.length:
            return one.newer - one.older
        return None

    def edits(self) -> tuple[Edit, ...]:
        """Return what changed, in reading order of the newer version."""
        found = []
        older = newer = 0
        for one in (*self.same, Same(len(self.older), len(self.newer), 0)):
            if older < one.older or newer < one.newer:
                found.append(Edit(newer, one.newer, self.older[older : one.older]))
            older, newer = one.older + one.length, one.newer + one.length
        return tuple(found)


def origin(annotation: Annotation) -> str:
    """Return the sender's id of the document that a decision was carried from, else nothing."""
    return str((annotation.extra or {}).get(CARRIED_FROM, ""))


def compare(older: str, newer: str) -> Revision:
    """Compare two versions of a text, in time that grows as they do.

    Runs of tokens that stand once in both hold the comparison; between them shorter runs are
    looked for, after Cohen's patience diff.
    """
    a, b = _TOKEN.findall(older), _TOKEN.findall(newer)
    at_a, at_b = _starts(a), _starts(b)
    same: list[Same] = []
    for i, j, n in _blocks(a, b, (0, len(a)), (0, len(b)), 0):
        start, other, end = at_a[i], at_b[j], at_a[i + n]
        if same and (same[-1].older + same[-1].length, same[-1].newer + same[-1].length) == (
            start,
            other,
        ):
            same[-1] = same[-1]._replace(length=end - same[-1].older)
        else:
            same.append(Same(start, other, end - start))
    return Revision(older, newer, tuple(same))


def carried(annotation: Annotation, revision: Revision) -> Annotation | None:
    """Return an annotation of the older version with its offsets in the newer one.

    None where any of its text, or the word before or behind it, is not the same.
    """
    by = revision.moved(annotation.start, annotation.end)
    if by is None:
        return None
    proposed = annotation.proposed
    if proposed is not None:
        start, end = proposed.parts[0].start, max(part.end for part in proposed.parts)
        there = revision.moved(start, end)
        kept = None if there is None else Proposal(
            proposed.label, _shifted(proposed.parts, there), proposed.attributes
        )  # fmt: skip
        proposed = kept
    return replace(annotation, parts=_shifted(annotation.parts, by), proposed=proposed)


def _shifted(parts: tuple[Part, ...], by: int) -> tuple[Part, ...]:
    return tuple(Part(part.role, part.start + by, part.end + by) for part in parts)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the words before and behind it, within its paragraph."""
    before = text[max(0, start - 80) : start].rpartition("\n")[2]
    behind = text[end : end + 80].partition("\n")[0]
    word = re.search(r"\w*\W*$", before)
    next_ = re.match(r"\W*\w*", behind)
    return (
        start - len(word.group() if word else ""),
        end + len(next_.group() if next_ else ""),
    )


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


Bounds = tuple[int, int]


def _blocks(
    a: Sequence[str], b: Sequence[str], in_a: Bounds, in_b: Bounds, level: int
) -> Iterator[tuple[int, int, int]]:
    """Yield runs of equal tokens: where they begin in either text, and how long they are."""
    (i, i_end), (j, j_end) = in_a, in_b
    head = _common(a, b, i, j, min(i_end - i, j_end - j))
    if head:
        yield i, j, head
        i, j = i + head, j + head
    tail = 0
    while tail < min(i_end - i, j_end - j) and a[i_end - tail - 1] == b[j_end - tail - 1]:
        tail += 1
    i_end, j_end = i_end - tail, j_end - tail
    yield from _inside(a, b, (i, i_end), (j, j_end), level)
    if tail:
        yield i_end, j_end, tail


def _inside(
    a: Sequence[str], b: Sequence[str], in_a: Bounds, in_b: Bounds, level: int
) -> Iterator[tuple[int, int, int]]:
    (i, i_end), (j, j_end) = in_a, in_b
    if (i_end - i) * (j_end - j) <= _SMALL:
        matcher = SequenceMatcher(None, a[i:i_end], b[j:j_end], autojunk=False)
        yield from ((i + x, j + y, n) for x, y, n in matcher.get_matching_blocks() if n)
        return
    if level == len(_RUNS):
        return
    for x, y in _anchors(a, b, in_a, in_b, _RUNS[level]):
        if x < i or y < j:
            continue
        yield from _blocks(a, b, (i, x), (j, y), level + 1)
        n = _common(a, b, x, y, min(i_end - x, j_end - y))
        yield x, y, n
        i, j = x + n, y + n
    yield from _blocks(a, b, (i, i_end), (j, j_end), level + 1)


def _common(a: Sequence[str], b: Sequence[str], i: int, j: int, most: int) -> int:
    n = 0
    while n < most and a[i + n] == b[j + n]:
        n += 1
    return n


def _anchors(
    a: Sequence[str], b: Sequence[str], in_a: Bounds, in_b: Bounds, run: int
) -> list[tuple[int, int]]:
    """Return where runs stand that each text has once, as many as follow in the same order."""
    there = _once(b, in_b, run)
    pairs = [(x, there[key]) for key, x in _once(a, in_a, run).items() if key in there]
    # The longest increasing subsequence of the places in b.
    ends: list[int] = []
    links: list[int] = []
    tops: list[int] = []
    for number, (_x, y) in enumerate(pairs):
        place = bisect_right(ends, y)
        links.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [y]
        tops[place : place + 1] = [number]
    chain = []
    number = tops[-1] if tops else -1
    while number >= 0:
        chain.append(pairs[number])
        number = links[number]
    return chain[::-1]


def _once(tokens: Sequence[str], within: Bounds, run: int) -> dict[tuple[str, ...], int]:
    """Return where each run of tokens stands that stands there once, in reading order."""
    found: dict[tuple[str, ...], int] = {}
    for place in range(within[0], within[1] - run + 1):
        key = tuple(tokens[place : place + run])
        found[key] = -1 if key in found else place
    return {key: place for key, place in found.items() if place >= 0}
