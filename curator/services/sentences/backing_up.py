"""Sentences about backups."""

from __future__ import annotations

from curator.translation import gettext as _
from curator.translation import ngettext

FAULTS = {
    "project.restore": (
        _("This is no backup of the project, and nothing was changed"),
        "{path}",
        _("Its backups lie in {folder}; “curator backups” lists them."),
    ),
}

_REASONS = {
    "working": _("while working"),
    "import": _("before an import"),
    "bulk": _("before a bulk act"),
    "scheme": _("before the label scheme changed"),
    "migration": _("before it was brought up to date"),
    "restore": _("before another was restored"),
    "asked": _("asked for"),
    "damaged": _("damaged, set aside as it was"),
}


def reason(code: str) -> str:
    """Return why a backup was made, as a list shows it; a strange code stands for itself."""
    return _REASONS.get(code, code)


def difference(change_sets: int, decisions: int, only_there: int) -> str:
    """Return what restoring a backup would take and bring.

    Args:
        change_sets: that the project has and the backup lacks.
        decisions: in those.
        only_there: change sets that the backup has and the project lacks.
    """
    if not change_sets and not only_there:
        return _("The backup holds every decision that the project holds.")
    if not change_sets:
        return _("Restoring it takes nothing back.") + _brings(only_there)
    taken = ngettext(
        "Restoring it takes back {n:,} change set of {decisions:,} decisions.",
        "Restoring it takes back {n:,} change sets of {decisions:,} decisions.",
        change_sets,
    )
    return taken.format(n=change_sets, decisions=decisions) + _brings(only_there)


def _brings(only_there: int) -> str:
    if not only_there:
        return ""
    words = ngettext(
        " It brings {n:,} change set that the project lacks.",
        " It brings {n:,} change sets that the project lacks.",
        only_there,
    )
    return words.format(n=only_there)
