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
    "suggest.misfit": (
        "A suggester proposes what cannot be",
        "{suggester}: {label} at {spans}",
        "Tell whoever made it; the other suggesters go on.",
    ),
}

ACTS: dict[str, str] = {}
