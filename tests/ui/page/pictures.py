"""Annotated texts as pictures.

``[Ilse Varga:PERSON!]`` is an accepted entity; ``?`` is suggested, ``x`` rejected, ``~`` unsure.
``{denied:1.cue}`` is a part of claim 1; the part that also names a type and a state,
``{that it was so:1.content.denial?}``, settles them. Both may nest.
"""

import re
from collections import defaultdict

from curator.domain.annotation import (
    Annotation,
    Layer,
    Part,
    Role,
    State,
    entity_parts,
    sorted_parts,
)

_STATES = {
    "!": State.ACCEPTED,
    "?": State.SUGGESTED,
    "x": State.REJECTED,
    "~": State.UNSURE,
}
_SIGN = re.compile(r"[\[{]|:([\w.]+?)([!?x~])?[\]}]")


def picture(drawn: str) -> tuple[str, list[Annotation]]:
    """Return the text of a picture and its annotations: entities by place, then claims by number.

    Ids are counted from 1 in that order.
    """
    text, at = "", 0
    begun: list[int] = []
    entities: list[tuple[int, int, str, State]] = []
    parts: dict[str, list[Part]] = defaultdict(list)
    kinds: dict[str, tuple[str, State]] = {}
    for sign in _SIGN.finditer(drawn):
        text += drawn[at : sign.start()]
        at = sign.end()
        if sign[0] in "[{":
            begun.append(len(text))
        elif sign[0].endswith("]"):
            entities.append((begun.pop(), len(text), sign[1], _STATES[sign[2]]))
        else:
            number, role, *kind = sign[1].split(".")
            parts[number].append(Part(Role(role), begun.pop(), len(text)))
            if kind:
                kinds[number] = (kind[0], _STATES[sign[2]])
    return text + drawn[at:], _annotations(entities, parts, kinds)


def _annotations(entities, parts, kinds) -> list[Annotation]:
    found = []
    for start, end, label, state in sorted(entities, key=lambda one: (one[0], -one[1])):
        spans = entity_parts(start, end)
        found.append(
            Annotation(len(found) + 1, 1, Layer.ENTITY, label, spans, state=state, suggester_id=1)
        )
    for number in sorted(parts):
        label, state = kinds[number]
        by_role = defaultdict(list)
        for role, start, end in parts[number]:
            by_role[role].append((start, end))
        found.append(
            Annotation(
                len(found) + 1,
                1,
                Layer.CLAIM,
                label,
                sorted_parts(by_role),
                state=state,
                suggester_id=1,
            )
        )
    return found
