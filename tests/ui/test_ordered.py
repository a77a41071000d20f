"""An order of annotations holds under any change what sorting anew would give."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import Annotation, Layer, Role, State, entity_parts, sorted_parts
from curator.ui.inspector.listing import ListModel, Order
from curator.ui.ordered import Ordered
from curator.ui.review.drawn import Drawn

BOTH = frozenset(Layer)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    start, length = draw(st.integers(0, 40)), draw(st.integers(1, 9))
    layer = draw(st.sampled_from(Layer))
    span = (start, start + length)
    claim = sorted_parts({Role.CONTENT: [span], Role.CUE: [(span[1] + 1, span[1] + 3)]})
    return Annotation(
        id=draw(st.integers(1, 12)),
        document_id=1,
        layer=layer,
        label=draw(st.sampled_from(("A", "B"))),
        parts=entity_parts(*span) if layer is Layer.ENTITY else claim,
        state=draw(st.sampled_from((State.SUGGESTED, State.ACCEPTED, State.REJECTED))),
        score=draw(st.sampled_from((0.2, 0.9))),
    )


changes = st.lists(annotations() | st.integers(1, 12), max_size=30)


@given(changes)
def test_that_an_order_is_what_sorting_would_give(steps: list[Annotation | int]) -> None:
    order, known = Ordered(lambda one: one.place), dict[int, Annotation]()
    for step in steps:
        if isinstance(step, int):
            order.drop(step)
            known.pop(step, None)
        else:
            order.put(step)
            known[step.id] = step
        expected = sorted(known.values(), key=lambda one: one.place)
        assert list(order) == expected
        assert [order.row(one.id) for one in expected] == list(range(len(expected)))
    assert order.row(99) == -1


@given(changes, st.sets(st.sampled_from(Layer), min_size=1), st.booleans())
def test_that_what_is_drawn_is_counted_and_gone_through_as_if_counted_anew(
    steps: list[Annotation | int], layers: set[Layer], forward: bool
) -> None:
    drawn, known = Drawn(), dict[int, Annotation]()
    for step in steps:
        if isinstance(step, int):
            drawn.drop(step)
            known.pop(step, None)
        else:
            drawn.put(step)
            known[step.id] = step
    listed = sorted((o for o in known.values() if o.layer in layers), key=lambda o: o.place)
    waiting = [one for one in listed if one.undecided]
    assert drawn.all(layers) == listed
    assert drawn.waiting(layers) == waiting
    assert drawn.counts(layers) == (len(waiting), len(listed))
    assert sum(drawn.label_counts(layers).values()) == sum(
        one.state is not State.REJECTED for one in listed
    )
    for here in listed:
        beyond = [o for o in waiting if (o.place > here.place if forward else o.place < here.place)]
        ends = beyond or waiting
        expected = ends[0 if forward else -1].id if ends else None
        assert drawn.next(layers, here.place, forward=forward) == expected
    found = {one.id for one in drawn.between(5, 20, layers)}
    assert found == {one.id for one in listed if 5 <= one.anchor.start < 20}


def test_that_many_changes_at_once_are_what_they_are_one_by_one() -> None:
    many = [
        Annotation(number, 1, Layer.ENTITY, "A", entity_parts(number, number + 2))
        for number in range(1, 200)
    ]
    model, one_by_one = ListModel(), ListModel()
    gone = [replace(one, state=State.WITHDRAWN) for one in many[:60]]
    model.change(many, ())
    model.change(gone, [one.id for one in many[60:90]])
    for one in (*many, *gone):
        one_by_one.change([one], ())
    for one in many[60:90]:
        one_by_one.change((), [one.id])
    rows = [model.row_of(one.id) for one in many]
    assert rows == [one_by_one.row_of(one.id) for one in many]
    assert rows[90:] == list(range(109))


@given(changes, st.sampled_from(Order))
def test_that_the_list_follows_single_changes(steps: list[Annotation | int], order: Order) -> None:
    model, whole = ListModel(), ListModel()
    for one in (model, whole):
        one.set_order(order)
    known = dict[int, Annotation]()
    for step in steps:
        if isinstance(step, int):
            model.change((), [step])
            known.pop(step, None)
        else:
            model.change([step], ())
            known[step.id] = step
    gone = replace(next(iter(known.values())), state=State.WITHDRAWN) if known else None
    if gone is not None:
        model.change([gone], ())
        del known[gone.id]
    whole.change(known.values(), ())
    assert model.rowCount() == len(known)
    for number in known:
        assert model.row_of(number) == whole.row_of(number)
