"""Where a span may plausibly begin and end, drawn as brackets in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.characters import next_character
from curator.domain.stops import next_stop
from curator.domain.words import Edge

PIECES = "The |man |Velm| |\n|and |of |’s|'|“|”|\"|(|)|,|.|Mr.|4|4.5|$|%|🙂|e\u0301|東|。|「|」|ש"
TEXTS = st.lists(st.sampled_from([*PIECES.split("|"), "👩‍🚒"]), max_size=14).map("".join)


def stops(text: str, direction: int, edge: Edge, *, known: tuple[int, ...] = ()) -> list[int]:
    """All stops of an edge, walked through the whole text one way."""
    at: int | None = 0 if direction > 0 else len(text)
    found = []
    while at is not None:
        at = next_stop(text, at, direction, edge=edge, known=known)
        if at is not None:
            found.append(at)
    return found


def drawn(text: str) -> str:
    """The text with a bracket at every stop: ``[`` where a span may begin, ``]`` where one ends."""
    starts, ends = stops(text, -1, "start"), stops(text, 1, "end")
    return "".join(
        "]" * (at in ends) + "[" * (at in starts) + text[at : at + 1] for at in range(len(text) + 1)
    )


@pytest.mark.parametrize(
    "picture",
    [
        "[The [Grain Board] met] in [Velm] on [Monday].",
        "[officials said] [the [minister denied] [that [exports rose] and [imports fell]",
        "[“[We] will come],”] [he said]. [“[Nobody] is left].”]",
        "[She said] [it] was [“[too late]”] [for [them].",
        "[The [ship sank] – [nobody knows] [why] – [near [Velm] [([the [port])].",
        "[One line]\n[another [line].",
    ],
)
def test_that_phrases_clauses_quotations_sentences_and_lines_are_stops(picture: str) -> None:
    assert drawn(picture.replace("[", "").replace("]", "")) == picture


@pytest.mark.parametrize(
    "picture",
    [
        "[Mr. Osmo Vale] of [the [Board] left]. [He wept].",
        "[Gen. R. K. Vale] met] [the [U.S.] envoy].",
        "[Marn Inc.] said] [no].",
        "[about [1,500 tons], [or [$4.5 million], [at [10:30] by [3.5%]",
        "[the [Ministry of Defence] fell]",
        "[Velm]’s [mayor] and [the [workers’ union met]",
    ],
)
def test_that_abbreviations_numbers_and_names_are_not_torn(picture: str) -> None:
    assert drawn(picture.replace("[", "").replace("]", "")) == picture


@pytest.mark.parametrize(
    "picture",
    [
        "[Ilse] 🙂 [waved] [to [Osmo]👩‍🚒 [at [noon]",
        "[東京で会議があった]。[大臣は][「[行く]」][と言った]。",
        "[Er sagte]: [„[Wir kommen]“] [und ging].",
        "[Elle dit] : [«\u00a0[Nous partons]\u00a0»] [et sort].",
        "[Nazirlik bildirib ki], [Ruda] şəhərində iki nəfər yaralanıb].",
        "[Han sa]: [”[Vi kommer]”] [och gick].",
    ],
)
def test_that_signs_and_capitals_are_stops_in_other_languages(picture: str) -> None:
    assert drawn(picture.replace("[", "").replace("]", "")) == picture


def test_that_single_quotation_marks_are_told_from_apostrophes() -> None:
    assert drawn("‘We can’t,’ said the workers’ man.") == (
        "[‘[We can’t],’] [said] [the [workers’ man]."
    )


def test_that_known_places_are_stops_wherever_they_are() -> None:
    text = "grain and salt exports fell"
    assert next_stop(text, 5, 1, edge="end", known={14}) == 14
    assert next_stop(text, 14, 1, edge="end", known={14, 22}) == 22
    assert next_stop(text, 27, -1, edge="start", known={0, 15}) == 15
    assert next_stop(text, 14, -1, edge="end", known={9, 22}) == 9


def test_that_there_is_none_beyond_the_text() -> None:
    assert next_stop("the end", 7, 1, edge="end") is None
    assert next_stop("the end", 0, -1, edge="start") is None
    assert next_stop("", 0, 1, edge="end") is None


def test_that_a_text_without_any_stop_is_given_up_where_nobody_would_look() -> None:
    for text in ("東" * 9_000, "y " * 4_500, "don' " * 1_800):
        near, end = text[:5_000], len(text) - 9
        assert next_stop(text, 9, 1, edge="end") == next_stop(near, 9, 1, edge="end")
        found = next_stop(text, end, -1, edge="start")
        cut = len(text) - 5_000
        same = next_stop(text[cut:], end - cut, -1, edge="start")
        assert found == (None if same is None else same + cut)


@given(TEXTS)
def test_that_stops_are_the_same_both_ways(text: str) -> None:
    for edge in ("start", "end"):
        forwards, backwards = stops(text, 1, edge), stops(text, -1, edge)
        inside = {at for at in (*forwards, *backwards) if 0 < at < len(text)}
        assert [at for at in forwards if at in inside] == sorted(inside)
        assert sorted(at for at in backwards if at in inside) == sorted(inside)


@given(TEXTS)
def test_that_no_stop_lies_within_a_character_or_beside_white_space(text: str) -> None:
    whole = [0]
    while whole[-1] < len(text):
        whole.append(next_character(text, whole[-1], 1))
    for at in stops(text, 1, "end"):
        assert at in whole
        assert not text[at - 1].isspace()
    for at in stops(text, -1, "start"):
        assert at in whole
        assert not text[at].isspace()
