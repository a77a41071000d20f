"""The legend under the text: each label with its key, its colour and its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from curator.domain.annotation import Layer
from curator.domain.guideline import first_words
from curator.domain.scheme import Label
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.metrics import LEGEND
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button, tip
from curator.ui.widgets.line import plain_tip
from curator.ui.widgets.surface import Surface

_LEFT, _RIGHT, _GAP = 26, 24, 14


class Legend(Surface):
    """The labels of what is in view; a click sets one, as its key does.

    Signals:
        chosen(str, str): a label was clicked: its layer's value and its name.
    """

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", lines="top", parent=parent)
        self.setFixedHeight(LEGEND)
        self.setAccessibleName(_("Labels"))
        self._entries: list[_Entry] = []
        self._counts: Mapping[tuple[Layer, str], int] = {}
        self._more = Button(
            theme, _("more"), kind="ghost", name=_("More labels"), after="right", parent=self
        )
        self._more.clicked.connect(self._open_menu)

    def show_labels(self, labels: Sequence[tuple[Layer, Label]]) -> None:
        """Show labels in the order given, each with its layer."""
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        self._entries = [_Entry(self.theme, layer, label, self) for layer, label in labels]
        for entry in self._entries:
            entry.clicked.connect(self._clicked)
        self._count()
        self._place()

    def set_counts(self, counts: Mapping[tuple[Layer, str], int]) -> None:
        """Say how many annotations of each layer and label the document has."""
        self._counts = counts
        if self._count():
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many labels as fit."""
        super().resizeEvent(event)
        self._place()

    def _count(self) -> bool:
        """Tell each label how often it is there; returns whether any is wider or narrower now."""
        counts = self._counts
        moved = [one.set_count(counts.get((one.layer, one.label.name), 0)) for one in self._entries]
        return any(moved)

    def _place(self) -> None:
        x, room, whole = _LEFT, self.width() - _RIGHT, True
        more = self._more.sizeHint().width()
        for place, entry in enumerate(self._entries):
            width = entry.sizeHint().width()
            last = place == len(self._entries) - 1
            fits = whole and x + width <= (room if last else room - more - _GAP)
            whole = whole and fits
            entry.setVisible(fits)
            entry.setGeometry(x, 5, width, LEGEND - 9)
            x += width + _GAP
        self._more.setVisible(not whole)
        self._more.setGeometry(room - more + 10, 5, more, 28)

    def _clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, _Entry):
            self.chosen.emit(entry.layer.value, entry.label.name)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in self._entries:
            if entry.isHidden():
                action = menu.addAction(entry.label.name.replace("&", "&&"))
                action.triggered.connect(entry.click)
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


class _Entry(QAbstractButton):
    """Key cap, swatch, name and count of a label."""

    def __init__(self, theme: Theme, layer: Layer, label: Label, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer, self.label = layer, label
        self._theme, self._count = theme, 0
        self._font = fonts.interface(10.5, 600, 0.2)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(label.name)
        self.setAccessibleName(_("Label {name}").format(name=label.name))
        self.setAccessibleDescription(_("0 in this document"))
        words = "\n".join((tip(label.name, label.key or ""), first_words(label.guideline)))
        self.setToolTip(plain_tip(words.strip()))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_count(self, count: int) -> bool:
        """Write a count; returns whether the entry is wider or narrower now."""
        if count == self._count:
            return False
        before, self._count = self.sizeHint(), count
        self.setAccessibleDescription(_("{count} in this document").format(count=count))
        self.update()
        return self.sizeHint() != before

    def sizeHint(self) -> QSize:
        width = 21 + fonts.wide(self._name(), self._font) + (22 if self.label.key else 0)
        width += 4 + fonts.wide(str(self._count), self._figures()) if self._count else 0
        return QSize(round(width), LEGEND - 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, height = self._theme, self.height()
        if self.underMouse():
            paint.box(painter, QRectF(self.rect()), 6, theme.hover)
        x, y = 2.0, (height - 16) / 2
        if self.label.key:
            paint.key_cap(painter, x + 16, y, self.label.key, theme)
            x += 22
        swatch = QRectF(x, (height - 10) / 2, 10, 10)
        self._swatch(painter, swatch)
        name = QRectF(x + 15, 0, self.width() - x - 15, height)
        ink = theme.ink if self._count else theme.ink3
        paint.put(painter, name, self._name(), self._font, ink, elide=False)
        if self._count:
            after = x + 19 + fonts.wide(self._name(), self._font)
            rect = QRectF(after, 0, 40, height)
            paint.put(painter, rect, str(self._count), self._figures(), theme.ink3, elide=False)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 6, theme)
        painter.end()

    def _swatch(self, painter: QPainter, rect: QRectF) -> None:
        strong = self._theme.strong(self.label.family)
        if self.layer is Layer.ENTITY:
            fill = self._theme.fill(self.label.family)
            paint.box(painter, rect, 3, fill, strong, width=1.25)
        else:
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 4, 10, 2), paint.colour(strong))

    def _name(self) -> str:
        return paint.chip_text(self.label.name)

    def _figures(self) -> QFont:
        return fonts.interface(11)
