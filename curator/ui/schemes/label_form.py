"""What is said of one label: name, key, code, colour, guideline with its preview."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.scheme import Label
from curator.domain.scheme_draft import KEYS
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import FIELD
from curator.ui.schemes.editing import Editing
from curator.ui.schemes.guideline_view import GuidelineField, GuidelineView
from curator.ui.schemes.swatches import Swatches
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

_CODE = 2
"""Letters of a gutter code."""


class LabelForm(QWidget):
    """Shows the current label, and changes the draft as it is filled in."""

    def __init__(
        self, theme: Theme, editing: Editing, layer: Layer, parent: QWidget | None = None
    ) -> None:
        """Make an empty form for the labels of a layer."""
        super().__init__(parent)
        self._editing, self._layer = editing, layer
        self._name = ""
        self._field = QLineEdit()
        self._key = QComboBox()
        FocusRing(theme, self._key)
        self._code = QLineEdit(maxLength=_CODE)
        self._colour = Swatches(theme, layer)
        self._guideline = GuidelineField()
        self._preview = GuidelineView(theme)
        self._lay_out(theme)
        self._field.editingFinished.connect(self._rename)
        self._code.editingFinished.connect(self._set_code)
        self._key.activated.connect(self._set_key)
        self._colour.chosen.connect(lambda family: self._change(colour=family))
        self._guideline.textChanged.connect(self._set_guideline)

    @property
    def name(self) -> str:
        """The label that is shown; it may have been given another name here."""
        return self._name

    def show_label(self, name: str) -> None:
        """Show a label; nothing for an empty name."""
        label = self._editing.layer(self._layer).label(name)
        other = name != self._name
        self._name = name if label is not None else ""
        self.setEnabled(label is not None)
        label = label or Label("")
        self._show_key(label)
        if other or not self._field.hasFocus():
            self._field.setText(label.name)
        self._code.setText(label.code)
        used = [one.colour for one in self._editing.layer(self._layer).offered if one != label]
        self._colour.show_family(label.colour, used=used)
        if self._guideline.toPlainText() != label.guideline:
            with QSignalBlocker(self._guideline):
                self._guideline.setPlainText(label.guideline)
        self._preview.show_guideline(label.guideline)

    def focus_name(self) -> None:
        """Put the caret into the name."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def finish(self) -> None:
        """Take over what stands in a field that has the caret still."""
        for field, take in ((self._field, self._rename), (self._code, self._set_code)):
            if field.hasFocus():
                take()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _show_key(self, label: Label) -> None:
        has = {one.key: one.name for one in self._editing.layer(self._layer).offered if one.key}
        self._key.clear()
        self._key.addItem(_("none"), None)
        for key in KEYS:
            taken = has.get(key, label.name)
            self._key.addItem(key if taken == label.name else f"{key}  ·  {taken}", key)
        self._key.setCurrentIndex(1 + KEYS.find(label.key) if label.key else 0)
        self._key.setEnabled(not label.retired)

    def _rename(self) -> None:
        """Give the name that was typed; one that cannot be goes back."""
        name, to = self._name, self._field.text().strip()
        if not name or to == name:
            return
        self._name = to
        if not self._editing.apply(lambda draft: draft.rename(self._layer, name, to)):
            self._name = name
            self._field.setText(name)

    def _set_code(self) -> None:
        self._change(code=self._code.text().strip())

    def _set_key(self, place: int) -> None:
        self._change(key=self._key.itemData(place))

    def _set_guideline(self) -> None:
        text = self._guideline.toPlainText()
        self._preview.show_guideline(text)
        self._change(guideline=text)

    def _change(self, **values: str | None) -> None:
        name = self._name
        if name and not self._editing.apply(
            lambda draft: draft.change(self._layer, name, **values)
        ):
            self.show_label(name)

    def _lay_out(self, theme: Theme) -> None:
        caption = partial(Line, theme, fonts.interface(11.5, 600))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        row = QHBoxLayout()
        row.setSpacing(10)
        fields: list[tuple[str, QWidget, int]] = [
            (_("Name"), self._field, 1),
            (_("Key"), self._key, 0),
        ]
        if self._layer is Layer.CLAIM:
            fields.append((_("Code"), self._code, 0))
        for words, field, stretch in fields:
            field.setAccessibleName(words)
            field.setFixedHeight(FIELD)
            pair = QVBoxLayout()
            pair.setSpacing(5)
            pair.addWidget(caption(text=words))
            pair.addWidget(field)
            row.addLayout(pair, stretch)
        self._key.setMinimumWidth(130)
        self._code.setFixedWidth(64)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(caption(text=_("Colour")))
        column.addWidget(self._colour)
        column.addSpacing(6)
        column.addWidget(caption(text=_("Guideline")))
        column.addWidget(self._guideline, 1)
        column.addSpacing(6)
        column.addWidget(caption(text=_("As it is shown on H")))
        column.addWidget(self._preview, 1)
