"""Learning from decisions: what can go wrong with it, and what its acts are called."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "learning.no_recogniser": (
        "The language model cannot be taught",
        "[{model}: ]it has no recogniser of names with vectors of its own",
        "Choose another one; what you decide is remembered in any case.",
    ),
    "learning.nothing": (
        "There is nothing to learn from",
        "",
        "Close documents for entities; what is accepted in them is learned.",
    ),
    "learning.failed": (
        "Learning failed",
        "{reason}",
        "The version in use stays in use; nothing is lost.",
    ),
    "learning.no_version": (
        "There is no such version of what was learned",
        "{digest}",
        "Take {known}, or “base” for the language model as it came.",
    ),
    "learning.disk": (
        "What was learned cannot be kept",
        "{path}: {reason}",
        "Make room; the version in use stays in use.",
    ),
    "learning.weights_missing": (
        "What was learned is not there, so the language model suggests as it came",
        "{path}",
        "Learn again; nothing but the weights is lost.",
    ),
    "learning.weights_damaged": (
        "What was learned cannot be used, so the language model suggests as it came",
        "{path}: {reason}",
        "Learn again; nothing but the weights is lost.",
    ),
    "learning.weights_foreign": (
        "What was learned belongs to another language model, so this one suggests as it came",
        "{path}: learned from {theirs}, here is {ours}",
        "Choose that model again, or learn again with this one.",
    ),
}

ACTS: dict[str, str] = {}
