"""The editor of the scheme, opened on the small project."""

from __future__ import annotations

from typing import TypeVar

import pytest

from curator.domain.annotation import Layer
from curator.ui.do import Do
from curator.ui.schemes.editor import SchemeEditor
from curator.ui.schemes.labels_page import LabelsPage
from curator.ui.schemes.scheming import Scheming
from tests.ui.hands import Hands

T = TypeVar("T")


def feature(hands: Hands, kind: type[T]) -> T:
    """The session's feature of a kind."""
    commands = hands.controller._commands
    assert commands is not None
    return next(one for one in commands.features if isinstance(one, kind))


class Editor:
    """Hands on the editor."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        hands.do_quickly(Do.SCHEME)
        hands.until(lambda: feature(hands, Scheming).editor is not None)

    @property
    def dialog(self) -> SchemeEditor:
        found = feature(self.hands, Scheming).editor
        assert found is not None
        return found

    @property
    def page(self) -> LabelsPage:
        return self.dialog.labels[Layer.ENTITY]

    def said(self) -> str:
        return self.dialog._said.text()

    def label(self, name: str) -> None:
        """Make a label current, as the arrow keys do."""
        self.page.table.set_current(name)
        self.page.table.focus()

    def press(self, *keys: str) -> None:
        """Press keys in the table of labels."""
        for key in keys:
            self.hands.type(key, on=self.page.table._view)

    def rename(self, name: str, to: str) -> None:
        """Give a label another name in the field, with Enter."""
        self.label(name)
        field = self.page.form._field
        self.page.form.focus_name()
        field.setText(to)
        field.editingFinished.emit()

    def steps(self) -> list[str]:
        """What the summary says."""
        model = self.dialog.summary.table._model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def save(self) -> None:
        """Look at the summary, then save, until the window knows the other scheme."""
        revision = self.hands.document.scheme.revision
        self.dialog._go_on()
        self.dialog._go_on()
        self.hands.until(lambda: feature(self.hands, Scheming).editor is None)
        self.hands.until(lambda: self.hands.document.scheme.revision > revision)
        self.hands.settle()


@pytest.fixture
def editor(hands: Hands) -> Editor:
    return Editor(hands)
