"""The window with its preferences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from curator.ui.do import Do
from curator.ui.preferring.preferring import Preferring
from tests.ui.hands import Hands


def preferring(hands: Hands) -> Preferring:
    """What opens the sheet and the preferences."""
    return hands.controller._own[Do.KEYS].__self__  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def feature(hands: Hands) -> Iterator[Preferring]:
    """The same; what is open is closed at the end, and the keys are those of the table."""
    made = preferring(hands)
    yield made
    for dialog in (made.sheet, made.window):
        if dialog is not None:
            dialog.close()
    hands.window.keymap.reset_all()
