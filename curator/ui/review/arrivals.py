"""Many changes at once reach the open document some at a time, so that no key waits for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from curator.domain.annotation import Annotation
from curator.domain.changes import Changes
from curator.ui.review.open_document import OpenDocument

_AT_ONCE = 250
"""Annotations that are taken in one turn of the event loop: a few milliseconds with all around."""


class Arrivals(QObject):
    """Keeps what a lesson changed in thousands of suggestions, and hands it out turn by turn.

    What comes later of an annotation counts; so what is kept of it is forgotten then.

    Signals:
        due(object, object): an `OpenDocument`, and `Changes` that it is to take now.
    """

    due = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing kept."""
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._kept: dict[int, Annotation | None] = {}
        self._returned: dict[int, Annotation] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._hand_out)

    def admit(self, changes: Changes, document: OpenDocument | None) -> None:
        """Have changes taken: at once, or of many annotations the first, and the rest in turns.

        Args:
            changes: as they came; passed over where they are not about the document.
            document: the open one; what was kept for another is forgotten.
        """
        if document is not self._document:
            self._document = document
            self._forget([*self._kept, *self._returned])
        if document is None or not document.concerns(changes):
            return
        about = [one.id for one in (*changes.annotations, *changes.returned)]
        self._forget([*about, *changes.vanished])
        if len(about) + len(changes.vanished) <= _AT_ONCE:
            self.due.emit(document, changes)
            return
        # The window may go to the first of an act, which is to be there then.
        self._kept.update((one.id, one) for one in changes.annotations[:1])
        self._kept.update(dict.fromkeys(changes.vanished))
        self._kept.update((one.id, one) for one in changes.annotations)
        self._returned.update((one.id, one) for one in changes.returned)
        self._hand_out(replace(changes, annotations=(), vanished=(), returned=()))

    def _hand_out(self, changes: Changes = Changes()) -> None:  # noqa: B008 - it is frozen
        """Have the next of what is kept taken, with whatever else changed."""
        kept = {number: self._kept.pop(number) for number in list(islice(self._kept, _AT_ONCE))}
        more = list(islice(self._returned, max(1, _AT_ONCE - len(kept))))
        if self._document is None or not (kept or more):
            return
        some = replace(
            changes,
            annotations=tuple(one for one in kept.values() if one is not None),
            vanished=tuple(number for number, one in kept.items() if one is None),
            returned=tuple(self._returned.pop(number) for number in more),
        )
        if self._kept or self._returned:
            self._timer.start()
        self.due.emit(self._document, some)

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._kept.pop(number, None)
            self._returned.pop(number, None)
