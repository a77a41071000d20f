"""What is chosen beside the documents: pipelines, word lists, a local server."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {
    "pipeline.unknown": (
        _("There is no such pipeline"),
        "{name}",
        _("Install it[, or take {known}]."),
    ),
    "pipeline.no_folder": (
        _("There is no pipeline in this folder"),
        "{path}",
        _("Take the folder that has a meta.json, as spaCy writes it."),
    ),
    "pipeline.not_trusted": (
        _("The pipeline's folder is not trusted"),
        "{path}",
        _(
            "If you know who made it, allow it in the preferences or with “curator "
            "pipelines trust”."
        ),
    ),
    "pipeline.settings": (
        _("The choice cannot be kept"),
        "{path}: {reason}",
        _("Change the folder's permissions."),
    ),
    "list.unreadable": (
        _("The word list cannot be read"),
        "{path}: {reason}",
        _("Save it as UTF-8."),
    ),
    "list.label": (
        _("The project's scheme has no such label"),
        _("{label}, {layer} layer"),
        _("Take {known}."),
    ),
    "list.empty": (
        _("There is nothing in the word list to keep"),
        _("{name}[, {left_out:line} left out]"),
        _("Give it an entry a line, and a label."),
    ),
    "list.missing": (
        _("There is no such word list"),
        _("list {list}"),
        _("See “curator lists show”."),
    ),
    "suggest.misfit": (
        _("A suggester proposes what cannot be"),
        _("{suggester}: {label} at {spans}"),
        _("Tell whoever made it; the other suggesters go on."),
    ),
}

ACTS: dict[str, str] = {
    "list import": _("Import word list {name:short}, {entries:entry}[, {left_out:line} left out]"),
    "list remove": _("Remove word list {name:short}, {entries:entry}"),
}

PROBLEMS: dict[str, str] = {
    "list.no_words": _("no letter and no digit"),
    "list.too_long": _("{length:,} characters, more than {most:,}"),
    "list.strange_label": _("the scheme has no label {label}"),
    "list.no_label": _("“{words:short}” has no label"),
    "list.twice": _("“{words:short}” stands in line {line} already"),
}
