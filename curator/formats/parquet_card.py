"""The card of a data set, as Hugging Face shows it: what is in it, in words and numbers."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_TITLES = {"entities": "Entities", "claims": "Claims"}
_COLUMNS = (
    ("`id`, `title`, `text`, `language`", "of the document"),
    ("`meta`, `extra`", "what else is known of it, as JSON"),
    ("`reviewed`", "layers that a person has gone through to the end"),
    ("`entities`", "each with `start`, `end`, `label`, `quote` and `state`"),
    (
        "`claims`",
        "the same, and `parts`: `role` (source, cue, content, addressee, medium), "
        "`start`, `end`, `quote`",
    ),
    ("`score`, `confidence`, `suggester`", "who proposed it and how sure that was, 0 to 1"),
    ("`links`", "`role` and the `id` of another annotation of the document"),
    ("`more`", "the rest that is known of an annotation, as JSON"),
)


class Card:
    """Counts rows as they go by."""

    def __init__(self) -> None:
        self._documents = 0
        self._languages: set[str] = set()
        self._labels: dict[str, Counter[tuple[str, str]]] = {key: Counter() for key in _TITLES}

    def add(self, row: dict[str, Any]) -> None:
        """Count a document."""
        self._documents += 1
        if row["language"]:
            self._languages.add(row["language"])
        for key, found in self._labels.items():
            found.update((one["label"], one["state"]) for one in row[key] or ())

    def text(self) -> str:
        """Return the card, a Markdown file with YAML on top."""
        return "\n".join([*self._head(), "", *self._body(), ""])

    def _head(self) -> list[str]:
        size = next((name for most, name in _SIZES if self._documents < most), "n>1M")
        languages = [f"- {json.dumps(one)}" for one in sorted(self._languages)]
        return [
            "---",
            "# license: name one here, such as cc-by-4.0, before anybody else gets this",
            *(["language:", *languages] if languages else []),
            "task_categories:",
            "- token-classification",
            "size_categories:",
            f"- {size}",
            "configs:",
            "- config_name: default",
            "  data_files:",
            "  - split: train",
            "    path: data/train-*.parquet",
            "---",
        ]

    def _body(self) -> list[str]:
        lines = [
            "# Annotated documents",
            "",
            f"{self._documents:,} documents with entities and claims, exported from Curator.",
            "Offsets count Unicode code points of `text`; ends are exclusive, so that",
            "`text[start:end]` is `quote`. A layer that is not part of the export is null.",
            "",
            "No licence has been chosen: what may be done with the texts is for you to say.",
            "",
            "| column | holds |",
            "|---|---|",
            *(f"| {name} | {what} |" for name, what in _COLUMNS),
        ]
        for key, title in _TITLES.items():
            lines += ["", f"## {title}", "", *_table(self._labels[key])]
        return lines


def _table(found: Counter[tuple[str, str]]) -> list[str]:
    if not found:
        return ["None."]
    rows = [f"| {_cell(label)} | {state} | {n:,} |" for (label, state), n in sorted(found.items())]
    return ["| label | state | number |", "|---|---|---:|", *rows]


def _cell(words: str) -> str:
    return " ".join(words.replace("\\", "\\\\").replace("|", "\\|").split())
