"""The menu that writes terms of the filter for those who do not know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from curator.domain.annotation import Layer
from curator.domain.queue_words import UNDATED, Key
from curator.translation import gettext as _

Write = Callable[[Key, str], Any]
_MOST = 40
"""Batches that are offered; more are typed."""

_LAYERS = {
    Layer.ENTITY: (Key.ENTITIES, _("Entities")),
    Layer.CLAIM: (Key.CLAIMS, _("Claims")),
}
_STATES = (
    (_("Open"), "open"),
    (_("Done"), "done"),
    (_("With suggestions left"), "left"),
    (_("Not suggested yet"), "unseen"),
)


_TRAITS = (
    (_("Flagged"), Key.FLAG, "yes"),
    (_("Not flagged"), Key.FLAG, "no"),
    (_("With a comment"), Key.COMMENT, ""),
    (_("With other versions"), Key.STORY, "yes"),
)


def terms(
    parent: QWidget,
    labels: Mapping[Layer, Sequence[str]],
    batches: Sequence[str],
    write: Write,
) -> QMenu:
    """Return the menu.

    Args:
        parent: of the menu.
        labels: of the scheme, by layer.
        batches: names, the newest first.
        write: called with the term that is chosen; with no value where one is to be typed.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    named = menu.addMenu(_("Label"))
    for names in labels.values():
        for name in names:
            _add(named, name, Key.LABEL, name, write)
        named.addSeparator()
    for layer in labels:
        key, title = _LAYERS[layer]
        states = menu.addMenu(title)
        for words, state in _STATES:
            _add(states, words, key, state, write)
    menu.addSeparator()
    listed = menu.addMenu(_("Batch"))
    for name in batches[:_MOST]:
        _add(listed, name, Key.BATCH, name, write)
    _add(menu, _("Source …"), Key.SOURCE, "", write)
    _add(menu, _("Date …"), Key.DATE, "", write)
    _add(menu, _("Without a date"), Key.DATE, UNDATED, write)
    menu.addSeparator()
    for words, key, value in _TRAITS:
        _add(menu, words, key, value, write)
    for submenu in (named, listed):
        submenu.setEnabled(not submenu.isEmpty())
    return menu


def _add(menu: QMenu, words: str, key: Key, value: str, write: Write) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setToolTip(f"{key}:{value}")
    action.triggered.connect(partial(_chosen, write, key, value))


def _chosen(write: Write, key: Key, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt hands it over
    write(key, value)
