"""Labels and columns are chosen in the preview, and kept as a profile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from curator.domain.import_plan import ImportPlan
from curator.services import imports, profiles, reading
from curator.services.import_preview import Previewing
from curator.ui.imports.preview_window import PreviewWindow
from tests.support.pictures import record
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Two documents whose labels are another scheme's."""
    lines = [
        record("wire-1", "[Ana:PER?] and [Bo:PER?] left in [May:MISC?]."),
        record("wire-2", "[Ost:GPE?] is calm."),
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return path


def offer(hands: Hands, path: Path) -> PreviewWindow:
    hands.session.offered.emit([path])
    [shown] = [one for one in hands.window.findChildren(PreviewWindow) if one.isVisible()]
    hands.until(lambda: "document" in shown._count.text() or "nothing" in shown._count.text())
    return shown


def box(shown: PreviewWindow, name: str) -> QComboBox:
    return next(one for one in shown.findChildren(QComboBox) if one.accessibleName() == name)


def field(shown: PreviewWindow, name: str) -> QLineEdit:
    return next(one for one in shown.findChildren(QLineEdit) if one.accessibleName() == name)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def take(hands: Hands, shown: PreviewWindow, documents: int) -> None:
    total = hands.total()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    hands.until(lambda: hands.total() == total + documents)
    hands.settle()


def mapped(hands: Hands) -> list[str]:
    kept = imports.reports(hands.session.project)[0]
    return [one.words for one in kept.told if "annotation" in one.words]


def test_that_what_is_proposed_is_shown_and_done(hands: Hands, wire: Path) -> None:
    shown = offer(hands, wire)
    assert box(shown, "Where PER goes").currentText() == "PERSON"
    assert box(shown, "Where MISC goes").currentText() == "MISC"
    assert "3 labels, 1 of them under another name" in shown._count.text()
    take(hands, shown, 2)
    assert mapped(hands) == ["2 annotations of PER came in as PERSON"]
    assert hands.notices() == []


def test_that_a_label_is_left_out_or_typed_anew(hands: Hands, wire: Path) -> None:
    shown = offer(hands, wire)
    misc, per = box(shown, "Where MISC goes"), box(shown, "Where PER goes")
    misc.setCurrentText("left out")
    per.lineEdit().selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(per.lineEdit(), "HUMAN")
    assert per.currentText() == "HUMAN"
    assert shown.plan.label_map == {"entity:MISC": "", "entity:PER": "HUMAN"}
    field(shown, "Batch").setText("wire of May")
    before = hands.total()
    QTest.keyClick(per.lineEdit(), Qt.Key.Key_Return)
    hands.until(lambda: hands.total() == before + 2)
    hands.settle()
    assert hands.notices() == ["Worth knowing about wire of May"]
    report = imports.reports(hands.session.project)[0]
    assert (report.name, report.labels) == ("wire of May", {"entity": ["HUMAN"]})
    assert mapped(hands) == [
        "1 annotation of MISC left out, as the label map says",
        "2 annotations of PER came in as HUMAN",
    ]


def test_that_choices_are_kept_as_a_profile_and_made_again(hands: Hands, wire: Path) -> None:
    shown = offer(hands, wire)
    box(shown, "Where MISC goes").setCurrentText("left out")
    box(shown, "Labels that the scheme does not have").setCurrentIndex(1)
    box(shown, "Older decisions").setCurrentIndex(2)
    field(shown, "Keep as").setText("desk")
    take(hands, shown, 2)
    plan = ImportPlan(
        label_map={"entity:MISC": "", "entity:PER": "PERSON"}, labels="strict", carry=False
    )
    hands.until(lambda: profiles.import_plans(hands.session.project) == {"desk": plan})
    hands.settle()
    wire.write_text(wire.read_text().replace("wire-", "late-").replace("calm", "wet"))
    again = offer(hands, wire)
    assert box(again, "Where MISC goes").currentText() == "MISC"
    box(again, "Profile").setCurrentText("desk")
    hands.until(lambda: box(again, "Where MISC goes").currentText() == "left out")
    assert again.plan == plan
    box(again, "Profile").setCurrentIndex(0)
    hands.until(lambda: box(again, "Where MISC goes").currentText() == "MISC")
    QTest.keyClick(again, Qt.Key.Key_Escape)


def test_that_a_look_at_a_part_says_that_there_may_be_more_labels(hands: Hands, wire: Path) -> None:
    shown = offer(hands, wire)
    part = Previewing([wire], ImportPlan()).run(hands.session.project)
    part.more = True
    shown.show_preview(shown._asked or ImportPlan(), part)
    assert "further on keep their names" in shown._labels._hint.text()
    assert "the first 2 documents looked into" in shown._count.text()
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_that_columns_of_a_table_are_chosen(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Kopf,Words,Date\nVelm,Ilse waved.,2031-02-03\n", encoding="utf-8")
    shown = offer(hands, path)
    assert not shown.ready
    text, title = box(shown, "Column of text"), box(shown, "Column of title")
    assert text.isVisible()
    for one, name in ((text, "Words"), (title, "Kopf")):
        one.setCurrentText(name)
        one.activated.emit(one.currentIndex())
    hands.until(lambda: shown.ready)
    box(shown, "Column of date").setCurrentIndex(0)
    box(shown, "Column of date").activated.emit(0)
    assert shown.plan.columns == {"text": "Words", "title": "Kopf", "date": ""}
    hands.until(lambda: "1 document to import" in shown._count.text())
    take(hands, shown, 1)
    opened = reading.open_document(hands.session.project, hands.total())
    assert (opened.text, opened.title) == ("Ilse waved.", "Velm")


def test_that_a_column_holds_one_thing(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("A,B\nx,Ilse waved.\n", encoding="utf-8")
    shown = offer(hands, path)
    for name in ("Column of text", "Column of title"):
        one = box(shown, name)
        one.setCurrentText("B")
        one.activated.emit(one.currentIndex())
    assert shown.plan.columns == {"text": "", "title": "B"}
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_that_tab_goes_from_the_table_through_its_lists(hands: Hands, wire: Path) -> None:
    shown = offer(hands, wire)
    hands.click("Labels (3)", shown)
    table = shown._labels._table
    table.focus()
    for name in ("PER", "MISC", "GPE"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is box(shown, f"Where {name} goes")
        assert table.current[1] == name
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_that_the_wheel_scrolls_the_table_and_turns_no_list(hands: Hands, wire: Path) -> None:
    shown = offer(hands, wire)
    hands.click("Labels (3)", shown)
    per = box(shown, "Where PER goes")
    per.setFocus()
    at = QPointF(5, 5)
    none = QPoint()
    turned = QWheelEvent(
        at, per.mapToGlobal(at), none, QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(per, turned)
    assert per.currentText() == "PERSON"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
