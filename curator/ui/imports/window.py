"""The imports window: batches above, what the report of the current one says below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.services.imports import About, BatchReport
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import dates, fonts
from curator.ui.imports import about
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_BATCHES = (
    Column(_("Batch")),
    Column(_("Imported"), Kind.TEXT, 140),
    Column(_("Documents"), Kind.FIGURE, 100),
    Column(_("Skipped"), Kind.FIGURE, 90),
    Column(_("Problems"), Kind.FIGURE, 90),
    Column(_("Notes"), Kind.FIGURE, 80),
)
_LINES = (Column("", Kind.TEXT, 130), Column(_("What is said of it")))


class ImportsWindow(QDialog):
    """Stays open beside the review.

    Signals:
        wanted(str): the documents of a batch are to be listed; its name.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty window.

        Args:
            theme: its colours.
            parent: the window of the review.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Imports"))
        self._reports: dict[int, BatchReport] = {}
        self._batches = Table(theme, _BATCHES, name=_("Batches"))
        self._lines = Table(theme, _LINES, name=_("What the report says"))
        self._origin = Line(theme, fonts.interface(12))
        self._copy = Button(theme, _("Copy the report"))
        self._list = Button(theme, _("List its documents"), icon="filter", kind="primary")
        self._batches.current_changed.connect(self._moved)
        self._batches.chosen.connect(lambda _key: self._wants())
        self._copy.clicked.connect(self._copies)
        self._list.clicked.connect(self._wants)
        self._lay_out(theme)

    @property
    def current(self) -> BatchReport | None:
        """The report of the current batch."""
        return self._reports.get(self._batches.current)

    def show_reports(self, found: Sequence[BatchReport]) -> None:
        """List batches, the newest first; the current one stays current."""
        self._reports = {one.id: one for one in found}
        self._batches.set_rows([_batch(one) for one in found])
        if not found:
            self._moved()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _moved(self) -> None:
        report = self.current
        told = report.told if report is not None else ()
        self._lines.set_rows(about.rows(told))
        self._copy.setEnabled(report is not None)
        self._list.setEnabled(report is not None and not report.withdrawn)
        self._origin.set_text(_("Nothing was imported yet") if report is None else _facts(report))

    def _wants(self) -> None:
        if (report := self.current) is not None and not report.withdrawn:
            self.wanted.emit(report.name)

    def _copies(self) -> None:
        if (report := self.current) is not None:
            lines = [f"{report.name}: {_facts(report)}"]
            lines += [f"{about.ABOUT[one.about].text}: {one.words}" for one in report.told]
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _lay_out(self, theme: Theme) -> None:
        close = Button(theme, _("Close"), key="Esc")
        close.clicked.connect(self.reject)
        middle, bottom = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (middle, (self._origin,)),
            (bottom, (self._copy, self._list, close)),
        ):
            row.setSpacing(8)
            row.setContentsMargins(18, 0, 18, 0)
            for part in parts:
                row.addWidget(part)
        bottom.insertStretch(1, 1)
        ground = Surface(theme, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(10)
        column.addWidget(self._batches, 2)
        column.addLayout(middle)
        column.addWidget(self._lines, 3)
        column.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.resize(900, 620)
        self._batches.focus()


def _facts(report: BatchReport) -> str:
    """Return where a batch came from, and what came along and was new."""
    facts = [_("from {origin}").format(origin=report.origin)]
    facts += [counted(count, layer) for layer, count in sorted(report.annotations.items()) if count]
    new = ", ".join(name for names in report.labels.values() for name in names)
    facts += [_("new labels: {labels}").format(labels=new)] if new else []
    facts += [] if report.told else [_("everything went in")]
    facts += [_("its import is undone")] if report.withdrawn else []
    return BETWEEN.join(facts)


def _batch(one: BatchReport) -> Row:
    ink = "ink3" if one.withdrawn else "ink"
    made = datetime.fromisoformat(one.created).astimezone().strftime("%Y-%m-%dT%H:%M")
    counts = (one.documents, *(one.count(kind) for kind in _ORDER))
    return Row(
        one.id,
        (
            Cell(one.name, ink),
            Cell(dates.short(made), "ink2"),
            *(Cell(f"{count:,}" if count else "–", "ink2") for count in counts),
        ),
    )


_ORDER = (About.DUPLICATE, About.PROBLEM, About.NOTE)
"""In the order of the columns."""
