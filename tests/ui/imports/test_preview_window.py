"""Files are looked into before they are imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView

from curator.services import reading
from curator.ui.imports.preview_window import PreviewWindow
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RUSSIAN = "Мост откроют в среду, сообщил министр. Рабочие закончили ремонт раньше срока."


def window(hands: Hands) -> PreviewWindow:
    [found] = [one for one in hands.window.findChildren(PreviewWindow) if one.isVisible()]
    return found


def looked(hands: Hands) -> bool:
    return window(hands).ready


def cells(hands: Hands, name: str) -> list[str]:
    tables = window(hands).findChildren(QTableView)
    model = next(one for one in tables if one.accessibleName() == name).model()
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def choose(hands: Hands, name: str, words: str) -> None:
    boxes = window(hands).findChildren(QComboBox)
    box = next(one for one in boxes if one.accessibleName() == name)
    box.setCurrentIndex(box.findText(words))


def test_that_enter_imports_what_was_looked_into(hands: Hands) -> None:
    before = hands.total()
    hands.session.offered.emit(hands.texts(a="Ruda rose.", b="Sill fell."))
    hands.until(lambda: looked(hands))
    assert cells(hands, "First documents")[3] == "Ruda rose."
    assert "2 documents to import" in window(hands)._count.text()
    QTest.keyClick(window(hands), Qt.Key.Key_Return)
    hands.until(lambda: hands.total() == before + 2)


def test_that_escape_imports_nothing(hands: Hands) -> None:
    before = hands.total()
    hands.session.offered.emit(hands.texts(a="Ruda rose."))
    hands.until(lambda: looked(hands))
    QTest.keyClick(window(hands), Qt.Key.Key_Escape)
    hands.settle()
    assert hands.total() == before


def test_that_a_chosen_encoding_is_seen_at_once_and_used(hands: Hands, tmp_path: Path) -> None:
    before = hands.total()
    path = tmp_path / "bridge.txt"
    path.write_bytes(RUSSIAN.encode("koi8-r"))
    hands.session.offered.emit([path])
    hands.until(lambda: looked(hands))
    assert cells(hands, "First documents")[3].startswith("Мост")
    choose(hands, "Encoding", "windows-1251")
    hands.until(lambda: not cells(hands, "First documents")[3].startswith("Мост"))
    choose(hands, "Encoding", "koi8-r")
    hands.until(lambda: cells(hands, "First documents")[3].startswith("Мост"))
    hands.click("Import", window(hands))
    hands.until(lambda: hands.total() == before + 1)
    assert reading.open_document(hands.session.project, before + 1).text == RUSSIAN


def test_that_what_cannot_come_is_told_and_cannot_be_taken(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(b"\x89PNG\r\n\0\0\0\rIHDR")
    hands.session.offered.emit([path])
    hands.until(lambda: "nothing in it can be imported" in window(hands)._count.text())
    assert cells(hands, "What would be skipped, or is worth knowing")[0] == "not imported"
    assert not window(hands).ready
