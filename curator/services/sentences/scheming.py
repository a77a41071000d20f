"""Label schemes: what can be wrong with one, what its acts are called, what a draft would do."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "scheme.no_label": (
        "The label scheme has no such label",
        "layer {layer}: {label}",
        "Look at its labels anew.",
    ),
    "scheme.name": (
        "A label needs a name of 1 to 60 printable characters",
        "given “{name}”",
        "Give it another one.",
    ),
    "scheme.key": (
        "The key of a label is a digit from 1 to 9, or none",
        "given “{key}”",
        "Choose a digit that no other label has.",
    ),
    "scheme.default_retired": (
        "New annotations of the layer begin with this label",
        "layer {layer}: {label}",
        "Make another label the default first.",
    ),
    "scheme.merge": (
        "A label cannot be merged into itself or into a retired one",
        "layer {layer}: {label} into {into}",
        "Choose another label.",
    ),
    "scheme.no_labels": (
        "A layer needs a label that is offered",
        "layer {layer}",
        "Add one, or offer a retired one again.",
    ),
    "scheme.reads": (
        "A suggester’s label is read as one that there is not",
        "layer {layer}: {said} as {label}",
        "Choose one of the layer’s labels.",
    ),
    "scheme.attribute": (
        "An attribute needs a name of its own, and values that differ",
        "layer {layer}: {name}",
        "The first value is the default.",
    ),
    "scheme.part": (
        "No annotation can have so many parts",
        "layer {layer}: {role}",
        "The least is no more than the most, and the most is at least one.",
    ),
    "scheme.layer_new": (
        "A project’s scheme cannot have another layer than it began with",
        "{name}: layer {layer}",
        "Take the layer out of the file, or make a new project.",
    ),
    "scheme.was": (
        "A label takes the place of one that there is not, or that has gone elsewhere",
        "layer {layer}: {label} was {was}",
        "Correct the file; “curator scheme PROJECT” shows the labels there are.",
    ),
    "scheme.moved_on": (
        "The label scheme was changed meanwhile",
        "this is a draft of revision {base}, in force is revision {revision}",
        "Open the scheme again, and make the changes there.",
    ),
    "scheme.file": (
        "The scheme’s file cannot be read or written",
        "{path}: {reason}",
        "Choose another file.",
    ),
}

ACTS: dict[str, str] = {
    "scheme edit": "Change the label scheme[: {changed:annotation} relabelled]",
    "keep": "Keep “{quote:short}”[ and {more:,} more] as it is",
}

STEPS: dict[str, str] = {
    "rename": "Rename {label} → {to}: {annotations:annotation}",
    "merge": "Merge {label} into {to}: {annotations:annotation}",
    "retire": "Retire {label}: {stay:annotation} stay[, {waiting:suggestion} no longer shown]",
    "restore": "Offer {label} again",
    "add": "Add {label}",
    "order": "Another order of labels",
    "rekey": "{label}: key {key}",
    "colour": "{label}: colour of {to}",
    "code": "{label}: code {to}",
    "guideline": "{label}: another guideline[; {decided:annotation} decided under the old one]",
    "attribute": "Attribute {name}: {values}",
    "attribute off": "Attribute {name} is asked no more; values that were given stay",
    "part": "{role}: {least} to {most}",
    "part off": "{role}: as many as there are",
    "boundary": "Other edges, for suggestions from now on",
    "threshold": "Suggestions are shown from {value}",
    "reads": "Suggesters’ labels are read in another way",
    "default": "New annotations begin as {label}",
}
"""What a draft of a scheme does, by the code of a step."""
