"""Thousands of changes at once are taken turn by turn, and come to the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Annotation, Layer, entity_parts
from curator.domain.changes import Changes
from curator.domain.document import DocumentView
from curator.services.projects import read_scheme
from curator.ui.review.arrivals import Arrivals
from curator.ui.review.open_document import OpenDocument

COUNT = 2_000


def entity(number: int, *, sure: float = 0.9, document: int = 1) -> Annotation:
    parts = entity_parts(5 * number, 5 * number + 4)
    return Annotation(number, document, Layer.ENTITY, "ORG", parts, suggester_id=1, confidence=sure)


def opened() -> OpenDocument:
    found = tuple(entity(number) for number in range(COUNT))
    view = DocumentView(
        id=1,
        batch_id=1,
        sender_id="d1",
        title="D1",
        text="word " * COUNT,
        digest="",
        meta={},
        flagged=False,
        layers={},
        annotations=found,
    )
    return OpenDocument(view, read_scheme("everything"), frozenset({Layer.ENTITY}))


class Taker:
    """Takes what is due, as the reviewer does, and counts the turns."""

    def __init__(self) -> None:
        self.document = opened()
        self.arrivals = Arrivals()
        self.arrivals.due.connect(self._take)
        self.turns: list[int] = []

    def _take(self, document: OpenDocument, changes: Changes) -> None:
        if document is self.document:
            self.turns.append(len(changes.annotations) + len(changes.vanished))
            document.take(changes)

    def come(self, changes: Changes) -> None:
        self.arrivals.admit(changes, self.document)

    def confidences(self) -> dict[int, float | None]:
        return {one.id: one.confidence for one in self.document.drawn()}


@pytest.fixture
def taker(qtbot: QtBot) -> Taker:
    return Taker()


def many(sure: float) -> Changes:
    """Half are gone, the others are as sure as said."""
    return Changes(
        documents=frozenset({1}),
        vanished=tuple(range(0, COUNT, 2)),
        annotations=tuple(entity(number, sure=sure) for number in range(1, COUNT, 2)),
    )


def test_that_few_changes_are_taken_at_once(taker: Taker) -> None:
    taker.come(Changes(documents=frozenset({1}), annotations=(entity(7, sure=0.5),)))
    assert taker.turns == [1]
    assert taker.confidences()[7] == 0.5


def test_that_many_are_taken_in_turns_and_come_to_the_same(taker: Taker, qtbot: QtBot) -> None:
    taker.come(many(0.6))
    assert len(taker.turns) == 1
    qtbot.waitUntil(lambda: sum(taker.turns) == COUNT)
    assert max(taker.turns) < COUNT / 4
    whole = opened()
    whole.take(many(0.6))
    assert taker.document.drawn() == whole.drawn()
    assert taker.document.counts() == whole.counts()


def test_that_what_comes_later_counts(taker: Taker, qtbot: QtBot) -> None:
    taker.come(many(0.6))
    last = COUNT - 1
    taker.come(Changes(documents=frozenset({1}), annotations=(entity(last, sure=0.8),)))
    taker.come(Changes(documents=frozenset({1}), vanished=(last - 2,)))
    qtbot.waitUntil(lambda: sum(taker.turns) == COUNT)
    found = taker.confidences()
    assert (found[last], last - 2 in found, found[last - 4]) == (0.8, False, 0.6)
    assert len(found) == COUNT // 2 - 1


def test_that_what_is_kept_of_a_document_is_not_taken_by_the_next(
    taker: Taker, qtbot: QtBot
) -> None:
    taker.come(many(0.6))
    taker.document = opened()
    taker.come(Changes(documents=frozenset({1}), annotations=(entity(3, sure=0.7),)))
    qtbot.waitUntil(lambda: len(taker.turns) == 2)
    qtbot.wait(1)
    assert {number: sure for number, sure in taker.confidences().items() if sure != 0.9} == {3: 0.7}


def test_that_the_first_of_an_act_is_there_at_once(taker: Taker) -> None:
    back = tuple(replace(entity(number, sure=0.95), id=-number) for number in range(2, 900))
    taker.come(replace(many(0.6), returned=back))
    assert len(taker.turns) == 1
    assert taker.confidences()[1] == 0.6
    assert -2 in taker.confidences()


def test_that_candidates_come_in_turns_too(taker: Taker, qtbot: QtBot) -> None:
    back = tuple(replace(entity(number, sure=0.95), id=-number) for number in range(1, 1_000))
    taker.come(Changes(documents=frozenset({1}), returned=back))
    qtbot.waitUntil(lambda: len(taker.document.drawn()) == COUNT + 999)
