"""Acts under way: painted already, not in the file yet; what the file has of them meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from curator.domain.annotation import Annotation
from curator.domain.changes import Changes


class UnderWay:
    """Counts acts on their way to the file, by annotation.

    An answer that comes while a later act on the same annotation is under way must not undo its
    paint, and when the last one fails, what the file has is painted, not what stood before it.
    A candidate that an act makes an annotation bears another id from then on.
    """

    def __init__(self) -> None:
        """Begin with nothing under way."""
        self._acts: Counter[int] = Counter()
        self._saved: dict[int, Annotation] = {}
        self._became: dict[int, int] = {}

    def name(self, number: int) -> int:
        """Return the id that an annotation bears now, which it may not have been yet."""
        return self._became.get(number, number)

    def begin(self, before: Annotation) -> None:
        """Count one act more on an annotation.

        Args:
            before: as it stood; the file has it like this unless other acts are under way.
        """
        self._acts[before.id] += 1
        self._saved.setdefault(before.id, before)

    def end(self, number: int) -> Annotation | None:
        """Count one act less.

        Args:
            number: the id that the annotation had when the act began.

        Returns:
            What the file has of it, when no other act is under way; None while one is, or when
            it is gone.
        """
        number = self.name(number)
        self._acts[number] -= 1
        if self._acts[number] > 0:
            return None
        del self._acts[number]
        return self._saved.pop(number, None)

    def promote(self, number: int, changes: Changes) -> None:
        """Take up that a candidate has become the annotation that changes are about."""
        if number not in changes.vanished:
            return
        became = changes.annotations[0].id
        self._became[number] = became
        self._acts[became] += self._acts.pop(number, 0)
        self._saved.pop(number, None)

    def settle(self, changes: Changes, painted: Callable[[int], Annotation | None]) -> Changes:
        """Return what is to be painted of changes: of acts under way, what is painted already.

        Args:
            changes: as they came; the file has them.
            painted: gives what is painted under an id.
        """
        was = {new: old for old, new in self._became.items()}
        shown = []
        for one in changes.annotations:
            if self._acts[one.id] > 0:
                self._saved[one.id] = one
                now = painted(one.id) or painted(was.get(one.id, one.id))
                shown.append(one if now is None else replace(now, id=one.id))
            else:
                shown.append(one)
        for number in changes.vanished:
            self._saved.pop(number, None)
        for one in changes.returned:
            self._became.pop(one.id, None)
        return replace(changes, annotations=tuple(shown))
