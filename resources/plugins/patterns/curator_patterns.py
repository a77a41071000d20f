"""Suggests coordinates and phone numbers, told by their pattern.

Its own labels are COORDINATE and PHONE. A scheme has them, or says what they are read as::

    [layers.entity.reads]
    COORDINATE = "LOC"

A scheme that does neither gets no phone numbers, and coordinates as LOC if it has that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from curator.domain.annotation import Layer, entity_parts
from curator.suggest.base import ENTITIES, Proposal

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from curator.domain.scheme import LayerScheme

_DEGREES = r"\d{1,3}(?:\.\d+)?\s?°(?:\s?\d{1,2}(?:\.\d+)?\s?[′'](?:\s?\d{1,2}(?:\.\d+)?\s?[″\"])?)?"
_COORDINATE = re.compile(
    rf"(?<![\w.]){_DEGREES}\s?[NS],?\s{{0,2}}{_DEGREES}\s?[EW]\b"  # 40°24′N 49°52′E
    r"|(?<![\w.-])-?\d{1,2}\.\d{4,},\s?-?\d{1,3}\.\d{4,}(?![\w.]?\d)"  # 40.4093, 49.8671
)
_PHONE = re.compile(r"(?<![\w+])(?:\+|00)\d{1,3}[\s-]?(?:\(\d{1,4}\)[\s-]?)?\d(?:[\s-]?\d){5,11}\b")

KINDS = (
    ("COORDINATE", _COORDINATE, 0.95),
    ("PHONE", _PHONE, 0.9),
)
"""Its labels, what tells them, and how often that is right: here a guess, written down."""

OTHERWISE = {"COORDINATE": "LOC"}
"""What a scheme that does not know a label may call it."""


class Patterns:
    """A suggester of the entity layer; see `curator.suggest.base.Suggester`."""

    name = "patterns"
    version = "1"
    layer = Layer.ENTITY
    needs = ENTITIES

    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:  # noqa: ARG002 - it uses none
        """Return its configuration: what it looks for."""
        return {"labels": [label for label, _pattern, _score in KINDS]}

    def propose(
        self,
        doc: Doc,
        scheme: LayerScheme,
        head: Mapping[str, Any],  # noqa: ARG002 - the text says it all
    ) -> Iterator[Proposal]:
        """Propose what has the form of a coordinate or a phone number."""
        for own, pattern, score in KINDS:
            label = scheme.read(own) or scheme.read(OTHERWISE.get(own, own))
            for match in pattern.finditer(doc.text) if label else ():
                parts = entity_parts(*match.span())
                yield Proposal(Layer.ENTITY, label, parts, score, score, own.lower())


SUGGESTER = Patterns()
