"""Importing beside the review: what goes in, what is told, and that nobody is disturbed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from curator.services.intake import Intake
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import FULL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_a_batch_comes_in_beside_the_review(hands: Hands, tmp_path: Path) -> None:
    hands.press("N")
    hands.bring_in(*hands.texts(one="One.", two="Two."))
    hands.until(lambda: hands.toast() == "Imported 2 documents as one and 1 more")
    hands.settle()
    assert hands.total() == 6
    assert hands.at == "Velm:GPE?", "what is open stays as it is"


def test_that_a_bad_file_is_told_and_the_rest_goes_in(hands: Hands, tmp_path: Path) -> None:
    hands.texts(good="A good one.", same="A good one.")
    (tmp_path / "in" / "bad.jsonl").write_text("{no json\n", encoding="utf-8")
    hands.bring_in(tmp_path / "in")
    hands.until(lambda: hands.toast() == "Imported 1 document as in")
    assert hands.notices() == ["2 skipped while importing in"]
    hands.settle()
    assert hands.total() == 5


def test_that_the_link_of_the_toast_withdraws_the_batch(hands: Hands, tmp_path: Path) -> None:
    hands.bring_in(*hands.texts(one="One."))
    hands.until(lambda: hands.toast().startswith("Imported"))
    hands.settle()
    hands.pane.toast.undo.emit()
    hands.until(lambda: hands.toast() == "Undo: Import batch one")
    assert hands.total() == 4
    assert hands.sound()


def test_that_the_link_withdraws_the_batch_also_when_something_was_decided_since(
    hands: Hands, tmp_path: Path
) -> None:
    hands.bring_in(*hands.texts(one="One."))
    hands.until(lambda: hands.toast().startswith("Imported"))
    hands.settle()
    hands.press("A")
    hands.pane.toast.undo.emit()
    hands.until(lambda: hands.total() == 4)
    assert hands.stored()[0] == "Grain Board:ORG!"


def test_that_an_open_document_of_a_withdrawn_batch_is_left(hands: Hands, tmp_path: Path) -> None:
    """It used to stay open, and could be decided although it is not in the project."""
    hands.bring_in(*hands.texts(one="One."))
    hands.until(lambda: hands.toast().startswith("Imported"))
    hands.settle()
    hands.turn_to(5)
    hands.pane.toast.undo.emit()
    hands.until(lambda: hands.document.view.id != 5)
    assert hands.document.view.id == wire.HARVEST


def test_that_the_page_is_empty_when_the_only_batch_is_withdrawn(
    window: Hands, bare: Path, tmp_path: Path
) -> None:
    path = tmp_path / "empty.curator"
    projects.make(path).close()
    window.controller.open_project(path)
    window.until(lambda: window.controller.session is not None)
    window.bring_in(*window.texts(one="One."))
    window.until(window.has_document)
    window.settle()
    window.pane.toast.undo.emit()
    window.until(lambda: window.session.screen.document is None)
    window.until(window.pane._empty.isVisible)


def test_that_everything_skipped_is_told_without_a_link(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "same.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "odd.xyz").write_text("what", encoding="utf-8")
    hands.bring_in(tmp_path / "odd.xyz")
    hands.until(lambda: hands.notices() == ["1 skipped while importing odd"])
    hands.settle()
    assert hands.toast() == ""
    assert hands.total() == 4


def test_that_a_cancelled_import_keeps_what_went_in(hands: Hands, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"n{n}", "text": f"Text {n}. " + "word " * 400}) for n in range(2000)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    steps: list[object] = []
    hands.session.tasks.stepped.connect(steps.append)
    hands.bring_in(tmp_path / "many.jsonl")
    hands.until(lambda: steps)
    hands.window.status.cancelled.emit()
    hands.settle()
    hands.until(lambda: hands.toast().startswith("Imported"))
    assert 4 < hands.total() < 2004
    hands.pane.toast.undo.emit()
    hands.until(lambda: hands.total() == 4)
    assert hands.sound()


def test_that_an_import_cancelled_before_it_reads_takes_nothing(
    hands: Hands, tmp_path: Path
) -> None:
    hands.bring_in(*hands.texts(one="One."))
    hands.window.status.cancelled.emit()
    hands.settle()
    assert hands.total() == 4


def test_that_a_full_disk_ends_an_import_with_a_notice_and_the_next_one_goes_on(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    take = Intake.take

    def full(self: Intake, chunk: Any) -> Any:
        if self.report.name == "one":
            raise FULL
        return take(self, chunk)

    monkeypatch.setattr(Intake, "take", full)
    one, two = hands.texts(one="One.", two="Two.")
    hands.session.tasks.bring_in([([one], None), ([two], None)])
    hands.until(lambda: hands.toast() == "Imported 1 document as two")
    assert hands.notices() == ["The project's file cannot be read or written"]
    hands.settle()
    assert hands.total() == 5


def test_that_the_end_of_an_import_disturbs_nobody(hands: Hands, tmp_path: Path) -> None:
    """The open document used to be opened anew: place, selection and slot in edit were lost."""
    hands.turn_to(wire.LONG)
    hands.press("N")
    hands.window.queue.focus_filter()
    place = hands.pane.page.verticalScrollBar().value()
    before = hands.document
    hands.select("Day 80")
    hands.bring_in(*hands.texts(one="One."))
    hands.until(lambda: hands.toast().startswith("Imported"))
    hands.settle()
    assert hands.document is before
    assert hands.at == "Sill:LOC?"
    assert hands.pane.page.selection() is not None
    assert hands.pane.page.verticalScrollBar().value() == place
    assert hands.filter_box().hasFocus()


def test_that_labels_that_are_new_can_be_set_at_once(hands: Hands, tmp_path: Path) -> None:
    line = projects.record("new", "The [quay:BERTH?] shook.")
    (tmp_path / "new.jsonl").write_text(json.dumps(line), encoding="utf-8")
    hands.press("N")
    hands.bring_in(tmp_path / "new.jsonl")
    hands.until(lambda: hands.toast().startswith("Imported"))
    hands.settle()
    commands = hands.controller._commands
    assert commands is not None
    hands.until(lambda: "BERTH" in [label.name for _layer, label in commands.labels()])
    assert hands.at == "Velm:GPE?"


def test_that_letters_typed_while_documents_come_in_never_act(
    window: Hands, tmp_path: Path
) -> None:
    """The first document to come in took the keyboard from the filter box."""
    path = tmp_path / "empty.curator"
    projects.make(path).close()
    window.controller.open_project(path)
    window.until(lambda: window.controller.session is not None)
    window.window.queue.focus_filter()
    window.until(window.filter_box().hasFocus)
    window.bring_in(*window.texts(one="One."))
    window.until(window.has_document)
    window.settle()
    assert window.filter_box().hasFocus()
