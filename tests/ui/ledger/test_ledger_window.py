"""The ledger in the window: listed, narrowed, gone to, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTableView

from curator.ui.do import Do
from curator.ui.ledger.window import LedgerWindow
from curator.ui.widgets.check import Check
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened(hands: Hands) -> Hands:
    """The ledger over the small project, with what is suggested."""
    hands.do_quickly(Do.LEDGER)
    window(hands).findChild(Check).setChecked(True)
    hands.until(lambda: len(rows(hands, "Claims")) == 2)
    return hands


def window(hands: Hands) -> LedgerWindow:
    [found] = [one for one in hands.window.findChildren(LedgerWindow) if one.isVisible()]
    return found


def rows(hands: Hands, name: str) -> list[str]:
    tables = window(hands).findChildren(QTableView)
    model = next(one for one in tables if one.accessibleName() == name).model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_that_nothing_accepted_says_so(hands: Hands) -> None:
    hands.do(Do.LEDGER)
    hands.until(lambda: "No claim is accepted" in window(hands)._count.text())


def test_that_claims_and_sources_are_listed(opened: Hands) -> None:
    assert rows(opened, "Claims") == [
        "head | assertion | the harvest fell",
        "mayor | denial | a strike",
    ]
    assert [row.split(" | ")[0] for row in rows(opened, "Sources")] == [
        "Everybody",
        "head",
        "mayor",
    ]


def test_that_words_narrow_both_lists(opened: Hands) -> None:
    window(opened).findChild(QLineEdit).setText("strike")
    opened.until(lambda: rows(opened, "Claims") == ["mayor | denial | a strike"])
    assert len(rows(opened, "Sources")) == 2


def test_that_a_claim_is_gone_to_in_its_text(opened: Hands) -> None:
    entry = next(one for one in window(opened)._listed.values() if one.type == "denial")
    window(opened)._claims.set_current(entry.annotation_id)
    opened.click("Go to the text", window(opened))
    opened.until(lambda: opened.at == "a strike:denial?")


def test_that_what_is_listed_is_exported(
    opened: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    opened.click("Export …", window(opened))
    opened.until(out.exists)
    assert out.read_text(encoding="utf-8-sig").count("\n") == 3
    opened.until(opened.toast)
    assert opened.toast() == "2 claims written to out.csv"
