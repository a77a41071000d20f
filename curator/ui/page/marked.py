"""A text on which places can be marked for a while: candidates by a key, words that were found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.ui.page.found import Found, Span
from curator.ui.page.letters import Letters
from curator.ui.page.selecting import SelectingView


class MarkedView(SelectingView):
    """Holds what is marked; another text takes it away.

    Attributes:
        letters: keys on candidates, with their spans (code points).
        found: words that were looked for.

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

    def set_text(self, text: str) -> None:
        """Show a text from its beginning, without marks."""
        self.letters = {}
        self.mark_found((), fresh=True)
        super().set_text(text)

    def show_letters(self, letters: Letters) -> None:
        """Put keys on candidates of the part in edit; an empty mapping takes them away.

        Args:
            letters: key → span (code points).
        """
        self.letters = dict(letters)
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
