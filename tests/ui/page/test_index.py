"""The index: what is where, how deep it is nested, on which lane its lines run."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import Annotation, Layer, Role, State, entity_parts, sorted_parts
from curator.ui.page.index import Index, Shown
from tests.ui.page.pictures import picture

EVERYTHING = Shown(rejected=True)


def indexed(drawn: str, shown: Shown = EVERYTHING) -> tuple[Index, list[Annotation]]:
    text, annotations = picture(drawn)
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    index = Index(starts)
    index.show(shown)
    index.fill(annotations)
    return index, annotations


def test_that_the_innermost_comes_first_under_a_character():
    index, _ = indexed("{said [the [Port:GPE?] office:ORG?] here:1.content.assertion?}")
    assert index.at(9) == (2, 1, 3)
    assert index.at(14) == (1, 3)
    assert index.at(0) == (3,)


def test_that_a_claim_is_not_under_the_text_between_its_parts():
    index, _ = indexed("{“We sail”:1.content.assertion?} he {said:1.cue}")
    assert index.at(11) == ()
    assert index.at(14) == (1,)


def test_that_an_addressee_is_there_only_while_its_claim_is_current():
    index, _ = indexed("{told:1.cue} {reporters:1.addressee} {it sails:1.content.assertion?}")
    assert index.at(6) == ()
    index.show(replace(EVERYTHING, current=1))
    assert index.at(6) == (1,)


def test_that_depth_counts_what_an_entity_lies_in():
    index, found = indexed("[a [b [c:GPE?]:ORG?] d:LOC?] [e:GPE?]")
    assert [index.depth(one) for one in found] == [0, 1, 2, 0]


def test_that_of_two_alike_the_newer_is_nested():
    index, found = indexed("[[Port:GPE?]:ORG?]")
    assert [index.depth(one) for one in found] == [0, 1]


def test_that_hidden_rejected_entities_make_no_depth():
    index, found = indexed("[a [b:GPE?]:ORGx]", Shown())
    assert index.depth(found[1]) == 0
    index.show(EVERYTHING)
    assert index.depth(found[1]) == 1


def test_that_the_current_annotation_is_in_view_whatever_its_layer_and_state():
    index, _ = indexed("[Port:GPEx] {it sails:1.content.hope?}", Shown(frozenset({Layer.CLAIM})))
    assert [one.id for one in index.between(0, 0)] == [2]
    index.show(Shown(frozenset({Layer.CLAIM}), current=1))
    assert [one.id for one in index.between(0, 0)] == [1, 2]


def test_that_crossing_is_not_nesting():
    index = Index()
    first = Annotation(1, 1, Layer.ENTITY, "ORG", entity_parts(0, 10))
    second = Annotation(2, 1, Layer.ENTITY, "GPE", entity_parts(5, 14))
    index.fill([first, second])
    assert index.crosses(second)
    assert not index.crosses(first)
    assert index.depth(second) == 0


def test_that_inner_claims_have_the_lane_nearest_the_text():
    index, found = indexed(
        "{He:1.source} {said:1.cue} {she {denied:2.cue} {it:2.content.denial?}"
        ":1.content.assertion?} {so:3.content.hope?}"
    )
    assert [index.lane(one) for one in found] == [1, 0, 0]


def test_that_lanes_close_up_when_an_inner_claim_goes():
    index, found = indexed("{it was {so:2.content.hope?}:1.content.assertion?}\n[Port:GPE?]")
    assert index.lane(found[1]) == 1
    assert index.drop(found[2].id) == {0}
    assert index.lane(found[1]) == 0


def test_that_putting_tells_the_blocks_of_old_and_new():
    index, found = indexed("[Port:GPE?]\nand\nHalden")
    moved = replace(found[0], parts=entity_parts(9, 15))
    assert index.put(moved) == {0, 2}
    assert index.between(0, 1) == []
    assert index.at(10) == (1,)


def test_that_a_vanished_annotation_is_dropped():
    index, found = indexed("[Port:GPE?]")
    assert index.put(replace(found[0], state=State.WITHDRAWN)) == {0}
    assert index.get(1) is None
    assert index.at(0) == ()


def test_that_living_entities_inside_a_rejected_one_are_known():
    index, found = indexed("[ministry of [Osterland:GPE!] [now:DATEx]:ORGx]")
    assert [one.label for one in index.live_inside(found[0])] == ["GPE"]


def test_that_what_lies_far_down_is_found_before_and_after_it_is_indexed():
    found = [
        Annotation(at, 1, Layer.ENTITY, "ORG", entity_parts(at * 9, at * 9 + 12))
        for at in range(1, 400)
    ]
    index = Index(range(0, 4000, 10))
    index.fill(found)
    assert index.drop(399) >= {359, 360}
    index.change([replace(found[396], label="GPE")], [396])
    assert index.at(397 * 9) == (397,)
    again = Index(range(0, 4000, 10))
    again.fill(found)
    assert again.at(300 * 9) == (299, 300)
    assert [one.id for one in again.between(359, 360)] == [398, 399]


SPANS = st.tuples(st.integers(0, 38), st.integers(1, 12)).map(
    lambda at: (at[0], min(at[0] + at[1], 40))
)
STATES = st.sampled_from([State.SUGGESTED, State.ACCEPTED, State.REJECTED, State.WITHDRAWN])


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    identifier, state = draw(st.integers(1, 6)), draw(STATES)
    if draw(st.booleans()):
        parts = entity_parts(*draw(SPANS))
        return Annotation(identifier, 1, Layer.ENTITY, "ORG", parts, state=state)
    parts = sorted_parts({Role.CONTENT: [draw(SPANS)], Role.CUE: [draw(SPANS)]})
    return Annotation(identifier, 1, Layer.CLAIM, "hope", parts, state=state)


@given(st.lists(annotations(), max_size=8), st.lists(annotations(), max_size=8), st.data())
def test_that_many_changes_at_once_come_to_what_they_come_to_one_by_one(before, after, data):
    gone = data.draw(st.sets(st.integers(1, 6), max_size=3))
    starts = (0, 7, 8, 21, 33)
    once, singly = Index(starts), Index(starts)
    for index in (once, singly):
        index.fill(before)
    for one in once.between(0, 4):
        _ = once.lane(one) if one.layer is Layer.CLAIM else once.depth(one)
    once.change(after, gone)
    for number in gone:
        singly.drop(number)
    for annotation in after:
        singly.put(annotation)
    assert once.between(0, 4) == singly.between(0, 4)
    for one in once.between(0, 4):
        measure = Index.lane if one.layer is Layer.CLAIM else Index.depth
        assert measure(once, one) == measure(singly, one)
    assert [once.at(offset) for offset in range(40)] == [singly.at(at) for at in range(40)]


@given(st.lists(annotations(), max_size=14))
def test_that_an_index_changed_step_by_step_equals_one_filled_at_once(steps):
    starts = (0, 7, 8, 21, 33)
    index, last = Index(starts), {}
    for annotation in steps:
        index.put(annotation)
        last[annotation.id] = annotation
        for one in index.between(0, 4):
            _ = index.lane(one) if one.layer is Layer.CLAIM else index.depth(one)
    fresh = Index(starts)
    fresh.fill(last.values())
    seen = fresh.between(0, 4)
    assert index.between(0, 4) == seen
    for one in seen:
        measure = Index.lane if one.layer is Layer.CLAIM else Index.depth
        assert measure(index, one) == measure(fresh, one)
    assert [index.at(offset) for offset in range(40)] == [fresh.at(at) for at in range(40)]
