"""Who does not see the window hears what is current, what became of it, and what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QApplication

from curator.ui import motion
from curator.ui.announcing import spoken
from tests.support.pictures import picture
from tests.ui.hands import Hands


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say, in order."""
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


@pytest.fixture
def active(qapp: QApplication) -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_that_a_verdict_is_said_and_then_what_is_next(hands: Hands, heard: list[str]) -> None:
    hands.press("A")
    assert heard[:2] == [
        "ORG, accepted: “Grain Board”, middling confidence",
        "GPE, suggested: “Velm”, middling confidence",
    ]


def test_that_a_correction_and_its_undo_are_said(hands: Hands, heard: list[str]) -> None:
    hands.press("1")
    assert heard[-1] == "PERSON, corrected: “Grain Board”, middling confidence"
    hands.press("Ctrl+Z")
    hands.until(lambda: heard[-1].startswith("ORG, suggested: “Grain Board”"))


def test_that_nothing_is_said_twice(hands: Hands, heard: list[str]) -> None:
    hands.press("N", "P")
    assert len(heard) == len([one for one in heard if one]) == 2
    hands.session.screen.redraw()
    assert len(heard) == 2


def test_that_a_toast_and_a_notice_are_said(hands: Hands, heard: list[str]) -> None:
    hands.session.notifier.say("done", "Passing")
    hands.session.notifier.notice("warn", "Staying", "What next.")
    assert heard == ["Passing", "Staying. What next."]


def test_that_the_page_is_known_to_the_system_by_name_and_by_what_is_current(
    hands: Hands, active: None
) -> None:
    there = QAccessible.queryAccessibleInterface(hands.pane.page)
    assert there.text(QAccessible.Text.Name) == "Text of the document"
    said = there.text(QAccessible.Text.Description)
    assert said == "ORG, suggested: “Grain Board”, middling confidence"


def test_that_nothing_fades_where_the_system_wants_no_motion(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "still", lambda: True)
    hands.session.notifier.say("done", "At once")
    toast = hands.pane.toast
    assert toast.isVisible()
    toast.leave()
    assert not toast.isVisible()


@pytest.mark.parametrize(
    ("confidence", "figures", "told"),
    [
        (0.88, False, ", high confidence"),
        (0.6, False, ", middling confidence"),
        (0.2, False, ", low confidence"),
        (0.88, True, ", confidence .88"),
        (None, True, ""),
    ],
)
def test_that_it_is_said_how_sure_a_suggestion_is(
    confidence: float | None, figures: bool, told: str
) -> None:
    drawn = picture("[Ilse\nVarga:PERSON?]")
    sure = replace(drawn.annotations[0], confidence=confidence, score=None)
    assert spoken(sure, drawn.text, figures=figures) == f"PERSON, suggested: “Ilse Varga”{told}"


def names(there: QAccessibleInterface, *, most: int = 40) -> Iterator[tuple[QAccessible.Role, str]]:
    """Go through what the system sees below something: its role and its name."""
    if there.state().invisible:
        return
    yield there.role(), there.text(QAccessible.Text.Name)
    for place in range(min(most, there.childCount())):
        if (child := there.child(place)) is not None:
            yield from names(child, most=most)


def test_that_the_system_sees_rows_in_words(hands: Hands, active: None) -> None:
    seen = list(names(QAccessible.queryAccessibleInterface(hands.window)))
    rows = [
        name for role, name in seen if role in (QAccessible.Role.ListItem, QAccessible.Role.Cell)
    ]
    assert "ORG: Grain Board, suggested" in rows
    assert any(name.startswith("Batch wire") for name in rows)
    assert any("left" in name for name in rows)


def test_that_no_button_that_the_system_sees_is_without_a_name(hands: Hands, active: None) -> None:
    seen = list(names(QAccessible.queryAccessibleInterface(hands.window)))
    pressed = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
    assert [role for role, name in seen if role in pressed and not name] == []


def test_that_all_goes_on_while_a_screen_reader_listens(hands: Hands, active: None) -> None:
    hands.press("A", "X", "1", "Alt+Right", "Ctrl+Z", "N", "F")
    hands.turn_to(2)
    hands.press("A")
    assert hands.stored(2)[0].endswith("!")
