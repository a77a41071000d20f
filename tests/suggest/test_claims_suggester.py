"""Frames of the extractor as proposals under a scheme."""

import pytest

from curator.domain.annotation import Layer, Role
from curator.suggest.claims import Frame, suggester
from curator.suggest.claims.suggester import SUGGESTER

TEXT = "Orr said that Kyiv denied it."


def frame(label, *, score=0.9, parent=None, nested=False):
    return Frame(
        label=label,
        content=((9, 28),),
        cue=((4, 8),),
        source=((0, 3),),
        addressee=(),
        medium=(),
        attributes={"polarity": "negative", "stance": "neutral"},
        pattern="clause",
        score=score,
        nested=nested or parent is not None,
        parent=parent,
        features=("cue=say",),
        variants={"content-complementiser": {"content": ((14, 28),)}},
    )


@pytest.fixture
def propose(monkeypatch, scheme):
    def given(*frames):
        monkeypatch.setattr(suggester, "extract", lambda doc, lexicon: list(frames))
        return list(SUGGESTER.propose(None, scheme.layer(Layer.CLAIM), {}))

    return given


def test_that_a_frame_becomes_a_proposal_with_its_parts_in_reading_order(propose):
    (one,) = propose(frame("assertion"))
    assert [(part.role, TEXT[part.start : part.end]) for part in one.parts] == [
        (Role.SOURCE, "Orr"),
        (Role.CUE, "said"),
        (Role.CONTENT, "that Kyiv denied it"),
    ]
    assert (one.score, one.confidence, one.pattern) == (0.9, 0.9, "clause")
    assert one.attributes == {"polarity": "negative"}


def test_that_a_proposal_carries_what_was_weighed_and_its_other_boundaries_whole(propose):
    (one,) = propose(frame("assertion"))
    assert one.evidence == {
        "features": ["cue=say"],
        "variants": {
            "content-complementiser": [["source", 0, 3], ["cue", 4, 8], ["content", 14, 28]]
        },
    }


def test_that_weak_and_nested_claims_are_candidates(propose):
    found = propose(
        frame("assertion", score=0.5),
        frame("assertion", score=0.45),
        frame("denial", parent=0),
        frame("denial", nested=True),
    )
    assert [one.candidate_why for one in found] == [None, "below", "nested", "nested"]


def test_that_types_outside_the_scheme_are_dropped_and_links_follow(propose):
    found = propose(
        frame("promise"),
        frame("assertion"),
        frame("denial", parent=1),
        frame("denial", parent=0),
    )
    assert [one.label for one in found] == ["assertion", "denial", "denial"]
    assert [one.nested_in for one in found] == [None, 0, None]


@pytest.mark.model
def test_that_a_parsed_document_gives_claims(analysis, scheme):
    (doc,) = analysis.parse(analysis.entities([TEXT]))
    found = list(SUGGESTER.propose(doc, scheme.layer(Layer.CLAIM), {}))
    assert (found[0].label, found[0].candidate_why) == ("assertion", None)
