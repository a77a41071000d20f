"""What is exported comes in again, and goes out as it went out before."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import (
    CLAIM_ROLES,
    Annotation,
    Layer,
    Part,
    Proposal,
    Role,
    State,
    entity_parts,
    sorted_parts,
)
from curator.domain.faults import Bug
from curator.domain.text import normalise
from curator.formats.jsonl_line import line, write
from curator.formats.outgoing import OutAnnotation, Outgoing
from tests.formats.builders import entity, one, outgoing_again, read_lines, rows

NASTY = st.text(
    st.one_of(
        st.sampled_from('e\u0301\u200d\U0001f600\u05d0\u00a0\ufeff"\\/{}\n\t\u200f日'),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=40,
)
WORDS = NASTY.filter(lambda words: bool(words.strip()))
TEXTS = (
    WORDS.map(lambda source: normalise(source).text.lstrip("\ufeff"))
).filter(lambda text: bool(text.strip()))  # fmt: skip
SHARE = st.none() | st.floats(0, 1)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | NASTY,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NASTY, inner, max_size=2),
    max_leaves=4,
)
KEPT = st.dictionaries(NASTY.map(lambda key: "x" + key), PLAIN, max_size=2)


def spans(text: str) -> st.SearchStrategy[tuple[int, int]]:
    edges = st.integers(0, len(text))
    return st.lists(edges, min_size=2, max_size=2, unique=True).map(
        lambda two: (min(two), max(two))
    )


@st.composite
def parts(draw: st.DrawFn, text: str, layer: Layer) -> tuple[Part, ...]:
    if layer is Layer.ENTITY:
        return entity_parts(*draw(spans(text)))
    some = st.lists(spans(text), max_size=2)
    found = {role: draw(some) for role in CLAIM_ROLES}
    found[draw(st.sampled_from([Role.CUE, Role.CONTENT]))].append(draw(spans(text)))
    return sorted_parts(found)


@st.composite
def annotations(draw: st.DrawFn, text: str, number: int) -> OutAnnotation:
    layer = draw(st.sampled_from(Layer))
    words = st.none() | NASTY
    attributes = st.dictionaries(NASTY, NASTY, max_size=2)
    proposals = st.builds(Proposal, WORDS, parts(text, layer), attributes)
    annotation = Annotation(
        id=number,
        document_id=1,
        layer=layer,
        label=draw(WORDS),
        parts=draw(parts(text, layer)),
        attributes=draw(attributes),
        state=draw(st.sampled_from(State)),
        score=draw(SHARE),
        confidence=draw(SHARE),
        pattern=draw(words),
        reason=draw(words),
        proposed=draw(st.none() | proposals),
        comment=draw(words),
        extra=draw(KEPT),
    )
    links = draw(st.lists(st.tuples(NASTY, NASTY), max_size=3))
    return OutAnnotation(
        f"a{number}", annotation, draw(words), tuple(links), draw(st.booleans())
    )  # fmt: skip


@st.composite
def outgoings(draw: st.DrawFn) -> Outgoing:
    text = draw(TEXTS)
    layers = draw(st.sets(st.sampled_from(Layer)))
    count = draw(st.integers(0, 3))
    return Outgoing(
        id=draw(WORDS),
        title=normalise(draw(WORDS)).text.lstrip("\ufeff") or "t",
        text=text,
        meta=draw(KEPT),
        extra=draw(KEPT),
        reviewed=tuple(layer for layer in Layer if layer in draw(st.sets(st.sampled_from(Layer)))),
        annotations=tuple(draw(annotations(text, number)) for number in range(count)),
        layers=tuple(layer for layer in Layer if layer in layers),
    )


@given(outgoings())
def test_that_a_line_comes_in_and_goes_out_as_it_was(outgoing: Outgoing) -> None:
    written = line(outgoing)
    with TemporaryDirectory() as folder:
        again = one(read_lines(Path(folder, "x.jsonl"), written))
    assert line(outgoing_again(again)) == written
    for row in rows(again):
        for _, start, end, quote in json.loads(row.parts or "[]"):
            assert again.text[start:end] == quote


def test_that_a_line_has_its_keys_in_order_and_nothing_empty_but_lists_of_parts() -> None:
    claim = Annotation(
        id=2,
        document_id=1,
        layer=Layer.CLAIM,
        label="hope",
        parts=(Part(Role.SOURCE, 0, 2), Part(Role.CUE, 3, 7)),
        attributes={"mode": "direct", "certainty": "certain"},
        state=State.SUGGESTED,
        score=0.5,
        extra={"zone": 1, "area": None},
    )
    outgoing = Outgoing(
        id="a",
        title="He said",
        text="He said — 日.",
        reviewed=(Layer.ENTITY,),
        annotations=(
            OutAnnotation("c1", claim, "rules", (("source", "e1"), ("source", "e2"))),
            entity(0, 2, "PERSON", name="e1"),
        ),
        extra={"desk": "north"},
    )
    assert line(outgoing) == (
        '{"id": "a", "title": "He said", "text": "He said — 日.", "meta": {}, '
        '"reviewed": ["entity"], "spans": [{"id": "e1", "start": 0, "end": 2, '
        '"label": "PERSON", "state": "accepted", "quote": "He"}], "claims": [{"id": "c1", '
        '"label": "hope", "state": "suggested", "score": 0.5, "suggester": "rules", '
        '"content": [], "cue": [[3, 7]], "source": [[0, 2]], "addressee": [], "medium": [], '
        '"attributes": {"certainty": "certain", "mode": "direct"}, '
        '"links": {"source": ["e1", "e2"]}, "area": null, "zone": 1}], "desk": "north"}'
    )


def test_that_a_layer_that_is_not_exported_has_no_key_at_all() -> None:
    outgoing = Outgoing("a", "t", "text", annotations=(entity(0, 4),), layers=(Layer.CLAIM,))
    written: dict[str, Any] = json.loads(line(outgoing))
    assert "spans" not in written
    assert written["claims"] == []
    assert write(outgoing, ()).report.counts == {"documents": 1}


def test_that_a_piece_is_a_line_with_its_end_and_counts_by_layer() -> None:
    piece = write(Outgoing("a", "t", "text", annotations=(entity(0, 4),)), ())
    assert piece.text.endswith("}\n")
    assert piece.report.counts == {"documents": 1, "entity": 1}


@pytest.mark.parametrize(
    "outgoing",
    [
        Outgoing("a", "t", "text", annotations=(entity(0, 5),)),
        Outgoing("a", "t", "text", extra={"text": "other"}),
    ],
)
def test_that_what_would_break_the_file_is_a_bug(outgoing: Outgoing) -> None:
    with pytest.raises(Bug):
        line(outgoing)
