"""The queue: its outline and pages under a filter, its search, and the way from one to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Verdict
from curator.domain.queue import Counts, Order, QueueFilter, Which
from curator.services import closing, deciding, reading, suggesting, undoing
from curator.store import queue_tally
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import answer, findings, listed, make, take

BOTH = (Layer.ENTITY, Layer.CLAIM)


@pytest.fixture(autouse=True)
def acts(project: Project) -> list[int]:
    """Two batches: documents 1 to 3, then 4 and 5."""
    first = take(
        project,
        record("harbour", "The [Swan:PERSON?] left {the quay:other!}", title="Of ships"),
        record("valley", "Snow fell on Ostré", meta={"agency": "AZ", "date": "2025-04-29"}),
        record("ridge", "The convoy left the ridge", title="100% under_score"),
        batch="old",
    )
    second = take(
        project, record("quay", "Ana saw the [quay:GPE!]"), record("dam", "It holds"), batch="new"
    )
    return [first.act, second.act]


def test_that_the_outline_counts_batches_newest_first(project: Project) -> None:
    closing.close(project, 1, BOTH, leftover=None)
    outline = reading.outline(project, QueueFilter())
    assert [(one.name, one.documents, one.done, one.total) for one in outline.batches] == [
        ("new", 2, 0, 2), ("old", 3, 1, 3),
    ]  # fmt: skip
    assert (outline.documents, outline.total, outline.done) == (5, 5, 1)


def test_that_a_filter_leaves_what_it_names(project: Project) -> None:
    closing.close(project, 1, BOTH, leftover=None)
    closing.close(project, 2, [Layer.CLAIM], leftover=None)
    closing.flag(project, 4, flagged=True)
    assert listed(project, QueueFilter()) == [4, 5, 1, 2, 3]
    assert listed(project, QueueFilter(Which.DONE)) == [1]
    assert listed(project, QueueFilter(Which.TO_DO)) == [4, 5, 2, 3]
    assert listed(project, QueueFilter(Which.FLAGGED)) == [4]
    outline = reading.outline(project, QueueFilter(Which.DONE))
    assert [(one.name, one.documents, one.total) for one in outline.batches] == [("old", 1, 3)]
    assert (outline.documents, outline.total) == (1, 5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quay", [4, 1]),
        ("QUAY", [4, 1]),
        ("qua", [4, 1]),
        ("left quay", [1]),
        ("ostre", [2]),
        ("ships", [1]),
        ("Of shi", [1]),
        ("under_score", [3]),
        ("un_er", []),
        ("nothing", []),
        ('"quay" AND (', []),
        ("!?", [4, 5, 1, 2, 3]),
        ("", [4, 5, 1, 2, 3]),
    ],
)
def test_that_words_are_found_in_texts_and_titles(
    project: Project, words: str, expected: list[int]
) -> None:
    assert listed(project, QueueFilter(words=words)) == expected


def test_that_words_and_state_are_filtered_together(project: Project) -> None:
    closing.close(project, 4, BOTH, leftover=None)
    assert listed(project, QueueFilter(Which.TO_DO, "quay")) == [1]


def test_that_a_page_begins_where_it_is_asked_to(project: Project) -> None:
    def ask(offset: int, count: int) -> list[int]:
        found = reading.page(project, QueueFilter(), batch_id=1, offset=offset, count=count)
        return [row.id for row in found]

    assert [ask(0, 2), ask(2, 2), ask(9, 2)] == [[1, 2], [3], []]


def test_that_a_row_shows_what_waits_and_what_is_decided(project: Project) -> None:
    suggesting.keep(project, [answer(project, 1, "The [Swan:PERSON?] left the quay")])
    [row] = reading.rows(project, [1])
    assert row.counts == {Layer.ENTITY: Counts(1, 0), Layer.CLAIM: Counts(0, 1)}
    assert row.waiting == {Layer.CLAIM}
    deciding.judge(project, 1, Verdict.REJECT)
    closing.close(project, 1, [Layer.CLAIM], leftover=State.REJECTED)
    [row] = reading.rows(project, [1])
    assert (row.left, row.decided, row.reviewed) == (0, 2, {Layer.CLAIM})
    assert (row.waiting, row.done, row.blind) == (frozenset(), False, False)


def test_that_a_row_shows_agency_and_date(project: Project) -> None:
    [row] = reading.rows(project, [2])
    assert (row.agency, row.date, row.title) == ("AZ", "2025-04-29", "Valley")


def test_that_the_way_goes_through_open_documents_and_round(project: Project) -> None:
    closing.close(project, 1, BOTH, leftover=None)
    way = {number: reading.neighbour(project, number, forward=True) for number in range(1, 6)}
    assert way == {4: 5, 5: 2, 1: 2, 2: 3, 3: 4}
    back = {number: reading.neighbour(project, number, forward=False) for number in range(1, 6)}
    assert back == {4: 3, 5: 4, 1: 5, 2: 5, 3: 2}


def test_that_there_is_no_next_one_when_it_is_the_last(project: Project) -> None:
    for number in range(2, 6):
        closing.close(project, number, BOTH, leftover=None)
    assert reading.neighbour(project, 1, forward=True) is None
    assert reading.neighbour(project, 3, forward=True) == 1


def test_that_a_withdrawn_batch_is_in_no_list(project: Project, acts: list[int]) -> None:
    undoing.undo(project, act=acts[0])
    assert listed(project, QueueFilter()) == [4, 5]
    assert listed(project, QueueFilter(words="quay")) == [4]
    assert reading.neighbour(project, 5, forward=True) == 4
    outline = reading.outline(project, QueueFilter())
    assert (outline.total, len(outline.batches)) == (2, 1)


def test_that_a_blind_document_says_so(tmp_path: Path) -> None:
    with make(tmp_path / "blind.curator", blind_share=1.0) as project:
        take(project, "Ana left")
        [row] = reading.rows(project, [1])
        assert row.blind


def test_that_the_queue_is_ordered_by_what_saves_or_teaches_most(project: Project) -> None:
    more = "The [Swan:PERSON?] and the [Ana:PERSON?] and the [Heron:PERSON?]"
    take(project, record("sure", more), record("unsure", "The [Swan:PERSON?] left"), batch="newest")
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE annotation SET confidence = 0.9")
        tx.connection.exec_driver_sql(
            "UPDATE annotation SET confidence = 0.5 WHERE document_id = 7"
        )
        tx.touched.update(range(1, 8))
    assert listed(project, QueueFilter(order=Order.SAVING))[:2] == [6, 7]
    assert listed(project, QueueFilter(order=Order.UNCERTAINTY))[:2] == [7, 6]
    assert listed(project, QueueFilter())[:2] == [6, 7]


def test_that_a_skipped_document_comes_back_last(project: Project) -> None:
    drawn = [record(f"d{n}", "The [Swan:PERSON?] left") for n in range(3)]
    take(project, *drawn, batch="newest")
    found = []
    here, saving = 6, QueueFilter(order=Order.SAVING)
    for _ in range(4):
        reading.skip(project, here)
        here = reading.neighbour(project, here, forward=True, wanted=saving) or 0
        found.append(here)
    assert found == [7, 8, 6, 7]
    assert listed(project, QueueFilter(order=Order.SAVING))[:3] == [7, 8, 6]
    assert listed(project, QueueFilter())[:3] == [6, 7, 8]


def test_that_what_is_done_is_not_offered_in_any_order(project: Project) -> None:
    for number in (4, 5):
        closing.close(project, number, BOTH, leftover=State.REJECTED)
    unsure, saving = (QueueFilter(order=one) for one in (Order.UNCERTAINTY, Order.SAVING))
    assert reading.neighbour(project, 5, forward=True, wanted=unsure) in (1, 2, 3)
    for number in (1, 2, 3):
        closing.close(project, number, BOTH, leftover=State.REJECTED)
    assert reading.neighbour(project, 5, forward=True, wanted=saving) is None


def test_that_the_database_counts_how_documents_stand(project: Project) -> None:
    assert stands(project) == {1: 3, 2: 2}
    closing.close(project, 1, BOTH, leftover=None)
    closing.flag(project, 4, flagged=True)
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document SET withdrawn = 1 WHERE id = 5")
    assert stands(project) == {1: 3, 2: 1}
    assert [one.documents for one in reading.outline(project, QueueFilter()).batches] == [1, 3]
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document SET withdrawn = 0, flagged = 1")
        assert queue_tally.wrong(tx) == []
    assert stands(project) == {1: 3, 2: 2}


@pytest.mark.parametrize("words", ["", "label:person", "-entities:open", "flag: batch:new"])
def test_that_counts_leave_what_documents_do(project: Project, words: str) -> None:
    closing.flag(project, 4, flagged=True)
    outline = reading.outline(project, QueueFilter(words=words))
    assert outline.documents == len(listed(project, QueueFilter(words=words)))


def test_that_wrong_counts_of_a_batch_are_found(project: Project) -> None:
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE queue_tally SET documents = 7 WHERE batch_id = 2")
    assert findings(project) == ["check.queue_tally"]
    with project.write() as tx:
        tx.connection.exec_driver_sql("DELETE FROM queue_tally WHERE batch_id = 2")
        assert queue_tally.wrong(tx) == [2]


def stands(project: Project) -> dict[int, int]:
    with project.read() as tx:
        assert queue_tally.wrong(tx) == []
        found = tx.connection.exec_driver_sql(
            "SELECT batch_id, sum(documents) FROM queue_tally GROUP BY 1"
        )
        return {row[0]: row[1] for row in found}
