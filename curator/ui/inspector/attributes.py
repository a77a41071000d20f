"""The attributes of a claim in two columns, each with its list of values."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QWidget

from curator.domain.scheme import Attribute
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.inspector.facts import CardFacts
from curator.ui.tokens import Theme
from curator.ui.widgets.line import plain_tip
from curator.ui.widgets.surface import retheme

_ROW, _TWO = 26, 300


def spoken(name: str) -> str:
    """Return an attribute's name as it is read: ``source_type`` → ``Source type``."""
    return name.replace("_", " ").capitalize()


class Attributes(QWidget):
    """Attribute names and values; a press on one opens its values.

    Signals:
        chosen(str, str): a person chose a value: attribute, value.
    """

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells: list[_Cell] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)

    def show_facts(self, facts: CardFacts) -> None:
        """Show the attributes that the scheme has, with the annotation's values."""
        attributes = facts.layer.attributes
        if [cell.attribute for cell in self._cells] != list(attributes):
            self._rebuild(attributes)
        for cell in self._cells:
            name = cell.attribute.name
            cell.show_value(facts.value(name), by_hand=facts.set_by_hand(name))
        self.setVisible(bool(attributes))

    def edit(self, name: str | None) -> None:
        """Draw an attribute as in edit; None for none."""
        for cell in self._cells:
            cell.set_edit(on=cell.attribute.name == name)

    def offer(self, name: str) -> None:
        """Open the list of an attribute's values."""
        for cell in self._cells:
            if cell.attribute.name == name:
                cell.click()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column where two would cut the values."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= _TWO else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _rebuild(self, attributes: tuple[Attribute, ...]) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = [_Cell(self._theme, attribute, self) for attribute in attributes]
        for cell in self._cells:
            cell.chosen.connect(self.chosen)
        self._place()

    def _place(self) -> None:
        """Lay the cells out in as many columns as there is room for."""
        for column in range(self._columns):
            cells = self._cells[column :: self._columns]
            room = max((cell.name_width() for cell in cells), default=0)
            for cell in cells:
                cell.set_room(room + 8)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, *divmod(place, self._columns))


class _Cell(QAbstractButton):
    chosen = Signal(str, str)

    def __init__(self, theme: Theme, attribute: Attribute, parent: QWidget) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self._theme, self._value, self._by_hand, self._room = theme, "", False, 0
        self._in_edit = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_value(self, value: str, *, by_hand: bool) -> None:
        self._value, self._by_hand = value, by_hand
        name = spoken(self.attribute.name)
        self.setAccessibleName(f"{name}: {value}")
        self.setToolTip(plain_tip(f"{name}: {value}{_(', set by hand') if by_hand else ''}"))
        self.update()

    def set_edit(self, *, on: bool) -> None:
        self._in_edit = on
        self.update()

    def name_width(self) -> int:
        return round(fonts.wide(spoken(self.attribute.name), fonts.interface(11.5)))

    def set_room(self, room: int) -> None:
        self._room = room

    def sizeHint(self) -> QSize:
        return QSize(150, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, width = self._theme, self.width()
        if self.underMouse():
            paint.box(painter, QRectF(-4, 0, width + 4, 23), 4, theme.hover)
        name = QRectF(0, 0, self._room - 4, 22)
        small = fonts.interface(11.5)
        paint.put(painter, name, spoken(self.attribute.name), small, theme.ink3)
        font = fonts.interface(12, 600 if self._by_hand else 450)
        value = QRectF(self._room, 0, width - self._room - 16, 22)
        paint.put(painter, value, self._value, font, theme.ink)
        icons.draw(painter, "down", theme.ink3, QPointF(width - 14, 5), 12)
        paint.hairline(painter, 0, 24, width, theme.line)
        if self.hasFocus() or self._in_edit:
            paint.focus_ring(painter, QRectF(-4, 0, width + 4, 24), 4, theme)
        painter.end()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value in self.attribute.values:
            action = menu.addAction(value.replace("&", "&&"))
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value == self._value)
        menu.triggered.connect(lambda action: self.chosen.emit(self.attribute.name, action.data()))
        menu.popup(self.mapToGlobal(QPoint(self._room - 10, self.height())))
