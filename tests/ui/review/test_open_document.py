"""The open document by itself: what is drawn, listed, waiting, next; what acts make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.changes import Changes, LayerState
from curator.domain.document import Candidate, DocumentView
from curator.domain.scheme import Scheme
from curator.services.projects import read_scheme
from curator.ui.review.open_document import VIEWS, OpenDocument
from tests.support.pictures import picture, told

BOTH, ENTITIES, CLAIMS = VIEWS
PICTURE = (
    "[Ilse:PERSON?] of [Velm:GPE!] met [Osmo:PERSON-]. "
    "The <mayor:source> <said:cue> {[Sill:LOC~] froze:assertion?}."
)


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return read_scheme("everything")


def opened(
    scheme: Scheme,
    source: str = PICTURE,
    *,
    in_view: frozenset[Layer] = BOTH,
    sure: dict[str, float] | None = None,
    held: Sequence[str] = (),
    blind: bool = False,
    reviewed: bool = False,
) -> OpenDocument:
    """Open a picture.

    Args:
        sure: confidence by the words of the annotation.
        held: words of those that are candidates.
    """
    drawn = picture(source)
    found = [
        replace(one, confidence=(sure or {}).get(one.quote(drawn.text)))
        for one in drawn.annotations
    ]
    states = {layer: LayerState(1, layer, reviewed, blind, 1) for layer in scheme.layers}
    view = DocumentView(
        id=1,
        batch_id=1,
        sender_id="d1",
        title="D1",
        text=drawn.text,
        digest="",
        meta={},
        flagged=False,
        layers=states,
        annotations=tuple(one for one in found if one.quote(drawn.text) not in held),
        candidates=tuple(Candidate(one, "below") for one in found if one.quote(drawn.text) in held),
    )
    return OpenDocument(view, scheme, in_view)


def words(document: OpenDocument, annotations: Sequence[Annotation]) -> list[str]:
    return told(document.text, annotations)


def one(document: OpenDocument, quote: str) -> Annotation:
    found = [a for a in document.drawn() if a.quote(document.text) == quote]
    return found[0]


def test_that_everything_but_what_is_gone_is_drawn_in_reading_order(scheme: Scheme) -> None:
    document = opened(scheme)
    assert words(document, document.drawn()) == [
        "Ilse:PERSON?",
        "Velm:GPE!",
        "Osmo:PERSON-",
        "Sill froze:assertion?",
        "Sill:LOC~",
    ]
    document.put([replace(one(document, "Velm"), state=State.WITHDRAWN)])
    assert "Velm:GPE!" not in words(document, document.drawn())


def test_that_only_what_is_in_view_is_listed_counted_and_gone_through(scheme: Scheme) -> None:
    document = opened(scheme, in_view=CLAIMS)
    assert words(document, document.listed()) == ["Sill froze:assertion?"]
    assert document.counts() == (1, 1)
    document.in_view = ENTITIES
    assert document.counts() == (1, 4)
    assert words(document, document.unresolved()) == ["Ilse:PERSON?"]


def test_that_labels_are_counted_without_rejected_ones(scheme: Scheme) -> None:
    document = opened(scheme)
    assert document.label_counts() == {
        (Layer.ENTITY, "PERSON"): 1,
        (Layer.ENTITY, "GPE"): 1,
        (Layer.ENTITY, "LOC"): 1,
        (Layer.CLAIM, "assertion"): 1,
    }


def test_that_next_and_previous_go_round_over_what_waits(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG?] [b:ORG!] [c:ORG?] [d:ORG?]")
    a, b, c, d = (one(document, quote).id for quote in "abcd")
    assert [document.next(here) for here in (a, b, c, d)] == [c, c, d, a]
    assert [document.next(here, forward=False) for here in (a, b, c, d)] == [d, a, a, c]
    assert document.next(None) == a
    assert document.next(None, forward=False) == d


def test_that_the_only_one_that_waits_is_next_to_itself(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG?] [b:ORG!]")
    assert document.next(one(document, "a").id) == one(document, "a").id


def test_that_nothing_is_next_where_nothing_waits(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG!]")
    assert document.next(None) is None
    assert document.next(one(document, "a").id) is None


def test_that_next_goes_on_from_the_place_of_one_that_is_gone(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG?] [b:ORG+] [c:ORG?]")
    b = one(document, "b")
    document.put([replace(b, state=State.WITHDRAWN)])
    assert document.next(b) == one(document, "c").id
    assert document.next(b, forward=False) == one(document, "a").id


def test_that_the_threshold_hides_suggestions_and_shows_candidates(scheme: Scheme) -> None:
    document = opened(
        scheme,
        "The <a:source> <said:cue> {x:assertion?}. The <b:source> <hopes:cue> {y:hope?}.",
        sure={"said": 0.7, "hopes": 0.3},
        held=["hopes"],
    )
    assert document.threshold() == 0.5
    assert words(document, document.listed()) == ["x:assertion?"]
    document.show_from(0.3)
    assert words(document, document.listed()) == ["x:assertion?", "y:hope?"]
    assert one(document, "hopes").id < 0
    document.show_from(0.8)
    assert document.listed() == []


def test_that_a_decision_is_shown_whatever_the_threshold_is(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG!] [b:ORG-] [c:ORG?]", in_view=ENTITIES, sure={"c": 0.9})
    document.show_from(1.0)
    assert words(document, document.listed()) == ["a:ORG!", "b:ORG-"]


def test_that_the_threshold_is_that_of_claims_when_both_are_in_view(scheme: Scheme) -> None:
    document = opened(scheme)
    document.show_from(0.9)
    document.in_view = ENTITIES
    assert document.threshold() == 0.0
    document.in_view = CLAIMS
    assert document.threshold() == 0.9


def test_that_a_blind_document_shows_only_what_a_person_did_until_it_is_closed(
    scheme: Scheme,
) -> None:
    source = "[a:ORG?] [b:ORG+] [c:ORG!]"
    document = opened(scheme, source, blind=True)
    assert words(document, document.drawn()) == ["b:ORG+", "c:ORG!"]
    assert document.counts() == (0, 2)
    document.take(
        Changes(layers=tuple(LayerState(1, layer, True, True, 1) for layer in scheme.layers))
    )
    assert words(document, document.drawn()) == ["a:ORG?", "b:ORG+", "c:ORG!"]


def test_that_what_was_put_is_drawn_or_not_to_be_drawn_any_more(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG?] [b:ORG+]")
    a, b = one(document, "a"), one(document, "b")
    accepted = replace(a, state=State.ACCEPTED)
    gone = replace(b, state=State.WITHDRAWN)
    assert document.put([accepted, gone]) == ([accepted], [b.id])
    assert document.get(b.id) is None


def test_that_what_belongs_to_another_document_is_passed_over(scheme: Scheme) -> None:
    document = opened(scheme, "[a:ORG?]")
    foreign = replace(one(document, "a"), id=77, document_id=2)
    returned = replace(foreign, id=-78)
    assert document.take(Changes(annotations=(foreign,), returned=(returned,))) == ([], [])
    assert document.counts() == (1, 1)


def test_that_a_candidate_becomes_an_annotation_and_comes_back(scheme: Scheme) -> None:
    document = opened(
        scheme, "<a:source> <hopes:cue> {y:hope?}.", sure={"hopes": 0.3}, held=["hopes"]
    )
    document.show_from(0.0)
    candidate = one(document, "hopes")
    became = replace(candidate, id=50, state=State.ACCEPTED)
    drawn, gone = document.take(Changes(annotations=(became,), vanished=(candidate.id,)))
    assert (drawn, gone) == ([became], [candidate.id])
    withdrawn = replace(became, state=State.WITHDRAWN)
    drawn, gone = document.take(Changes(annotations=(withdrawn,), returned=(candidate,)))
    assert (drawn, gone) == ([candidate], [50])
    assert words(document, document.drawn()) == ["y:hope?"]


def test_that_closing_and_opening_are_taken_up(scheme: Scheme) -> None:
    document = opened(scheme, in_view=CLAIMS)
    assert document.open_layers() == [Layer.CLAIM]
    document.take(Changes(layers=(LayerState(1, Layer.CLAIM, True, False, 1),)))
    assert document.closed()
    assert document.open_layers() == []
    document.in_view = BOTH
    assert not document.closed()
    document.take(Changes(layers=(LayerState(2, Layer.ENTITY, True, False, 1),)))
    assert not document.closed(), "another document's"


@pytest.mark.parametrize(
    ("code", "of", "flagged"),
    [
        ("flag", "", True),
        ("unflag", "", False),
        ("undo", "flag", False),
        ("undo", "unflag", True),
        ("redo", "flag", True),
        ("redo", "unflag", False),
    ],
)
def test_that_a_flag_is_taken_up_also_from_undo_and_redo(
    scheme: Scheme, code: str, of: str, flagged: bool
) -> None:
    document = opened(scheme)
    document.view = replace(document.view, flagged=not flagged)
    facts = {"of": of} if of else {}
    document.take(
        Changes(change_set=9, code=code, facts=facts, documents=frozenset({1}), undoes=bool(of))
    )
    assert document.view.flagged is flagged


def test_that_every_id_that_the_page_may_have_drawn_is_known(scheme: Scheme) -> None:
    document = opened(
        scheme,
        "[a:ORG?] <b:source> <hopes:cue> {y:hope?}.",
        sure={"a": 0.9, "hopes": 0.3},
        held=["hopes"],
    )
    late = replace(one(document, "a"), id=60)
    document.take(Changes(annotations=(late,)))
    assert document.hidden() == {-2}
    document.show_from(0.0)
    assert document.hidden() == frozenset()
