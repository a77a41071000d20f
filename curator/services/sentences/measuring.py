"""Measuring against gold: what can go wrong with it."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "gold.unreadable": (
        "The gold cannot be read",
        "{reason}",
        "Correct the file, or name another one: one document a line, as “curator export” writes.",
    ),
    "gold.twice": (
        "The gold has two documents of one id",
        "{file}, line {line}: {id}",
        "Give each document an id of its own.",
    ),
    "gold.empty": (
        "The file has no gold",
        "{file}",
        "Name one whose lines have a list of “spans” or of “claims”.",
    ),
    "plot.disk": (
        "The plot cannot be written",
        "{path}: {reason}",
        "Choose another place, or make room.",
    ),
}
