"""Comments are written in a small editor and shown on card, list, header and queue."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView

from curator.ui.commenting.editor import CommentEditor
from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.test_queue_feed import row

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def editor(hands: Hands) -> CommentEditor:
    hands.until(lambda: isinstance(QApplication.activeModalWidget(), CommentEditor))
    found = QApplication.activeModalWidget()
    assert isinstance(found, CommentEditor)
    return found


def write(hands: Hands, words: str, *keys: str) -> None:
    """Write into the editor and press keys in it."""
    (field,) = editor(hands).findChildren(QPlainTextEdit)
    field.setPlainText(words)
    hands.type(*keys, on=field)


def test_that_an_annotation_is_commented_on_by_key(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.type(";")
    assert editor(hands).windowTitle() == "Comment on “Velm”"
    write(hands, "which one?", "Enter")
    hands.until(lambda: hands.find("Velm:GPE?").comment == "which one?")
    hands.settle()
    assert ("comment", "which one?") in hands.session.screen.facts(hands.find("Velm:GPE?")).why
    (listing,) = hands.window.inspector.findChildren(QTableView)
    words = [str(listing.model().index(place, 0).data()) for place in range(3)]
    assert "GPE: Velm, suggested, comment: which one?" in words
    hands.do(Do.UNDO)
    hands.until(lambda: hands.find("Velm:GPE?").comment is None)


def test_that_escape_leaves_and_a_comment_is_taken_away(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.type(";")
    write(hands, "no", "Escape")
    assert hands.acts()[0] == ""
    hands.type(";")
    write(hands, "two\nlines", "Enter")
    hands.until(lambda: hands.find("Velm:GPE?").comment == "two\nlines")
    hands.type(";")
    hands.click("Take away", editor(hands))
    hands.until(lambda: hands.find("Velm:GPE?").comment is None)


def test_that_a_document_is_commented_on_and_says_so(hands: Hands) -> None:
    hands.do_quickly(Do.COMMENT_DOCUMENT)
    write(hands, "read again", "Enter")
    hands.until(lambda: hands.document.view.comment == "read again")
    hands.until(lambda: "“read again”" in hands.pane.header._facts.text())
    hands.until(lambda: (shown := row(hands, wire.HARVEST)) and shown.comment == "read again")
    hands.do(Do.UNDO)
    hands.until(lambda: hands.document.view.comment is None)
    hands.until(lambda: "read again" not in hands.pane.header._facts.text())
    hands.until(lambda: (shown := row(hands, wire.HARVEST)) and not shown.comment)


def test_that_what_is_below_the_threshold_takes_no_comment(hands: Hands) -> None:
    hands.session.viewing.show_from(0.0)
    hands.session.reviewer.make_current(
        next(one.id for one in hands.document.drawn() if one.id < 0)
    )
    hands.type(";")
    hands.until(hands.notices)
    assert hands.notices() == ["What lies below the threshold takes no comment"]
