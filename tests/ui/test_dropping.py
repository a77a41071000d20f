"""Files can be dropped anywhere on the window, and what becomes of them is said before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from curator.ui.dropping import Dropping, Wish, meant
from curator.ui.tokens import theme
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.filterwarnings("ignore:.*Drag(Enter|Move)Event:DeprecationWarning"),
]

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
PARTS: dict[str, Callable[[Hands], QWidget]] = {
    "window": lambda hands: hands.window,
    "page": lambda hands: hands.pane.page.viewport(),
    "header": lambda hands: hands.pane.header,
    "queue": lambda hands: hands.window.queue,
    "filter box": lambda hands: hands.filter_box(),
    "inspector": lambda hands: hands.window.inspector,
    "menus": lambda hands: hands.window.menu_row._bar,
    "status bar": lambda hands: hands.window.status,
}


@pytest.fixture
def dropping(hands: Hands) -> Iterator[Dropping]:
    made = hands.controller._dropping
    yield made
    made.sign.hide()


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("A short note.", encoding="utf-8")
    return path


def held(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def enter(part: QWidget, data: QMimeData) -> bool:
    """Bring something over a part as a desktop does; returns whether it would be taken."""
    event = QDragEnterEvent(QPoint(3, 3), COPY, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(part, event)
    return event.isAccepted()


def drop(part: QWidget, data: QMimeData) -> None:
    assert enter(part, data)
    move = QDragMoveEvent(QPoint(4, 4), COPY, data, LEFT, NONE)
    QApplication.sendEvent(part, move)
    assert move.isAccepted()
    QApplication.sendEvent(part, QDropEvent(QPointF(4, 4), COPY, data, LEFT, NONE))


@pytest.mark.parametrize("name", PARTS)
def test_that_files_are_taken_over_every_part_of_the_window(
    hands: Hands, dropping: Dropping, note: Path, name: str
) -> None:
    part = PARTS[name](hands)
    assert enter(part, held(note))
    assert dropping.sign.isVisible()
    assert dropping.sign.words == "Import note.txt into wire.curator"
    assert dropping.sign.geometry() == hands.window.rect()
    QApplication.sendEvent(hands.window, QDragLeaveEvent())
    assert not dropping.sign.isVisible()


def test_that_documents_dropped_on_the_page_go_into_the_open_project(
    hands: Hands, dropping: Dropping, note: Path
) -> None:
    drop(hands.pane.page.viewport(), held(note))
    assert not dropping.sign.isVisible()
    hands.take_offered()
    hands.until(lambda: hands.toast() == "Imported 1 document as note")
    hands.settle()
    assert hands.document.view.id == wire.HARVEST


def test_that_a_dock_that_floats_takes_them_too(
    hands: Hands, dropping: Dropping, note: Path
) -> None:
    dock = hands.window.findChild(QDockWidget, "Queue")
    assert isinstance(dock, QDockWidget)
    dock.setFloating(True)
    try:
        assert enter(hands.window.queue, held(note))
        assert dropping.sign.isVisible()
    finally:
        dock.setFloating(False)


def test_that_a_dropped_project_is_opened(hands: Hands, template: Path, tmp_path: Path) -> None:
    path = wire.copy(template, tmp_path, "other.curator")
    drop(hands.window.inspector, held(path))
    hands.until(lambda: hands.has_document() and hands.session.project.path == path)
    hands.settle()


def test_that_something_else_than_files_is_not_taken(hands: Hands, dropping: Dropping) -> None:
    data = QMimeData()
    data.setText("words")
    data.setUrls([QUrl("https://example.org/a.txt")])
    assert not enter(hands.window, data)
    assert not dropping.sign.isVisible()


def test_that_the_sign_is_drawn_in_the_theme(hands: Hands, dropping: Dropping, note: Path) -> None:
    enter(hands.window, held(note))
    seen = [dropping.sign.grab().toImage()]
    dropping.sign.set_theme(theme("dark"))
    seen.append(dropping.sign.grab().toImage())
    dropping.sign.say(meant([note], project="p.curator", writable=False))
    seen.append(dropping.sign.grab().toImage())
    assert seen[0] != seen[1] != seen[2]
    dropping.sign.set_theme(hands.pane.theme)


@pytest.mark.parametrize(
    ("names", "project", "writable", "wish", "words"),
    [
        (["a.txt", "b.curator"], "", False, Wish.OPEN, "Open b.curator"),
        (["a.txt"], "", False, Wish.NEW, "New project with a.txt"),
        (["a.txt", "b"], "p.curator", True, Wish.IMPORT, "Import 2 files into p.curator"),
        (["a.txt"], "p.curator", False, Wish.REFUSED, "p.curator can only be read here"),
    ],
)
def test_that_what_becomes_of_files_is_said_before(
    names: list[str], project: str, *, writable: bool, wish: Wish, words: str
) -> None:
    assert meant([Path(name) for name in names], project=project, writable=writable) == (
        wish,
        words,
    )
