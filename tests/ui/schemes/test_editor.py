"""The scheme is edited by keys, summed up before it is saved, saved as one act, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QSpinBox

from curator.domain.annotation import Layer
from curator.services import reading, scheming
from curator.ui.command_palette import Palette
from curator.ui.do import Do
from curator.ui.schemes.pairs import Pairs
from curator.ui.schemes.scheming import Scheming
from tests.ui.hands import Hands
from tests.ui.schemes.conftest import Editor, feature

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def labels(hands: Hands) -> list[str]:
    """What the legend offers."""
    return [entry.label.name for entry in hands.pane.legend._entries]


def test_that_a_rename_is_one_on_the_page_in_the_legend_and_in_the_file(editor: Editor) -> None:
    hands = editor.hands
    editor.rename("GPE", "PLACE")
    assert editor.said() == "1 change"
    editor.dialog._go_on()
    assert editor.steps() == ["Rename GPE → PLACE: 3 annotations"]
    editor.save()
    assert "Velm:PLACE?" in hands.painted()
    assert "Velm:PLACE?" in hands.stored()
    assert "PLACE" in labels(hands)
    assert "GPE" not in labels(hands)
    assert hands.toast() == "Label scheme saved, revision 2"
    assert hands.sound()
    hands.do(Do.UNDO)
    hands.until(lambda: "Velm:GPE?" in hands.painted())
    hands.until(lambda: "GPE" in labels(hands))
    assert hands.sound()


def test_that_a_retired_label_is_grey_without_a_key_and_not_offered(editor: Editor) -> None:
    hands = editor.hands
    editor.dialog.close()
    hands.until(lambda: feature(hands, Scheming).editor is None)
    hands.go("Velm:GPE?")
    hands.press("A")
    hands.go("Velm:GPE!")
    again = Editor(hands)
    again.label("GPE")
    again.press("Delete")
    assert again.page.current is not None
    assert again.page.current.retired
    again.save()
    assert "Velm:GPE!" in hands.painted()
    assert "GPE" not in labels(hands)
    one = hands.find("Velm:GPE!")
    assert hands.pane.page._colours.family(one) == "grey"
    hands.go("Velm:GPE!")
    hands.press("3")
    assert "Velm:GPE!" in hands.stored()
    assert hands.stored(2) == ["a strike:denial?"]


def test_that_a_label_is_added_with_a_key_and_colour_of_its_own(editor: Editor) -> None:
    hands = editor.hands
    editor.label("GPE")
    editor.press("Delete")
    editor.press("Insert")
    label = editor.page.current
    assert label is not None
    assert (label.name, label.key) == ("NEW", "3")
    assert editor.page.form._field.hasFocus()
    editor.rename("NEW", "SHIP")
    editor.save()
    hands.go("Osmo:PERSON?")
    hands.press("3")
    assert hands.at == "Osmo:SHIP!"
    scheme = reading.scheme(hands.session.project)
    found = scheme.layer(Layer.ENTITY).label("SHIP")
    assert found is not None
    assert found.colour == "GPE"


def test_that_two_labels_cannot_have_one_key(editor: Editor) -> None:
    editor.label("ORG")
    place = editor.page.form._key.findData("1")
    assert editor.page.form._key.itemText(place) == "1  ·  PERSON"
    editor.page.form._key.setCurrentIndex(place)
    editor.page.form._key.activated.emit(place)
    assert editor.said() == (
        "The label scheme has a key twice: layer entity: 1. Choose another one."
    )
    assert editor.page.form._key.currentData() == "2"
    assert not editor.dialog.editing.draft.changed


def test_that_a_name_that_is_taken_goes_back(editor: Editor) -> None:
    editor.rename("ORG", "PERSON")
    assert editor.said().startswith("The label scheme has a label twice")
    assert editor.page.form._field.text() == "ORG"


def test_that_a_merge_asks_into_which(editor: Editor) -> None:
    hands = editor.hands
    editor.label("LOC")
    editor.press("M")
    hands.until(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    palette = QApplication.activePopupWidget()
    assert palette is not None
    (words,) = palette.findChildren(QLineEdit)
    words.setText("gpe")
    hands.type("Enter", on=words)
    hands.until(lambda: editor.dialog.editing.draft.changed)
    assert editor.page.table.current == "GPE"
    editor.dialog._go_on()
    assert editor.steps() == ["Merge LOC into GPE: 1 annotation"]
    editor.save()
    assert "Sill:GPE?" in hands.stored(3)


def test_that_order_colour_guideline_and_code_are_changed(editor: Editor) -> None:
    hands = editor.hands
    editor.label("ORG")
    editor.press("Ctrl+Up")
    swatches = editor.page.form._colour
    swatches.chosen.emit("UNIT")
    editor.page.form._guideline.setPlainText("Whoever **acts**.")
    assert editor.page.form._preview.toPlainText() == "Whoever acts."
    claims = editor.dialog.labels[Layer.CLAIM]
    editor.dialog.show_page(2)
    claims.table.set_current("hope")
    claims.form._code.setText("Hp")
    claims.form._code.editingFinished.emit()
    editor.dialog._go_on()
    assert editor.steps() == [
        "ORG: colour of UNIT",
        "ORG: another guideline",
        "Another order of labels",
        "hope: code Hp",
    ]
    editor.save()
    assert labels(hands)[0] == "ORG"
    assert hands.pane.page._colours.family(hands.find("Grain Board:ORG?")) == "UNIT"


def test_that_rules_of_entities_are_set(editor: Editor) -> None:
    editor.dialog.show_page(1)
    page = editor.dialog._stack.currentWidget()
    article = next(box for box in page.findChildren(QCheckBox) if "article" in box.text())
    article.click()
    (pairs,) = page.findChildren(Pairs)
    pairs._first.setText("CITY")
    pairs._second.setText("TOWN")
    editor.hands.type("Enter", on=pairs._second)
    editor.dialog._go_on()
    assert editor.said().startswith("A suggester’s label is read as one that there is not")
    pairs._second.setText("GPE")
    editor.hands.type("Enter", on=pairs._second)
    editor.dialog._go_on()
    assert editor.steps() == [
        "Other edges, for suggestions from now on",
        "Suggesters’ labels are read in another way",
    ]


def test_that_rules_of_claims_are_set(editor: Editor) -> None:
    editor.dialog.show_page(3)
    page = editor.dialog._stack.currentWidget()
    spins = {one.accessibleName(): one for one in page.findChildren(QSpinBox)}
    spins["Most source"].setValue(1)
    (pairs,) = page.findChildren(Pairs)
    pairs._first.setText("mood")
    pairs._second.setText("high, low,, high")
    editor.hands.type("Enter", on=pairs._second)
    pairs._table.set_current("stance")
    pairs._out.click()
    editor.dialog._go_on()
    assert editor.steps() == [
        "Attribute mood: high, low",
        "Attribute stance is asked no more; values that were given stay",
        "source: 0 to 1",
    ]
    editor.save()
    part = reading.scheme(editor.hands.session.project).layer(Layer.CLAIM)
    assert [one.name for one in part.attributes][-1] == "mood"


def test_that_leaving_what_is_not_saved_takes_two_keys(editor: Editor) -> None:
    hands = editor.hands
    editor.rename("GPE", "PLACE")
    editor.dialog._go_on()
    hands.type("Escape", on=editor.dialog)
    assert editor.dialog._stack.currentWidget() is editor.page
    hands.type("Escape", on=editor.dialog)
    assert editor.said() == "Not saved yet. Esc once more leaves it as it was."
    hands.type("Escape", on=editor.dialog)
    hands.until(lambda: feature(hands, Scheming).editor is None)
    assert reading.scheme(hands.session.project).revision == 1


def test_that_a_scheme_that_changed_meanwhile_is_kept_and_the_editor_says_so(
    editor: Editor,
) -> None:
    hands = editor.hands
    editor.rename("GPE", "PLACE")
    other = editor.dialog.editing.draft.rename(Layer.ENTITY, "ORG", "BODY")
    hands.session.reviewer.run(lambda project: scheming.revise(project, other))
    hands.until(lambda: editor.said().startswith("The label scheme was changed meanwhile"))
    hands.until(lambda: "BODY" in labels(hands))
    editor.dialog._go_on()
    editor.dialog._go_on()
    hands.until(lambda: editor.said().startswith("The label scheme was changed meanwhile"))
    hands.settle()
    assert reading.scheme(hands.session.project).revision == 2


def test_that_the_editor_closes_with_the_project(editor: Editor) -> None:
    hands = editor.hands
    editor.rename("GPE", "PLACE")
    found = feature(hands, Scheming)
    hands.controller.leave_project()
    assert found.editor is None


def test_that_the_legend_still_counts_under_another_scheme(editor: Editor) -> None:
    """What it had been told stood in its way: it was not told the same again."""
    hands = editor.hands
    editor.label("GPE")
    editor.page.form._guideline.setPlainText("Seats of power.")
    editor.save()
    entry = next(one for one in hands.pane.legend._entries if one.label.name == "GPE")
    assert entry._count == 1
    assert entry.toolTip() == "GPE (3)\nSeats of power."
