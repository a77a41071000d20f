"""The docks beside the page: when they are shown, and where there is room for them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from curator.translation import gettext as _
from curator.ui import metrics
from curator.ui.tokens import Theme
from curator.ui.widgets.dock_title import DockTitle
from curator.ui.widgets.still import Still

_LAYOUT = 1
"""Version of the remembered layout."""
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BELOW = Qt.DockWidgetArea.BottomDockWidgetArea


class Docks(QObject):
    """Queue and inspector, as far as a person wants them and the window is wide enough.

    A narrow window has no queue; a narrower one has the inspector as a drawer under the page.
    Reading needs neither.

    Attributes:
        queue_title: the queue's title, with its count.
    """

    def __init__(
        self, window: QMainWindow, theme: Theme, *, queue: QWidget, inspector: QWidget
    ) -> None:
        """Lay both docks into a window."""
        super().__init__(window)
        self._window = window
        self._queue, self.queue_title = self._dock(_("Queue"), queue, theme, _LEFT)
        self._inspector, _title = self._dock(_("Inspector"), inspector, theme, _RIGHT)
        self._shown = [True, True]
        self._active = self._reading = self._drawer = False
        self._widths: list[int] | None = [metrics.QUEUE_WIDTH, metrics.INSPECTOR_WIDTH]
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._size)
        for dock in (self._queue, self._inspector):
            dock.installEventFilter(self)

    @property
    def reading(self) -> bool:
        """Whether they are away because somebody reads."""
        return self._reading

    def parts(self) -> tuple[list[QWidget], list[QWidget]]:
        """Return title and body of the queue, and those of the inspector."""
        docks = (self._queue, self._inspector)
        queue, inspector = ([dock.titleBarWidget(), dock.widget()] for dock in docks)
        return queue, inspector

    def show(self) -> None:
        """Show them as they were last."""
        self._active = True
        self._queue.setVisible(self._shown[0] and not self._is_narrow())
        self._inspector.setVisible(self._shown[1])
        self._place_inspector()
        self._later.start()

    def hide(self) -> None:
        """Hide them, and remember how they were."""
        self._remember()
        self._active = False
        for dock in (self._queue, self._inspector):
            dock.hide()

    def toggle_queue(self) -> None:
        """Show or hide the queue."""
        self._queue.setVisible(not self._queue.isVisible())

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._inspector.setVisible(not self._inspector.isVisible())

    def read(self, *, on: bool) -> None:
        """Step back for reading, or come back as they were."""
        if on and self._active:
            self.hide()
        elif not on and self._reading:
            self.show()
        self._reading = on

    def fit(self, before: int) -> None:
        """Make room in a narrow window, and come back in a wide one.

        Args:
            before: how wide the window was, below 0 when it was not shown.
        """
        if not self._active:
            return
        was_narrow = 0 < before < metrics.QUEUE_FROM
        if was_narrow and not self._is_narrow():
            self._queue.setVisible(self._shown[0])
            self._later.start()
        elif self._is_narrow() and not was_narrow:
            self._shown[0] = not self._queue.isHidden()
            self._queue.hide()
        self._place_inspector()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember how wide they are in a window that has room for both."""
        if event.type() is QEvent.Type.Resize and not self._later.isActive():
            docks = (self._queue, self._inspector)
            beside = not self._is_narrow() and not self._drawer
            if beside and all(dock.isVisible() for dock in docks):
                self._widths = [dock.width() for dock in docks]
        return super().eventFilter(watched, event)

    def save(self, settings: QSettings) -> None:
        """Remember which are shown, and where."""
        self._remember()
        if self._drawer:
            self._move_inspector(_RIGHT)
        settings.setValue("window/docks", self._shown)
        settings.setValue("window/state", self._window.saveState(_LAYOUT))

    def restore(self, settings: QSettings) -> None:
        """Lie as it was remembered."""
        state, shown = settings.value("window/state"), settings.value("window/docks")
        if isinstance(state, QByteArray):
            restored = self._window.restoreState(state, _LAYOUT)
            self._widths = None if restored else self._widths
        if isinstance(shown, list) and len(shown) == len(self._shown):
            self._shown = [str(one).lower() == "true" for one in shown]

    def _remember(self) -> None:
        """Docks are hidden on the first page; what counts is how they were in review."""
        if self._active:
            queue = self._shown[0] if self._is_narrow() else not self._queue.isHidden()
            self._shown = [queue, not self._inspector.isHidden()]

    def _is_narrow(self) -> bool:
        return self._window.width() < metrics.QUEUE_FROM

    def _place_inspector(self) -> None:
        """Put the inspector under the page where there is no room beside it."""
        narrow = self._window.width() < metrics.INSPECTOR_FROM
        beside = self._window.dockWidgetArea(self._inspector) == _RIGHT
        if narrow and beside and not self._inspector.isFloating():
            self._move_inspector(_BELOW)
        elif not narrow and self._drawer:
            self._move_inspector(_RIGHT)

    def _move_inspector(self, area: Qt.DockWidgetArea) -> None:
        hidden = self._inspector.isHidden()
        self._drawer = area == _BELOW
        self._window.addDockWidget(area, self._inspector)
        self._inspector.setHidden(hidden)
        way = Qt.Orientation.Vertical if self._drawer else Qt.Orientation.Horizontal
        size = metrics.DRAWER if self._drawer else metrics.INSPECTOR_WIDTH
        self._window.resizeDocks([self._inspector], [size], way)

    def _size(self) -> None:
        """Give docks the widths that they had last, once they are laid out."""
        if self._widths is not None and not self._drawer:
            docks = [self._queue, self._inspector]
            self._window.resizeDocks(docks, self._widths, Qt.Orientation.Horizontal)

    def _dock(
        self, name: str, body: QWidget, theme: Theme, area: Qt.DockWidgetArea
    ) -> tuple[QDockWidget, DockTitle]:
        dock = QDockWidget(name, self._window)
        dock.setObjectName(name)
        title = DockTitle(theme, name)
        title.closed.connect(dock.hide)
        dock.setTitleBarWidget(title)
        dock.setWidget(Still(body))
        self._window.addDockWidget(area, dock)
        return dock, title
