"""The three kinds of type: interface, reading text, figures of machines."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

INTERFACE = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Cantarell",
    "Ubuntu",
    "Noto Sans",
    "DejaVu Sans",
)
READING = (
    "Source Serif 4",
    "Charter",
    "Sitka Text",
    "Noto Serif",
    "Georgia",
    "Cambria",
    "DejaVu Serif",
)
MONO = ("JetBrains Mono", "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono")


def interface(px: float = 13, weight: int = 400, spacing: float = 0.0) -> QFont:
    """Return the font of our own words.

    Args:
        px: size in logical pixels; fractions are kept.
        weight: 100–900.
        spacing: added between letters, in logical pixels.
    """
    return QFont(_font(INTERFACE, px, weight, spacing, _dpi()))


def reading(px: float = 17, weight: int = 400) -> QFont:
    """Return the font of a document's words; size in logical pixels, weight 100–900."""
    return QFont(_font(READING, px, weight, 0.0, _dpi()))


def mono(px: float = 12, weight: int = 400) -> QFont:
    """Return the font of offsets, logs and JSON; size in logical pixels, weight 100–900."""
    return QFont(_font(MONO, px, weight, 0.0, _dpi()))


def figures(px: float = 12, weight: int = 400) -> QFont:
    """Return the interface font with figures of one width, for columns."""
    font = interface(px, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


# The same words are measured at every paint; fonts are compared by what they are.
@lru_cache(maxsize=8192)
def wide(text: str, font: QFont) -> float:
    """Return how wide a text is in a font, in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(maxsize=8192)
def elided(text: str, font: QFont, width: float) -> str:
    """Return a text cut with an ellipsis so that it fits a width in logical pixels."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)


@lru_cache(maxsize=128)
def _font(families: tuple[str, ...], px: float, weight: int, spacing: float, dpi: float) -> QFont:
    font = QFont(list(families))
    if px == int(px):
        font.setPixelSize(int(px))
    else:
        font.setPointSizeF(px * 72 / dpi)
    font.setWeight(QFont.Weight(weight))
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0
