"""Learning from decisions: what can go wrong with it, and what its acts are called."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "learning.no_recogniser": (
        _("The language model cannot be taught"),
        _("[{model}: ]it has no recogniser of names with vectors of its own"),
        _("Choose another one; what you decide is remembered in any case."),
    ),
    "learning.nothing": (
        _("There is nothing to learn from"),
        "",
        _("Close documents for entities; what is accepted in them is learned."),
    ),
    "learning.failed": (
        _("Learning failed"),
        "{reason}",
        _("The version in use stays in use; nothing is lost."),
    ),
    "learning.no_version": (
        _("There is no such version of what was learned"),
        "{digest}",
        _("Take {known}, or “base” for the language model as it came."),
    ),
    "learning.disk": (
        _("What was learned cannot be kept"),
        "{path}: {reason}",
        _("Make room; the version in use stays in use."),
    ),
    "learning.weights_missing": (
        _("What was learned is not there, so the language model suggests as it came"),
        "{path}",
        _("Learn again; nothing but the weights is lost."),
    ),
    "learning.weights_damaged": (
        _("What was learned cannot be used, so the language model suggests as it came"),
        "{path}: {reason}",
        _("Learn again; nothing but the weights is lost."),
    ),
    "learning.weights_foreign": (
        _("What was learned belongs to another language model, so this one suggests as it came"),
        _("{path}: learned from {theirs}, here is {ours}"),
        _("Choose that model again, or learn again with this one."),
    ),
}

ACTS: dict[str, str] = {}
