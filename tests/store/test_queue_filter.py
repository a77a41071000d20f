"""The words of the filter box leave the documents that they describe; orders are gone through."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Verdict
from curator.domain.queue import Order, QueueFilter, Which
from curator.services import closing, deciding, reading
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import findings, listed, take

BOTH = (Layer.ENTITY, Layer.CLAIM)


@pytest.fixture(autouse=True)
def documents(project: Project) -> None:
    """Two batches: documents 1 to 3, then 4 and 5."""
    take(
        project,
        record("harbour", "The [Swan:PERSON?] left [the quay:GPE?]", title="of ships",
               meta={"agency": "Sill Radio", "date": "2024-03-31"}),
        record("valley", "Snow fell on [Kolm:GPE?]", title="Answer",
               meta={"agency": "AZ", "date": "2024-06-30T23:59"}),
        record("ridge", "The convoy left the ridge", title="Ridges"),
        batch="weeks of May",
    )  # fmt: skip
    take(
        project,
        record("quay", "Ana saw the [quay:LOC!]", meta={"date": "2024-07-01"}),
        record("dam", "It <holds:cue> {the river:assertion?}", meta={"date": "2023-12-31"}),
        batch="June",
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("label:GPE", [1, 2]),
        ("label:gpe label:PERSON", [1]),
        ("label:LOC,PERSON", [4, 1]),
        ("-label:GPE", [4, 5, 3]),
        ("label:assertion", [5]),
        ('batch:"weeks of"', [1, 2, 3]),
        ("batch:june", [4, 5]),
        ("-batch:june quay", [1]),
        ("batch:100%", []),
        ("source:sill", [1]),
        ("date:2024", [4, 1, 2]),
        ("date:2024-03..2024-06", [1, 2]),
        ("date:2024-03-31", [1]),
        ("date:..2024-03", [5, 1]),
        ("date:2024-07..", [4]),
        ("date:none", [3]),
        ("-date:none", [4, 5, 1, 2]),
        ("entities:left", [1, 2]),
        ("claims:left", [5]),
        ("entities:unseen", [4, 5, 1, 2, 3]),
        ("claims:open,done -quay", [5, 2, 3]),
        ('"the quay"', [4, 1]),
        ('"quay the"', []),
        ("quay -Ana", [1]),
        ("left label:GPE", [1]),
        ("flag:", []),
        ("story:", []),
        ("flag:no", [4, 5, 1, 2, 3]),
        ("comment:", []),
    ],
)
def test_that_words_leave_what_they_describe(
    project: Project, words: str, expected: list[int]
) -> None:
    assert listed(project, QueueFilter(words=words)) == expected


def test_that_what_is_decided_and_closed_is_filtered_by_at_once(project: Project) -> None:
    deciding.judge(project, 2, Verdict.REJECT)
    assert listed(project, QueueFilter(words="label:GPE")) == [2]
    closing.close(project, 1, [Layer.ENTITY], leftover=State.REJECTED)
    closing.flag(project, 2, flagged=True)
    assert listed(project, QueueFilter(words="entities:done")) == [1]
    assert listed(project, QueueFilter(words="entities:done claims:done")) == []
    assert listed(project, QueueFilter(words="claims:open entities:open")) == [4, 5, 2, 3]
    assert listed(project, QueueFilter(words="flag:")) == [2]
    assert findings(project) == []


def test_that_a_blind_document_is_not_found_by_what_it_hides(project: Project) -> None:
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document_layer SET blind = 1 WHERE document_id = 1")
        tx.touched.add(1)
    assert listed(project, QueueFilter(words="label:PERSON,GPE")) == [2]
    closing.close(project, 1, BOTH, leftover=State.ACCEPTED)
    assert listed(project, QueueFilter(words="label:PERSON,GPE")) == [1, 2]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TITLE, [5, 4, 2, 1, 3]),
        (Order.NEWEST, [4, 5, 2, 1, 3]),
        (Order.OLDEST, [5, 4, 1, 2, 3]),
        (Order.LEFT, [4, 5, 3, 2, 1]),
    ],
)
def test_that_batches_are_ordered_within(
    project: Project, order: Order, expected: list[int]
) -> None:
    assert listed(project, QueueFilter(order=order)) == expected


@pytest.mark.parametrize("order", [Order.IMPORTED, Order.TITLE, Order.NEWEST, Order.OLDEST])
def test_that_the_way_follows_the_list_both_ways_and_passes_over_what_is_closed(
    project: Project, order: Order
) -> None:
    wanted = QueueFilter(order=order)
    closing.close(project, 2, BOTH, leftover=State.REJECTED)
    way = [number for number in listed(project, wanted) if number != 2]
    after = {way[place - 1]: number for place, number in enumerate(way)}
    for here, there in after.items():
        assert reading.neighbour(project, here, forward=True, wanted=wanted) == there
        assert reading.neighbour(project, there, forward=False, wanted=wanted) == here


@pytest.mark.parametrize("order", list(Order))
def test_that_the_way_begins_at_the_top_of_the_list(project: Project, order: Order) -> None:
    wanted = QueueFilter(order=order)
    first = reading.neighbour(project, 0, forward=True, wanted=wanted)
    assert first == listed(project, wanted)[0]


def test_that_the_way_stays_within_the_filter(project: Project) -> None:
    wanted = QueueFilter(words="label:GPE")
    assert reading.neighbour(project, 1, forward=True, wanted=wanted) == 2
    assert reading.neighbour(project, 4, forward=True, wanted=wanted) == 1
    closing.close(project, 2, BOTH, leftover=State.REJECTED)
    assert reading.neighbour(project, 1, forward=True, wanted=wanted) is None
    done = QueueFilter(Which.DONE)
    assert reading.neighbour(project, 1, forward=True, wanted=done) is None


def test_that_the_least_left_comes_first_and_what_was_skipped_last(project: Project) -> None:
    wanted = QueueFilter(order=Order.LEFT)
    reading.skip(project, 3)
    assert reading.neighbour(project, 1, forward=True, wanted=wanted) == 2
    assert listed(project, wanted) == [4, 5, 2, 1, 3]
