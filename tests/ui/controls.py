"""What every control owes to who does not see it, or does not use the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(root: QWidget) -> list[QWidget]:
    """Every control that is to be seen when its root is."""
    found = [child for child in root.findChildren(QWidget) if isinstance(child, CONTROLS)]
    return [one for one in found if one.isVisibleTo(root)]


def ours(control: QWidget) -> bool:
    """Say whether we made it; what Qt puts into its own fields is named by Qt."""
    return type(control).__module__.startswith("curator") or not isinstance(
        control.parentWidget(), QLineEdit | QAbstractSpinBox
    )


def focusable(root: QWidget) -> list[QWidget]:
    """Everything under a root that Tab can lead to."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and one.focusProxy() is None
        and one.isVisibleTo(root)
        and one.isEnabled()
        and one.window() is root.window()
    ]


def nameless(root: QWidget) -> list[QWidget]:
    """Controls that have no name."""
    named = [*controls(root), *focusable(root)]
    return [
        one
        for one in dict.fromkeys(named)
        if ours(one)
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (one.accessibleName() or _words(one))
    ]


def untold(root: QWidget) -> list[QAbstractButton]:
    """Buttons without words that have no tooltip."""
    return [
        one
        for one in controls(root)
        if isinstance(one, QAbstractButton) and ours(one) and not one.text() and not one.toolTip()
    ]


def unseen(root: QWidget) -> list[QWidget]:
    """What looks the same with the focus and without; its window is active."""
    root.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the first Tab does
    found = []
    for one in focusable(root):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert QApplication.focusWidget() is not None, "the window is not active"
        corner = one.mapTo(root, QPoint(0, 0))
        place = QRect(corner, one.size()).adjusted(-3, -3, 3, 3)
        with_focus = root.grab(place).toImage()
        (one.focusWidget() or one).clearFocus()
        if root.grab(place).toImage() == with_focus:
            found.append(one)
    return found


def walked(root: QWidget, *, most: int = 100) -> list[QWidget]:
    """Press Tab from what has the focus until it comes round, or where it leads to nothing new."""
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and len(seen) < most:
        if here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return [one for one in seen if root.isAncestorOf(one)]


def _words(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""
