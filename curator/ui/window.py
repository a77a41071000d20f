"""The window: where everything lies; it decides nothing."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QStatusBar, QWidget

from curator.ui import metrics
from curator.ui.actions import ACTIONS, Do
from curator.ui.inspector.panel import InspectorPanel
from curator.ui.menu_row import MenuRow
from curator.ui.queue.panel import QueuePanel
from curator.ui.review_pane import ReviewPane
from curator.ui.status import Status
from curator.ui.tokens import Theme
from curator.ui.welcome import Welcome
from curator.ui.widgets.dock_title import DockTitle
from curator.ui.widgets.surface import retheme

_LAYOUT = 1
"""Version of the remembered layout."""


class Window(QMainWindow):
    """Welcome page or review, with both docks and the status bar.

    Attributes:
        menu_row, welcome, pane, queue, inspector, status: the parts.

    Signals:
        triggered(object): an action was chosen in a menu or by its shortcut.
        dropped(object): files were dropped on the window; a list of paths.
        leaving(): the window closes.
    """

    triggered = Signal(object)
    dropped = Signal(object)
    leaving = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build an empty window of the size that the look asks for."""
        super().__init__()
        self.setWindowTitle("Curator")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(960, 600))
        self.resize(1440, 900)
        self.menu_row = MenuRow(theme)
        self.menu_row.triggered.connect(self.triggered)
        self.setMenuWidget(self.menu_row)
        self.welcome = Welcome(theme)
        self.pane = ReviewPane(theme)
        self.queue = QueuePanel(theme)
        self.inspector = InspectorPanel(theme)
        self.status = Status(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.pane)
        self.setCentralWidget(self._stack)
        self._lay_status()
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._queue_dock, self.queue_title = self._dock(theme, "Queue", self.queue, left)
        self._inspector_dock, _title = self._dock(theme, "Inspector", self.inspector, right)
        self._shown = [True, True]
        self._sized = False
        self.show_welcome()

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
        self._queue_dock.setVisible(self._shown[0])
        self._inspector_dock.setVisible(self._shown[1])
        if not self._sized:
            self._sized = True
            docks = [self._queue_dock, self._inspector_dock]
            widths = [metrics.QUEUE_WIDTH, metrics.INSPECTOR_WIDTH]
            self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

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
        retheme(self, theme)
        self.pane.page.set_theme(theme)

    def save_layout(self, settings: QSettings) -> None:
        """Remember size and docks."""
        self._remember()
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/docks", self._shown)
        settings.setValue("window/state", self.saveState(_LAYOUT))

    def restore_layout(self, settings: QSettings) -> None:
        """Come back as it was left, where anything was remembered."""
        geometry, state = settings.value("window/geometry"), settings.value("window/state")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            self._sized = self.restoreState(state, _LAYOUT)
        shown = settings.value("window/docks")
        if isinstance(shown, list) and len(shown) == len(self._shown):
            self._shown = [str(one).lower() == "true" for one in shown]
        self.show_welcome()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; what was decided is in the file already."""
        self.leaving.emit()
        event.accept()

    def _lay_status(self) -> None:
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addPermanentWidget(self.status, 1)
        self.setStatusBar(bar)

    def _dock(
        self, theme: Theme, name: str, body: QWidget, area: Qt.DockWidgetArea
    ) -> tuple[QDockWidget, DockTitle]:
        dock = QDockWidget(name, self)
        dock.setObjectName(name)
        title = DockTitle(theme, name)
        title.closed.connect(dock.hide)
        dock.setTitleBarWidget(title)
        dock.setWidget(body)
        self.addDockWidget(area, dock)
        return dock, title

    def _remember(self) -> None:
        """Docks are hidden on the first page; what counts is how they were in review."""
        if self._stack.currentWidget() is self.pane:
            docks = (self._queue_dock, self._inspector_dock)
            self._shown = [not dock.isHidden() for dock in docks]
