"""Rows of key caps: what is pressed together stands close, another way apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from curator.ui import fonts, paint
from curator.ui.key_caps import caps
from curator.ui.tokens import Theme

_CLOSE, _APART = 3.0, 9.0


def draw(
    painter: QPainter,
    right: float,
    middle: float,
    keys: Sequence[str],
    theme: Theme,
    *,
    between: str = "",
) -> float:
    """Draw the caps of keys that end at `right`, around a height; return their left edge.

    Args:
        keys: as the table of actions writes them.
        between: a word between two keys, such as an ellipsis.
    """
    x = right
    font = fonts.interface(11)
    for place, key in enumerate(reversed(keys)):
        if place and between:
            wide = fonts.wide(between, font) + 4
            word = QRectF(x - wide, middle - 8, wide, 16)
            paint.put(painter, word, between, font, theme.ink3, elide=False)
            x -= wide + _CLOSE
        elif place:
            x -= _APART - _CLOSE
        for one in reversed(caps(key)):
            x = paint.key_cap(painter, x, middle - 8, one, theme) - _CLOSE
    return x + _CLOSE if keys else right


def width(keys: Sequence[str]) -> float:
    """Return how wide the caps of keys are, in logical pixels."""
    wide = sum(paint.key_cap_width(one) + _CLOSE for key in keys for one in caps(key))
    return wide + (_APART - _CLOSE) * (len(keys) - 1) - _CLOSE if keys else 0.0
