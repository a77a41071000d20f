"""The worklist is gone through in the order of the queue, and round."""

from __future__ import annotations

from dataclasses import replace

from curator.domain.annotation import Layer, State
from curator.domain.second_looks import SecondLook, Worklist

_ONE = SecondLook(1, 1, 7, "Title", Layer.ENTITY, "ORG", 5, "SSS", State.ACCEPTED, looked=False)
LIST = Worklist(
    (
        _ONE,
        replace(_ONE, annotation_id=2, start=9, looked=True),
        replace(_ONE, annotation_id=3, start=20),
        replace(_ONE, annotation_id=4, document_id=3, start=0),
    )
)


def gone_to(*where: int) -> int:
    found = LIST.after(*where)
    assert found is not None
    return found.annotation_id


def test_that_the_list_counts_what_was_looked_at() -> None:
    assert ([one.annotation_id for one in LIST.left], LIST.looked) == ([1, 3, 4], 1)


def test_that_one_goes_on_in_the_document_then_to_the_next_and_round() -> None:
    assert gone_to(0, 0, 0) == 1
    assert gone_to(7, 5, 1) == 3
    assert gone_to(7, 20, 3) == 4
    assert gone_to(3, 0, 4) == 1
    assert gone_to(7, 0, 0) == 1


def test_that_an_empty_list_leads_nowhere() -> None:
    assert Worklist().after(0, 0, 0) is None
