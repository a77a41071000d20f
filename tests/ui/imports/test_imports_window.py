"""The reports of imports in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from curator.ui.do import Do
from curator.ui.imports.window import ImportsWindow
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def skipped(hands: Hands, tmp_path: Path) -> Hands:
    """A second import, of one new text and one that is no text."""
    paths = hands.texts(fresh="Ruda rose.")
    broken = tmp_path / "in" / "broken.txt"
    broken.write_bytes(b"\x89PNG\r\n\0\0\0\rIHDR")
    hands.bring_in(*paths, broken)
    hands.until(hands.notices)
    hands.settle()
    return hands


def window(hands: Hands) -> ImportsWindow:
    [found] = [one for one in hands.window.findChildren(ImportsWindow) if one.isVisible()]
    return found


def cells(hands: Hands, name: str, row: int) -> list[str]:
    tables = window(hands).findChildren(QTableView)
    model = next(one for one in tables if one.accessibleName() == name).model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_that_the_notice_leads_to_the_report(skipped: Hands) -> None:
    skipped.click("Show the report")
    skipped.until(lambda: window(skipped).current is not None)
    batch = cells(skipped, "Batches", 0)
    assert batch[2:] == ["1", "–", "1", "–"]
    assert cells(skipped, "What the report says", 0)[0] == "not imported"
    assert "broken.txt" in cells(skipped, "What the report says", 0)[1]


def test_that_a_report_is_copied_and_its_documents_are_listed(skipped: Hands) -> None:
    skipped.do(Do.IMPORTS)
    skipped.until(lambda: window(skipped).current is not None)
    skipped.click("Copy the report", window(skipped))
    assert "broken.txt" in QGuiApplication.clipboard().text()
    skipped.click("List its documents", window(skipped))
    assert skipped.filter_box().text().startswith("batch:")
    skipped.until(lambda: skipped.window.queue.filter.narrows)
