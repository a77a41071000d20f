"""The page of word lists: names and cues that somebody brought along."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from curator.domain.annotation import Layer
from curator.domain.word_list import WordList
from curator.translation import gettext as _
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row
from curator.ui.widgets.titled_page import Page

_WORDS = _(
    "Names of a list are suggested with its label wherever they stand; cues of a list make what "
    "follows them a claim. One entry a line, or a table with a label in the second column. "
    "Decisions weigh more than lists."
)
_COLUMNS = (
    Column(_("List")),
    Column(_("Label"), Kind.CHIP, 130),
    Column(_("Entries"), Kind.FIGURE, 100),
    Column(_("For example"), Kind.QUOTE),
)
_EXAMPLES = 3


class ListsPage(Surface):
    """A table of word lists.

    Signals:
        wanted(): the lists are asked for; answer with `show_lists`.
        import_wanted(): a file is to be imported.
        removed(int): a list is to be removed, by its number.
    """

    wanted = Signal()
    import_wanted = Signal()
    removed = Signal(int)

    def __init__(self, theme: Theme, colour_of: Callable[[str], str]) -> None:
        """Make an empty page.

        Args:
            colour_of: gives the colour family of a label.
        """
        super().__init__(theme, "panel")
        self._colour_of = colour_of
        self._table = Table(theme, _COLUMNS, name=_("Word lists"))
        self._remove = Button(theme, _("Remove"), icon="remove")
        self._import = Button(theme, _("Import a list …"), icon="import", kind="primary")
        buttons = [self._remove, self._import]
        self._page = Page(theme, _("Word lists"), _WORDS, self._table, buttons)
        self._table.current_changed.connect(self._offer)
        self._remove.clicked.connect(self._take_away)
        self._import.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self.show_lists(())

    def ask(self) -> None:
        """Ask for the lists."""
        self.wanted.emit()

    def show_lists(self, lists: Sequence[WordList]) -> None:
        """Show the project's lists."""
        self._table.set_rows([self._row(one) for one in lists])
        if lists:
            entries = sum(len(one.entries) for one in lists)
            self._page.show_body()
            self._page.say(
                _("{entries:,} entries in {n} lists").format(entries=entries, n=len(lists))
            )
        else:
            detail = _(
                "A gazetteer of places, a staff list, verbs of your field: a text file will do."
            )
            self._page.say_empty("import", _("No word list yet"), detail=detail)
            self._page.say("")
        self._offer()

    def set_writable(self, *, on: bool) -> None:
        """Offer to change lists, or not."""
        self._import.setEnabled(on)
        self._remove.setVisible(on)

    def _row(self, one: WordList) -> Row:
        some = ", ".join(one.entries[:_EXAMPLES])
        more = " …" if len(one.entries) > _EXAMPLES else ""
        kind = _(" (cues)") if one.layer is Layer.CLAIM else ""
        cells = (
            Cell(one.name + kind),
            Cell(one.label, family=self._colour_of(one.label)),
            Cell(f"{len(one.entries):,}", "ink2"),
            Cell(some + more, "ink2"),
        )
        return Row(one.id, cells)

    def _offer(self) -> None:
        self._remove.setEnabled(self._table.current is not None)

    def _take_away(self) -> None:
        if (number := self._table.current) is not None:
            self.removed.emit(number)
