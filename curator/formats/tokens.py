"""Tokens fitted to annotations, so that every edge is an edge of a token."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from curator.formats.outgoing import Sentences

Span = tuple[int, int]


class Fitted(NamedTuple):
    """Tokens in reading order, half-open (code points), and how many of them were cut."""

    tokens: list[Span]
    cut: int


def fit(length: int, sentences: Sentences, spans: Iterable[Span]) -> Fitted:
    """Cut tokens where a span begins or ends in them; blanks become tokens where one needs them.

    Args:
        length: code points of the text.
        sentences: its tokens.
        spans: half-open, inside of the text.
    """
    wanted = list(spans)
    edges = sorted({edge for span in wanted for edge in span})
    starts = sorted({start for start, _ in wanted})
    ends = sorted({end for _, end in wanted})
    tokens: list[Span] = []
    cut = last = 0
    for start, end in [*(token for sentence in sentences for token in sentence), (length, length)]:
        if _between(starts, last, start) or _between(ends, last + 1, start + 1):
            tokens += _pieces(edges, last, start)
        pieces = _pieces(edges, start, end)
        cut += len(pieces) > 1
        tokens += pieces
        last = end
    return Fitted(tokens, cut)


def _between(places: list[int], low: int, high: int) -> bool:
    """Whether one of sorted places lies in [low, high)."""
    return bisect_left(places, low) < bisect_left(places, high)


def _pieces(edges: list[int], start: int, end: int) -> list[Span]:
    inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    bounds = [start, *inner, end] if start < end else [start]
    return list(itertools.pairwise(bounds))
