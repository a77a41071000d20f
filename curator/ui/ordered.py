"""Annotations kept in an order: a change moves one of ten thousand, and sorts none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from curator.domain.annotation import Annotation

Key = tuple[Any, ...]


class Ordered:
    """Annotations by a key that no two of them share.

    Args:
        key: what they are sorted by; the last of it is the id.
        annotations: what it holds at first.
    """

    def __init__(
        self, key: Callable[[Annotation], Key], annotations: Iterable[Annotation] = ()
    ) -> None:
        self._key = key
        self._known = {one.id: one for one in annotations}
        self._keys = sorted(map(key, self._known.values()))

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, number: object) -> bool:
        return number in self._known

    def __iter__(self) -> Iterator[Annotation]:
        return (self._known[key[-1]] for key in self._keys)

    def __getitem__(self, row: int) -> Annotation:
        return self._known[self._keys[row][-1]]

    def get(self, number: int | None) -> Annotation | None:
        """Return an annotation by its id, None when it is not here."""
        return None if number is None else self._known.get(number)

    def row(self, number: int | None) -> int:
        """Return the row of an annotation by its id, -1 when it is not here."""
        one = self.get(number)
        return -1 if one is None else bisect_left(self._keys, self._key(one))

    def row_for(self, annotation: Annotation) -> int:
        """Return the row at which an annotation would be put in."""
        return self.row_of_key(self._key(annotation))

    def row_of_key(self, key: Key) -> int:
        """Return the row that something with a key would have."""
        return bisect_left(self._keys, key)

    def keeps(self, annotation: Annotation) -> bool:
        """Whether the one with its id is here and stays in its row when it is put."""
        before = self._known.get(annotation.id)
        return before is not None and self._key(before) == self._key(annotation)

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or put it in the place of the one with its id."""
        if not self.keeps(annotation):
            self.drop(annotation.id)
            insort(self._keys, self._key(annotation))
        self._known[annotation.id] = annotation

    def change(self, annotations: Iterable[Annotation], gone: Collection[int]) -> None:
        """Put many annotations and take others away: cheaper than one by one."""
        put = {one.id: one for one in annotations if one.id not in gone}
        self._keys = [key for key in self._keys if key[-1] not in put and key[-1] not in gone]
        self._known = {n: one for n, one in self._known.items() if n not in gone} | put
        self._keys = sorted([*self._keys, *map(self._key, put.values())])

    def drop(self, number: int) -> None:
        """Take an annotation away if it is here."""
        row = self.row(number)
        if row >= 0:
            del self._keys[row], self._known[number]

    def after(self, key: Key) -> Annotation | None:
        """Return the first behind a key, None when there is none."""
        row = bisect_right(self._keys, key)
        return self[row] if row < len(self._keys) else None

    def before(self, key: Key) -> Annotation | None:
        """Return the last before a key, None when there is none."""
        row = bisect_left(self._keys, key)
        return self[row - 1] if row else None
