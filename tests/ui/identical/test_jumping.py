"""From the strip, and by `G`, through every place at which the current words were decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.ui.session_lessons import SessionLessons
from curator.ui.strip import Strip
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FIRST = "[Velm:GPE!] slept. [Velm:ORG-] woke. [Ruda:GPE!] lay still."
SECOND = "[Velm:GPE?] fell. <Velm:source> <said:cue> {it rained:hope?}."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents, closed."""
    path = tmp_path_factory.mktemp("jumps") / "jumps.curator"
    with projects.make(path) as project:
        projects.take(project, FIRST, SECOND)
    return path


@pytest.fixture
def velm(window: Hands, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """A copy of it, its second document open; nothing is learned."""
    monkeypatch.setattr(SessionLessons, "begin", lambda _self: None)
    window.open(wire.copy(made, tmp_path))
    window.turn_to(2)
    return window


def strip(hands: Hands) -> Strip:
    return hands.pane.strip


def test_that_g_goes_through_all_documents_and_round(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    velm.until(lambda: strip(velm).accessibleName() == "“Velm” elsewhere: GPE 1 · rejected 1")
    velm.type("G")
    velm.until(lambda: velm.document.view.id == 1)
    assert velm.at == "Velm:GPE!"
    velm.type("G")
    velm.until(lambda: velm.toast() == "These words were decided nowhere else")
    velm.turn_to(2)
    velm.go("Velm:GPE?")
    velm.press("A")
    velm.go("Velm:GPE!")
    velm.type("G")
    velm.until(lambda: velm.document.view.id == 1)
    velm.type("R", "G")
    velm.until(lambda: velm.at == "Velm:ORG-")
    velm.type("R", "G")
    velm.until(lambda: velm.document.view.id == 2)
    assert velm.at == "Velm:GPE!"


def test_that_a_claims_source_is_gone_after_from_the_strip(velm: Hands) -> None:
    velm.go("it rained:hope?")
    velm.until(lambda: "“Velm” as the source elsewhere: GPE 1" in strip(velm).accessibleName())
    velm.click("Next place of “Velm”", strip(velm))
    velm.until(lambda: velm.document.view.id == 1)
    assert velm.at == "Velm:GPE!"


def test_that_a_claim_decided_nowhere_else_says_so(velm: Hands) -> None:
    velm.go("it rained:hope?")
    velm.type("G")
    velm.until(lambda: velm.toast() == "These words were decided nowhere else")
    velm.type("Shift+G")
    velm.until(lambda: velm.document.view.id == 1)
