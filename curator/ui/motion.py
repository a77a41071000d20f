"""Whether things may move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


def still() -> bool:
    """Return whether the system asks for as little motion as can be, where Qt can tell."""
    hints = QGuiApplication.styleHints()
    if not hasattr(Qt, "MotionPreference") or not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion)
