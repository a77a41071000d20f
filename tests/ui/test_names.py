"""Whoever does not see the window hears what each control is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Annotation, Layer, Part, Role, entity_parts
from curator.domain.scheme import Attribute, Label, LayerScheme, Scheme
from curator.ui.dialogs.new_project import NewProjectDialog, SchemeChoice
from curator.ui.header import Header
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.panel import InspectorPanel
from curator.ui.legend import Legend
from curator.ui.queue.panel import QueuePanel
from curator.ui.status import Status
from curator.ui.tasks import TaskRow
from curator.ui.tokens import theme
from curator.ui.view_bar import ViewBar
from curator.ui.welcome import Welcome
from curator.ui.welcome_parts import RecentProject
from curator.ui.widgets.dock_title import DockTitle
from curator.ui.widgets.notice import Notice
from curator.ui.widgets.toast import Toast
from tests.ui import controls

LIGHT = theme("light")
LABELS = (Label("LOC", "1", "LOC"), Label("ORG", "2", "ORG"))
POLARITY = Attribute("polarity", ("positive", "negative"))
SCHEME = Scheme(
    "small",
    {
        Layer.ENTITY: LayerScheme(LABELS),
        Layer.CLAIM: LayerScheme((Label("denial", colour="denial"),), attributes=(POLARITY,)),
    },
)


def inspector(*, claim: bool) -> InspectorPanel:
    made = InspectorPanel(LIGHT)
    text = "Varga denied it."
    cue = Annotation(1, 1, Layer.CLAIM, "denial", (Part(Role.CUE, 6, 12),), suggester_id=1)
    place = Annotation(2, 1, Layer.ENTITY, "LOC", entity_parts(0, 5), suggester_id=1)
    made.show_annotation(CardFacts(cue if claim else place, text, SCHEME))
    return made


def header() -> Header:
    made = Header(LIGHT)
    made.show_document("Title", [])
    return made


def status() -> Status:
    made = Status(LIGHT)
    made.set_undo("Accept")
    made.set_task("suggest", "Suggesting", share=0.5)
    return made


def legend() -> Legend:
    made = Legend(LIGHT)
    made.show_labels([(Layer.ENTITY, label) for label in LABELS])
    return made


def welcome() -> Welcome:
    made = Welcome(LIGHT)
    made.show_recent([RecentProject(Path("a.curator"))])
    return made


def toast() -> QWidget:
    host = QWidget()
    Toast(LIGHT, host, fades=False).say("done", "Done")
    return host


MAKERS: dict[str, Callable[[], QWidget]] = {
    "header": header,
    "view bar": lambda: ViewBar(LIGHT),
    "legend": legend,
    "status": status,
    "queue": lambda: QueuePanel(LIGHT),
    "entity card": lambda: inspector(claim=False),
    "claim card": lambda: inspector(claim=True),
    "welcome": welcome,
    "task": lambda: TaskRow(LIGHT, "import", "Importing"),
    "dock": lambda: DockTitle(LIGHT, "Queue"),
    "notice": lambda: Notice(LIGHT, "warn", "Title", action="Show why"),
    "toast": toast,
    "dialogue": lambda: NewProjectDialog(
        LIGHT, [SchemeChoice("a", "A", "All")], folder=Path("nowhere")
    ),
}


@pytest.mark.parametrize("name", MAKERS)
def test_that_every_control_has_a_name(qtbot: QtBot, name: str) -> None:
    root = MAKERS[name]()
    qtbot.addWidget(root)
    assert controls.nameless(root) == []


@pytest.mark.parametrize("name", MAKERS)
def test_that_an_icon_alone_has_a_tooltip(qtbot: QtBot, name: str) -> None:
    root = MAKERS[name]()
    qtbot.addWidget(root)
    assert controls.untold(root) == []
