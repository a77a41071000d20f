"""Hands on a window that is shared: keys, clicks and selections, and what is in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Annotation
from curator.domain.queue import QueueFilter
from curator.services import reading
from curator.services.health import findings
from curator.ui.app import Curator
from curator.ui.controller import Controller
from curator.ui.do import Do
from curator.ui.imports.preview_window import PreviewWindow
from curator.ui.review_pane import ReviewPane
from curator.ui.widgets.notice import Notice
from curator.ui.window import Window
from tests.stories.driver import KEYS, MODIFIERS, Driver
from tests.support.pictures import told


class Hands(Driver):
    """Drives a program that runs already."""

    def __init__(self, bot: QtBot, program: Curator, folder: Path) -> None:
        self._bot = bot
        self.program = program
        self.folder = folder

    @property
    def window(self) -> Window:
        return self.program.window

    @property
    def controller(self) -> Controller:
        controller = self.program.controller
        assert controller is not None
        return controller

    @property
    def pane(self) -> ReviewPane:
        return self.window.pane

    @property
    def at(self) -> str:
        """The current annotation in the words of pictures; empty when there is none."""
        one = self.session.screen.annotation
        return told(self.document.text, [one])[0] if one is not None else ""

    def until(self, there: Callable[[], object]) -> None:
        self._bot.waitUntil(lambda: bool(there()), timeout=30_000)

    def open(self, path: Path) -> None:
        super().open(path)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.until(self.pane.page.hasFocus)

    def turn_to(self, number: int) -> None:
        """Open a document as the queue does."""
        before = self.document
        self.window.queue.opened.emit(number)
        self.until(lambda: self.document is not before and self.document.view.id == number)

    def type(self, *keys: str, on: QWidget | None = None) -> None:
        """Press keys one after the other without waiting for what they do."""
        widget = on or self.pane.page
        for key in keys:
            *held, name = key.split("+") if len(key) > 1 else [key]
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= MODIFIERS[one]
            QTest.keyClick(widget, KEYS.get(name, name.lower()), modifiers)

    def press(self, *keys: str) -> None:
        """Press keys, and wait after each until what it did is in the file."""
        for key in keys:
            self.type(key)
            self.settle()

    def go(self, words: str) -> None:
        """Make the annotation current that pictures tell like this."""
        self.controller.session.reviewer.make_current(self.find(words).id)  # type: ignore[union-attr]

    def find(self, words: str) -> Annotation:
        """The annotation that is shown and told like this."""
        text = self.document.text
        shown = self.document.drawn()
        found = [one for one in shown if told(text, [one])[0] == words]
        assert found, f"{words} is not among {told(text, shown)}"
        return found[0]

    def shown(self) -> list[str]:
        """What the open document shows, in the words of pictures."""
        return told(self.document.text, self.document.drawn())

    def painted(self) -> list[str]:
        """The same as the page has it."""
        page = self.pane.page
        numbers = [one.id for one in self.document.drawn()]
        return told(self.document.text, [one for n in numbers if (one := page.annotation(n))])

    def stored(self, number: int | None = None) -> list[str]:
        """What the file says of a document, of the open one by default."""
        view = reading.open_document(self.session.project, number or self.document.view.id)
        return told(view.text, view.annotations)

    def acts(self) -> tuple[str, str]:
        """Codes of what undo and redo would do."""
        acts = reading.acts(self.session.project)
        return (acts.undo.code if acts.undo else "", acts.redo.code if acts.redo else "")

    def notices(self) -> list[str]:
        """Titles of the notices that stand on the page that is shown."""
        found = self.window.notices.findChildren(Notice)
        return [one.accessibleName() for one in found if not one.isHidden()]

    def details(self) -> str:
        """What stands under the titles of the notices."""
        found = self.window.notices.findChildren(Notice)
        return " ".join(one.accessibleDescription() for one in found if not one.isHidden())

    def toast(self) -> str:
        """What the toast says, empty where there is none."""
        toast = self.pane.toast
        return toast.accessibleName() if toast.isVisible() else ""

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click the button that is shown and called like this."""
        buttons = (within or self.window).findChildren(QAbstractButton)
        found = [b for b in buttons if name in (b.text(), b.accessibleName()) and b.isVisible()]
        assert found, f"no button {name}"
        found[0].click()

    def filter_box(self) -> QLineEdit:
        """The box over the queue."""
        (box,) = self.window.queue.findChildren(QLineEdit)
        return box

    def answer(self, kind: type[QDialog], answer: Callable[[Any], Any]) -> list[QDialog]:
        """Answer the dialogue of a kind that comes next; the list holds it once it left."""
        answered: list[QDialog] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                answered.append(dialog)
                answer(dialog)
                if dialog.isVisible():
                    dialog.reject()
                    answered.clear()

        QTimer.singleShot(0, self.window, look)
        return answered

    def bring_in(self, *paths: Path) -> None:
        """Import files as one batch."""
        self.session.tasks.bring_in([(list(paths), None)])

    def take_offered(self) -> None:
        """Import what a preview shows, once it has looked."""

        def looked() -> list[PreviewWindow]:
            shown = self.window.findChildren(PreviewWindow)
            return [one for one in shown if one.isVisible() and one.ready]

        self.until(looked)
        QTest.keyClick(looked()[0], Qt.Key.Key_Return)

    def texts(self, **texts: str) -> list[Path]:
        """Write text files into a folder ``in``; returns them in order."""
        folder = self.folder / "in"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return sorted(folder.iterdir())

    def total(self) -> int:
        """How many documents the project shows."""
        return reading.outline(self.session.project, QueueFilter()).total

    def sound(self) -> bool:
        """Whether the health check finds nothing in the file."""
        return findings(self.session.project) == []

    def do_quickly(self, do: Do) -> None:
        """Choose an action in a menu without waiting."""
        self.window.menu_row.actions_by[do].trigger()
