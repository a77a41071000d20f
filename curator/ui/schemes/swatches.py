"""A colour family to choose: swatches in rows, gone through with the arrow keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from curator.domain.annotation import Layer
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui import icons, paint
from curator.ui.families import GREY, families
from curator.ui.tokens import Theme

_COLUMNS = 8
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


class Swatches(QWidget):
    """The families of a layer and grey; one is chosen, those in use are marked.

    Signals:
        chosen(str): another family was chosen.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, layer: Layer, parent: QWidget | None = None) -> None:
        """Make the swatches of a layer."""
        super().__init__(parent)
        self.setAccessibleName(_("Colour"))
        self._names: Sequence[str] = (*families(layer), GREY)
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, name in enumerate(self._names):
            swatch = _Swatch(theme, name, layer)
            self._group.addButton(swatch, place)
            grid.addWidget(swatch, place // _COLUMNS, place % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._names[place]))

    def show_family(self, name: str, *, used: Collection[str]) -> None:
        """Show which family is chosen, without a signal, and which others labels have."""
        for place, family in enumerate(self._names):
            button = self._group.button(place)
            if isinstance(button, _Swatch):
                button.set_used(used=family in used)
                button.setChecked(family == name)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for button in self._group.buttons():
            if isinstance(button, _Swatch):
                button.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour in a direction; swatches pass the keys on."""
        step = _STEPS.get(Qt.Key(event.key()))
        here = self._group.checkedId()
        if step is None or not 0 <= here + step < len(self._names):
            super().keyPressEvent(event)
            return
        button = self._group.button(here + step)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()


class _Swatch(QAbstractButton):
    def __init__(self, theme: Theme, family: str, layer: Layer) -> None:
        super().__init__()
        self._theme, self._family, self._layer, self._used = theme, family, layer, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(34, 26))
        self.set_used(used=False)

    def set_used(self, *, used: bool) -> None:
        self._used = used
        name = _("Colour of {family}").format(family=named(self._family))
        self.setAccessibleName(name)
        self.setToolTip(_("{name}, in use").format(name=name) if used else name)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        strong = theme.strong(self._family)
        rect = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        fill = theme.fill(self._family) if self._layer is Layer.ENTITY else theme.wash(self._family)
        paint.box(painter, rect, 4, fill, strong, width=1.5)
        if self.isChecked():
            paint.box(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, None, theme.ink)
            at = QPointF(rect.center().x() - 6, rect.center().y() - 6)
            icons.draw(painter, "accept", theme.ink, at, 12)
        elif self._used:
            paint.box(
                painter, QRectF(rect.center().x() - 2, rect.center().y() - 2, 4, 4), 2, strong
            )
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 6, theme)
        painter.end()
