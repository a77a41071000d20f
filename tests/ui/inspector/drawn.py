"""An entity and a claim to show."""

from __future__ import annotations

from curator.domain.annotation import Annotation, Layer, Part, Role, entity_parts
from curator.ui.tokens import theme

TEXT = "Varga denied that her ships had fired on the tanker Corvina near Cape Ruhn."
LIGHT = theme("light")


def entity(number: int, words: str, label: str, **more: object) -> Annotation:
    start = TEXT.index(words)
    parts = entity_parts(start, start + len(words))
    more = {"suggester_id": 1, "score": 0.9} | more
    return Annotation(number, 1, Layer.ENTITY, label, parts, **more)


def claim(number: int = 9, **more: object) -> Annotation:
    parts = (Part(Role.SOURCE, 0, 5), Part(Role.CUE, 6, 12), Part(Role.CONTENT, 13, 58))
    more = {"suggester_id": 2, "score": 0.6} | more
    return Annotation(number, 1, Layer.CLAIM, "denial", parts, **more)
