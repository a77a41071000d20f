"""An inspector in a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.assets import resources
from curator.domain.scheme import Scheme, scheme_from_toml
from curator.ui.inspector.panel import InspectorPanel
from tests.ui.inspector.drawn import LIGHT


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    source = (resources() / "schemes" / "everything.toml").read_text(encoding="utf-8")
    return scheme_from_toml(source, name="everything")


@pytest.fixture
def panel(qtbot: QtBot) -> InspectorPanel:
    window = QWidget()
    window.resize(352, 800)
    made = InspectorPanel(LIGHT, parent=window)
    made.resize(352, 800)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    made.held = window
    return made
