"""The queue is fed from the project: its outline, pages of rows, single rows that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.queue import QueueFilter, QueueOutline
from curator.domain.scheme import Scheme
from curator.services import reading
from curator.translation import gettext as _
from curator.ui.desk import Desk
from curator.ui.queue.panel import QueuePanel

_PAUSE = 250
"""Milliseconds in which several changes become one refresh."""
_LISTED = ("close", "open", "flag", "unflag", "comment", _("comment document"))
"""Acts by which a document may leave what the filter lists, or come into it."""


class QueueFeed(QObject):
    """Answers what the queue asks, and tells it what changed.

    Args:
        desk: of the open project.
        panel: the queue.
        told: called with every outline.

    Attributes:
        newest: the newest change set that the screen has painted.
    """

    def __init__(self, desk: Desk, panel: QueuePanel, told: Callable[[QueueOutline], Any]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._panel = panel
        self._told = told
        self._changed: set[int] = set()
        self._reshaped = False
        self.newest = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._refresh)
        panel.filter_changed.connect(self.outline)
        panel.wanted.connect(self._page)
        desk.read(reading.scheme, self._know)

    def outline(self, wanted: QueueFilter | None = None) -> None:
        """Read the queue's shape anew."""
        asked = wanted or self._panel.filter
        self._desk.read(
            lambda project: reading.outline(project, asked),
            partial(self._show, asked),
            after=self.newest,
        )

    def take(self, changes: Changes) -> None:
        """Take what an act changed; rows follow soon, the shape where it may be another."""
        self.newest = max(self.newest, changes.change_set)
        self._changed |= changes.documents
        if (
            changes.code in ("close", "open", "flag", "unflag", _("comment document"))
            or changes.undoes
        ):
            self.outline()
        described = bool(changes.documents) and self._panel.filter.describes
        self._reshaped = self._reshaped or changes.queue or described
        if changes.scheme or changes.queue:
            self._desk.read(reading.scheme, self._know, after=self.newest)
        if (self._changed or self._reshaped) and not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Answer nothing any more."""
        self._timer.stop()
        self._panel.filter_changed.disconnect(self.outline)
        self._panel.wanted.disconnect(self._page)

    def _show(self, asked: QueueFilter, outline: QueueOutline) -> None:
        if asked == self._panel.filter:
            self._panel.set_outline(outline)
        self._told(outline)

    def _know(self, scheme: Scheme) -> None:
        """Labels that are retired may still be found in what was decided before."""
        self._panel.tools.know(
            {
                layer: [one.name for one in scheme.layers[layer].labels]
                for layer in Layer
                if layer in scheme.layers
            }
        )

    def _page(self, batch_id: int, offset: int, count: int) -> None:
        asked = self._panel.filter
        self._desk.read(
            lambda project: reading.page(
                project, asked, batch_id=batch_id, offset=offset, count=count
            ),
            partial(self._panel.deliver, batch_id, offset),
            after=self.newest,
        )

    def _refresh(self) -> None:
        if self._reshaped:
            self._reshaped = False
            self.outline()
        changed, self._changed = sorted(self._changed), set()
        self._desk.read(
            lambda project: reading.rows(project, _few(changed)),
            self._panel.update_documents,
            after=self.newest,
        )


def _few(numbers: Iterable[int]) -> list[int]:
    """A long act changes more rows than are on the screen; the newest are enough."""
    return list(numbers)[-500:]
