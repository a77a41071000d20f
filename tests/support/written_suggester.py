"""A suggest process that proposes a written list; run as ``tests.support.written_suggester``.

`CURATOR_SUGGEST_MODULE` names this module, `CURATOR_WRITTEN` a JSON file: an object with a list of
proposals for each document. A document is called by its title, the digest of its text, a line among
the first of its text, or how the text begins. A proposal is an object::

    {"layer": "claim", "label": "assertion", "score": 0.9,
     "parts": [["source", "the minister"], ["cue", "said", 2], ["content", "exports rose"]]}

A part is its role, its words and which occurrence of them is meant (from 1, the first unless
said). ``confidence`` is the score and ``pattern`` is ``"written"`` unless said; ``attributes``,
``candidate_why`` and ``nested_in`` may be there. Words that the text does not have fail their
document. A list under ``"*"`` is proposed for documents that have none of their own, and there
only proposals whose words the text has.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer, Part, Role
from curator.domain.scheme import Scheme
from curator.suggest.base import Proposal
from curator.suggest.messages import Answer, Done, Item, Proposed, Ready, SuggesterInfo
from curator.suggest.serving import serve
from curator.suggest.setup import Setup

VARIABLE = "CURATOR_WRITTEN"
MODULE = "tests.support.written_suggester"
ANY = "*"
ROLES = list(Role)
_HEAD = 6
"""Lines of a text among which its title is looked for."""


class Written:
    """Proposes what is written; an engine of `curator.suggest.serving`."""

    def __init__(self, layers: Sequence[Layer], lists: Mapping[str, list[dict[str, Any]]]) -> None:
        self._layers = layers
        self._lists = lists

    def ready(self) -> Ready:
        return Ready(tuple(_info(layer) for layer in self._layers))

    def teach(self, cues: Mapping[str, str]) -> None:
        """Propose what is written, whatever the cues."""

    def suggest(
        self, items: Sequence[Item], scheme: Scheme, layers: Sequence[Layer]
    ) -> Iterator[Answer | None]:
        for item in items:
            proposals = self.proposals(item)
            for layer in layers:
                found = tuple(one for one in proposals if one.layer is layer)
                yield Proposed(item.id, item.digest, layer, found, _info(layer))
            yield Done(item.id)

    def sentences(self, text: str) -> list[list[tuple[int, int]]]:
        from curator.suggest.tokens import sentences

        return sentences(text)

    def proposals(self, item: Item) -> list[Proposal]:
        """The proposals for a document, in the order in which they are written."""
        for name, written in self._lists.items():
            if name != ANY and _is_called(item, name):
                return [_proposal(item.text, one) for one in written]
        everywhere = self._lists.get(ANY, [])
        return [_proposal(item.text, one) for one in everywhere if _has(item.text, one)]


def _info(layer: Layer) -> SuggesterInfo:
    return SuggesterInfo(f"written-{layer.value}", "1", layer, {"from": "a list"})


def _is_called(item: Item, name: str) -> bool:
    head = [line.strip() for line in item.text.split("\n", _HEAD)[:_HEAD]]
    titles = (item.digest, item.head.get("title"), *head)
    return name in titles or item.text.startswith(name)


def _has(text: str, written: Mapping[str, Any]) -> bool:
    return all(text.count(words) >= (which or [1])[0] for _, words, *which in written["parts"])


def _proposal(text: str, written: Mapping[str, Any]) -> Proposal:
    parts = [
        Part(Role(role), *_place(text, words, *which)) for role, words, *which in written["parts"]
    ]
    score = written.get("score", 1.0)
    return Proposal(
        layer=Layer(written["layer"]),
        label=written["label"],
        parts=tuple(sorted(parts, key=lambda part: (part.start, part.end, ROLES.index(part.role)))),
        attributes=written.get("attributes", {}),
        score=score,
        confidence=written.get("confidence", score),
        pattern=written.get("pattern", "written"),
        candidate_why=written.get("candidate_why"),
        nested_in=written.get("nested_in"),
    )


def _place(text: str, words: str, which: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(which):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"the text does not have {words!r} {which} times")
    return start, start + len(words)


def _open(setup: Setup) -> Written:
    path = os.environ.get(VARIABLE)
    lists = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    return Written(setup.layers, lists)


if __name__ == "__main__":
    serve(_open)
