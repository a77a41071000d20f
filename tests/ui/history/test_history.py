"""The history: acts listed, told, undone alone or together, gone to, replayed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView

from curator.services import history as service
from curator.ui.do import Do
from curator.ui.history.history import History
from curator.ui.history.replay_bar import ReplayBar
from curator.ui.history.window import HistoryWindow
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def feature(hands: Hands) -> History:
    commands = hands.controller._commands
    assert commands is not None
    return next(one for one in commands.features if isinstance(one, History))


def window(hands: Hands) -> HistoryWindow:
    found = feature(hands).window
    assert found is not None
    return found


def table(hands: Hands, name: str) -> QTableView:
    tables = window(hands).findChildren(QTableView)
    return next(one for one in tables if one.accessibleName() == name)


def rows(hands: Hands, name: str = "Acts", columns: tuple[int, ...] = (1,)) -> list[str]:
    model = table(hands, name).model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in columns)
        for row in range(model.rowCount())
    ]


def did(hands: Hands) -> list[str]:
    return rows(hands, "What the act did", (0, 1))


@pytest.fixture
def opened(hands: Hands) -> Hands:
    """The history after three decisions."""
    hands.go("Velm:GPE?")
    hands.press("A", "X", "F")
    hands.do_quickly(Do.HISTORY)
    hands.until(lambda: len(rows(hands)) > 3)
    return hands


def test_that_acts_are_listed_and_told(opened: Hands) -> None:
    assert rows(opened)[:3] == ["Flag document", "Reject “Monday”", "Accept “Velm”"]
    opened.until(lambda: did(opened) == ["The document | flagged"])
    table(opened, "Acts").selectRow(2)
    opened.until(lambda: did(opened) == ["Velm | suggested → accepted"])


def test_that_the_list_follows_what_is_done(opened: Hands) -> None:
    opened.type("F")
    opened.until(lambda: rows(opened)[0] == "Take the flag away")
    opened.do(Do.UNDO)
    opened.until(lambda: rows(opened)[0] == "Undo: Take the flag away")
    opened.until(lambda: "undone" in rows(opened, columns=(4,))[1])


def test_that_the_list_is_narrowed(opened: Hands) -> None:
    box = next(iter(window(opened).findChildren(QLineEdit)))
    box.setText("velm")
    opened.until(lambda: rows(opened) == ["Accept “Velm”"])
    box.setText("")
    window(opened)._narrow(service.About.DOCUMENTS)
    opened.until(lambda: rows(opened) == ["Flag document"])
    box.setText("nothing")
    opened.until(lambda: rows(opened) == [])
    assert did(opened) == []
    window(opened)._narrow(service.About.ALL)
    box.setText("")
    opened.click("This document only", window(opened))
    opened.until(lambda: len(rows(opened)) == 3)
    opened.turn_to(wire.STRIKE)
    opened.until(lambda: rows(opened) == [])


def test_that_an_older_act_is_undone_alone(opened: Hands) -> None:
    table(opened, "Acts").selectRow(2)
    opened.click("Undo this act", window(opened))
    opened.until(lambda: rows(opened)[0] == "Undo: Accept “Velm”")
    assert "Velm:GPE?" in opened.stored()
    assert "Monday:DATE-" in opened.stored()


def test_that_what_decided_the_same_later_is_offered_together(opened: Hands) -> None:
    opened.go("Velm:GPE!")
    opened.press("U")
    opened.until(lambda: rows(opened)[0] == "Unsure about “Velm”")
    table(opened, "Acts").selectRow(3)
    opened.click("Undo this act", window(opened))
    name = "Acts that are undone with it"
    opened.until(lambda: rows(opened, name, (0,)) == ["Unsure about “Velm”", "Accept “Velm”"])
    opened.click("Leave it", window(opened))
    opened.until(lambda: did(opened) == ["Velm | suggested → accepted"])
    opened.click("Undo this act", window(opened))
    buttons = window(opened).findChildren(QAbstractButton)
    opened.until(lambda: any(one.text() == "Undo these 2 together" for one in buttons))
    opened.click("Undo these 2 together", window(opened))
    opened.until(lambda: "Velm:GPE?" in opened.stored())
    assert opened.sound()


def test_that_a_place_is_gone_to(opened: Hands) -> None:
    opened.turn_to(wire.STRIKE)
    table(opened, "Acts").selectRow(2)
    opened.until(lambda: did(opened) == ["Velm | suggested → accepted"])
    opened.click("Go to the place", window(opened))
    opened.until(lambda: opened.document.view.id == wire.HARVEST)
    opened.until(lambda: opened.at == "Velm:GPE!")


def test_that_older_pages_are_read(opened: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows(opened)
    for module in ("curator.services.history", "curator.ui.history.history"):
        monkeypatch.setattr(f"{module}.PAGE", 2)
    window(opened).asked.emit()
    opened.until(lambda: rows(opened) == whole[:2])
    opened.click("Show older", window(opened))
    opened.until(lambda: rows(opened) == whole[:4])


def bar(hands: Hands) -> ReplayBar:
    hands.until(lambda: feature(hands).replay.bar is not None)
    found = feature(hands).replay.bar
    assert found is not None
    return found


def test_that_a_document_is_replayed_and_left_as_it_is(opened: Hands) -> None:
    before = opened.painted()
    opened.do_quickly(Do.REPLAY)
    shown = bar(opened)
    assert shown.accessibleDescription().startswith("2 of 3")
    opened.type("Home", on=shown)
    assert "0 of 3" in shown.accessibleDescription()
    assert "Velm:GPE?" in opened.painted()
    assert "Monday:DATE?" in opened.painted()
    opened.type("Right", on=shown)
    assert "Velm:GPE!" in opened.painted()
    assert opened.at == "Velm:GPE!"
    opened.type("A", "Escape", on=opened.pane.page)
    opened.until(lambda: feature(opened).replay.bar is None)
    opened.until(lambda: opened.painted() == before)
    assert opened.acts()[0] == "flag"


def test_that_nothing_is_decided_in_the_past(opened: Hands) -> None:
    opened.do_quickly(Do.REPLAY)
    opened.type("Home", on=bar(opened))
    stored = opened.stored()
    opened.type("A", "X", "D", "F", ";")
    opened.until(lambda: opened.toast().startswith("This is how the document was"))
    assert opened.stored() == stored
    opened.turn_to(wire.STRIKE)
    assert feature(opened).replay.bar is None
    opened.press("A")
    assert opened.acts()[0] == "accept"


def test_that_an_undo_leads_back_to_the_present(opened: Hands) -> None:
    opened.do_quickly(Do.REPLAY)
    opened.type("Home", on=bar(opened))
    opened.do_quickly(Do.UNDO)
    opened.until(lambda: feature(opened).replay.bar is None)
    opened.until(lambda: "Velm:GPE!" in opened.painted())
    assert not opened.document.view.flagged


def test_that_there_may_be_nothing_to_replay(hands: Hands) -> None:
    hands.do_quickly(Do.REPLAY)
    hands.until(lambda: hands.toast() == "Nothing was decided in this document yet")


def test_that_the_window_closes_with_the_project(opened: Hands) -> None:
    opened.do_quickly(Do.REPLAY)
    bar(opened)
    history = feature(opened)
    opened.controller.leave_project()
    assert history.window is None
