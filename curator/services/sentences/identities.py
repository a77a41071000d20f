"""Identities: what can go wrong with them, and what their acts are called."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "identity.no_name": ("An identity needs a name", "", "Give it one."),
    "identity.gone": (
        "There is no such identity any more",
        "identity {identity}",
        "Choose another one, or give a name to a new one.",
    ),
}

ACTS: dict[str, str] = {
    "identify": "“{quote:short}”[ and {more:,} more] is {name:short}",
    "not identical": "“{quote:short}”[ and {more:,} more] is not {name:short}",
    "identity clear": "“{quote:short}”[ and {more:,} more] is nobody known",
    "identity rename": "Rename {before:short} to {name:short}",
    "identity merge": "Merge {others:identity} into {name:short}",
    "identity split": "“{quote:short}”[ and {more:,} more] is another one, {name:short}",
}

WHY: dict[str, str] = {
    "": "named so before",
    "equal": "the same name",
    "title": "the same name, titles aside",
    "source": "the source names “{evidence:short}”",
    "defined": "brackets define it: {evidence:short}",
    "surname": "the surname of {evidence:short}",
    "middle": "the name without a middle name: {evidence:short}",
    "acronym": "the first letters of {evidence:short}",
    "office": "the office of {evidence:short}",
    "contained": "{evidence:short} without the country",
    "pronoun": "nobody else named since the sentence before",
    "spelling": "another spelling of {evidence:short}",
    "given": "the given name of {evidence:short}",
    "head": "short for {evidence:short}",
    "role": "the only one with this title before",
}
"""Why somebody is proposed to be the same, by pattern."""
