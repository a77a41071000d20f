"""Entities from the pipeline and by form, under the scheme's labels and boundary policy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from curator import assets
from curator.domain import boundary
from curator.domain.annotation import Layer, entity_parts
from curator.domain.dispatch import Head, recognise
from curator.domain.scheme import Boundary, LayerScheme
from curator.suggest.base import ENTITIES, Proposal
from curator.suggest.forms import Mention, add_forms, without_overlaps
from curator.suggest.holders import add_holders
from curator.suggest.recogniser import confidence_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON = "PERSON"
UNKNOWN = 0.5
"""Confidence of an entity whose component does not say how sure it is."""

FORMS = ("agency", "date", "abbreviation", "dateline", "office", "office alone", "repeated")
"""Patterns beside ``model``."""

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
    version = "2"
    layer = Layer.ENTITY
    needs = ENTITIES

    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:
        """Return its configuration: the pipeline, what the confidence is, the forms."""
        return {"model": dict(model), "confidence": "transitions", "forms": FORMS}

    def propose(self, doc: Doc, scheme: LayerScheme, head: Mapping[str, Any]) -> Iterator[Proposal]:
        """Propose what the pipeline recognises and the form tells; no overlaps, in order."""
        text = doc.text
        found = without_overlaps(self._recognised(doc, text, scheme.boundary))
        told = add_holders(text, found, titles_inside=scheme.boundary.title)
        held = without_overlaps(self._held(text, told, scheme.boundary))
        for one in add_forms(text, held, _head(text, head)):
            if label := scheme.read(one.label):
                parts = entity_parts(one.start, one.end)
                yield Proposal(Layer.ENTITY, label, parts, one.score, one.score, one.pattern)

    def _recognised(self, doc: Doc, text: str, policy: Boundary) -> Iterator[Mention]:
        for entity in doc.ents:
            label = entity.label_
            ranks = titles() if label == PERSON else frozenset()
            edges = (entity.start_char, entity.end_char)
            if span := boundary.apply(text, *edges, policy, titles=ranks):
                score = round(confidence_of(entity, unknown=UNKNOWN), _DIGITS)
                yield Mention(*span, label, score, "model")

    def _held(self, text: str, told: list[Mention], policy: Boundary) -> Iterator[Mention]:
        """Bring what the offices told under the boundary policy as well."""
        for one in told:
            if not one.pattern.startswith("office"):
                yield one
            elif span := boundary.apply(text, one.start, one.end, policy, titles=titles()):
                yield one._replace(start=span[0], end=span[1])


def _head(text: str, metadata: Mapping[str, Any]) -> Head:
    """Return the head of the text; the agency as the metadata has it, for pieces without one."""
    head = recognise(text)
    agency = metadata.get("agency")
    return replace(head, agency=agency) if isinstance(agency, str) and agency else head


SUGGESTER = Entities()
