"""Gold drawn as pictures, and a suggest process in the test's own that proposes a written list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer
from curator.services.measuring import gold as golds
from curator.services.measuring.gold import Gold
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer, Item, Ready
from tests.formats.builders import read_lines
from tests.support.pictures import record
from tests.support.written_suggester import Written


def gold_lines(*pictures: str | dict[str, Any]) -> list[dict[str, Any]]:
    """Return lines of a gold file; pictures become documents ``d1``, ``d2`` …"""
    lines = [
        record(f"d{place}", one) if isinstance(one, str) else one
        for place, one in enumerate(pictures, start=1)
    ]
    for line in lines:
        for key in ("spans", "claims"):
            for one in line.get(key, []):
                one.pop("state", None)
            if not line.get(key):
                line.pop(key, None)
    return lines


def gold(path: Path, *pictures: str | dict[str, Any]) -> Gold:
    """Write a gold file and read it, without a process of its own."""
    return golds.gathered(path, read_lines(path, *gold_lines(*pictures)))


def entity(words: str, label: str, which: int = 1, **more: Any) -> dict[str, Any]:
    """Return an entity that the written suggester proposes."""
    return {"layer": "entity", "label": label, "parts": [["mention", words, which]], **more}


class WrittenProcess(SuggestProcess):
    """Answers as a suggest process would whose suggester proposes a written list."""

    def __init__(self, lists: Mapping[str, Any], *, layers: Sequence[Layer]) -> None:
        super().__init__(layers=layers)
        self._engine = Written(layers, {name: list(found) for name, found in lists.items()})
        self.asked = 0

    def wait_ready(self) -> Ready:
        return self._engine.ready()

    def ask(self, items: Any, *, scheme: Any, layers: Any = None) -> Iterator[Answer]:
        wanted: list[Item] = list(items)
        self.asked += len(wanted)
        for answer in self._engine.suggest(wanted, scheme, layers or self.layers):
            if answer is not None:
                yield answer
