"""A suggest process without a model: what it does is written in the texts it is sent."""

from __future__ import annotations

import os
import re
import sys

from curator.domain.annotation import Layer, entity_parts
from curator.domain.faults import Fault
from curator.suggest.base import Proposal
from curator.suggest.messages import Done, Failed, Proposed, Ready, SuggesterInfo
from curator.suggest.serving import serve

INFO = SuggesterInfo("scripted", "1", Layer.ENTITY, {"by": "hand"})


class Scripted:
    """Proposes every capitalised word; see `perform` for the words with a meaning."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.cues: dict[str, str] = {}

    def ready(self):
        return Ready((INFO,), {"name": "scripted"})

    def teach(self, cues):
        self.cues = cues

    def sentences(self, text):
        if text == "fail":
            raise ValueError("no tokens")
        return [[match.span() for match in re.finditer(r"\w+", text)]]

    def suggest(self, items, scheme, layers):
        for item in items:
            self.seen.add(item.text)
            yield from self.perform(item)
            yield Done(item.id)

    def perform(self, item):
        if item.text == "crash":
            print("fell over", file=sys.stderr, flush=True)
            os._exit(3)
        if item.text == "raise":
            raise ValueError("not this one")
        if item.text == "wait for urgent":
            while "urgent" not in self.seen:
                yield None
        if item.text == "wait for ever":
            while True:
                yield None
        if item.text == "fault":
            yield Failed(item.id, item.digest, Fault("suggest.failed", reason="asked to"))
            return
        proposals = tuple(
            Proposal(
                Layer.ENTITY, self.cues.get(match[0].lower(), "PERSON"),
                entity_parts(*match.span()), 0.5, 0.5, "capital",
            )
            for match in re.finditer(r"\b[A-Z]\w+", item.text)
        )  # fmt: skip
        yield Proposed(item.id, item.digest, Layer.ENTITY, proposals, INFO)


def open_scripted(setup):
    if Layer.CLAIM in setup.layers:
        raise Fault("suggest.no_model", install="pip install one")
    return Scripted()


if __name__ == "__main__":
    serve(open_scripted)
