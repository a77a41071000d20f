"""Which format a JSON object is in; every object is in one at most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer
from curator.formats.json_lines import first_objects

_PRODIGY = frozenset({"_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id"})
_ANSWERS = ("accept", "reject", "ignore")
_LAYERS = frozenset(layer.value for layer in Layer)


def kind_of_line(value: dict[str, Any]) -> str | None:
    """Return the name of the format of one line, None where nothing on it tells.

    Ours has claims or says which layers are reviewed. Prodigy has hashes, an answer, tokens with
    places, or spans that count tokens. doccano has triples under ``label``, or entities with
    ``start_offset``.
    """
    if not isinstance(value.get("text"), str):
        return None
    reviewed = value.get("reviewed")
    if isinstance(value.get("claims"), list) or (
        isinstance(reviewed, list) and all(name in _LAYERS for name in reviewed)
    ):
        return "jsonl"
    if value.keys() & _PRODIGY or value.get("answer") in _ANSWERS:
        return "prodigy"
    if any(_has(value.get(key), *keys) for key, *keys in _TOKENS):
        return "prodigy"
    if _has(value.get("entities"), "start_offset", "end_offset"):
        return "doccano"
    if any(_triples(value.get(key)) for key in ("label", "labels")):
        return "doccano"
    if value.get("entities") == [] and isinstance(value.get("relations"), list):
        return "doccano"
    return None


_TOKENS = (("tokens", "start", "end"), ("spans", "token_start", "token_end"))


def _has(things: Any, *keys: str) -> bool:
    """Whether it is a list whose first object has the keys."""
    if not isinstance(things, list) or not things or not isinstance(things[0], dict):
        return False
    return all(key in things[0] for key in keys)


def _triples(things: Any) -> bool:
    return (
        isinstance(things, list)
        and bool(things)
        and all(isinstance(one, list) and [type(it) for it in one] == _TRIPLE for one in things)
    )


_TRIPLE = [int, int, str]


def lines_of(name: str) -> Callable[[Path], bool]:
    """Return what recognises files whose lines are in a format."""

    def recognises(path: Path) -> bool:
        kinds = (kind_of_line(value) for value in first_objects(path))
        return next((kind for kind in kinds if kind is not None), None) == name

    return recognises
