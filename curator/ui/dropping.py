"""Files that are dragged over the window, wherever: what would become of them, and the drop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QLineEdit, QMainWindow, QWidget

from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.announcing import announce
from curator.ui.tokens import Theme

_HELD = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_INSET, _CARD, _PADDING = 3, 56, 22


class Wish(StrEnum):
    """What dropped files mean."""

    OPEN = "open"
    IMPORT = "import"
    NEW = "new"
    REFUSED = "refused"


class Meant(NamedTuple):
    """What files mean that are dropped now, and how it is said before."""

    wish: Wish
    words: str


def meant(paths: Sequence[Path], *, project: str, writable: bool) -> Meant:
    """Return what dropped files mean.

    A project among them is opened; documents go into the open project, or a new one.

    Args:
        paths: files and folders.
        project: the open project's name; empty where none is.
        writable: whether it can be written.
    """
    opened = next((path for path in paths if path.suffix == ".curator"), None)
    if opened is not None:
        return Meant(Wish.OPEN, _("Open {name}").format(name=opened.name))
    what = paths[0].name if len(paths) == 1 else counted(len(paths), "file")
    if not project:
        return Meant(Wish.NEW, _("New project with {what}").format(what=what))
    if not writable:
        return Meant(Wish.REFUSED, _("{project} can only be read here").format(project=project))
    return Meant(Wish.IMPORT, _("Import {what} into {project}").format(what=what, project=project))


class Dropping(QObject):
    """Takes files over every part of a window, also over a dock that floats.

    Attributes:
        sign: lies over the window while files are held over it.

    Signals:
        dropped(object): a list of paths.
    """

    dropped = Signal(object)

    def __init__(
        self, window: QMainWindow, theme: Theme, told: Callable[[Sequence[Path]], Meant]
    ) -> None:
        """Watch a window that is furnished.

        Args:
            window: with its docks.
            theme: its colours.
            told: says what files would mean.
        """
        super().__init__(window)
        self._told = told
        self.sign = DropSign(theme, window)
        for part in (window, *window.findChildren(QDockWidget)):
            part.setAcceptDrops(True)
            part.installEventFilter(self)
        # A field would take a file's name as words.
        for field in window.findChildren(QLineEdit):
            field.setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag in and out, and take the drop."""
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.sign.hide()
        elif kind in _HELD and isinstance(event, QDropEvent) and (held := files(event)):
            event.acceptProposedAction()
            if kind is QEvent.Type.DragEnter:
                self.sign.say(self._told(held))
            elif kind is QEvent.Type.Drop:
                self.sign.hide()
                self.dropped.emit(held)
            return True
        return super().eventFilter(watched, event)


def files(event: QDropEvent) -> list[Path]:
    """Return the files and folders that a drag holds."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class DropSign(QWidget):
    """A frame round the window, and in its middle what a drop would do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._meant = theme, Meant(Wish.IMPORT, "")
        self._font = fonts.interface(15, 600)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._meant.words

    def say(self, meaning: Meant) -> None:
        """Lie over the window and say what a drop would do."""
        self._meant = meaning
        self.setAccessibleName(meaning.words)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        announce(self, meaning.words)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the card."""
        painter = QPainter(self)
        theme, refused = self._theme, self._meant.wish is Wish.REFUSED
        tone = theme.warn if refused else theme.accent
        painter.fillRect(self.rect(), paint.colour(theme.page, 0.55))
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        paint.box(painter, frame, 10, None, tone, width=2, dash=(8, 6))
        width = min(fonts.wide(self.words, self._font) + 32 + 2 * _PADDING, frame.width() - 80)
        card = QRectF(0, 0, width, _CARD)
        card.moveCenter(frame.center())
        paint.shadow(painter, card, 8)
        paint.box(painter, card, 8, theme.raised, tone)
        icon = QPointF(card.x() + _PADDING, card.center().y() - 10)
        icons.draw(painter, "warning" if refused else "import", tone, icon, 20)
        words = card.adjusted(_PADDING + 32, 0, -_PADDING, 0)
        paint.put(painter, words, self.words, self._font, theme.ink)
        painter.end()
