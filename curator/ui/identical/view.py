"""The list of places: tick, mark, label, words in context, document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.domain.identical import Place
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.identical.model import PLACE, TICKED, PlacesModel, note
from curator.ui.tokens import Theme
from curator.ui.widgets.in_context import in_context, tick

Index = QModelIndex | QPersistentModelIndex
ROW = 36
_TICK, _MARK, _CHIP, _WORDS = 22, 52, 74, 178
_PASSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDE = 250
"""Room for note and title at the right edge."""


class PlacesView(QListView):
    """Rows that Space or a click on the box ticks.

    Signals:
        wanted(): a row was double-clicked: go there.
    """

    wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        model: PlacesModel,
        family: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            family: gives the colour family of a label.
        """
        super().__init__(parent)
        self._model = model
        self._delegate = _Delegate(theme, family, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Identical mentions"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._delegate.theme = theme
        self.setStyleSheet(f"QListView {{ background: {theme.page}; }}")
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, all with Ctrl+A; Enter and letters are the dialogue's."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space:
            self._model.turn(self.currentIndex().row())
        elif key == Qt.Key.Key_A and control:
            self._model.turn_all()
        elif (event.text().isprintable() and event.text() and not control) or key in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the box."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _MARK:
            self._model.turn(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where a row is, but not by two clicks on its box."""
        if event.position().x() < _MARK:
            self.mousePressEvent(event)
        elif self.indexAt(event.position().toPoint()).isValid():
            self.wanted.emit()


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, family: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self._family = theme, family

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(400, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, view = index.data(PLACE), option.widget
        if not isinstance(place, Place) or not isinstance(view, PlacesView):
            return
        painter.save()
        rect, theme = QRectF(option.rect), self.theme
        if view.currentIndex().row() == index.row():
            inner = rect.adjusted(8, 1, -8, -1)
            paint.box(painter, inner, 6, theme.accent_wash)
            if view.hasFocus():
                paint.focus_ring(painter, inner, 6, theme)
        else:
            paint.hairline(painter, rect.x() + 18, rect.bottom(), rect.width() - 36, theme.line)
        top = rect.center().y()
        tick(painter, QPointF(rect.x() + _TICK, top - 8), theme, on=bool(index.data(TICKED)))
        self._label(painter, rect, place)
        words = rect.adjusted(_WORDS, 0, -_SIDE - 12, 0)
        marked = place.state is not None
        context = (place.before, place.words, place.after)
        in_context(painter, words, context, self._family(place.label), theme, marked=marked)
        self._beside(painter, rect, place)
        painter.restore()

    def _label(self, painter: QPainter, rect: QRectF, place: Place) -> None:
        theme, middle = self.theme, rect.center().y()
        family = self._family(place.label)
        if place.state is None:
            icons.draw(painter, "add", theme.ink3, QPointF(rect.x() + _MARK - 1, middle - 7), 14)
            box = QRectF(rect.x() + _CHIP, rect.y(), _WORDS - _CHIP, rect.height())
            paint.put(painter, box, _("unmarked"), fonts.interface(11.5), theme.ink3)
            return
        at = QPointF(rect.x() + _MARK, middle - 6)
        paint.state_mark(painter, at, place.state, theme.strong(family), theme)
        chip = QPointF(rect.x() + _CHIP, middle - 8)
        paint.chip(painter, chip, place.label, family, theme, kind="quiet")

    def _beside(self, painter: QPainter, rect: QRectF, place: Place) -> None:
        """Write what must be known of a place, and its document."""
        theme = self.theme
        x, end = rect.right() - _SIDE, rect.right() - 20
        if said := note(place):
            font = fonts.interface(11.5, 500)
            width = min(fonts.wide(said, font) + 10, 150)
            warned = theme.warn if place.decided else theme.ink2
            paint.put(painter, QRectF(x, rect.y(), width, rect.height()), said, font, warned)
            x += width
        title = QRectF(x, rect.y(), end - x, rect.height())
        paint.put(painter, title, place.title, fonts.interface(11.5), theme.ink3)
