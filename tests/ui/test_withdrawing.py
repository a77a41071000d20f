"""The open document is withdrawn by key, the next one is opened, and undo goes back to it."""

from __future__ import annotations

import pytest

from curator.ui.do import Do
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_the_open_document_is_withdrawn_and_undo_brings_it_back(hands: Hands) -> None:
    before, total = hands.document.view, hands.total()
    hands.type("Ctrl+Delete")
    hands.until(lambda: at(hands) not in (0, before.id))
    assert (hands.acts()[0], hands.total()) == ("withdraw", total - 1)
    hands.do(Do.UNDO)
    hands.until(lambda: at(hands) == before.id)
    assert hands.total() == total
    hands.do(Do.REDO)
    hands.until(lambda: at(hands) not in (0, before.id))
    assert hands.acts()[0] == "withdraw"
    assert hands.sound()


def at(hands: Hands) -> int:
    """The open document, 0 where there is none."""
    document = hands.session.screen.document
    return 0 if document is None else document.view.id
