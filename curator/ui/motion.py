"""Whether things may move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


def still() -> bool:
    """Return whether the system asks for as little motion as can be, where Qt can tell."""
    # By name: Qt of Python 3.11 has hints for accessibility, but not yet this one.
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    asked = getattr(hints(), "motionPreference", None) if hints is not None else None
    kinds = getattr(Qt, "MotionPreference", None)
    return asked is not None and kinds is not None and asked() is kinds.ReducedMotion
