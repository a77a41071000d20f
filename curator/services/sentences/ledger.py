"""Sentences about the claim ledger."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS = {
    "ledger.form": (
        _("A ledger is not written in this form"),
        "{path}",
        _("End the name in one of {known}."),
    ),
    "ledger.disk": (
        _("The ledger cannot be written"),
        "{path}: {reason}",
        _("Choose another place, or make room."),
    ),
}
