"""What a step makes of an annotation's edges, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import Annotation, Layer, Part, Role, entity_parts
from curator.domain.characters import next_character
from curator.ui.review.edges import By, Move, edges_of, moved
from tests.support.pictures import picture

MOVES = [
    Move(side, outward, by) for side in ("left", "right") for outward in (True, False) for by in By
]
RIGHT_OUT, RIGHT_IN = Move("right", True, By.WORD), Move("right", False, By.WORD)
LEFT_OUT, LEFT_IN = Move("left", True, By.WORD), Move("left", False, By.WORD)
RIGHT_OUT_1, RIGHT_IN_1 = Move("right", True, By.CHARACTER), Move("right", False, By.CHARACTER)
LEFT_OUT_1, LEFT_IN_1 = Move("left", True, By.CHARACTER), Move("left", False, By.CHARACTER)
RIGHT_OUT_STOP, RIGHT_IN_STOP = Move("right", True, By.STOP), Move("right", False, By.STOP)
LEFT_OUT_STOP, LEFT_IN_STOP = Move("left", True, By.STOP), Move("left", False, By.STOP)


def after(source: str, *moves: Move, role: Role | None = None) -> str | None:
    """The words of the first annotation of a picture after some steps; None where one fails."""
    drawn = picture(source)
    one = drawn.annotations[0]
    wanted = role or (Role.MENTION if one.layer is Layer.ENTITY else Role.CONTENT)
    for move in moves:
        parts = moved(drawn.text, one, move, role=role)
        if parts is None:
            return None
        one = Annotation(1, 1, one.layer, one.label, parts)
    spans = one.spans(wanted)
    return drawn.text[spans[0].start : spans[-1].end]


@pytest.mark.parametrize(
    ("source", "moves", "words"),
    [
        ("The old [Grain Board:ORG] met.", [RIGHT_OUT], "Grain Board met"),
        ("The old [Grain Board:ORG] met.", [RIGHT_IN], "Grain"),
        ("The old [Grain Board:ORG] met.", [LEFT_OUT], "old Grain Board"),
        ("The old [Grain Board:ORG] met.", [LEFT_OUT, LEFT_OUT], "The old Grain Board"),
        ("The old [Grain Board:ORG] met.", [LEFT_IN], "Board"),
        ("The [Boards:ORG]' men", [RIGHT_IN_1], "Board"),
        ("The [Board:ORG]s met", [RIGHT_OUT_1], "Boards"),
        ("The s[Board:ORG] met", [LEFT_OUT_1], "sBoard"),
        ("The [sBoard:ORG] met", [LEFT_IN_1], "Board"),
        ("A [Velm\nPort:GPE] b", [RIGHT_IN], "Velm"),
    ],
)
def test_that_a_step_takes_a_word_or_a_character(
    source: str, moves: list[Move], words: str
) -> None:
    assert after(source, *moves) == words


def test_that_a_character_is_what_a_reader_takes_for_one() -> None:
    assert after("[Osmo:PERSON]👩‍🚒 ran", RIGHT_OUT_1) == "Osmo👩‍🚒"
    assert after("[Osmo👩‍🚒:PERSON] ran", RIGHT_IN_1) == "Osmo"
    assert after("[Cafe\u0301:ORG] shut", RIGHT_IN_1) == "Caf"


def test_that_moving_in_leaves_no_white_space_at_the_edge() -> None:
    assert after("The [Grain B:ORG] met", RIGHT_IN_1) == "Grain"
    assert after("The [a Grain:ORG] met", LEFT_IN_1) == "Grain"


@pytest.mark.parametrize("move", [RIGHT_IN, LEFT_IN, RIGHT_IN_1, LEFT_IN_1])
def test_that_nothing_is_ever_left_empty(move: Move) -> None:
    assert after("[a:ORG] b", move) is None


@pytest.mark.parametrize("move", [RIGHT_OUT, LEFT_OUT, RIGHT_OUT_1, LEFT_OUT_1])
def test_that_no_edge_leaves_the_text(move: Move) -> None:
    assert after("[all of it:ORG]", move) is None


@pytest.mark.parametrize(
    ("source", "moves", "words"),
    [
        ("The old [Grain:ORG] Board met in Velm.", [RIGHT_OUT_STOP], "Grain Board"),
        ("The [Grain Board met in:ORG] Velm.", [RIGHT_IN_STOP], "Grain Board met"),
        ("The [Ministry:ORG] of Defence said", [RIGHT_OUT_STOP], "Ministry of Defence"),
        ("Mr. Osmo [Vale:PERSON] left", [LEFT_OUT_STOP], "Mr. Osmo Vale"),
        ("He left, said [the old Grain Board:ORG].", [LEFT_IN_STOP], "old Grain Board"),
        ("He <said:cue> {it:hope} would rain soon.", [RIGHT_OUT_STOP], "it would rain soon"),
        ("<He:source> <said:cue>: “{we will wait:promise}.”", [LEFT_OUT_STOP], "“we will wait"),
        ("<He:source> <said:cue>: “{we will wait:promise}.”", [RIGHT_OUT_STOP], "we will wait.”"),
        ("“{Grain:hope}, he <said:cue>, is dear.”", [RIGHT_OUT_STOP], "Grain, he said"),
        ("One line\nand <he:source> {another:hope} line", [LEFT_OUT_STOP] * 2, "and he another"),
        ("[Ilse:PERSON] 🙂 waved", [RIGHT_OUT_STOP], "Ilse 🙂 waved"),
        ("大臣は「[行:ORG]く」と", [RIGHT_OUT_STOP, RIGHT_OUT_STOP], "行く」"),
    ],
)
def test_that_a_step_goes_to_a_plausible_stop(source: str, moves: list[Move], words: str) -> None:
    assert after(source, *moves) == words


def test_that_edges_of_others_are_stops_unless_they_are_rejected() -> None:
    drawn = picture("[green [tea:PRODUCT?]:PRODUCT?] [leaves:PRODUCT-] dried slowly")
    one = drawn.annotations[1]
    ends = edges_of(drawn.annotations, "end", but=one)
    assert ends == {9}
    assert edges_of(drawn.annotations, "start", but=one) == {0}
    assert moved(drawn.text, one, LEFT_OUT_STOP, known={0}) == entity_parts(0, 9)


@pytest.mark.parametrize("move", [RIGHT_IN_STOP, LEFT_IN_STOP])
def test_that_an_edge_stays_where_there_is_no_stop_within(move: Move) -> None:
    assert after("The [Grain Board:ORG] met", move) is None


def test_that_the_content_moves_in_a_claim_unless_another_part_is_in_edit() -> None:
    source = "The <mayor:source> <denied:cue> {a strike:denial} there."
    assert after(source, RIGHT_OUT) == "a strike there"
    assert after(source, LEFT_OUT, role=Role.SOURCE) == "The mayor"
    assert after(source, RIGHT_OUT, role=Role.MEDIUM) is None


def test_that_of_several_spans_the_outer_edges_move() -> None:
    parts = (Part(Role.CONTENT, 0, 3), Part(Role.CUE, 4, 8), Part(Role.CONTENT, 9, 12))
    claim = Annotation(1, 1, Layer.CLAIM, "assertion", parts)
    text = "aaa said bbb ccc"
    assert moved(text, claim, RIGHT_OUT) == (*parts[:2], Part(Role.CONTENT, 9, 16))
    assert moved(text, claim, LEFT_IN) is None


@given(st.text(alphabet="ab \n.🙂é\u0301👩\u200d🚒", min_size=1, max_size=20), st.data())
def test_that_every_step_stays_in_the_text_and_covers_something(
    text: str, data: st.DataObject
) -> None:
    places = [0]
    while places[-1] < len(text):
        places.append(next_character(text, places[-1], 1))
    start, end = sorted(data.draw(st.sets(st.sampled_from(places), min_size=2, max_size=2)))
    one = Annotation(1, 1, Layer.ENTITY, "ORG", entity_parts(start, end))
    for move in MOVES:
        parts = moved(text, one, move)
        if parts is None:
            continue
        ((_role, left, right),) = parts
        assert 0 <= left < right <= len(text)
        assert (left, right) != (start, end)
        grown = right - left - (end - start)
        assert grown > 0 if move.outward else grown < 0
