"""Where Tab leads: through everything as it is laid out, whenever it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def step(parts: Sequence[QWidget], here: QWidget | None, *, forward: bool) -> bool:
    """Give the keyboard to what comes next, going round.

    Args:
        parts: to go through, in this order.
        here: what has the keyboard.
        forward: False for what comes before.

    Returns:
        Whether there was somewhere to go from here.
    """
    order = [one for part in parts for one in focusable(part)]
    if here not in order:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[(order.index(here) + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield everything under a widget that Tab can lead to, as it is laid out."""
    if not root.isVisible() or not root.isEnabled():
        return
    by_tab = root.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    if by_tab and root.focusProxy() is None:
        yield root
    laid = dict.fromkeys(_laid(root.layout()))
    rest = (one for one in root.findChildren(QWidget, options=_DIRECT) if one not in laid)
    for child in (*laid, *rest):
        if not child.isWindow():
            yield from focusable(child)


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    """Yield the widgets of a layout and of those within it, in their order."""
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        yield from _laid(item.layout())
