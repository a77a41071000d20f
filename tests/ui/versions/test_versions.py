"""A document is gone through in its versions, shown as a difference, and takes decisions over."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.ui.do import Do
from curator.ui.versions.bar import DifferenceBar
from curator.ui.versions.versions import Versions
from tests.services.test_carrying import REST
from tests.support import projects
from tests.support.pictures import record
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.schemes.conftest import feature

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MORE = (
    "\nThe ferry to the islands leaves from the outer quay until further notice, twice in the "
    "morning and once at dusk, and takes no cars before the ramp has been inspected by the port."
)
OLD = "The [mayor:PERSON!] of [Tresk:GPE!] counts 12 ferries in port today."
NEW = "The mayor of Tresk counts 14 ferries in port."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions of a dispatch and another document; nothing is carried."""
    path = tmp_path_factory.mktemp("versions") / "versions.curator"
    with projects.make(path) as project:
        projects.take(
            project,
            {**record("old", OLD + REST + MORE), "meta": {"date": "2025-05-03"}},
            {**record("new", NEW + REST + MORE), "meta": {"date": "2025-05-04"}},
            record("other", "Osmo slept."),
        )
    return path


@pytest.fixture
def opened(window: Hands, made: Path, tmp_path: Path) -> Hands:
    """A copy of it, the newer version open."""
    window.open(wire.copy(made, tmp_path))
    window.turn_to(2)
    return window


def bar(hands: Hands) -> DifferenceBar:
    found = feature(hands, Versions).bar
    assert found is not None
    return found


def shown(hands: Hands) -> bool:
    return feature(hands, Versions).bar is not None


def test_that_v_shows_what_is_new_and_shift_v_goes_through_it(opened: Hands) -> None:
    opened.type("V")
    opened.until(lambda: shown(opened))
    assert bar(opened)._against.text() == "Against the version of 3 May 2025: 2 changes"
    assert len(opened.pane.page.edits) == 2
    opened.type("Shift+V")
    assert (opened.pane.page.edit, bar(opened).words) == (0, "before: “12”")
    opened.type("Shift+V")
    assert (opened.pane.page.edit, bar(opened).words) == (1, "cut here: “today”")
    opened.type("Shift+V")
    assert opened.pane.page.edit == 0
    assert "change 1 of 2. before: “12”" in bar(opened).accessibleDescription()
    opened.type("V")
    assert not shown(opened)
    assert opened.pane.page.edits == ()


def test_that_another_document_is_shown_without_the_difference(opened: Hands) -> None:
    opened.type("V")
    opened.until(lambda: shown(opened))
    opened.turn_to(3)
    assert not shown(opened)
    opened.type("V")
    opened.until(lambda: "There is no older version of this document" in " ".join(opened.notices()))


def test_that_versions_are_gone_through(opened: Hands) -> None:
    opened.do(Do.OLDER_VERSION)
    opened.until(lambda: opened.document.view.id == 1)
    opened.do(Do.OLDER_VERSION)
    opened.until(lambda: opened.toast() == "There is no older version")
    opened.do(Do.NEWER_VERSION)
    opened.until(lambda: opened.document.view.id == 2)
    opened.do(Do.NEWER_VERSION)
    opened.until(lambda: opened.toast() == "There is no newer version")


def test_that_decisions_are_carried_over_by_hand_and_undone(opened: Hands) -> None:
    opened.do(Do.CARRY)
    opened.until(lambda: opened.shown() == ["mayor:PERSON!", "Tresk:GPE!"])
    opened.go("mayor:PERSON!")
    card = opened.session.screen.facts(opened.session.screen.annotation)  # type: ignore[arg-type]
    assert ("identical", "carried over from old") in card.why
    opened.press("Ctrl+Z")
    opened.until(lambda: "mayor:PERSON!" not in opened.shown())
