"""Spans, parts and proposals over one fixed text, drawn by hypothesis."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from curator.domain.annotation import Layer, Part, Role, entity_parts
from curator.suggest.base import Proposal

TEXT = "Ana said Velm will not send Bo to Ost but the harbour in Velm closed again on Monday"
WORDS = [match.span() for match in re.finditer(r"\w+", TEXT)]
LABELS = {Layer.ENTITY: ("PERSON", "GPE", "ORG"), Layer.CLAIM: ("assertion", "denial", "hope")}
LAYERS = st.sampled_from(Layer)
NUMBERS = st.integers(0, 30)


@st.composite
def spans(draw: st.DrawFn, longest: int = 3) -> tuple[int, int]:
    """A run of words of the text, in code points."""
    first = draw(st.integers(0, len(WORDS) - 1))
    last = min(first + draw(st.integers(0, longest - 1)), len(WORDS) - 1)
    return WORDS[first][0], WORDS[last][1]


@st.composite
def parts_of(draw: st.DrawFn, layer: Layer) -> tuple[Part, ...]:
    if layer is Layer.ENTITY:
        return entity_parts(*draw(spans()))
    roles = draw(st.sets(st.sampled_from([Role.SOURCE, Role.CUE]), max_size=2))
    drawn = [Part(Role.CONTENT, *draw(spans(6))), *(Part(role, *draw(spans())) for role in roles)]
    return tuple(sorted(drawn, key=lambda part: (part.start, part.end, list(Role).index(part[0]))))


@st.composite
def proposals(draw: st.DrawFn, layer: Layer) -> tuple[Proposal, ...]:
    """What a suggester may say: anything, some of it below the threshold, no place twice."""
    drawn = draw(
        st.lists(
            st.tuples(
                parts_of(layer), st.sampled_from(LABELS[layer]), st.sampled_from([0.2, 0.7, 0.9])
            ),
            max_size=4,
            unique_by=lambda one: one[0],
        )
    )
    return tuple(
        Proposal(layer, label, parts, score, score, "drawn",
                 candidate_why="below" if score < 0.5 else None)
        for parts, label, score in drawn
    )  # fmt: skip
