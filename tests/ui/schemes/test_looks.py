"""What is to be looked at again is gone through by keys, across documents, kept or decided anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView

from curator.domain.annotation import Layer
from curator.domain.scheme_draft import SchemeDraft
from curator.services import scheming
from curator.ui.do import Do
from curator.ui.schemes.looks import SecondLooks
from curator.ui.schemes.looks_dialog import LooksDialog
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.schemes.conftest import feature

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Decided places in two documents, under an old guideline."""
    path = tmp_path_factory.mktemp("looks") / "looks.curator"
    with projects.make(path) as project:
        projects.take(
            project,
            "[Velm:GPE!] met [Osmo:PERSON?] in [Ruda:GPE-].",
            "[Sill:GPE~] slept. [Kolm:LOC!]",
        )
    return path


@pytest.fixture
def opened(window: Hands, made: Path, tmp_path: Path) -> Hands:
    """A copy of it, the guideline changed."""
    window.open(wire.copy(made, tmp_path))
    draft = SchemeDraft.of(window.document.scheme).change(
        Layer.ENTITY, "GPE", guideline="With a government."
    )
    window.session.reviewer.run(lambda project: scheming.revise(project, draft))
    window.until(lambda: left(window) == 3)
    return window


def left(hands: Hands) -> int:
    return len(feature(hands, SecondLooks)._list.left)


def dialog(hands: Hands) -> LooksDialog:
    found = feature(hands, SecondLooks).dialog
    assert found is not None
    return found


def listed(hands: Hands) -> list[str]:
    (table,) = dialog(hands).findChildren(QTableView)
    model = table.model()
    return [
        " ".join(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_that_a_notice_says_how_many_and_the_list_shows_them(opened: Hands) -> None:
    opened.until(lambda: "3 annotations are to be looked at again" in opened.notices())
    opened.click("Show the list")
    assert listed(opened) == ["GPE Velm accepted", "GPE Ruda rejected", "GPE Sill unsure"]
    assert dialog(opened)._said.text() == "3 places left of 3"


def test_that_keys_go_from_place_to_place_keep_and_decide_anew(opened: Hands) -> None:
    opened.go("Osmo:PERSON?")
    opened.type("B")
    opened.until(lambda: opened.at == "Ruda:GPE-")
    opened.type("Y")
    opened.until(lambda: opened.document.view.id == 2)
    opened.until(lambda: opened.at == "Sill:GPE~")
    opened.settle()
    assert opened.acts()[0] == "keep"
    opened.press("A")
    opened.until(lambda: left(opened) == 1)
    opened.type("B")
    opened.until(lambda: opened.at == "Velm:GPE!")
    opened.type("Y")
    opened.settle()
    opened.until(lambda: opened.toast() == "Nothing is to be looked at again")
    opened.do(Do.UNDO)
    opened.until(lambda: left(opened) == 1)
    assert opened.sound()


def test_that_the_list_follows_and_keeps_from_its_buttons(opened: Hands) -> None:
    opened.do_quickly(Do.SECOND_LOOKS)
    opened.until(lambda: feature(opened, SecondLooks).dialog is not None)
    opened.click("Keep as it is", dialog(opened))
    opened.until(lambda: listed(opened) == ["GPE Ruda rejected", "GPE Sill unsure"])
    assert dialog(opened)._said.text() == "2 places left of 3"
    assert dialog(opened)._bar.share == pytest.approx(1 / 3)
    opened.do(Do.UNDO)
    opened.until(lambda: len(listed(opened)) == 3)
    opened.click("Go to it", dialog(opened))
    opened.until(lambda: opened.at == "Ruda:GPE-")
    found = feature(opened, SecondLooks)
    opened.controller.leave_project()
    assert found.dialog is None


def test_that_all_that_is_left_is_kept_as_one_act(opened: Hands) -> None:
    opened.do_quickly(Do.SECOND_LOOKS)
    opened.until(lambda: feature(opened, SecondLooks).dialog is not None)
    opened.until(dialog(opened)._table._view.hasFocus)
    opened.type("Y", on=dialog(opened)._table._view)
    opened.until(lambda: left(opened) == 2)
    opened.click("Keep all 2", dialog(opened))
    opened.until(lambda: dialog(opened)._said.text() == "0 places left of 3")
    assert not dialog(opened)._all.isEnabled()
    opened.do(Do.UNDO)
    opened.until(lambda: left(opened) == 2)


def test_that_what_is_not_on_the_list_is_not_kept(opened: Hands) -> None:
    opened.go("Osmo:PERSON?")
    before = opened.acts()
    opened.type("Y")
    opened.settle()
    assert opened.toast() == "This is not to be looked at again"
    assert opened.acts() == before
