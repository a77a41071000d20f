"""The row that says from which confidence suggestions are shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from curator.domain.learning.calibration import Expected
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.paint import score_text
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

_STEPS = 100
_TIP = _("Suggestions below this confidence are not shown")


class Threshold(QWidget):
    """Words, a slider and the value it stands at.

    Signals:
        moved(float): a person moved it; the confidence, 0–1.
    """

    moved = Signal(float)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Make the row, standing at 0."""
        super().__init__(parent)
        right = Qt.AlignmentFlag.AlignRight
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Line(theme, fonts.interface(12), text=_("Shown from"), align=right))
        row.addSpacing(10)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _STEPS)
        self._slider.setPageStep(10)
        self._slider.setFixedWidth(120)
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.setAccessibleName(_("Suggestions shown from confidence"))
        self._slider.setToolTip(_TIP)
        FocusRing(theme, self._slider)
        row.addWidget(self._slider)
        self._value = Line(theme, fonts.figures(12, 600), ink="ink", align=right)
        self._value.setFixedWidth(38)
        row.addWidget(self._value)
        self._told = Line(theme, fonts.interface(12), ink="ink3", align=right)
        self._told.setMinimumWidth(0)
        row.addSpacing(12)
        row.addWidget(self._told)
        self._slider.valueChanged.connect(self._moved)
        self.set_value(0.0)

    @property
    def value(self) -> float:
        """The confidence from which suggestions are shown, 0–1."""
        return self._slider.value() / _STEPS

    def set_value(self, value: float) -> None:
        """Stand at a confidence of 0–1 without a signal."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(value * _STEPS))
        self._value.set_text(score_text(self.value))

    def set_expected(self, expected: Expected | None) -> None:
        """Say how many of the suggestions shown are expected to be wrong; None says nothing."""
        if expected is None or not expected.shown:
            self._told.set_text("")
            self._slider.setToolTip(_TIP)
            return
        wrong = f"{expected.error:.0%}".replace("%", " %")
        self._told.set_text(_("about {wrong} wrong").format(wrong=wrong))
        hidden = _(", {hidden} not shown").format(hidden=expected.hidden) if expected.hidden else ""
        self._slider.setToolTip(
            _("Of {shown} suggestions about {wrong} wrong{hidden}").format(
                shown=expected.shown, wrong=wrong, hidden=hidden
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _moved(self, value: int) -> None:
        self._value.set_text(score_text(value / _STEPS))
        self.moved.emit(value / _STEPS)
