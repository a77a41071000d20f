"""The window: where everything lies; it decides nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from curator.ui import metrics
from curator.ui.actions import ACTIONS, Do
from curator.ui.menu_row import MenuRow
from curator.ui.tokens import Theme
from curator.ui.welcome import Welcome
from curator.ui.widgets.surface import retheme

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
    from PySide6.QtWidgets import QDockWidget

    from curator.ui.inspector.panel import InspectorPanel
    from curator.ui.queue.panel import QueuePanel
    from curator.ui.review_pane import ReviewPane
    from curator.ui.status import Status
    from curator.ui.widgets.dock_title import DockTitle
    from curator.ui.widgets.notice import Notices

_LAYOUT = 1
"""Version of the remembered layout."""


class Window(QMainWindow):
    """Welcome page or review, with both docks and the status bar.

    The first paint is of the welcome page; what only an open project needs is furnished later.

    Attributes:
        menu_row, welcome: there from the beginning.
        pane, queue, inspector, status, queue_title: there once it is furnished.

    Signals:
        triggered(object): an action was chosen in a menu or by its shortcut.
        dropped(object): files were dropped on the window; a list of paths.
        leaving(): the window closes.
    """

    triggered = Signal(object)
    dropped = Signal(object)
    leaving = Signal()

    pane: ReviewPane
    queue: QueuePanel
    inspector: InspectorPanel
    status: Status
    queue_title: DockTitle

    def __init__(self, theme: Theme) -> None:
        """Build a window of the size that the look asks for, with the welcome page."""
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Curator")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(960, 600))
        self.resize(1440, 900)
        self.menu_row = MenuRow(theme)
        self.menu_row.triggered.connect(self.triggered)
        self.setMenuWidget(self.menu_row)
        self.welcome = Welcome(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._stack)
        self._furnished = False
        self._shown = [True, True]
        self._sized = False

    def furnish(self, settings: QSettings) -> None:
        """Build page, docks and status bar, and lay the docks as they were left; once."""
        from curator.ui.inspector.panel import InspectorPanel
        from curator.ui.queue.panel import QueuePanel
        from curator.ui.review_pane import ReviewPane
        from curator.ui.status import Status

        theme = self._theme
        self.menu_row.fill()
        self.pane = ReviewPane(theme)
        self.queue = QueuePanel(theme)
        self.inspector = InspectorPanel(theme)
        self.status = Status(theme)
        self._stack.addWidget(self.pane)
        self._lay_status()
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._queue_dock, self.queue_title = self._dock("Queue", self.queue, left)
        self._inspector_dock, _title = self._dock("Inspector", self.inspector, right)
        self._furnished = True
        self._restore_docks(settings)
        self.show_welcome()

    @property
    def notices(self) -> Notices:
        """Where notices stand on the page that is shown."""
        reviewing = self._furnished and self._stack.currentWidget() is self.pane
        return self.pane.notices if reviewing else self.welcome.notices

    def show_welcome(self) -> None:
        """Show the first page, without docks."""
        self._remember()
        self._stack.setCurrentWidget(self.welcome)
        self.statusBar().hide()
        for dock in (self._queue_dock, self._inspector_dock):
            dock.hide()

    def show_review(self) -> None:
        """Show queue, page and inspector, as they were last."""
        self._stack.setCurrentWidget(self.pane)
        self.statusBar().show()
        self._queue_dock.setVisible(self._shown[0] and not self._narrow())
        self._inspector_dock.setVisible(self._shown[1])
        if not self._sized:
            self._sized = True
            QTimer.singleShot(0, self._size_docks)

    def toggle_dock(self, do: Do) -> None:
        """Show or hide the queue or the inspector."""
        dock = self._queue_dock if do is Do.QUEUE else self._inspector_dock
        dock.setVisible(not dock.isVisible())

    def enable(self, having: Collection[str], *, writable: bool) -> None:
        """Enable the actions whose needs are met.

        Args:
            having: what there is of ``project``, ``document`` and ``annotation``.
            writable: whether the project can be written.
        """
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
        self._remember()
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/docks", self._shown)
        settings.setValue("window/state", self.saveState(_LAYOUT))

    def restore_place(self, settings: QSettings) -> None:
        """Come back where it was left and as large, where that was remembered."""
        from PySide6.QtCore import QByteArray

        geometry = settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the queue make room in a narrow window, and bring it back in a wide one."""
        super().resizeEvent(event)
        was_narrow = 0 < event.oldSize().width() < metrics.QUEUE_FROM
        if self._furnished and self._stack.currentWidget() is self.pane:
            if was_narrow and not self._narrow():
                self._queue_dock.setVisible(self._shown[0])
            elif self._narrow() and not was_narrow:
                self._shown[0] = not self._queue_dock.isHidden()
                self._queue_dock.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; what was decided is in the file already."""
        self.leaving.emit()
        event.accept()

    def _size_docks(self) -> None:
        """Give docks their first widths, once they are laid out."""
        docks = [self._queue_dock, self._inspector_dock]
        widths = [metrics.QUEUE_WIDTH, metrics.INSPECTOR_WIDTH]
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _lay_status(self) -> None:
        from PySide6.QtWidgets import QStatusBar

        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addPermanentWidget(self.status, 1)
        self.setStatusBar(bar)

    def _dock(
        self, name: str, body: QWidget, area: Qt.DockWidgetArea
    ) -> tuple[QDockWidget, DockTitle]:
        from PySide6.QtWidgets import QDockWidget

        from curator.ui.widgets.dock_title import DockTitle

        dock = QDockWidget(name, self)
        dock.setObjectName(name)
        title = DockTitle(self._theme, name)
        title.closed.connect(dock.hide)
        dock.setTitleBarWidget(title)
        dock.setWidget(body)
        self.addDockWidget(area, dock)
        return dock, title

    def _restore_docks(self, settings: QSettings) -> None:
        from PySide6.QtCore import QByteArray

        state, shown = settings.value("window/state"), settings.value("window/docks")
        if isinstance(state, QByteArray):
            self._sized = self.restoreState(state, _LAYOUT)
        if isinstance(shown, list) and len(shown) == len(self._shown):
            self._shown = [str(one).lower() == "true" for one in shown]

    def _remember(self) -> None:
        """Docks are hidden on the first page; what counts is how they were in review."""
        if self._stack.currentWidget() is self.pane:
            queue = self._shown[0] if self._narrow() else not self._queue_dock.isHidden()
            self._shown = [queue, not self._inspector_dock.isHidden()]

    def _narrow(self) -> bool:
        return self.width() < metrics.QUEUE_FROM
