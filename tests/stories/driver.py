"""Drives the real window by its keys, and waits for what a person would wait for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Annotation
from curator.ui.app import Curator
from curator.ui.do import Do
from curator.ui.preferences import Preferences
from curator.ui.review.open_document import OpenDocument
from curator.ui.session import Session

PATIENCE = 60_000
"""Milliseconds; a model takes a while to load on a busy machine."""

KEYS = {
    "Space": Qt.Key.Key_Space,
    "Delete": Qt.Key.Key_Delete,
    "Insert": Qt.Key.Key_Insert,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Enter": Qt.Key.Key_Return,
    "Escape": Qt.Key.Key_Escape,
    "F5": Qt.Key.Key_F5,
    "F3": Qt.Key.Key_F3,
    "F8": Qt.Key.Key_F8,
    "F11": Qt.Key.Key_F11,
    "Plus": Qt.Key.Key_Plus,
}
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


class Driver:
    """One run of the program, from its window to the end of it.

    Attributes:
        program: the running program.
    """

    def __init__(self, bot: QtBot, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._bot = bot
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.theme = "light"
        preferences.toured = True
        self.program = Curator(app, preferences)
        bot.addWidget(self.program.window)
        self.program.window.show()
        self.until(lambda: self.program.controller is not None)

    @property
    def session(self) -> Session:
        """The open project's session."""
        controller = self.program.controller
        assert controller is not None
        assert controller.session is not None
        return controller.session

    @property
    def document(self) -> OpenDocument:
        """The open document."""
        document = self.session.screen.document
        assert document is not None
        return document

    @property
    def current(self) -> Annotation:
        """The current annotation."""
        one = self.session.screen.annotation
        assert one is not None
        return one

    def until(self, there: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._bot.waitUntil(lambda: bool(there()), timeout=PATIENCE)

    def try_samples(self) -> None:
        """Press “Try the samples” and wait until everything that was suggested is there."""
        self.program.window.welcome.try_samples.emit()
        self.until(self.has_document)
        self.settle()

    def open(self, path: Path) -> None:
        """Open a project and wait for its first document."""
        controller = self.program.controller
        assert controller is not None
        controller.open_project(path)
        self.until(self.has_document)
        self.settle()

    def has_document(self) -> bool:
        controller = self.program.controller
        session = controller.session if controller is not None else None
        return session is not None and session.screen.document is not None

    def settle(self) -> None:
        """Wait until no task runs, nothing is on its way to the file, and all has been learned."""
        self.until(self._is_settled)

    def _is_settled(self) -> bool:
        session = self.session
        return not (session.tasks.busy or session.desk.pending or session.lessons.busy)

    def press(self, *keys: str) -> None:
        """Press keys on the page, and wait until what they did is in the file."""
        page = self.program.window.pane.page
        for key in keys:
            *held, name = key.split("+") if len(key) > 1 else [key]
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= MODIFIERS[one]
            QTest.keyClick(page, KEYS.get(name, name.lower()), modifiers)
            self.settle()

    def go_to(self, words: str, label: str) -> None:
        """Press N until the annotation with these words and this label is current."""
        for _ in range(len(self.document.unresolved())):
            if self.is_at(words, label):
                return
            self.press("N")
        assert self.is_at(words, label), f"N does not lead to {label} {words!r}"

    def is_at(self, words: str, label: str) -> bool:
        one = self.session.screen.annotation
        return one is not None and (one.quote(self.document.text), one.label) == (words, label)

    def select(self, words: str, *, nth: int = 0) -> None:
        """Select words in the text."""
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        self.program.window.pane.page.select(start, start + len(words))

    def do(self, do: Do) -> None:
        """Choose an action in a menu."""
        self.program.window.menu_row.actions_by[do].trigger()
        self.settle()

    def quit(self) -> None:
        """Close the window."""
        self.program.window.close()
