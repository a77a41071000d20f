"""Machines are asked again where another scheme lets them say more, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.scheme import Boundary, Label
from curator.domain.scheme_draft import SchemeDraft
from curator.services import scheming
from curator.services.projects import read_scheme
from curator.store.project import Project
from curator.ui.schemes.scheming import Scheming, machines_differ
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.schemes.conftest import Editor, feature

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ENTITY = Layer.ENTITY


@pytest.fixture
def draft() -> SchemeDraft:
    return SchemeDraft.of(read_scheme("everything"))


def differs(draft: SchemeDraft) -> bool:
    return machines_differ(draft.base, draft.finished())


def test_that_what_annotations_followed_asks_nobody(draft: SchemeDraft) -> None:
    assert not differs(draft.rename(ENTITY, "ORG", "BODY"))
    assert not differs(draft.merge(ENTITY, "LOC", "GPE"))
    assert not differs(draft.retire(ENTITY, "LAW"))
    assert not differs(draft.change(ENTITY, "ORG", guideline="Other.", key=None, colour="UNIT"))


def test_that_more_to_say_asks_again(draft: SchemeDraft) -> None:
    assert differs(draft.add(ENTITY, Label("SHIP")))
    assert differs(draft.with_rules(ENTITY, boundary=Boundary(article=True)))
    assert differs(draft.with_rules(ENTITY, shown_from=0.4))
    reads = {**draft.scheme.layer(ENTITY).reads, "CITY": "GPE"}
    assert differs(draft.with_rules(ENTITY, reads=reads))
    retired = SchemeDraft.of(draft.retire(ENTITY, "LAW").finished())
    assert differs(retired.restore(ENTITY, "LAW"))


def test_that_the_window_asks_again_under_the_scheme_in_force(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(
        hands.session.tasks, "suggest", lambda scheme, **_more: asked.append(scheme.revision)
    )
    draft = SchemeDraft.of(hands.document.scheme).rename(ENTITY, "ORG", "BODY")
    hands.session.reviewer.run(lambda project: scheming.revise(project, draft))
    hands.until(lambda: hands.document.scheme.revision == 2)
    again = SchemeDraft.of(hands.document.scheme).add(ENTITY, Label("SHIP"))
    hands.session.reviewer.run(lambda project: scheming.revise(project, again))
    hands.until(lambda: asked == [3])


def test_that_a_scheme_of_claims_alone_has_their_pages(window: Hands, tmp_path: Path) -> None:
    path = tmp_path / "claims.curator"
    with projects.make(path, scheme="claims-only") as project:
        projects.take(project, "<Osmo:source> <said:cue> {it was so:assertion?}.")
    window.open(path)
    editor = Editor(window)
    assert list(editor.dialog.labels) == [Layer.CLAIM]
    assert editor.dialog.labels[Layer.CLAIM].table.current == "assertion"


def test_that_nothing_is_saved_where_another_holds_the_project(
    window: Hands, template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    with Project.open(path, write=True):
        window.open(path)
        editor = Editor(window)
        assert editor.said() == "Another window holds the project"
        editor.rename("GPE", "PLACE")
        editor.dialog._go_on()
        assert editor.dialog._stack.currentWidget() is editor.page
        editor.dialog.reject()
        window.until(lambda: feature(window, Scheming).editor is None)
        window.controller.leave_project()
