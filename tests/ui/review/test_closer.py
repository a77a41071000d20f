"""Done: closing what is in view, by the project's rule for what is left over."""

from __future__ import annotations

from functools import partial

import pytest

from curator.domain.annotation import Layer
from curator.services import reading, suggesting
from curator.ui.dialogs.leftover import LeftoverDialog
from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def choose(rule: str, dialog: LeftoverDialog) -> None:
    dialog._choices[rule].setChecked(True)
    dialog.accept()


def close(hands: Hands, rule: str) -> bool:
    """Press D and answer with a rule; returns whether there was a question."""
    asked = hands.answer(LeftoverDialog, partial(choose, rule))
    hands.press("D")
    return bool(asked)


def test_that_closing_goes_on_to_the_next_document_with_work(hands: Hands) -> None:
    hands.press("A", "A", "A", "A", "A")
    assert not close(hands, "rejected"), "nothing is left over"
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    assert hands.toast().startswith("Document done")
    assert hands.acts()[0] == "close"


@pytest.mark.parametrize(("rule", "mark"), [("rejected", "-"), ("open", "?"), ("accepted", "!")])
def test_that_what_is_left_over_becomes_what_the_answer_says(
    hands: Hands, rule: str, mark: str
) -> None:
    hands.press("A")
    assert close(hands, rule)
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    first, *rest = hands.stored(wire.HARVEST)
    assert first == "Grain Board:ORG!"
    assert {one[-1] for one in rest} == {mark}
    assert reading.leftover_rule(hands.session.project) == rule


def test_that_the_question_is_asked_once_for_a_project(hands: Hands) -> None:
    assert close(hands, "rejected")
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    assert not close(hands, "open")
    hands.until(lambda: hands.document.view.id == wire.LONG)
    assert hands.stored(wire.STRIKE) == ["Velm:GPE-", "a strike:denial-"]
    path = hands.session.project.path
    hands.controller.leave_project()
    hands.open(path)
    assert not close(hands, "open")


def test_that_leaving_the_question_closes_nothing(hands: Hands) -> None:
    asked = hands.answer(LeftoverDialog, lambda dialog: hands.type("Escape", on=dialog))
    hands.press("D")
    assert asked
    assert hands.document.view.id == wire.HARVEST
    assert not hands.document.closed()
    assert hands.acts()[0] == ""
    assert reading.leftover_rule(hands.session.project) is None


def test_that_enter_takes_the_default(hands: Hands) -> None:
    asked = hands.answer(
        LeftoverDialog, lambda dialog: hands.type("Enter", on=dialog.focusWidget())
    )
    hands.press("D")
    assert asked
    assert reading.leftover_rule(hands.session.project) == "rejected"


def test_that_the_number_left_over_is_said(hands: Hands) -> None:
    said: list[str] = []
    hands.press("A", "A", "A", "A")

    def note(dialog: LeftoverDialog) -> None:
        said.extend(line.text() for line in dialog.findChildren(type(hands.pane.header._title)))
        dialog.reject()

    hands.answer(LeftoverDialog, note)
    hands.press("D")
    assert "1 suggestion has no verdict" in said


def test_that_suggestions_are_accepted_only_when_each_has_been_on_the_screen(
    hands: Hands,
) -> None:
    hands.turn_to(wire.LONG)
    assert close(hands, "accepted")
    assert hands.notices() == ["The document is not closed"]
    assert not hands.document.closed()
    assert hands.stored() == ["Ruda:GPE?", "Sill:LOC?"]
    hands.press("N")
    hands.press("D")
    assert hands.stored(wire.LONG) == ["Ruda:GPE!", "Sill:LOC!"]


def test_that_what_stands_just_beyond_the_edge_has_not_been_on_the_screen(hands: Hands) -> None:
    """The page lays out a little more than it shows."""
    hands.turn_to(wire.LONG)
    page = hands.pane.page
    bottom = page.viewport().height()
    beyond = [line for line in page.sight().lines if line.top >= bottom]
    assert beyond
    start = beyond[0].start
    day = hands.document.text[start:].split("\n")[0][:-1]
    source = (
        wire.PICTURES[wire.LONG - 1].replace("[Sill:LOC]", "Sill").replace(day, f"[{day}:DATE]")
    )
    said = wire.answers(hands.session.project, wire.LONG, source=source, version="2")
    hands.session.desk.write(lambda p: suggesting.keep(p, said), hands.session.take)
    hands.settle()
    assert hands.shown()[1] == f"{day}:DATE?"
    assert close(hands, "accepted")
    assert hands.notices() == ["The document is not closed"]


def test_that_what_the_page_does_not_show_is_never_accepted_by_closing(hands: Hands) -> None:
    """Also what came after the document was opened, and is not painted yet."""
    hands.pane.view_bar.threshold_moved.emit(0.95)
    assert "the harvest fell:assertion?" not in hands.shown()
    source = wire.PICTURES[0].replace("wept", "[wept:EVENT]")
    said = wire.answers(hands.session.project, wire.HARVEST, source=source, version="2")
    hands.session.desk.write(lambda p: suggesting.keep(p, said), lambda _unseen: None)
    assert close(hands, "accepted")
    hands.settle()
    assert hands.stored(wire.HARVEST) == [
        "Grain Board:ORG!",
        "Velm:GPE!",
        "Monday:DATE!",
        "the harvest fell:assertion-",
        "Osmo:PERSON!",
        "wept:EVENT-",
    ]


def test_that_only_what_is_in_view_is_closed(hands: Hands) -> None:
    hands.press("E", "E")
    assert hands.document.in_view == {Layer.CLAIM}
    close(hands, "rejected")
    assert hands.document.view.id == wire.HARVEST, "entities are left to do"
    assert hands.document.closed()
    assert hands.stored()[0] == "Grain Board:ORG?"
    hands.press("E")
    assert not hands.document.closed()
    assert hands.document.open_layers() == [Layer.ENTITY]


def test_that_the_same_key_opens_again(hands: Hands) -> None:
    close(hands, "rejected")
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.turn_to(wire.HARVEST)
    assert hands.document.closed()
    hands.until(lambda: hands.pane.header._done.text() == "Closed")
    hands.press("D")
    assert not hands.document.closed()
    hands.until(lambda: hands.pane.header._done.text() == "Done")
    assert hands.stored()[0] == "Grain Board:ORG-", "what was decided stays decided"


def test_that_undo_opens_the_document_and_gives_the_suggestions_back(hands: Hands) -> None:
    close(hands, "rejected")
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.do(Do.UNDO)
    hands.until(lambda: hands.document.view.id == wire.HARVEST)
    assert hands.document.counts() == (5, 5)
    assert not hands.document.closed()
    assert hands.sound()


def test_that_the_link_of_the_toast_takes_the_closing_back(hands: Hands) -> None:
    close(hands, "open")
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.pane.toast.undo.emit()
    hands.until(lambda: hands.document.view.id == wire.HARVEST)
    assert not hands.document.closed()


def test_that_the_last_document_says_that_there_is_no_other(hands: Hands) -> None:
    for number in (wire.HARVEST, wire.STRIKE, wire.LONG):
        close(hands, "rejected")
        hands.until(lambda number=number: hands.document.view.id == number + 1)
    close(hands, "rejected")
    hands.until(lambda: hands.toast() == "No other document has work left")
    hands.until(lambda: hands.session.all_done)
    path = hands.session.project.path
    hands.controller.leave_project()
    hands.controller.open_project(path)
    hands.until(lambda: hands.controller.session is not None and hands.session.all_done)
    assert hands.session.screen.document is None
    assert hands.pane._empty.isVisible()
