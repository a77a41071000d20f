"""What was copied elsewhere is imported."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from curator.domain.queue import QueueFilter
from curator.services import reading
from curator.ui.do import Do
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_copied_text_becomes_a_document_that_undo_takes_back(hands: Hands) -> None:
    before = hands.total()
    QGuiApplication.clipboard().setText("Velm 🌊 slept.\r\nOsmo woke.")
    hands.do(Do.PASTE)
    hands.until(lambda: hands.total() == before + 1)
    newest = reading.open_document(hands.session.project, before + 1)
    assert newest.text == "Velm 🌊 slept.\nOsmo woke."
    names = [batch.name for batch in reading.outline(hands.session.project, QueueFilter()).batches]
    assert any(name.startswith("Clipboard, ") for name in names)


def test_that_copied_files_are_imported_as_themselves(hands: Hands) -> None:
    before = hands.total()
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path)) for path in hands.texts(a="One.", b="Two.")])
    QGuiApplication.clipboard().setMimeData(copied)
    hands.do(Do.PASTE)
    hands.until(lambda: hands.total() == before + 2)


def test_that_an_empty_clipboard_says_so(hands: Hands) -> None:
    QGuiApplication.clipboard().clear()
    hands.do(Do.PASTE)
    hands.until(hands.toast)
    assert hands.toast() == "Nothing was copied that has words"
