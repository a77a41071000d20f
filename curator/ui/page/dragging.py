"""Dragging an edge of the current annotation: shown snapped before it is let go, then told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from curator.domain.annotation import Annotation, Part, ordered
from curator.ui.page.handles import Handle, dragged, handle_at
from curator.ui.page.marks import Mark
from curator.ui.page.selecting import LEFT
from curator.ui.page.view import Page

_STARTS = 3
"""So far the pointer goes before a press is a drag (logical pixels)."""
_SCROLL_MS = 60
"""How often the page scrolls a line while the pointer is beyond its edge."""
_OVER = Qt.CursorShape.SplitHCursor
_TEXT = Qt.CursorShape.IBeamCursor


class EdgeDrag(QObject):
    """Takes hold of edges of the current annotation; nothing is changed but what is painted.

    A press that is let go where it was is a click. Escape lets go without a change.

    Signals:
        dropped(object): the annotation as it is to be; it is painted as it was.

    Args:
        page: whose current annotation.
        may: whether edges can be moved now.
    """

    dropped = Signal(object)

    def __init__(self, page: Page, may: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._may = may
        self._held: Handle | None = None
        self._from = QPointF()
        self._at = QPointF()
        self._as_is: Annotation | None = None
        self._shown: Annotation | None = None
        self._by_word = True
        self._given_up = False
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        page.installEventFilter(self)
        page.viewport().installEventFilter(self)

    def close(self) -> None:
        """Let go of everything."""
        self._let_go()
        self._page.removeEventFilter(self)
        self._page.viewport().removeEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether an edge is being dragged."""
        return self._as_is is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse while it is on an edge or drags one, and keys that refine or end that."""
        if watched is self._page:
            return self._key(event)
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(cast("QMouseEvent", event))
            case QEvent.Type.MouseMove:
                return self._move(cast("QMouseEvent", event))
            case QEvent.Type.MouseButtonRelease:
                return self._release(cast("QMouseEvent", event))
        return False

    def _key(self, event: QEvent) -> bool:
        if not self.active or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and event.type() is QEvent.Type.KeyPress:
            self._let_go()
            self._given_up = True
            return True
        if event.key() == Qt.Key.Key_Alt:
            if event.type() is not QEvent.Type.ShortcutOverride:
                self._by_word = event.type() is QEvent.Type.KeyRelease
                self._show()
            event.accept()
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        self._let_go()
        self._given_up = False
        if event.button() is not LEFT or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self._held, self._from = self._handle(event.position()), event.position()
        if self._held is None:
            return False
        caret = self._page.selected()[0]
        self._page.select(caret, caret)
        self._page.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._given_up:
            return True
        if self._held is None:
            if not event.buttons():
                self._point(over=self._handle(event.position()) is not None)
            return False
        far = (event.position() - self._from).manhattanLength() >= _STARTS
        if not self.active and far:
            self._as_is = self._current()
        if self.active:
            self._at = event.position()
            self._by_word = not event.modifiers() & Qt.KeyboardModifier.AltModifier
            self._show()
            beyond = not 0 <= self._at.y() < self._page.viewport().height()
            self._scrolling.start() if beyond else self._scrolling.stop()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is not LEFT or (self._held is None and not self._given_up):
            return False
        if self._given_up or not self.active:
            held, self._held, self._given_up = self._held, None, False
            if held is not None:
                self._page.clicked.emit(event.position())
            return True
        shown, as_is = self._shown, self._let_go()
        if shown is not None and as_is is not None and shown.parts != as_is.parts:
            self.dropped.emit(shown)
        return True

    def _handle(self, at: QPointF) -> Handle | None:
        one = self._current() if self._may() else None
        if one is None:
            return None
        return handle_at(self._page.sight(), self._page.measures, one, at)

    def _current(self) -> Annotation | None:
        number = self._page.current
        return None if number is None else self._page.annotation(number)

    def _show(self) -> None:
        """Paint the annotation as it would be; one that is another meanwhile is left alone."""
        now = self._current()
        if now is None or self._as_is is None or now.id != self._as_is.id or self._held is None:
            self._let_go()
            self._given_up = True
            return
        if now is not self._shown:
            self._as_is = now
        offset = self._page.sight().caret_at(self._at.x(), self._at.y())
        part = self._held.part(self._as_is)
        if offset is None or part is None:
            return
        new = dragged(self._page.text, self._as_is, self._held, offset, by_word=self._by_word)
        if new is not None:
            self._paint(part, new)

    def _paint(self, part: Part, new: Part) -> None:
        one, held = self._as_is, self._held
        if one is None or held is None:
            return
        parts = ordered(new if each is part else each for each in one.parts)
        self._shown = replace(one, parts=parts)
        self._page.put([self._shown])
        self._page.show_marks([Mark(new.start if held.edge == "start" else new.end, held.edge)])

    def _let_go(self) -> Annotation | None:
        """Paint what was dragged as it is, and return it."""
        as_is, shown, self._as_is = self._as_is, self._shown, None
        self._held = self._shown = None
        self._scrolling.stop()
        if as_is is not None:
            self._page.show_marks(())
            if self._page.annotation(as_is.id) is shown is not None:
                self._page.put([as_is])
        return as_is

    def _scroll(self) -> None:
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + (1 if self._at.y() > 0 else -1))
        self._show()

    def _point(self, *, over: bool) -> None:
        viewport = self._page.viewport()
        shape = _OVER if over else _TEXT
        if viewport.cursor().shape() is not shape:
            viewport.setCursor(shape)
