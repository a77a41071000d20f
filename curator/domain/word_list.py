"""A word list: names or cues that somebody brought along for one label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curator.domain.annotation import Layer


@dataclass(frozen=True, slots=True)
class WordList:
    """Words for one label.

    Attributes:
        id: counted per project, never used again.
        name: by which it is listed.
        layer: entity, where its entries are names; claim, where they are cues (verbs by lemma,
            or phrases).
        label: entity label or claim type of everything that it lists.
        entries: as they were written.
        origin: where it came from; never changes.
        withdrawn: whether it is no more.
    """

    id: int
    name: str
    layer: Layer
    label: str
    entries: tuple[str, ...]
    origin: str = ""
    withdrawn: bool = False


def list_to_plain(words: WordList) -> dict[str, Any]:
    """Return what the log keeps of a list; where it came from stays with its row."""
    return {
        "name": words.name,
        "layer": words.layer.value,
        "label": words.label,
        "entries": list(words.entries),
        "withdrawn": words.withdrawn,
    }


def list_from_plain(number: int, kept: Mapping[str, Any], *, origin: str) -> WordList:
    """Read what `list_to_plain` wrote, as the list with this number."""
    return WordList(
        number,
        kept["name"],
        Layer(kept["layer"]),
        kept["label"],
        tuple(kept["entries"]),
        origin,
        bool(kept["withdrawn"]),
    )
