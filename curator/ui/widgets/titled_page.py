"""What every page of a window of pages has: words on top, a body, buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from curator.ui import fonts, paint
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface


class Page(Surface):
    """A heading, an explanation, a body or what is said in its place, and a row of buttons."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        explanation: str,
        body: QWidget,
        buttons: Sequence[Button] = (),
    ) -> None:
        """Lay the page out.

        Args:
            title: what it is about.
            explanation: a sentence or two about what is seen and what can be done.
            body: what it shows.
            buttons: from left to right, under the body.
        """
        super().__init__(theme, "panel")
        self._explanation = QLabel(explanation)
        self._explanation.setWordWrap(True)
        self._explanation.setFont(fonts.interface(12))
        self._status = Line(theme, fonts.interface(12))
        self._empty = EmptyPlace(theme, upright=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        column.addLayout(self._words(title))
        column.addWidget(self._stack, 1)
        column.addLayout(self._row(buttons))
        self._ink()

    def say(self, words: str) -> None:
        """Say something beside the buttons, such as what was counted."""
        self._status.set_text(words)

    def say_empty(self, icon: str, sentence: str, *, detail: str = "") -> None:
        """Say why there is nothing to show."""
        self._empty.say(icon, sentence, detail=detail)
        self._stack.setCurrentIndex(1)

    def show_body(self) -> None:
        """Show the body again."""
        self._stack.setCurrentIndex(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._ink()

    def _words(self, title: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(24, 0, 24, 0)
        words.setSpacing(4)
        words.addWidget(Line(self.theme, fonts.interface(15, 600), ink="ink", text=title))
        words.addWidget(self._explanation)
        return words

    def _row(self, buttons: Sequence[Button]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._status, 1)
        for button in buttons:
            row.addWidget(button)
        return row

    def _ink(self) -> None:
        palette = self._explanation.palette()
        palette.setColor(palette.ColorRole.WindowText, paint.colour(self.theme.ink2))
        self._explanation.setPalette(palette)
