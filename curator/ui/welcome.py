"""The first page: new project, open, samples, and the projects that were open last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.colour import mix
from curator.ui.do import Do
from curator.ui.tokens import LOGO_BAR, Theme
from curator.ui.welcome_parts import BigButton, RecentProject, RecentRow, Steps
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.notice import Notices
from curator.ui.widgets.surface import Surface

FORMATS = _("texts, pages, PDF, Word, mails, tables")
_FOR = _("Read dispatches, decide what the machine suggests, and keep every decision.")
MOST_RECENT = 6
_CARDS = 416
_TOP, _LEFT_WIDTH, _LEFT_LEAST = 112, 560, 440
_WIDE = 1200


class Welcome(Surface):
    """What there is before a project is open.

    Attributes:
        notices: where notices stand on this page.

    Signals:
        new(), open(), try_samples(): a card was pressed.
        open_recent(object): a project was chosen; its path.
        dropped(object): files were dropped; a list of paths.
        clear(): the list of recent projects is to be forgotten.
    """

    new = Signal()
    open = Signal()
    try_samples = Signal()
    open_recent = Signal(object)
    dropped = Signal(object)
    clear = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", parent=parent)
        self.setAcceptDrops(True)
        self.notices = Notices(theme)
        self._rows: list[RecentRow] = []
        self._drop = _DropZone(theme)
        self._first = BigButton(
            theme, "add", _("New project"), _("Choose a name, labels and documents"), do=Do.NEW
        )
        self._first.set_primary()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(theme), 2)
        self._right = Surface(theme, "page")
        self.notices.setParent(self._right)
        row.addWidget(self._right, 3)
        self._list: QVBoxLayout | None = None

    def show_recent(self, projects: Sequence[RecentProject]) -> None:
        """List the projects that were open last, the newest first.

        The right side is empty until it is known what to list.
        """
        if self._list is None:
            self._list = self._fill_right()
            self._set_margins()
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [RecentRow(self.theme, project) for project in projects[:MOST_RECENT]]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
            row.opened.connect(self.open_recent)
        self._none.setVisible(not self._rows)
        self._clear.setVisible(bool(self._rows))
        if self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where Enter does what is wanted most often."""
        first = self._rows[0] if self._rows else self._first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for Enter."""
        super().showEvent(event)
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the right side the room that there is."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        margin = 64 if self.width() >= _WIDE else 32
        if self._list is not None:
            self._beside.setContentsMargins(margin, 48, margin, 40)
        self._cards.setContentsMargins(margin + 8, 40, 32, 24)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and show where they go."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.set_hot(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Rest again."""
        super().dragLeaveEvent(event)
        self._drop.set_hot(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        self._drop.set_hot(on=False)
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _left(self, theme: Theme) -> QWidget:
        side = Surface(theme, "panel", lines="right")
        side.setMaximumWidth(_LEFT_WIDTH)
        side.setMinimumWidth(_LEFT_LEAST)
        opening = BigButton(
            theme, "folder", _("Open a project"), _("A file ending in .curator"), do=Do.OPEN
        )
        samples = BigButton(
            theme, "suggest", _("Try the samples"), _("Some short dispatches, about five minutes")
        )
        self._first.clicked.connect(self.new)
        opening.clicked.connect(self.open)
        samples.clicked.connect(self.try_samples)
        self._cards = column = QVBoxLayout(side)
        column.setSpacing(10)
        column.addItem(_above())
        for widget in (_Mast(theme), self._first, opening, samples):
            column.addWidget(widget)
        column.addSpacing(16)
        column.addWidget(self._drop)
        column.addStretch(1)
        return side

    def _fill_right(self) -> QVBoxLayout:
        """Lay out the right side; returns where projects are listed."""
        theme = self.theme
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 0, 8, 0)
        heading.addWidget(
            Line(theme, fonts.interface(13, 600), ink="ink", text=_("Recent projects"))
        )
        heading.addStretch(1)
        self._clear = Button(theme, _("Clear"), kind="ghost", name=_("Clear the recent projects"))
        self._clear.clicked.connect(self.clear)
        heading.addWidget(self._clear)
        self._none = Line(theme, fonts.interface(12), ink="ink3")
        self._none.set_text(_("Projects that you open stand here."))
        self._none.setContentsMargins(16, 0, 0, 0)
        listed = QVBoxLayout()
        listed.setSpacing(0)
        foot = Line(theme, fonts.interface(12), ink="ink3")
        foot.set_text(_("Everything stays on this computer."))
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(self._none)
        below = QVBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(Steps(theme, FORMATS))
        below.addStretch(1)
        below.addWidget(foot)
        self._beside = column = QVBoxLayout(self._right)
        column.setSpacing(8)
        column.addItem(_above())
        column.addLayout(heading)
        column.addLayout(inset)
        column.addLayout(listed)
        column.addWidget(self.notices)
        column.addSpacing(36)
        column.addLayout(below, 1)
        return listed


def _above() -> QSpacerItem:
    """Room over a column, given up first where the window is low."""
    return QSpacerItem(0, _TOP, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


class _Mast(QWidget):
    """Mark, name, and what it is for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(188)
        self.setAccessibleName("Curator")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, width = self._theme, self.width()
        paint.box(painter, QRectF(0, 0, 44, 44), 10, theme.ring)
        paint.ground(painter, QRectF(11, 13, 22, 2.5), theme.panel)
        paint.ground(painter, QRectF(11, 20, 14, 2.5), theme.panel)
        paint.box(painter, QRectF(10, 27, 19, 6), 2.5, LOGO_BAR)
        name = QRectF(0, 64, width, 44)
        paint.put(painter, name, "Curator", fonts.reading(32, 600), theme.ink)
        painter.setFont(fonts.interface(14.5))
        painter.setPen(paint.colour(theme.ink2))
        below = QRectF(0, 116, min(width, 372), 60)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, _FOR)
        painter.end()


class _DropZone(QWidget):
    """Where files can be dropped; the whole page takes them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._hot = theme, False
        self.setFixedHeight(84)
        self.setMaximumWidth(_CARDS)
        self.setAccessibleName(_("Files can be dropped here: {formats}").format(formats=FORMATS))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_hot(self, *, on: bool) -> None:
        """Show that what is held over it would be taken."""
        self._hot = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        edge = theme.accent if self._hot else mix(theme.edge, theme.panel, 0.6)
        ground = theme.accent_wash if self._hot else None
        paint.box(painter, rect, 8, ground, edge, dash=(5, 4))
        tone = theme.accent if self._hot else theme.ink3
        icons.draw(painter, "import", tone, QPointF(20, 32), 20)
        upper = QRectF(58, 18, rect.width() - 70, 22)
        paint.put(painter, upper, _("Or drop files here"), fonts.interface(13, 500), theme.ink2)
        lower = QRectF(58, 40, rect.width() - 70, 20)
        paint.put(painter, lower, FORMATS, fonts.interface(12), theme.ink3)
        painter.end()
