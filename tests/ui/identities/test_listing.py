"""The list of identities: found, renamed, merged, gone to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from curator.services import identifying
from curator.ui.command_palette import Palette
from curator.ui.do import Do
from curator.ui.identities.dialog import IdentitiesDialog
from curator.ui.identities.listing import Listing
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents and three identities, closed."""
    path = tmp_path_factory.mktemp("two") / "two.curator"
    with projects.make(path) as project:
        projects.take(
            project, "[Ana Velik:PERSON?] met [A. Velik:PERSON?].", "[Ana Velik:PERSON?] slept."
        )
        identifying.accept(project, [3], None, name="Ana Velik", kind="PERSON")
        identifying.accept(project, [2], None, name="A. Velik", kind="PERSON")
        identifying.accept(project, [1], None, name="Kolm", kind="GPE")
    return path


@pytest.fixture
def opened(window: Hands, made: Path, tmp_path: Path) -> Hands:
    """A copy of it, the list open."""
    window.open(wire.copy(made, tmp_path))
    window.do_quickly(Do.IDENTITIES)
    window.until(lambda: len(listed(window)) == 3)
    return window


def listing(hands: Hands) -> Listing:
    commands = hands.controller._commands
    assert commands is not None
    return next(one for one in commands.features if isinstance(one, Listing))


def dialog(hands: Hands) -> IdentitiesDialog:
    found = listing(hands).dialog
    assert found is not None
    return found


def field(hands: Hands, name: str) -> QLineEdit:
    return next(
        one for one in dialog(hands).findChildren(QLineEdit) if one.accessibleName() == name
    )


def table(hands: Hands) -> QTableView:
    (found,) = dialog(hands).findChildren(QTableView)
    return found


def listed(hands: Hands) -> list[str]:
    model = table(hands).model()
    return [
        " ".join(str(model.index(row, column).data()) for column in (0, 3, 5))
        for row in range(model.rowCount())
    ]


def test_that_identities_are_listed_and_found_by_a_few_letters(opened: Hands) -> None:
    assert listed(opened) == ["A. Velik 1 1", "Ana Velik 1 1", "Kolm 1 1"]
    assert table(opened).accessibleName() == "Identities"
    field(opened, "Find a name").setText("vel")
    assert listed(opened) == ["A. Velik 1 1", "Ana Velik 1 1"]
    field(opened, "Find a name").setFocus()
    opened.type("Down", on=field(opened, "Find a name"))
    opened.until(table(opened).hasFocus)


def test_that_a_name_is_given_with_enter(opened: Hands) -> None:
    assert field(opened, "Name").text() == "A. Velik"
    field(opened, "Name").setText("Anton Velik")
    opened.type("Enter", on=field(opened, "Name"))
    opened.until(lambda: "Anton Velik 1 1" in listed(opened))
    assert opened.acts()[0] == "identity rename"
    opened.do(Do.UNDO)
    opened.until(lambda: "A. Velik 1 1" in listed(opened))


def test_that_one_is_merged_into_another(opened: Hands) -> None:
    opened.click("Merge into …", dialog(opened))
    opened.until(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    palette = QApplication.activePopupWidget()
    assert palette is not None
    (words,) = palette.findChildren(QLineEdit)
    words.setText("ana")
    opened.type("Enter", on=words)
    opened.until(lambda: listed(opened) == ["Ana Velik 2 2", "Kolm 1 1"])
    assert opened.sound()


def test_that_a_place_is_gone_to_and_the_list_closes_with_the_project(opened: Hands) -> None:
    table(opened).selectRow(1)
    opened.click("Go to a place", dialog(opened))
    opened.until(lambda: opened.document.view.id == 2)
    assert opened.at == "Ana Velik:PERSON?"
    opened_list = listing(opened)
    opened.controller.leave_project()
    assert opened_list.dialog is None
