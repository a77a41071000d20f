"""Boundary policy as pictures: what was found → what is kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain import boundary
from curator.domain.scheme import Boundary

OUTSIDE = Boundary()
INSIDE = Boundary(article=True, possessive=True, title=True, reference_marks=True)
TITLES = frozenset({"general", "colonel", "colonel general", "president", "gen", "former", "us"})


def move(picture, policy, *, titles=frozenset()):
    start = picture.index("[[")
    end = picture.index("]]") - 2
    text = picture.replace("[[", "").replace("]]", "")
    edges = boundary.apply(text, start, end, policy, titles=titles)
    if edges is None:
        return text
    return f"{text[: edges[0]]}[[{text[edges[0] : edges[1]]}]]{text[edges[1] :]}"


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("[[the United Nations]] met", "the [[United Nations]] met"),
        ("[[The\nHague]] court", "The\n[[Hague]] court"),
        ("[[An Najaf]] fell", "An [[Najaf]] fell"),
        ("[[Theresa May]] left", "[[Theresa May]] left"),
        ("[[Azerbaijan’s]] delegation", "[[Azerbaijan]]’s delegation"),
        ("[[the Ministers']] meeting", "the [[Ministers]]' meeting"),
        ("[[O’Neill]] spoke", "[[O’Neill]] spoke"),
        ("[[NATO [3]] said", "[[NATO]] [3 said"),
        ("[[NATO[12]]]", "[[NATO]][12]"),
        ("the [[ “Afghanistan ]] themed", "the  “[[Afghanistan]]  themed"),
        ("the [[“Gulf Dawn”]] drill", "the [[“Gulf Dawn”]] drill"),
        ("a [[(SSS)]] man", "a ([[SSS]]) man"),
        ("[[Service (SSS)]] men", "[[Service (SSS)]] men"),
        ("[[Baku),]] he", "[[Baku]]), he"),
        ("in the [[U.S.]] too", "in the [[U.S.]] too"),
        ("on [[April 29.]] He", "on [[April 29]]. He"),
        ("the [['90s]] ended", "the [['90s]] ended"),
        ("about [[-5]] degrees", "about [[-5]] degrees"),
        ("[[– Baku –]]", "– [[Baku]] –"),
    ],
)
def test_that_what_the_policy_has_outside_is_cut_off(found, kept):
    assert move(found, OUTSIDE) == kept


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("[[Colonel General Ali Naghiyev]] said", "Colonel General [[Ali Naghiyev]] said"),
        ("[[former US President Lena Orr]] said", "former US President [[Lena Orr]] said"),
        ("[[the Gen. Orr]] said", "the Gen. [[Orr]] said"),
        ("[[President]] spoke", "[[President]] spoke"),
        ("[[General, Orr]] said", "[[General, Orr]] said"),
        ("[[Generalov]] said", "[[Generalov]] said"),
    ],
)
def test_that_titles_before_a_name_are_cut_off_but_never_the_last_word(found, kept):
    assert move(found, OUTSIDE, titles=TITLES) == kept


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("the Colonel General [[Ali Naghiyev]] said", "the [[Colonel General Ali Naghiyev]] said"),
        ("met us [[Lena Orr]] there", "met us [[Lena Orr]] there"),
        ("met President\n[[Lena Orr]] there", "met President\n[[Lena Orr]] there"),
        ("[[Lena Orr]]’s house", "[[Lena Orr’s]] house"),
        ("[[the Ministers]]’ meeting", "[[the Ministers’]] meeting"),
        ("[[NATO [3]]] said", "[[NATO [3]]] said"),
        ("the [[the United Nations]] met", "the [[the United Nations]] met"),
    ],
)
def test_that_what_the_policy_has_inside_is_taken_in(found, kept):
    assert move(found, INSIDE, titles=TITLES) == kept


def test_that_a_title_stays_with_a_label_that_has_none():
    assert move("[[Colonel General Street]] is closed", OUTSIDE) == (
        "[[Colonel General Street]] is closed"
    )


@pytest.mark.parametrize("found", ["[[  ]]", "[[—]]", "[[“”]]", "[[ ( ]]", "[[’]]"])
def test_that_nothing_is_left_of_marks_alone(found):
    assert "[[" not in move(found, OUTSIDE)


@given(
    st.text(alphabet="the a’'s“”\"()[] .,-\nGenOrr3é", max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.builds(Boundary, st.booleans(), st.booleans(), st.booleans(), st.booleans()),
)
def test_that_edges_stay_inside_the_text_and_moving_twice_is_moving_once(text, one, two, policy):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    edges = boundary.apply(text, start, end, policy, titles=TITLES)
    if edges is not None:
        assert 0 <= edges[0] < edges[1] <= len(text)
        assert not re.search(r"^\s|\s$", text[slice(*edges)])
        assert boundary.apply(text, *edges, policy, titles=TITLES) == edges
