"""Before many are accepted a sample is looked at; too many errors stop the rest."""

from __future__ import annotations

import pytest

from curator.ui.bulk import bulk as feature
from curator.ui.bulk.sample import SampleDialog
from curator.ui.do import Do
from curator.ui.widgets.line import Line
from tests.ui.bulk.conftest import Table

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three are many, and two of them are the sample."""
    monkeypatch.setattr(feature, "SAMPLED_FROM", 2)
    monkeypatch.setattr(feature, "sample", lambda items, *, seed: items[:2])


def begin(table: Table) -> SampleDialog:
    table.go("Velm:GPE")
    table.type("A")
    table.hands.until(lambda: table.feature.sampling.dialog is not None)
    dialog = table.feature.sampling.dialog
    assert dialog is not None
    return dialog


def said(dialog: SampleDialog) -> list[str]:
    return [line.text() for line in dialog.findChildren(Line) if line.isVisible()]


def test_that_a_sample_is_shown_in_context_before_many_are_accepted(table: Table) -> None:
    dialog = begin(table)
    assert said(dialog)[:2] == [
        "Look at 2 of 3 suggestions first",
        "1 of 2   ·   0 wrong so far   ·   more than 0 wrong of 2 stops the rest",
    ]
    assert "Is this GPE?" in said(dialog)
    assert dialog._passage.accessibleName() == "Velm met Osmo. Velm and the yard."
    dialog.grab()


def test_that_the_rest_is_accepted_once_the_sample_is_right(table: Table) -> None:
    dialog = begin(table)
    table.hands.type("A", "A", on=dialog)
    table.until_rows(lambda rows: "- Velm:GPE 3" not in rows)
    table.hands.settle()
    assert table.hands.stored(1)[0] == table.hands.stored(2)[0] == "Velm:GPE!"
    table.until_said("Accepted 1 in 1 document")
    assert table.hands.acts()[0] == "bulk"
    table.hands.do(Do.UNDO)
    assert table.hands.stored(2)[0] == "Velm:GPE?"
    assert table.hands.stored(1)[0] == "Velm:GPE!", "verdicts of the sample are decisions"
    assert table.hands.acts()[0] == "sample"
    table.hands.do(Do.UNDO)
    assert table.hands.stored(1)[0] == "Velm:GPE?"
    assert table.hands.sound()


def test_that_too_many_errors_stop_it_and_say_what_was_seen(table: Table) -> None:
    dialog = begin(table)
    table.hands.type("X", on=dialog)
    table.hands.settle()
    assert said(dialog)[0] == "Not accepted: 1 of 1 looked at were wrong"
    assert "1 verdict of the sample kept; 2 others wait as before." in said(dialog)
    table.hands.type("A", "Enter", on=dialog)
    table.hands.until(lambda: table.feature.sampling.dialog is None)
    assert [one for one in table.hands.stored(1) if "Velm" in one] == ["Velm:GPE-", "Velm:GPE?"]
    table.until_said("1 verdict of the sample kept; 2 others wait as before")


def test_that_leaving_the_sample_accepts_nothing_else(table: Table) -> None:
    dialog = begin(table)
    table.hands.type("A", "Escape", on=dialog)
    table.hands.settle()
    assert [one for one in table.hands.stored(1) if "Velm" in one] == ["Velm:GPE!", "Velm:GPE?"]
    table.until_said("1 verdict of the sample kept; 2 others wait as before")


def test_that_rejecting_many_needs_no_sample(table: Table) -> None:
    table.go("Velm:GPE")
    table.type("X")
    table.until_rows(lambda rows: "- Velm:GPE 3" not in rows)
    assert table.feature.sampling.dialog is None
