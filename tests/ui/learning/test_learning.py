"""The learning window follows the review, and its buttons do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTableView

from curator.domain.annotation import Layer
from curator.domain.changes import Progress
from curator.services.learning import tuning, versions
from curator.services.learning.tuning import TuneReport
from curator.services.learning.versions import Version
from curator.suggest.tuning.lesson import Score
from curator.ui import dialogs_of
from curator.ui.dialogs.word_list import ListWish
from curator.ui.do import Do
from curator.ui.learning.window import NAMES, LearningWindow
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(hands: Hands, page: str) -> LearningWindow:
    hands.do_quickly(Do.LEARNING)
    hands.until(lambda: hands.window.findChildren(LearningWindow))
    (window,) = hands.window.findChildren(LearningWindow)
    window.show_page(NAMES.index(page))
    return window


def rows(page: Any) -> list[list[str]]:
    model = page.findChild(QTableView).model()
    columns = range(model.columnCount())
    return [[model.index(row, c).data() for c in columns] for row in range(model.rowCount())]


def test_that_what_is_decided_is_among_the_strings_at_once(hands: Hands) -> None:
    window = opened(hands, "Strings")
    hands.go("Velm:GPE?")
    hands.press("A")
    hands.until(lambda: ["Velm", "GPE", "GPE 1", "", ""] in rows(window.strings))
    hands.do(Do.UNDO)
    hands.until(lambda: rows(window.strings) == [])


def test_that_a_list_is_imported_used_and_taken_away(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "days.txt"
    path.write_text("rained\nharvest\n", encoding="utf-8")
    wish = ListWish(path, "Days", Layer.ENTITY, "EVENT")
    monkeypatch.setattr(dialogs_of, "word_list", lambda *_: wish)
    window = opened(hands, "Word lists")
    window.lists.import_wanted.emit()
    hands.until(lambda: rows(window.lists))
    assert rows(window.lists) == [["Days", "EVENT", "2", "rained, harvest"]]
    hands.until(lambda: "harvest:EVENT?" in hands.shown())
    window.lists.removed.emit(1)
    hands.until(lambda: "harvest:EVENT?" not in hands.shown())
    assert rows(window.lists) == []
    assert hands.sound()


def test_that_a_list_that_cannot_be_read_is_refused_in_words(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wish = ListWish(tmp_path / "gone.txt", "Days", Layer.ENTITY, "EVENT")
    monkeypatch.setattr(dialogs_of, "word_list", lambda *_: wish)
    window = opened(hands, "Word lists")
    window.lists.import_wanted.emit()
    hands.until(hands.notices)
    assert "gone.txt" in hands.details()


def test_that_a_version_that_finds_less_is_told_and_not_used(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = {"base": Score(5, 5, 5), "before": Score(6, 4, 4), "after": Score(5, 5, 5)}
    taught(monkeypatch, scores, switched=False)
    window = opened(hands, "Versions")
    window.versions.learn.emit()
    hands.until(hands.notices)
    assert hands.notices() == ["The new version is not used: it finds less"]
    assert "F1 on 3 held back: .60 before, .50 now" in hands.details()


def test_that_a_version_that_finds_more_suggests_anew_for_entities(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = {"base": Score(5, 5, 5), "before": Score(5, 5, 5), "after": Score(6, 4, 4)}
    taught(monkeypatch, scores, switched=True)
    asked: list[tuple[bool, Any]] = []
    suggest = hands.session.tasks.suggest

    def noting(scheme: Any, *, again: bool = False, layers: Any = None) -> None:
        asked.append((again, layers))
        suggest(scheme, again=again, layers=layers)

    monkeypatch.setattr(hands.session.tasks, "suggest", noting)
    opened(hands, "Versions").versions.learn.emit()
    hands.until(hands.notices)
    hands.settle()
    assert hands.notices()[0] == "A new version suggests from now on"
    assert asked == [(True, [Layer.ENTITY])]


def test_that_learning_by_itself_can_be_switched_off(hands: Hands) -> None:
    window = opened(hands, "Versions")
    window.versions.automatic.emit(False)
    hands.until(lambda: not tuning.automatic(hands.session.project))


def test_that_the_window_goes_with_its_project(hands: Hands) -> None:
    window = opened(hands, "Versions")
    hands.controller.leave_project()
    assert not window.isVisible()


def taught(monkeypatch: pytest.MonkeyPatch, scores: dict[str, Score], *, switched: bool) -> None:
    """Have a version be taught without a model."""

    def tune(_project: Any, _trainer: Any, *, report: TuneReport) -> Iterator[Progress]:
        yield Progress(1, 2, "texts")
        report.version = Version(1, "ab12", "2026-11-25T10:00:00", 12)
        report.scores, report.held, report.switched = scores, 3, switched

    monkeypatch.setattr(tuning, "tune", tune)
    monkeypatch.setattr(versions, "current_weights", lambda _project: None)
