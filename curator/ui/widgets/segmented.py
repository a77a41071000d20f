"""One of a few, side by side in a trough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from curator.ui import fonts, paint
from curator.ui.actions import action
from curator.ui.colour import mix
from curator.ui.do import Do
from curator.ui.key_caps import shown_key
from curator.ui.metrics import CONTROL
from curator.ui.tokens import Theme
from curator.ui.widgets.button import tip
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.surface import retheme


class Segmented(QWidget):
    """Exclusive buttons in a row; arrow keys go from one to the next.

    Signals:
        chosen(int): a person chose another one; its place in the row.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        names: Sequence[str],
        *,
        name: str,
        do: Do | None = None,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the row; the first is chosen.

        Args:
            names: what the segments are called.
            name: what is chosen here, for those who do not see it.
            do: the action that goes round, whose key the tooltips show.
            key: the same where it is no action.
        """
        super().__init__(parent)
        self._theme, self._name, self._do = theme, name, do
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        for place, text in enumerate(names):
            segment = _Segment(theme, text, self)
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self._tell(shown_key(action(do).key) if do is not None else key)
        self._told = 0
        self._group.idToggled.connect(self._toggled)
        self._group.button(0).setChecked(True)

    @property
    def current(self) -> int:
        """The place of the chosen segment."""
        return self._group.checkedId()

    def set_current(self, place: int) -> None:
        """Choose a segment without a signal."""
        self._told = place
        self._group.button(place).setChecked(True)

    def set_name(self, place: int, text: str) -> None:
        """Call a segment something else, such as how much there is behind it."""
        segment = self._group.button(place)
        segment.setText(text)
        segment.setAccessibleName(text)
        segment.setToolTip(tip(f"{self._name}: {text}", ""))
        segment.updateGeometry()

    def set_keymap(self, keymap: Keys) -> None:
        """Show the key that its action has now."""
        if self._do is not None:
            self._tell(shown_key(keymap.key(self._do)))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the trough."""
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), 6, self._theme.sunken)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour with the arrow keys; segments pass them on."""
        step = _STEP.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = max(0, min(len(self._group.buttons()) - 1, self.current + step))
        segment = self._group.button(place)
        segment.setChecked(True)
        segment.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, key: str) -> None:
        for segment in self._group.buttons():
            segment.setToolTip(tip(f"{self._name}: {segment.text()}", key))

    def _toggled(self, place: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        # One stop for the whole row: Tab reaches the chosen one, arrows the others.
        policy = Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus
        self._group.button(place).setFocusPolicy(policy)
        if on:
            self.setFocusProxy(self._group.button(place))
        if on and place != self._told:
            self._told = place
            self.chosen.emit(place)


_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = fonts.interface(12, 500)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEP:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(round(fonts.wide(self.text(), self._font)) + 22, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        inner = rect.adjusted(0, 2, 0, -2)
        if self.isChecked():
            edge = mix(theme.edge, theme.raised, 0.28)
            paint.box(painter, inner, 4.5, theme.raised, edge)
        if self.hasFocus():
            paint.focus_ring(painter, inner, 4.5, theme)
        ink = theme.ink if self.isChecked() or self.underMouse() else theme.ink2
        align = Qt.AlignmentFlag.AlignHCenter
        paint.put(painter, rect, self.text(), self._font, ink, align=align, elide=False)
        painter.end()
