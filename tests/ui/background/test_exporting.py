"""Exporting and checking beside the review: what is settled, written and told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit

from curator.domain.export_plan import ExportPlan
from curator.domain.gold import Selection
from curator.services import health
from curator.services.health import Finding
from curator.ui import dialogs_of
from curator.ui.dialogs.export import ExportDialog, ExportWish
from curator.ui.do import Do
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def wish_of(hands: Hands, **how: Any) -> ExportWish:
    return ExportWish(hands.folder / "gold.jsonl", "jsonl", Selection(**how))


def test_that_an_export_says_where_it_is(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    wish = wish_of(hands, documents="all")
    monkeypatch.setattr(dialogs_of, "export", lambda *_: wish)
    hands.do(Do.EXPORT)
    hands.until(lambda: hands.notices() == ["Exported 4 documents"])
    assert len(wish.out.read_text(encoding="utf-8").splitlines()) == 4
    hands.click("Open folder")
    assert opened == [str(hands.folder)]
    assert hands.notices() == []


def test_that_a_place_that_cannot_be_written_is_a_notice(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = ExportWish(hands.folder / "no" / "such" / "gold.jsonl", "jsonl", Selection())
    monkeypatch.setattr(dialogs_of, "export", lambda *_: wish)
    hands.do(Do.EXPORT)
    hands.until(hands.notices)
    assert hands.notices() == ["The export cannot be written"]


def test_that_a_stopped_export_is_said_in_passing(hands: Hands) -> None:
    hands.session.tasks.send_out(
        hands.folder / "gold.jsonl", ExportPlan("jsonl", Selection(documents="all"))
    )
    hands.window.status.cancelled.emit()
    hands.until(lambda: hands.toast() == "The export was stopped")
    hands.settle()
    assert hands.notices() == []
    assert not (hands.folder / "gold.jsonl").exists()


def test_that_leaving_the_dialogue_exports_nothing(hands: Hands) -> None:
    asked = hands.answer(ExportDialog, lambda dialog: hands.type("Escape", on=dialog))
    hands.do_quickly(Do.EXPORT)
    assert asked
    assert not hands.session.tasks.busy


def test_that_the_dialogue_settles_format_selection_and_place(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:

    offered: list[str] = []

    def place(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(name)
        return (str(hands.folder / "out.conll"), "") if len(offered) > 1 else ("", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", place)
    wishes: list[ExportWish | None] = []

    def answer(dialog: ExportDialog) -> None:
        dialog._format.setCurrentText("CoNLL-2003 (IOB2)")
        dialog._documents.set_current(1)
        dialog._undecided.setChecked(True)
        dialog._rejected.setChecked(True)
        hands.type("Enter", on=dialog)
        wishes.append(dialog.wish)
        hands.type("Enter", on=dialog)

    hands.answer(ExportDialog, answer)
    theme = hands.controller._themes.theme
    wish = dialogs_of.export(hands.window, theme, hands.session.project.path)
    assert wishes == [None], "no place was chosen at first"
    assert wish is not None
    assert Path(offered[0]).name == "wire.conll"
    assert (wish.out.name, wish.format_name) == ("out.conll", "conll")
    assert wish.selection.documents == "all"
    assert {str(state) for state in wish.selection.states} == {"accepted", "suggested"}
    assert (wish.selection.negatives, wish.selection.masks) == (True, False)


def test_that_choices_are_kept_as_a_profile_and_made_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = hands.folder / "parts.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))

    def choose(dialog: ExportDialog) -> None:
        hands.click("More choices", dialog)
        fields = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
        dialog._documents.set_current(1)
        fields["Parts"].setText("1/0/nothing")
        hands.type("Enter", on=dialog)
        assert "1/0/nothing" in dialog._wrong.text()
        fields["Parts"].setText("1/1/0")
        fields["Names"].setText("GPE=PLACE")
        fields["Keep as"].setText("halves")
        hands.type("Enter", on=dialog)

    hands.answer(ExportDialog, choose)
    hands.do(Do.EXPORT)
    hands.until(hands.notices)
    assert sorted(one.name for one in hands.folder.glob("parts.*.jsonl")) == [
        "parts.dev.jsonl", "parts.train.jsonl",
    ]  # fmt: skip

    seen: list[tuple[str, ...]] = []

    def again(dialog: ExportDialog) -> None:
        dialog._profile.setCurrentText("halves")
        split = dialog._more.split
        seen.append((*(split.parts if split else ()), *dialog._more.renamed.values()))
        hands.type("Escape", on=dialog)

    hands.answer(ExportDialog, again)
    hands.do(Do.EXPORT)
    assert seen == [("train", "dev", "PLACE")]


def test_that_a_sound_project_is_called_sound(hands: Hands) -> None:
    hands.do(Do.CHECK)
    hands.until(lambda: hands.notices() == ["The project is sound"])


def test_that_what_is_wrong_is_told(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:

    found = [Finding("check.text", {"document": 3}), Finding("check.tally", {"document": 1})]
    monkeypatch.setattr(health, "findings", lambda _project: found)
    hands.do(Do.CHECK)
    hands.until(lambda: hands.notices() == ["2 things are not as they should be"])
    assert "document 3" in hands.details()
