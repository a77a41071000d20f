"""What is said aloud to those who do not see the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtGui import QAccessible

from curator.translation import gettext as _
from curator.ui.paint import level, score_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from curator.domain.annotation import Annotation

_LEVELS = {1: _("low confidence"), 2: _("middling confidence"), 3: _("high confidence")}


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, when it has said what it is saying.

    An old Qt has no announcements; there, names and descriptions that change are all it is told.

    Args:
        widget: that it is about.
        words: what is said; nothing when empty.
    """
    if words and QAccessible.isActive() and hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, words))


def spoken(annotation: Annotation, text: str, *, figures: bool) -> str:
    """Return an annotation in words: its label, state, text and confidence.

    Args:
        annotation: as it stands.
        text: the document's.
        figures: whether the confidence is a figure; otherwise one of three levels.
    """
    # Not above: the first page has no annotations, and is to be painted at once.
    from curator.ui.inspector.facts import flat, score, state_word

    said = f"{annotation.label}, {state_word(annotation)}: “{flat(annotation.quote(text))}”"
    sure = score(annotation)
    if sure is None:
        return said
    figure = _("confidence {score}").format(score=score_text(sure))
    return f"{said}, {figure if figures else _LEVELS[level(sure)]}"
