"""Annotations fitted to tokens, for formats that count in tokens and not in characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curator.formats.outgoing import Sentences

Span = tuple[int, int]

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text's tokens, and spans that begin and end with them.

    Attributes:
        sentences: of tokens without blanks in them (code points).
        spans: for each that was given where it lies now; None where it does not fit.
        reasons: for each why it is not as it was given: ``expanded``, ``contracted``, ``trimmed``
            (of blanks), ``edge``, ``no_token``; None where it is.
        split: how many tokens were cut at an edge or a blank.
    """

    sentences: list[list[Span]]
    spans: list[Span | None]
    reasons: list[str | None]
    split: int


def fit(text: str, sentences: Sentences, spans: Sequence[Span], *, edges: str) -> Fitted:
    """Fit spans to tokens, or tokens to spans.

    Args:
        text: whose they are.
        sentences: its tokens; a token is cut where it has blanks.
        spans: half-open, in code points.
        edges: what is done where an edge lies inside a token, one of
            `curator.formats.outgoing.EDGES`.
    """
    inner = sorted({edge for span in spans for edge in span}) if edges == "split" else []
    cut: list[list[Span]] = []
    split = 0
    for sentence in sentences:
        tokens: list[Span] = []
        for token in sentence:
            pieces = list(_pieces(text, token, inner))
            split += len(pieces) > 1
            tokens += pieces
        if tokens:
            cut.append(tokens)
    flat = [token for sentence in cut for token in sentence]
    starts, ends = [start for start, _ in flat], [end for _, end in flat]
    placed = [_place(span, starts, ends, edges) for span in spans]
    return Fitted(cut, [span for span, _ in placed], [why for _, why in placed], split)


def _pieces(text: str, token: Span, edges: list[int]) -> Iterator[Span]:
    start, end = token
    inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    for low, high in zip([start, *inner], [*inner, end], strict=True):
        for word in _WORD.finditer(text, low, high):
            yield word.span()


def _place(
    span: Span, starts: list[int], ends: list[int], edges: str
) -> tuple[Span | None, str | None]:
    """Return where a span lies when it begins and ends with tokens, and why not as it was."""
    start, end = span
    first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
    if first > last:
        return None, "no_token"
    reason = None
    cuts_first, cuts_last = starts[first] < start, end < ends[last]
    if cuts_first or cuts_last:
        if edges == "drop":
            return None, "edge"
        if edges == "contract":
            first, last = first + cuts_first, last - cuts_last
            if first > last:
                return None, "edge"
        reason = "contracted" if edges == "contract" else "expanded"
    fitted = starts[first], ends[last]
    return fitted, reason or (None if fitted == span else "trimmed")


def flat(spans: Sequence[Span | None], *, nested: str) -> set[int]:
    """Choose spans that do not overlap.

    Args:
        spans: half-open; None is never chosen.
        nested: ``outermost`` prefers the longest, ``innermost`` the shortest; then the first.

    Returns:
        The places of those that stay.
    """
    sign = -1 if nested == "outermost" else 1
    order = [place for place, span in enumerate(spans) if span is not None]
    order.sort(key=lambda place: (sign * _length(spans[place]), spans[place]))
    chosen: set[int] = set()
    taken: set[int] = set()
    for place in order:
        places = range(*(spans[place] or (0, 0)))
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.add(place)
    return chosen


def _length(span: Span | None) -> int:
    return 0 if span is None else span[1] - span[0]


def joined(sentences: Sequence[list[Span]], spans: Sequence[Span]) -> list[list[Span]]:
    """Join each sentence that ends inside a span with the next; the spans do not overlap."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    whole: list[list[Span]] = []
    for sentence in sentences:
        at = bisect_right(starts, whole[-1][-1][0]) - 1 if whole else -1
        if at >= 0 and sentence[0][1] <= ordered[at][1]:
            whole[-1] += sentence
        else:
            whole.append(list(sentence))
    return whole
