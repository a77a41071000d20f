"""How the kinds of lines of an import's report are shown."""

from __future__ import annotations

from collections.abc import Sequence

from curator.services.imports import About, Told
from curator.translation import gettext as _
from curator.ui.widgets.table_model import Cell, Row

ABOUT = {
    About.PROBLEM: Cell(_("not imported"), "error", icon="error"),
    About.DUPLICATE: Cell(_("skipped"), "ink2", icon="skip"),
    About.NOTE: Cell(_("worth knowing"), "ink2", icon="info"),
}
"""A cell for each kind."""


def rows(told: Sequence[Told]) -> list[Row]:
    """Return a row for each line of a report."""
    return [Row(place, (ABOUT[one.about], Cell(one.words))) for place, one in enumerate(told)]
