"""Identities: what can go wrong with them, and what their acts are called."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "identity.no_name": (_("An identity needs a name"), "", _("Give it one.")),
    "identity.gone": (
        _("There is no such identity any more"),
        _("identity {identity}"),
        _("Choose another one, or give a name to a new one."),
    ),
}

ACTS: dict[str, str] = {
    "identify": _("“{quote:short}”[, with {more:,} more,] is {name:short}"),
    "not identical": _("“{quote:short}”[, with {more:,} more,] is not {name:short}"),
    "identity clear": _("“{quote:short}”[, with {more:,} more,] is nobody known"),
    "identity rename": _("Rename {before:short} to {name:short}"),
    "identity merge": _("Merge {others:identity} into {name:short}"),
    "identity split": _("“{quote:short}”[, with {more:,} more,] is another one, {name:short}"),
}

WHY: dict[str, str] = {
    "": _("named so before"),
    "equal": _("the same name"),
    "title": _("the same name, titles aside"),
    "source": _("the source names “{evidence:short}”"),
    "defined": _("brackets define it: {evidence:short}"),
    "surname": _("the surname of {evidence:short}"),
    "middle": _("the name without a middle name: {evidence:short}"),
    "acronym": _("the first letters of {evidence:short}"),
    "office": _("the office of {evidence:short}"),
    "contained": _("{evidence:short} without the country"),
    "pronoun": _("nobody else named since the sentence before"),
    "spelling": _("another spelling of {evidence:short}"),
    "given": _("the given name of {evidence:short}"),
    "head": _("short for {evidence:short}"),
    "role": _("the only one with this title before"),
}
"""Why somebody is proposed to be the same, by pattern."""
