"""Work is done in portions, so that what is urgent never waits for long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

ITEMS = 16
"""Texts of one portion; more of them gain nothing (measured: 16 beats 1 and 64)."""

TOGETHER = 4
"""Texts whose matrices are multiplied together: so they stay in the processor's cache (measured: 4
takes three fifths of the time of 16 for entities, and less than 1)."""

CHARACTERS = 64_000
"""Code points of these texts together, unless a single one is longer."""

T = TypeVar("T")


def portions(items: Iterable[T], length: Callable[[T], int]) -> Iterator[list[T]]:
    """Group items in order; the groups depend on nothing but the items.

    Args:
        items: taken as the groups are.
        length: an item's code points.

    Yields:
        Lists of at most `ITEMS` and, unless it is one alone, `CHARACTERS`.
    """
    group: list[T] = []
    size = 0
    for item in items:
        added = length(item)
        if group and (len(group) == ITEMS or size + added > CHARACTERS):
            yield group
            group, size = [], 0
        group.append(item)
        size += added
    if group:
        yield group
