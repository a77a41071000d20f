"""A text on which places can be marked for a while: candidates by a key, finds, edges."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.domain.revised import Edit
from curator.ui.page.found import Found, Span
from curator.ui.page.letters import Letters
from curator.ui.page.marks import Mark, reach
from curator.ui.page.selecting import SelectingView


class MarkedView(SelectingView):
    """Holds what is marked; another text takes it away.

    Attributes:
        letters: keys on candidates, with their spans (code points).
        found: words that were looked for.
        marks: edges that a span could have, or that is dragged.
        edits: what is new against an older version.
        edit: the place of the one that was gone to, -1 for none.

    Signals:
        found_changed(bool): other words (true), or more of them, are marked.

    Args:
        parent: the widget around it.
    """

    found_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters: Letters = {}
        self.found = Found()
        self.marks: tuple[Mark, ...] = ()
        self.edits: tuple[Edit, ...] = ()
        self.edit = -1

    def set_text(self, text: str) -> None:
        """Show a text from its beginning, without marks."""
        self.letters, self.marks, self.edits = {}, (), ()
        self.mark_found((), fresh=True)
        super().set_text(text)

    def show_letters(self, letters: Letters) -> None:
        """Put keys on candidates of the part in edit; an empty mapping takes them away.

        Args:
            letters: key → span (code points).
        """
        self.letters = dict(letters)
        self.viewport().update()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Mark edges that a span could have, or that is dragged; none takes them away."""
        before, self.marks = self.marks, tuple(marks)
        if before != self.marks:
            for rect in reach(self.sight(), self.measures, {*before, *self.marks}):
                self.viewport().update(rect)

    def show_edits(self, edits: Iterable[Edit], *, current: int = -1) -> None:
        """Mark what is new against an older version; none takes the marks away."""
        self.edits, self.edit = tuple(edits), current
        self.viewport().update()

    def mark_found(self, spans: Iterable[Span], *, fresh: bool) -> None:
        """Mark words that were looked for.

        Args:
            spans: where they stand (code points), beyond those that are marked.
            fresh: whether those that are marked go first.
        """
        if fresh:
            self.found.clear()
        self.found.add(spans)
        self.found_changed.emit(fresh)
        self.viewport().update()
