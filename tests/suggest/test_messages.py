"""Requests and answers survive the pipe."""

import json

import pytest

from curator.domain.annotation import Layer, Part, Role, entity_parts
from curator.domain.faults import Fault
from curator.suggest.base import Proposal
from curator.suggest.messages import (
    Done,
    Failed,
    Item,
    Proposed,
    Ready,
    Sentences,
    SuggesterInfo,
    from_frame,
    items_of,
    layers_of,
    scheme_of,
    suggest_request,
    to_frame,
)

INFO = SuggesterInfo("claims", "1", Layer.CLAIM, {"model": {"name": "en"}})
CLAIM = Proposal(
    Layer.CLAIM,
    "denial",
    (Part(Role.CUE, 4, 10), Part(Role.CONTENT, 11, 20)),
    0.7,
    0.6,
    "clause",
    attributes={"polarity": "negative"},
    candidate_why="nested",
    nested_in=0,
    evidence={"features": ["quoted"], "variants": {"that": [["content", 11, 15]]}},
)
ENTITY = Proposal(Layer.ENTITY, "GPE", entity_parts(0, 4), 0.9, 0.9, "model")


@pytest.mark.parametrize(
    "answer",
    [
        Ready((INFO,), {"name": "en"}, (Fault("plugin.broken", name="x"),)),
        Proposed(1, "d", Layer.CLAIM, (CLAIM, ENTITY), INFO),
        Failed("a", "d", Fault("suggest.failed", reason="why")),
        Done("a", cancelled=True),
        Sentences(1, (((0, 4), (5, 6)), ((7, 9),))),
    ],
)
def test_that_an_answer_survives_the_pipe(answer):
    arrived = from_frame(json.loads(json.dumps(to_frame(answer))))
    assert to_frame(arrived) == to_frame(answer)
    assert type(arrived) is type(answer)


def test_that_evidence_arrives_as_it_was_sent_and_nonsense_is_refused():
    frame = json.loads(json.dumps(to_frame(Proposed(1, "d", Layer.CLAIM, (CLAIM, ENTITY), INFO))))
    claim, entity = from_frame(frame).proposals
    assert (claim.evidence, entity.evidence) == (CLAIM.evidence, None)
    frame["proposals"][0]["evidence"]["variants"]["that"] = [["sauce", 11, 15]]
    with pytest.raises(ValueError, match="sauce"):
        from_frame(frame)


def test_that_an_error_frame_is_raised():
    frame = {"kind": "error", "error": {"code": "suggest.no_model", "facts": {"install": "x"}}}
    with pytest.raises(Fault, match=r"suggest\.no_model"):
        from_frame(frame)
    with pytest.raises(ValueError, match="no answer"):
        from_frame({"kind": "greeting"})


def test_that_a_request_survives_the_pipe(scheme):
    items = [Item(1, "Orr said.", "d", {"agency": "AP"}), Item("b", "", "e")]
    request = suggest_request(items, scheme=scheme, layers=[Layer.CLAIM], urgent=True)
    arrived = json.loads(json.dumps(request))
    assert items_of(arrived) == items
    assert layers_of(arrived) == (Layer.CLAIM,)
    assert scheme_of(arrived) == scheme
