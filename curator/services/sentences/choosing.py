"""What is chosen beside the documents: pipelines, word lists, a local server."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {
    "pipeline.unknown": ("There is no such pipeline", "{name}", "Install it[, or take {known}]."),
    "pipeline.no_folder": (
        "There is no pipeline in this folder",
        "{path}",
        "Take the folder that has a meta.json, as spaCy writes it.",
    ),
    "pipeline.not_trusted": (
        "The pipeline's folder is not trusted",
        "{path}",
        "If you know who made it, allow it in the preferences or with “curator pipelines trust”.",
    ),
    "pipeline.settings": (
        "The choice cannot be kept",
        "{path}: {reason}",
        "Change the folder's permissions.",
    ),
    "list.unreadable": ("The word list cannot be read", "{path}: {reason}", "Save it as UTF-8."),
    "list.label": (
        "The project's scheme has no such label",
        "{label}, {layer} layer",
        "Take {known}.",
    ),
    "list.empty": (
        "There is nothing in the word list to keep",
        "{name}[, {left_out:line} left out]",
        "Give it an entry a line, and a label.",
    ),
    "list.missing": ("There is no such word list", "list {list}", "See “curator lists show”."),
    "suggest.misfit": (
        "A suggester proposes what cannot be",
        "{suggester}: {label} at {spans}",
        "Tell whoever made it; the other suggesters go on.",
    ),
}

ACTS: dict[str, str] = {
    "list import": "Import word list {name:short}, {entries:entry}[, {left_out:line} left out]",
    "list remove": "Remove word list {name:short}, {entries:entry}",
}

PROBLEMS: dict[str, str] = {
    "list.no_words": "no letter and no digit",
    "list.too_long": "{length:,} characters, more than {most:,}",
    "list.strange_label": "the scheme has no label {label}",
    "list.no_label": "“{words:short}” has no label",
    "list.twice": "“{words:short}” stands in line {line} already",
}
