"""Whom the current annotation is: shown on its card, decided by keys, undone like any act."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from curator.domain.annotation import Link
from curator.services import identifying, reading
from curator.services.identity_pages import listed
from curator.ui.command_palette import Palette
from curator.ui.do import Do
from curator.ui.inspector.same_as import SameAs
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FIRST = (
    "[Ana Velik:PERSON?] met [Jon Rusk:PERSON?] on [Monday:DATE?]. "
    "<Velik:source> <said:cue> {it rained:assertion?}."
)
SECOND = "[Ana Velik:PERSON?] slept in [Kolm:GPE?]."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents that name Ana Velik, closed."""
    path = tmp_path_factory.mktemp("two") / "two.curator"
    with projects.make(path) as project:
        projects.take(project, FIRST, SECOND)
    return path


@pytest.fixture
def two(window: Hands, made: Path, tmp_path: Path) -> Hands:
    """A copy of it, its first document open."""
    window.open(wire.copy(made, tmp_path))
    window.until(lambda: card(window) != "")
    return window


def section(hands: Hands) -> SameAs | None:
    found = hands.window.inspector.findChildren(SameAs)
    return next((one for one in found if one.isVisible()), None)


def card(hands: Hands) -> str:
    shown = section(hands)
    return shown.accessibleName() if shown is not None else ""


def until(hands: Hands, words: str) -> None:
    hands.until(lambda: card(hands) == words)


def references(hands: Hands, number: int = 1) -> dict[int, tuple[Link, ...]]:
    view = reading.open_document(hands.session.project, number)
    return {one.id: one.references for one in view.annotations if one.references}


def names(hands: Hands) -> list[str]:
    return [row.identity.name for row in listed(hands.session.project)]


def type_into(hands: Hands, words: str) -> Palette:
    hands.until(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    (field,) = palette.findChildren(QLineEdit)
    field.setText(words)
    hands.type("Enter", on=field)
    hands.settle()
    return palette


def test_that_a_card_says_whom_a_mention_could_be_and_why(two: Hands) -> None:
    two.go("Ana Velik:PERSON?")
    until(two, "Same as: Ana Velik, the same name   ·   1 more here")
    two.go("it rained:assertion?")
    until(two, "The source is: Ana Velik, the surname of Ana Velik   ·   1 more here")


def test_that_i_takes_the_proposal_for_all_that_share_it(two: Hands) -> None:
    two.go("Ana Velik:PERSON?")
    until(two, "Same as: Ana Velik, the same name   ·   1 more here")
    two.press("I")
    assert references(two) == {1: (Link("is", 1),), 4: (Link("is", 1),)}
    until(two, "Same as: Ana Velik, 1 mention, 1 source in 1 document")
    assert two.at == "Ana Velik:PERSON?", "a state is another question"
    two.do(Do.UNDO)
    until(two, "Same as: Ana Velik, the same name   ·   1 more here")
    assert references(two) == {}
    two.do(Do.REDO)
    two.go("Ana Velik:PERSON?")
    until(two, "Same as: Ana Velik, 1 mention, 1 source in 1 document")
    assert two.sound()


def test_that_what_is_not_the_same_is_not_proposed_again(two: Hands) -> None:
    two.go("it rained:assertion?")
    until(two, "The source is: Ana Velik, the surname of Ana Velik   ·   1 more here")
    two.press("Alt+I")
    until(two, "The source is: Nobody known yet")
    assert references(two) == {4: (Link("is not", 1),)}


def test_that_somebody_without_a_proposal_is_chosen_by_name(two: Hands) -> None:
    two.go("Jon Rusk:PERSON?")
    until(two, "Same as: Nobody known yet")
    two.press("I")
    type_into(two, "Pavel Rusk")
    assert names(two) == ["Pavel Rusk"]
    until(two, "Same as: Pavel Rusk, 1 mention, 0 sources in 1 document")


def test_that_another_one_is_chosen_over_the_proposal_and_nobody_again(two: Hands) -> None:
    identifying.accept(two.session.project, [6], None, name="Kolm", kind="GPE")
    two.go("Ana Velik:PERSON?")
    two.press("Shift+I")
    type_into(two, "kol")
    assert references(two) == {1: (Link("is", 1),)}
    two.press("Shift+I")
    type_into(two, "nobody")
    assert references(two) == {}


def test_that_next_place_goes_through_every_document(two: Hands) -> None:
    two.go("Ana Velik:PERSON?")
    until(two, "Same as: Ana Velik, the same name   ·   1 more here")
    two.press("I")
    two.turn_to(2)
    two.go("Ana Velik:PERSON?")
    until(two, "Same as: Ana Velik, the same name")
    two.press("I")
    until(two, "Same as: Ana Velik, 2 mentions, 1 source in 2 documents")
    two.click("Next place")
    two.until(lambda: two.document.view.id == 1)
    assert two.at == "Ana Velik:PERSON?"
    two.click("Next place")
    two.until(lambda: two.at == "it rained:assertion?")
