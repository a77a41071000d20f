"""What the log keeps of an annotation gives it back."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import (
    CLAIM_ROLES,
    Annotation,
    Layer,
    Link,
    Part,
    Proposal,
    Role,
    State,
    entity_parts,
)
from curator.domain.snapshot import parts_from_plain, plain_parts, restore, snapshot

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
SPANS = st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda at: (at[0], at[0] + at[1]))
ENTITY = SPANS.map(lambda span: entity_parts(*span))
CLAIM = st.tuples(SPANS, st.lists(st.tuples(st.sampled_from(CLAIM_ROLES), SPANS), max_size=4)).map(
    lambda drawn: tuple(
        sorted([Part(Role.CONTENT, *drawn[0]), *(Part(r, *s) for r, s in drawn[1])])
    )
)
ATTRIBUTES = st.dictionaries(WORDS, WORDS, max_size=2)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    layer = draw(st.sampled_from(Layer))
    parts = ENTITY if layer is Layer.ENTITY else CLAIM
    return Annotation(
        id=draw(st.integers(1, 9)),
        document_id=draw(st.integers(1, 9)),
        layer=layer,
        label=draw(WORDS),
        parts=draw(parts),
        attributes=draw(ATTRIBUTES),
        state=draw(st.sampled_from(State)),
        suggester_id=draw(st.none() | st.integers(1, 3)),
        score=draw(st.none() | st.floats(0, 1)),
        reason=draw(st.none() | WORDS),
        proposed=draw(st.none() | st.builds(Proposal, WORDS, parts, ATTRIBUTES)),
        links=tuple(draw(st.lists(st.builds(Link, WORDS, st.integers(1, 9)), max_size=2))),
        comment=draw(st.none() | WORDS),
    )


@given(annotations())
def test_that_an_annotation_comes_back_from_its_snapshot(annotation: Annotation) -> None:
    kept = json.loads(json.dumps(snapshot(annotation)))
    other = replace(
        annotation, label="another", state=State.WITHDRAWN, proposed=None, links=(), reason=None
    )
    assert restore(other, kept) == annotation


@given(annotations())
def test_that_parts_come_back_with_a_quote_beside_them(annotation: Annotation) -> None:
    quoted = [[*row, "words"] for row in plain_parts(annotation.parts)]
    assert parts_from_plain(quoted) == annotation.parts


def test_that_scores_are_the_machines_and_stay_as_they_are() -> None:
    one = Annotation(1, 1, Layer.ENTITY, "ORG", entity_parts(0, 3), suggester_id=1, score=0.25)
    kept = snapshot(one)
    assert not {"score", "confidence", "suggester", "id"} & kept.keys()
    assert restore(replace(one, score=0.75), kept).score == 0.75


def test_that_what_would_be_empty_is_not_kept() -> None:
    kept = snapshot(Annotation(1, 1, Layer.ENTITY, "ORG", entity_parts(0, 3)))
    assert sorted(kept) == ["document", "label", "layer", "parts", "state"]
