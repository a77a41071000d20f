"""Why a claim is rejected: asked by letter, because only one of the reasons counts against it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from curator.domain.annotation import Layer
from curator.domain.decisions import Reason, Verdict
from curator.translation import gettext as _
from curator.ui.review.reviewer import Reviewer
from curator.ui.review.screen import Screen
from curator.ui.window import Window

CHOICES = (
    (Reason.NOT_A_CLAIM, _("&Not a claim"), "N"),
    (Reason.WRONG_SPAN, _("A claim, but wrong &spans"), "S"),
    (Reason.WRONG_SOURCE, _("A claim, but wrong s&ource"), "O"),
)
"""Reasons with the words that the menu says, and the letter that chooses each."""


class Reasons(QObject):
    """Offers the reasons beside the current claim; a letter, an arrow key or a click chooses."""

    def __init__(self, window: Window, screen: Screen, reviewer: Reviewer) -> None:
        """Work on what a screen shows."""
        super().__init__(reviewer)
        self._page = window.pane.page
        self._screen = screen
        self._reviewer = reviewer
        self._menu = QMenu(window)
        self._menu.setAccessibleName(_("Reason of the rejection"))
        for reason, words, letter in CHOICES:
            made = self._menu.addAction(f"{words}\t{letter}")
            made.triggered.connect(partial(self._chosen, reason))

    def ask(self) -> None:
        """Ask for the reason and reject the current claim; an entity needs none."""
        one = self._screen.annotation
        if one is None:
            return
        if one.layer is not Layer.CLAIM or one.by_hand:
            self._reviewer.judge(Verdict.REJECT)
        else:
            self._menu.popup(self._place(one.anchor.start, one.anchor.end))
            self._menu.setActiveAction(self._menu.actions()[0])

    def _chosen(self, reason: Reason) -> None:
        self._reviewer.judge(Verdict.REJECT, reason=reason)

    def _place(self, start: int, end: int) -> QPoint:
        """Return a place of the screen under the words of a span (code points)."""
        view = self._page.viewport()
        runs = self._page.sight().runs(start, end)
        if not runs:
            return view.mapToGlobal(view.rect().center())
        return view.mapToGlobal(QPoint(round(runs[0].left), round(runs[0].baseline + 6)))
