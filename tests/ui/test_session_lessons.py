"""A decision teaches at once: the open document shows it, and so do the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.ui.do import Do
from tests.support import projects
from tests.support.pictures import record
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Three documents with a name that no suggester knows."""
    path = tmp_path / "harbour.curator"
    with projects.make(path) as project:
        projects.take(
            project,
            "Ilse saw Ravenna. Then Ravenna slept.",
            "At noon Ravenna rose.",
            "Osmo wept.",
            annotations="ignore",
        )
    return path


def test_that_a_label_given_once_is_suggested_wherever_the_words_stand(
    window: Hands, harbour: Path
) -> None:
    window.open(harbour)
    window.select("Ravenna")
    window.press("3")
    window.until(lambda: sum("Ravenna" in one for one in window.shown()) == 2)
    first, second = (one for one in window.shown() if "Ravenna" in one)
    assert first.endswith("+")
    assert second == first.replace("+", "?")
    window.until(lambda: any("Ravenna" in one for one in window.stored(2)))
    window.do(Do.UNDO)
    window.until(lambda: not any("Ravenna" in one for one in window.shown()))
    window.until(lambda: not window.stored(2))
    assert window.sound()


def test_that_nothing_is_suggested_for_words_that_were_rejected_twice(
    window: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "days.curator"
    with projects.make(path) as project:
        drawn = ["On [Monday:DATE?] it rained.", "A [Monday:DATE?] again.", "[Monday:DATE?] ended."]
        projects.take(project, *(record(f"day{n}", one) for n, one in enumerate(drawn)))
    window.open(path)
    window.press("X")
    window.turn_to(2)
    window.press("X")
    window.turn_to(3)
    window.until(lambda: window.shown() == [])
    assert window.sound()
