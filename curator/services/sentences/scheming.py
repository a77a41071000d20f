"""Label schemes: what can be wrong with one, what its acts are called, what a draft would do."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "scheme.no_label": (
        _("The label scheme has no such label"),
        _("layer {layer}: {label}"),
        _("Look at its labels anew."),
    ),
    "scheme.name": (
        _("A label needs a name of 1 to 60 printable characters"),
        _("given “{name}”"),
        _("Give it another one."),
    ),
    "scheme.key": (
        _("The key of a label is a digit from 1 to 9, or none"),
        _("given “{key}”"),
        _("Choose a digit that no other label has."),
    ),
    "scheme.default_retired": (
        _("New annotations of the layer begin with this label"),
        _("layer {layer}: {label}"),
        _("Make another label the default first."),
    ),
    "scheme.merge": (
        _("A label cannot be merged into itself or into a retired one"),
        _("layer {layer}: {label} into {into}"),
        _("Choose another label."),
    ),
    "scheme.no_labels": (
        _("A layer needs a label that is offered"),
        _("layer {layer}"),
        _("Add one, or offer a retired one again."),
    ),
    "scheme.reads": (
        _("A suggester’s label is read as one that there is not"),
        _("layer {layer}: {said} as {label}"),
        _("Choose one of the layer’s labels."),
    ),
    "scheme.attribute": (
        _("An attribute needs a name of its own, and values that differ"),
        _("layer {layer}: {name}"),
        _("The first value is the default."),
    ),
    "scheme.part": (
        _("No annotation can have so many parts"),
        _("layer {layer}: {role}"),
        _("The least is no more than the most, and the most is at least one."),
    ),
    "scheme.layer_new": (
        _("A project’s scheme cannot have another layer than it began with"),
        _("{name}: layer {layer}"),
        _("Take the layer out of the file, or make a new project."),
    ),
    "scheme.was": (
        _("A label takes the place of one that there is not, or that has gone elsewhere"),
        _("layer {layer}: {label} was {was}"),
        _("Correct the file; “curator scheme PROJECT” shows the labels there are."),
    ),
    "scheme.moved_on": (
        _("The label scheme was changed meanwhile"),
        _("this is a draft of revision {base}, in force is revision {revision}"),
        _("Open the scheme again, and make the changes there."),
    ),
    "scheme.file": (
        _("The scheme’s file cannot be read or written"),
        "{path}: {reason}",
        _("Choose another file."),
    ),
}

ACTS: dict[str, str] = {
    "scheme edit": _("Change the label scheme[: {changed:annotation} relabelled]"),
    "keep": _("Keep “{quote:short}”[ and {more:,} more] as it is"),
}

STEPS: dict[str, str] = {
    "rename": _("Rename {label} → {to}: {annotations:annotation}"),
    "merge": _("Merge {label} into {to}: {annotations:annotation}"),
    "retire": _("Retire {label}: {stay:annotation} stay[, {waiting:suggestion} no longer shown]"),
    "restore": _("Offer {label} again"),
    "add": _("Add {label}"),
    "order": _("Another order of labels"),
    "rekey": _("{label}: key {key}"),
    "colour": _("{label}: colour of {to}"),
    "code": _("{label}: code {to}"),
    "guideline": _("{label}: another guideline[; {decided:annotation} decided under the old one]"),
    "attribute": _("Attribute {name}: {values}"),
    "attribute off": _("Attribute {name} is asked no more; values that were given stay"),
    "part": _("{role}: {least} to {most}"),
    "part off": _("{role}: as many as there are"),
    "boundary": _("Other edges, for suggestions from now on"),
    "threshold": _("Suggestions are shown from {value}"),
    "reads": _("Suggesters’ labels are read in another way"),
    "default": _("New annotations begin as {label}"),
}
"""What a draft of a scheme does, by the code of a step."""
