"""Hears every text of the program's windows: what controls say, what models give, what is drawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from curator.domain.annotation import Layer
from curator.services import projects
from tests.support.pseudo import LATIN

KEYS = frozenset({
    "Ctrl", "Shift", "Alt", "Enter", "Esc", "Tab", "Space", "Del", "Delete", "Ins", "PgUp",
    "PgDn", "Left", "Right", "Home", "End",
})  # fmt: skip
PATH = re.compile(r"(/[\w.-]+)+")
"""Where something lies."""
NAMES = frozenset(["Curator", "curator", "everything"])
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
ROWS = 60


class Listening:
    """Collects texts, and where each was heard."""

    def __init__(self) -> None:
        self._heard: dict[str, set[str]] = defaultdict(set)
        self._where = ""
        self._known = KEYS | NAMES | _of_scheme()
        self._listen_to_painters()

    def look(self, where: str) -> None:
        """Hear what all windows say now, hidden pages too, and what they draw."""
        self._where = where
        for window in QApplication.topLevelWidgets():
            window.grab()
        for widget in QApplication.allWidgets():
            if type(widget) is QAbstractButton or isinstance(widget.parent(), QDialogButtonBox):
                continue  # Qt's own buttons, in Qt's own translation
            for kind, text in _texts(widget):
                self._hear(f"{type(widget).__name__}.{kind}", text)

    def english(self) -> dict[str, list[str]]:
        """Return the texts with words that nobody translated, and where they were heard."""
        return {
            text: sorted(places)[:4]
            for text, places in sorted(self._heard.items())
            if not {*LATIN.findall(PATH.sub("", text))} <= self._known
        }

    def _hear(self, what: str, text: str) -> None:
        if text:
            self._heard[text].add(f"{self._where}: {what}")

    def _listen_to_painters(self) -> None:
        draw = QPainter.drawText

        def heard(painter: QPainter, *arguments: Any) -> Any:
            for one in arguments:
                if isinstance(one, str):
                    self._hear("drawn", one)
            return draw(painter, *arguments)

        QPainter.drawText = heard  # type: ignore[method-assign]


def _of_scheme() -> set[str]:
    """Words of the scheme, which are a project's own."""
    known: set[str] = set()
    scheme = projects.read_scheme("everything")
    for layer in Layer:
        part = scheme.layers[layer]
        for label in part.labels:
            known |= {*LATIN.findall(label.name), *LATIN.findall(label.code or "")}
            known |= {*LATIN.findall(label.name.replace("_", " "))}
            known |= {*LATIN.findall(label.guideline)}
        for attribute in part.attributes:
            for words in (attribute.name, *attribute.values):
                spoken = words.replace("_", " ")
                known |= {*LATIN.findall(spoken), *LATIN.findall(spoken.capitalize())}
    return known | {word.upper() for word in known} | {word[:2] for word in known}


def _texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "title", widget.windowTitle()
    yield "tip", re.sub(r"<[^>]*>", " ", widget.toolTip())
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if isinstance(widget, QAbstractButton | QLabel):
        yield "text", re.sub(r"<[^>]*>", " ", widget.text())
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QMenu):
        yield "menu", widget.title()
    if isinstance(widget, QComboBox):
        yield from _of_model("item", widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model("row", widget.model())
    for action in widget.actions():
        yield from _of_action(action)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text()
    yield "action's tip", re.sub(r"<[^>]*>", " ", action.toolTip())


def _of_model(kind: str, model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for column in range(columns):
        header = model.headerData(column, Qt.Orientation.Horizontal)
        yield f"{kind}'s head", header if isinstance(header, str) else ""
    for row in range(min(ROWS, model.rowCount(top))):
        for column in range(columns):
            for role in ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield kind, value
