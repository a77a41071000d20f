"""The bar over the text: which layers, whether names and rejected ones, from what confidence."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.learning.calibration import Expected
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.metrics import CONTROL, VIEW_BAR
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.threshold import Threshold

VIEWS: tuple[frozenset[Layer], ...] = (
    frozenset({Layer.ENTITY}),
    frozenset({Layer.CLAIM}),
    frozenset({Layer.ENTITY, Layer.CLAIM}),
)


class ViewBar(Surface):
    """What of the document is in view.

    Signals:
        layers_chosen(object): the layers in view, a frozen set.
        labels_toggled(bool): names on all annotations.
        rejected_toggled(bool): rejected annotations shown.
        threshold_moved(float): confidence from which suggestions are shown, 0–1.
    """

    layers_chosen = Signal(object)
    labels_toggled = Signal(bool)
    rejected_toggled = Signal(bool)
    threshold_moved = Signal(float)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", lines="bottom", parent=parent)
        self.setFixedHeight(VIEW_BAR)
        names = (_("Entities"), _("Claims"), _("Both"))
        self._layers = Segmented(theme, names, name=_("In view"), do=Do.VIEW)
        self._labels = self._toggle(_("Labels"), Do.LABELS, _("Names on all annotations"))
        self._rejected = self._toggle(_("Rejected"), Do.REJECTED, _("Rejected annotations shown"))
        self._threshold = Threshold(theme)
        self._layers.chosen.connect(lambda place: self.layers_chosen.emit(VIEWS[place]))
        self._labels.clicked.connect(self.labels_toggled)
        self._rejected.clicked.connect(self.rejected_toggled)
        self._threshold.moved.connect(self.threshold_moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 24, 1)
        row.setSpacing(8)
        for widget in (self._layers, self._labels, self._rejected):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._threshold)
        self.set_layers(VIEWS[2])

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers in view."""
        return VIEWS[self._layers.current]

    def set_layers(self, layers: Collection[Layer]) -> None:
        """Show which layers are in view, without a signal."""
        self._layers.set_current(VIEWS.index(frozenset(layers)))

    def set_offered(self, layers: Collection[Layer]) -> None:
        """Offer the choice of layers only where the scheme has both."""
        self._layers.setVisible(len(frozenset(layers)) > 1)
        if layers:
            self.set_layers(layers)

    def set_labels(self, *, shown: bool) -> None:
        """Show whether names stand on all annotations, without a signal."""
        self._labels.setChecked(shown)

    @property
    def rejected(self) -> bool:
        """Whether rejected annotations are shown."""
        return self._rejected.isChecked()

    def set_rejected(self, *, shown: bool) -> None:
        """Show whether rejected annotations are shown, without a signal."""
        self._rejected.setChecked(shown)

    def set_threshold(self, value: float) -> None:
        """Show from which confidence of 0–1 suggestions are shown, without a signal."""
        self._threshold.set_value(value)

    def set_expected(self, expected: Expected | None) -> None:
        """Say what to expect from the threshold on; None while too few verdicts tell."""
        self._threshold.set_expected(expected)

    def _toggle(self, text: str, do: Do, name: str) -> Button:
        button = Button(
            self.theme, text, icon="eye", do=do, kind="ghost", name=name, height=CONTROL
        )
        button.set_capped(on=False)
        button.setCheckable(True)
        return button
