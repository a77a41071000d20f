"""Words are found as whole words where they stand; what happens to each place is told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import State
from curator.domain.identical import (
    Fate,
    Place,
    chosen_at_first,
    fate,
    flat,
    occurrences,
    same_words,
)


def found(text: str, words: str, *, match_case: bool = True) -> list[str]:
    return [text[start:end] for start, end in occurrences(text, words, match_case=match_case)]


@pytest.mark.parametrize(
    ("text", "words", "n"),
    [
        ("Velm, Velm's and (Velm).", "Velm", 3),
        ("Velmish, preVelm, pre-Velm, Velm-based, Velm‑West", "Velm", 0),
        ("Velm – west, Velm—east", "Velm", 2),
        ("the U.S. and the U.S.", "U.S.", 2),
        ("a.b and axb", "a.b", 1),
        ("paid $5 and $50, then $5.", "$5", 2),
        ("Émile, Émilee, émile", "Émile", 1),
        ("🌊Ilse🌊 and Ilse👩‍🚒", "Ilse", 2),
        ("Grain\u00a0Board, Grain\n Board, GrainBoard", "Grain Board", 2),
        ("Ane, Ane\u0301, Ane's", "Ane", 2),
        ("anything", "", 0),
        ("anything", " \n", 0),
    ],
)
def test_that_whole_words_are_found(text: str, words: str, n: int) -> None:
    assert len(found(text, words)) == n


def test_that_case_is_left_out_where_that_is_wanted() -> None:
    assert found("VELM, velm, Velm", "Velm", match_case=False) == ["VELM", "velm", "Velm"]


WORDS = st.text(alphabet="aB1é🌊-.'\u0301 ", min_size=1, max_size=6)


@given(text=st.text(alphabet="aB1é🌊-.'\u0301 \n\u00a0", max_size=40), words=WORDS)
def test_that_what_is_found_are_the_words(text: str, words: str) -> None:
    spans = list(occurrences(text, words, match_case=True))
    assert all(same_words(text[start:end], words, match_case=True) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(words=WORDS.filter(lambda words: words.strip() and words.strip()[0] != "\u0301"))
def test_that_words_are_found_among_others(words: str) -> None:
    assert flat(words) in [flat(one) for one in found(f"x {words.strip()} x", words)]


def place(state: State | None, label: str = "GPE", *, inside: str = "") -> Place:
    shown = label if state is not None else ""
    return Place(1, "t", int(state is not None), 0, 4, "", "Velm", "", shown, state, inside=inside)


@pytest.mark.parametrize(
    ("one", "accepting", "rejecting"),
    [
        (place(None), Fate.ADD, Fate.KEEP),
        (place(State.SUGGESTED), Fate.ACCEPT, Fate.REJECT),
        (place(State.SUGGESTED, "ORG"), Fate.RELABEL, Fate.REJECT),
        (place(State.ACCEPTED), Fate.KEEP, Fate.REJECT),
        (place(State.ACCEPTED, "ORG"), Fate.RELABEL, Fate.REJECT),
        (place(State.REJECTED), Fate.ACCEPT, Fate.KEEP),
        (place(State.UNSURE), Fate.ACCEPT, Fate.REJECT),
    ],
)
def test_that_what_happens_to_a_place_follows_from_its_state(
    one: Place, accepting: Fate, rejecting: Fate
) -> None:
    assert fate(one, "GPE", reject=False) is accepting
    assert fate(one, "GPE", reject=True) is rejecting


def test_that_only_what_nobody_decided_is_chosen_at_first() -> None:
    chosen = [
        state for state in (None, *State) if chosen_at_first(place(state), "GPE", reject=False)
    ]
    assert chosen == [None, State.SUGGESTED]
    assert not chosen_at_first(place(None, inside="Velm Harbour"), "GPE", reject=False)
    assert not chosen_at_first(place(State.SUGGESTED, "ORG"), "GPE", reject=True)
