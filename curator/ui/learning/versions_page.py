"""The page of versions: what fine-tuning came to, which version suggests, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from curator.translation import gettext as _
from curator.ui import dates
from curator.ui.paint import score_text
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row
from curator.ui.widgets.titled_page import Page

_WORDS = _(
    "After every few documents that are done for entities the pipeline is trained further on "
    "them, beside the review. A version is used only if it finds as much as the one before in "
    "documents that were held back from it. The pipeline itself is never changed."
)
_COLUMNS = (
    Column(_("Version")),
    Column(_("Made"), width=120),
    Column(_("Documents"), Kind.FIGURE, 104),
    Column(_("Before"), Kind.FIGURE, 80),
    Column(_("After, where held back"), Kind.METER, 190),
    Column("", width=130),
)


class VersionRow(NamedTuple):
    """A version as it is listed.

    Attributes:
        digest: of its weights; empty for the pipeline as it was installed.
        name: what it is called.
        made: when, as ISO time; empty where unknown.
        documents: how many it was trained on.
        before: F1 of what was used before it on documents held back, 0–1; None where none were.
        after: its own F1 there.
        held: how many documents were held back.
        in_use: whether it suggests now.
        present: whether its weights are there.
    """

    digest: str
    name: str
    made: str = ""
    documents: int = 0
    before: float | None = None
    after: float | None = None
    held: int = 0
    in_use: bool = False
    present: bool = True


class VersionsPage(Surface):
    """A table of versions, the newest first, the pipeline as it was installed last.

    Signals:
        wanted(): the versions are asked for; answer with `show_versions`.
        learn(): a new version is to be trained now.
        used(str): a version is to suggest from now on, by its digest; empty for the pipeline.
        compared(str): what a version would change is asked for.
        automatic(bool): whether versions are to be taught without being asked for.
    """

    wanted = Signal()
    learn = Signal()
    used = Signal(str)
    compared = Signal(str)
    automatic = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        """Make an empty page."""
        super().__init__(theme, "panel")
        self._versions: dict[str, VersionRow] = {}
        self._writable = True
        self._table = Table(theme, _COLUMNS, name=_("Versions"))
        self._by_itself = Button(theme, _("By itself"), name=_("Learn by itself"))
        self._by_itself.setCheckable(True)
        self._by_itself.clicked.connect(self.automatic)
        self._compare = Button(theme, _("What would change …"), icon="eye")
        self._use = Button(theme, _("Use this version"))
        self._learn = Button(theme, _("Learn now"), icon="learn", kind="primary")
        buttons = [self._by_itself, self._compare, self._use, self._learn]
        self._page = Page(theme, _("Versions"), _WORDS, self._table, buttons)
        self._table.current_changed.connect(self._offer)
        self._table.chosen.connect(self._chosen)
        self._compare.clicked.connect(lambda: self.compared.emit(self._table.current or ""))
        self._use.clicked.connect(lambda: self.used.emit(self._table.current or ""))
        self._learn.clicked.connect(self.learn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._offer()

    def ask(self) -> None:
        """Ask for the versions."""
        self.wanted.emit()

    def show_versions(
        self, versions: Sequence[VersionRow], words: str, *, automatic: bool = True
    ) -> None:
        """Show versions, say when the next is due, and whether it comes by itself."""
        self._by_itself.setChecked(automatic)
        self._versions = {one.digest: one for one in versions}
        self._table.set_rows([_row(one) for one in versions])
        self._page.say(words)
        self._offer()

    def set_writable(self, *, on: bool) -> None:
        """Offer to learn and to switch, or not."""
        self._writable = on
        self._learn.setEnabled(on)
        self._by_itself.setEnabled(on)
        self._offer()

    def _chosen(self, digest: object) -> None:
        if self._use.isEnabled():
            self.used.emit(str(digest))

    def _offer(self) -> None:
        here = self._versions.get(self._table.current) if self._versions else None
        another = here is not None and here.present and not here.in_use
        self._use.setEnabled(another and self._writable)
        self._compare.setEnabled(another)


def _row(one: VersionRow) -> Row:
    held = _(" on {held}").format(held=one.held) if one.held else ""
    after = Cell(_("not measured"), "ink3")
    if one.after is not None:
        after = Cell(score_text(one.after) + held, share=one.after)
    standing = Cell(_("in use"), "ok", icon="done") if one.in_use else Cell()
    if not one.present:
        standing = Cell(_("weights are gone"), "ink3")
    cells = (
        Cell(one.name),
        Cell(dates.short(one.made), "ink2"),
        Cell(f"{one.documents:,}" if one.documents else "", "ink2"),
        Cell(score_text(one.before) if one.before is not None else "", "ink2"),
        after if one.digest else Cell(),
        standing,
    )
    return Row(one.digest, cells)
