"""Measuring against gold: what can go wrong with it."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "gold.unreadable": (
        _("The gold cannot be read"),
        "{reason}",
        _(
            "Correct the file, or name another one: one document a line, as “curator "
            "export” writes."
        ),
    ),
    "gold.twice": (
        _("The gold has two documents of one id"),
        _("{file}, line {line}: {id}"),
        _("Give each document an id of its own."),
    ),
    "gold.empty": (
        _("The file has no gold"),
        "{file}",
        _("Name one whose lines have a list of “spans” or of “claims”."),
    ),
    "plot.disk": (
        _("The plot cannot be written"),
        "{path}: {reason}",
        _("Choose another place, or make room."),
    ),
}
