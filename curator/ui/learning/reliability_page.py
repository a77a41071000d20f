"""The page of reliability: whether a confidence means what it says, by the analyst's verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.learning.calibration import reliability
from curator.store.verdicts import Judged
from curator.translation import gettext as _
from curator.ui.learning.plot import Point, ReliabilityPlot
from curator.ui.paint import score_text
from curator.ui.tokens import Theme
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.titled_page import Page

_WORDS = _(
    "A suggestion shown at .80 should be right four times in five. Points above the line: the "
    "machine is better than it says; below: it promises too much. Unsure ones do not count."
)
_LAYERS = (Layer.ENTITY, Layer.CLAIM)
_FEW = 30
"""Verdicts below which a plot would show chance."""


class ReliabilityPage(Surface):
    """A plot of one layer.

    Signals:
        wanted(object): the verdicts on a layer are asked for; answer with `show_verdicts`.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Make an empty page."""
        super().__init__(theme, "panel")
        self._plot = ReliabilityPlot(theme)
        self._layers = Segmented(theme, (_("Entities"), _("Claims")), name=_("Layer"))
        self._layers.chosen.connect(self._chosen)
        self._page = Page(theme, _("Reliability"), _WORDS, self._body())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    @property
    def layer(self) -> Layer:
        """The layer that is shown."""
        return _LAYERS[self._layers.current]

    def ask(self) -> None:
        """Ask for the verdicts on the layer."""
        self.wanted.emit(self.layer)

    def show_verdicts(self, judged: Sequence[Judged]) -> None:
        """Show what became of the suggestions of the layer."""
        if len(judged) < _FEW:
            self._plot.show_points(())
            self._page.say(_("{n} verdicts; a plot needs {few}").format(n=len(judged), few=_FEW))
            return
        found = reliability([(one.confidence, one.right) for one in judged])
        self._plot.show_points([Point(b.confidence, b.right, b.count) for b in found.bins])
        right = sum(one.right for one in judged) / len(judged)
        order = (
            "" if found.auc is None else _(" · order {score}").format(score=score_text(found.auc))
        )
        self._page.say(
            _(
                "{n:,} suggestions decided, {right:.0%} accepted as they were · off by "
                "{score} on average{order}"
            ).format(n=len(judged), right=right, score=score_text(found.ece), order=order)
        )

    def _chosen(self, _place: int) -> None:
        self.ask()

    def _body(self) -> QWidget:
        body = QWidget()
        top = QHBoxLayout()
        top.addWidget(self._layers)
        top.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 0, 24, 0)
        column.addLayout(top)
        column.addWidget(self._plot, 1)
        return body
