"""Entities from the installed pipeline, under the scheme's labels and boundary policy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from curator import assets
from curator.domain import boundary
from curator.domain.annotation import Layer, entity_parts
from curator.domain.scheme import LayerScheme
from curator.suggest.base import ENTITIES, Proposal
from curator.suggest.recogniser import confidence_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON = "PERSON"
UNKNOWN = 0.5
"""Confidence of an entity whose component does not say how sure it is."""

_DIGITS = 4


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Return ranks and titles in lower case, with the words that may stand before them."""
    path = assets.resources() / "lexicons" / "titles.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))["titles"].values()
    return frozenset(" ".join(entry.split()) for words in lists for entry in words.split("|"))


class Entities:
    """The suggester of the entity layer; see `curator.suggest.base.Suggester`."""

    name = "entities"
    version = "1"
    layer = Layer.ENTITY
    needs = ENTITIES

    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:
        """Return its configuration: the pipeline, and what the confidence is."""
        return {"model": dict(model), "confidence": "transitions"}

    def propose(
        self,
        doc: Doc,
        scheme: LayerScheme,
        head: Mapping[str, Any],  # noqa: ARG002 - the protocol's
    ) -> Iterator[Proposal]:
        """Propose what the pipeline recognises, trimmed, without overlaps, in reading order."""
        best: dict[tuple[int, int], Proposal] = {}
        for proposal in self._recognised(doc, scheme):
            span = proposal.parts[0].start, proposal.parts[0].end
            if span not in best or proposal.score > best[span].score:
                best[span] = proposal
        yield from _without_overlaps(best)

    def _recognised(self, doc: Doc, scheme: LayerScheme) -> Iterator[Proposal]:
        text = doc.text
        for entity in doc.ents:
            label = scheme.read(entity.label_)
            if label is None:
                continue
            span = boundary.apply(
                text,
                entity.start_char,
                entity.end_char,
                scheme.boundary,
                titles=titles() if label == PERSON else frozenset(),
            )
            if span is not None:
                score = round(confidence_of(entity, unknown=UNKNOWN), _DIGITS)
                yield Proposal(Layer.ENTITY, label, entity_parts(*span), score, score, "model")


def _without_overlaps(by_span: Mapping[tuple[int, int], Proposal]) -> list[Proposal]:
    """Keep the longer of two that overlap, then the surer, then the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(
        by_span, key=lambda span: (span[0] - span[1], -by_span[span].score, span)
    ):
        if not any(start < other_end and other < end for other, other_end in kept):
            kept.append((start, end))
    return [by_span[span] for span in sorted(kept)]


SUGGESTER = Entities()
