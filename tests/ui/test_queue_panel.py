"""The queue fetches what comes into view, folds, filters, and says when it is empty."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Layer
from curator.domain.queue import (
    BatchRow,
    Counts,
    DocumentRow,
    QueueFilter,
    QueueOutline,
    Which,
)
from curator.ui.queue.delegate import subtitle
from curator.ui.queue.model import PAGE, ROW, QueueModel, spoken
from curator.ui.queue.panel import QueuePanel
from curator.ui.queue.view import QueueView
from curator.ui.tokens import theme
from curator.ui.widgets.empty import EmptyPlace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIGHT = theme("light")
Key = Qt.Key


def document(number: int, batch: int = 1, *, left: int = 3, decided: int = 0) -> DocumentRow:
    counts = {Layer.ENTITY: Counts(left, decided)}
    return DocumentRow(number, batch, f"Dispatch {number}", "Northline", counts=counts)


def outline(*sizes: int, done: int = 0) -> QueueOutline:
    batches = tuple(
        BatchRow(number, f"Batch {number}", size, 0, size) for number, size in enumerate(sizes, 1)
    )
    return QueueOutline(batches, sum(sizes), sum(sizes), done)


class Shelf:
    """Answers the queue as a store would, and notes what it was asked for."""

    def __init__(self, panel: QueuePanel) -> None:
        self.panel = panel
        self.asked: list[tuple[int, int, int]] = []
        panel.wanted.connect(self.answer)

    def answer(self, batch: int, offset: int, count: int) -> None:
        self.asked.append((batch, offset, count))
        rows = [document(batch * 1_000_000 + offset + at, batch) for at in range(count)]
        self.panel.deliver(batch, offset, rows)


@pytest.fixture
def panel(qtbot: QtBot) -> QueuePanel:
    window = QWidget()
    window.resize(272, 700)
    made = QueuePanel(LIGHT, typing=0, parent=window)
    made.resize(272, 700)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    made.held = (window, Shelf(made))
    return made


def view_of(panel: QueuePanel) -> QueueView:
    return panel.findChild(QueueView)


def shelf_of(panel: QueuePanel) -> Shelf:
    return panel.held[1]


def test_that_only_pages_in_view_are_asked_for(panel: QueuePanel) -> None:
    shelf = shelf_of(panel)
    panel.set_outline(outline(60_000, 40_000))
    assert shelf.asked == [(1, 0, PAGE)]
    bar = view_of(panel).verticalScrollBar()
    bar.setValue(bar.maximum())
    view_of(panel).fetch()
    assert shelf.asked[-1] == (2, 40_000 - PAGE, PAGE)
    assert len(shelf.asked) == 2


def test_that_rows_lie_where_the_model_says(panel: QueuePanel) -> None:
    panel.set_outline(outline(2, 3))
    view, model = view_of(panel), view_of(panel).model()
    words = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert [spoken(word).split(",")[0] for word in words] == [
        "Batch Batch 1",
        "Dispatch 1000000",
        "Dispatch 1000001",
        "Batch Batch 2",
        "Dispatch 2000000",
        "Dispatch 2000001",
        "Dispatch 2000002",
    ]
    for row in range(model.rowCount()):
        middle = view.visualRect(model.index(row)).center()
        assert view.indexAt(middle).row() == row
    assert not view.indexAt(QPoint(20, 600)).isValid()


def test_that_a_folded_batch_hides_its_documents(qtbot: QtBot) -> None:
    model = QueueModel()
    model.set_outline(outline(5, 2), fresh=True)
    assert (model.rowCount(), model.whole_height) == (9, 2 * 32 + 7 * 50)
    model.toggle(3)
    assert (model.rowCount(), model.whole_height) == (4, 2 * 32 + 2 * 50)
    assert model.place(1).batch == 1
    model.deliver(1, 0, [document(7)])
    assert model.row_of(7) == -1
    model.toggle(0)
    assert model.row_of(7) == 1


def test_that_a_document_is_opened_by_click_and_by_key(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_outline(outline(4))
    view = view_of(panel)
    heard: list[int] = []
    panel.opened.connect(heard.append)
    at = view.visualRect(view.model().index(2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == [1_000_001]
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Return)
    assert heard == [1_000_001, 1_000_002]


def test_that_left_and_right_fold_and_unfold(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_outline(outline(4, 1))
    view = view_of(panel)
    view.setCurrentIndex(view.model().index(3))
    qtbot.keyClick(view, Key.Key_Left)
    assert view.model().rowCount() == 3
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Key.Key_Right)
    assert view.model().rowCount() == 7


def test_that_another_filter_forgets_the_rows_and_the_same_keeps_them(panel: QueuePanel) -> None:
    shelf = shelf_of(panel)
    panel.set_outline(outline(3))
    panel.wanted.disconnect(shelf.answer)
    panel.set_outline(outline(2))
    model = view_of(panel).model()
    assert model.index(1).data(ROW).id == 1_000_000
    panel.set_filter(QueueFilter(Which.FLAGGED))
    panel.set_outline(outline(1))
    assert model.index(1).data(ROW) is None


def test_that_rows_that_come_too_late_do_no_harm(panel: QueuePanel) -> None:
    panel.wanted.disconnect(shelf_of(panel).answer)
    panel.set_outline(QueueOutline())
    panel.set_outline(QueueOutline())
    panel.set_outline(outline(2))
    panel.deliver(1, 0, [document(number) for number in range(1, 6)])
    panel.deliver(7, 0, [document(99)])
    panel.update_documents([document(5)])
    model = view_of(panel).model()
    assert [model.row_of(number) for number in (1, 2, 5, 99)] == [1, 2, -1, -1]


def test_that_a_changed_document_is_shown_as_it_stands(panel: QueuePanel) -> None:
    panel.set_outline(outline(3))
    panel.update_documents([document(1_000_001, left=1, decided=4), document(99)])
    row = view_of(panel).model().index(2).data(ROW)
    assert subtitle(row) == "Northline · 1 of 5 left"


def test_that_an_empty_queue_says_why(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_outline(QueueOutline())
    place = panel.findChild(EmptyPlace)
    assert place.accessibleName() == "No documents yet"
    with qtbot.waitSignal(panel.import_wanted):
        qtbot.mouseClick(place.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    panel.set_filter(QueueFilter(words="convoi"))
    panel.set_outline(QueueOutline(total=4))
    assert place.accessibleName() == "Nothing matches “convoi”"
    with qtbot.waitSignal(panel.filter_changed):
        qtbot.mouseClick(place.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    assert panel.filter == QueueFilter()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (document(1, left=0, decided=0), "Northline · nothing left"),
        (DocumentRow(1, 1, "T", waiting=frozenset({Layer.ENTITY})), "not suggested yet"),
        (DocumentRow(1, 1, "T", date="2031-03-14T09:05", blind=True), None),
    ],
)
def test_that_the_second_line_says_what_is_left(row: DocumentRow, words: str | None) -> None:
    assert subtitle(row) == (words or "14 Mar, 09:05 · without suggestions")


def test_that_the_open_document_is_found_when_it_arrives(panel: QueuePanel) -> None:
    panel.wanted.disconnect(shelf_of(panel).answer)
    panel.set_outline(outline(400))
    panel.set_open(42)
    panel.deliver(1, 200, [document(41), document(42)])
    assert view_of(panel).currentIndex().row() == 202


def test_that_a_growing_queue_stays_where_it_was_scrolled(panel: QueuePanel) -> None:
    panel.set_outline(outline(300))
    panel.set_open(1_000_001)
    bar = view_of(panel).verticalScrollBar()
    bar.setValue(5_000)
    panel.set_outline(outline(310))
    assert bar.value() == 5_000
    panel.set_filter(QueueFilter(Which.FLAGGED))
    panel.set_outline(outline(290))
    assert bar.value() == 0


def test_that_a_double_click_does_no_more_than_a_click(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_outline(outline(4, 4))
    view = view_of(panel)
    at = view.visualRect(view.model().index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.model().folded(0)


def test_that_typing_on_the_list_asks_for_nothing(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.set_outline(outline(50_000))
    asked = list(shelf_of(panel).asked)
    qtbot.keyClicks(view_of(panel), "zz")
    assert shelf_of(panel).asked == asked


def test_that_the_tools_have_names(panel: QueuePanel) -> None:
    widgets: list[QWidget] = [view_of(panel), panel.findChild(QLineEdit)]
    named: Callable[[QWidget], str] = QWidget.accessibleName
    assert [named(widget) for widget in widgets] == ["Documents", "Filter documents"]
