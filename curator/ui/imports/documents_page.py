"""The first documents of files, and what would be skipped."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.services.import_preview import Coming, Preview
from curator.translation import gettext as _
from curator.ui import dates
from curator.ui.imports import about
from curator.ui.tokens import Theme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_DOCUMENTS = (
    Column(_("Title"), Kind.QUOTE, 250),
    Column(_("Date"), Kind.TEXT, 110),
    Column(_("Source"), Kind.TEXT, 110),
    Column(_("Begins"), Kind.QUOTE),
    Column(_("Annotations"), Kind.FIGURE, 110),
)
_LINES = (Column("", Kind.TEXT, 130), Column(_("What would be skipped, or is worth knowing")))


class DocumentsPage(QWidget):
    """Documents above, what is said of files below."""

    def __init__(self, theme: Theme) -> None:
        """Make a page that has seen nothing."""
        super().__init__()
        self._coming = Table(theme, _DOCUMENTS, name=_("First documents"))
        self._lines = Table(theme, _LINES, name=_("What would be skipped, or is worth knowing"))
        self._lines.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._coming, 3)
        column.addWidget(self._lines, 2)

    def focus(self) -> None:
        """Take the keyboard."""
        self._coming.focus()

    def show_preview(self, found: Preview) -> None:
        """Show what would come, and what would not."""
        self._coming.set_rows([_row(place, one) for place, one in enumerate(found.coming)])
        self._lines.set_rows(about.rows(found.told))
        self._lines.setVisible(bool(found.told))


def _row(place: int, one: Coming) -> Row:
    ink = "ink3" if one.known else "ink"
    begins = _("there already, would be skipped") if one.known else one.beginning
    return Row(
        place,
        (
            Cell(one.title, ink),
            Cell(dates.short(one.date), "ink2"),
            Cell(one.agency, "ink2"),
            Cell(begins, ink),
            Cell(f"{one.annotations:,}" if one.annotations else "–", "ink2"),
        ),
    )
