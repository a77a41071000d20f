"""The window: where everything lies; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from curator.ui import tabbing
from curator.ui.actions import ACTIONS
from curator.ui.menu_row import MenuRow
from curator.ui.tokens import Theme
from curator.ui.welcome import Welcome
from curator.ui.widgets.keyed import rekey
from curator.ui.widgets.surface import retheme

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent, QSettings
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from curator.ui.docks import Docks
    from curator.ui.inspector.panel import InspectorPanel
    from curator.ui.keymap import Keymap
    from curator.ui.metrics import Metrics
    from curator.ui.queue.panel import QueuePanel
    from curator.ui.review_pane import ReviewPane
    from curator.ui.status import Status
    from curator.ui.widgets.dock_title import DockTitle
    from curator.ui.widgets.notice import Notices

_DRAWING = (QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest)


class Window(QMainWindow):
    """Welcome page or review, with both docks and the status bar.

    The first paint is of the welcome page; what only an open project needs is furnished later.

    Attributes:
        keymap: which keys do what.
        menu_row, welcome: there from the beginning.
        turn: made anew for each painting; what works beside lets it go first.
        pane, docks, queue, inspector, status, queue_title: there once it is furnished.

    Signals:
        triggered(object): an action was chosen in a menu or by its shortcut.
        leaving(): the window closes.
    """

    triggered = Signal(object)
    leaving = Signal()

    pane: ReviewPane
    docks: Docks
    queue: QueuePanel
    inspector: InspectorPanel
    status: Status
    queue_title: DockTitle

    def __init__(self, theme: Theme, keymap: Keymap) -> None:
        """Build a window of the size that the look asks for, with the welcome page."""
        super().__init__()
        self._theme = theme
        self.keymap = keymap
        keymap.changed.connect(self._show_keys)
        self.setWindowTitle("Curator")
        self.setMinimumSize(QSize(960, 600))
        self.resize(1440, 900)
        self.menu_row = MenuRow(theme, keymap)
        self.menu_row.triggered.connect(self.triggered)
        self.setMenuWidget(self.menu_row)
        self.welcome = Welcome(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._stack)
        self.turn: Callable[[], AbstractContextManager[None]] = nullcontext
        self._enabled: tuple[set[str], bool] | None = None
        self._furnished = False

    def furnish(self, settings: QSettings) -> None:
        """Build page, docks and status bar, and lay the docks as they were left; once."""
        from curator.ui.docks import Docks
        from curator.ui.inspector.panel import InspectorPanel
        from curator.ui.queue.panel import QueuePanel
        from curator.ui.review_pane import ReviewPane
        from curator.ui.status import Status

        theme = self._theme
        self.menu_row.fill()
        self._enabled = None
        self.pane = ReviewPane(theme, self.keymap)
        self.queue = QueuePanel(theme)
        self.inspector = InspectorPanel(theme)
        self.status = Status(theme)
        self._stack.addWidget(self.pane)
        self._lay_status()
        self.docks = Docks(self, theme, queue=self.queue, inspector=self.inspector)
        self.queue_title = self.docks.queue_title
        self._furnished = True
        self.docks.restore(settings)
        self.show_welcome()
        self._write_caps()

    @property
    def notices(self) -> Notices:
        """Where notices stand on the page that is shown."""
        reviewing = self._furnished and self._stack.currentWidget() is self.pane
        return self.pane.notices if reviewing else self.welcome.notices

    def show_welcome(self) -> None:
        """Show the first page, without docks."""
        self.read(on=False)
        self.docks.hide()
        self._stack.setCurrentWidget(self.welcome)
        self.statusBar().hide()

    def show_review(self) -> None:
        """Show queue, page and inspector, as they were last."""
        self._write_caps()
        self._stack.setCurrentWidget(self.pane)
        self.statusBar().show()
        self.docks.show()

    def read(self, *, on: bool) -> None:
        """Show the page alone on the whole screen, or everything as it was before."""
        if on != self.docks.reading:
            whole, now = Qt.WindowState.WindowFullScreen, self.windowState()
            self.setWindowState(now | whole if on else now & ~whole)
            self.docks.read(on=on)

    def set_metrics(self, metrics: Metrics) -> None:
        """Take another density, size of the text and length of line."""
        for part in (self.pane.page, self.queue, self.inspector):
            part.set_metrics(metrics)

    def event(self, event: QEvent) -> bool:
        """Paint and lay out in a turn of its own, before what works beside."""
        if event.type() in _DRAWING:
            with self.turn():
                return super().event(event)
        return super().event(event)

    def enable(self, having: Collection[str], *, writable: bool) -> None:
        """Enable the actions whose needs are met.

        Args:
            having: what there is of ``project``, ``document``, ``annotation`` and ``tour``.
            writable: whether the project can be written.
        """
        if (set(having), writable) == self._enabled:
            return
        self._enabled = (set(having), writable)
        for row in ACTIONS:
            met = (not row.needs or row.needs in having) and (writable or not row.writes)
            self.menu_row.actions_by[row.do].setEnabled(met)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
        if self._furnished:
            self.pane.page.set_theme(theme)

    def save_layout(self, settings: QSettings) -> None:
        """Remember size and docks."""
        settings.setValue("window/geometry", self.saveGeometry())
        self.docks.save(settings)

    def restore_place(self, settings: QSettings) -> None:
        """Come back where it was left and as large, where that was remembered."""
        from PySide6.QtCore import QByteArray

        geometry = settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
            # Who left while reading comes back to everything.
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def focusNextPrevChild(self, next_: bool, /) -> bool:  # noqa: FBT001 - Qt's signature
        """Have Tab go from left to right, also through what was made later than the rest."""
        if self._furnished:
            queue, inspector = self.docks.parts()
            parts = (self.menu_row, *queue, self._stack, *inspector, self.status)
            if tabbing.step(parts, self.focusWidget(), forward=next_):
                return True
        return super().focusNextPrevChild(next_)

    def childEvent(self, event: QChildEvent) -> None:
        """Show the keys in a dialogue that is about to be shown for the first time, too."""
        super().childEvent(event)
        child = event.child()
        if event.polished() and isinstance(child, QWidget) and not self.keymap.is_default:
            rekey(child, self.keymap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the docks make room in a narrow window, and come back in a wide one."""
        super().resizeEvent(event)
        if self._furnished:
            self.docks.fit(event.oldSize().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; what was decided is in the file already."""
        self.leaving.emit()
        event.accept()

    def _show_keys(self) -> None:
        """Show the keys that actions have now, in menus and wherever one stands."""
        self.menu_row.show_keys()
        rekey(self, self.keymap)

    def _write_caps(self) -> None:
        """Show them on what is new, too, where they are not those of the table."""
        if not self.keymap.is_default:
            rekey(self, self.keymap)

    def _lay_status(self) -> None:
        from PySide6.QtWidgets import QStatusBar

        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addPermanentWidget(self.status, 1)
        self.setStatusBar(bar)
