"""What is to go out, kept as a plain value and read again."""

from __future__ import annotations

import json

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.faults import Bug, Fault
from curator.domain.gold import GOLD, Fit, Selection, selection_from_plain


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(
            states=frozenset({State.REJECTED, State.SUGGESTED}), documents="all", candidates=True,
            how=frozenset({"key", "bulk"}), fit=Fit("drop", "innermost"), words='batch:"of May"',
            layers=frozenset({Layer.CLAIM}), labels=frozenset({"ORG", "claim:denial"}),
            blind="only", negatives=True,
        ),
        Selection(as_of="2024-05-01", words="war date:2024", masks=True),
    ],
)  # fmt: skip
def test_that_a_selection_comes_back_from_its_plain_value(selection: Selection) -> None:
    assert selection_from_plain(json.loads(json.dumps(selection.plain()))) == selection


def test_that_a_plain_value_says_no_more_than_was_asked_for() -> None:
    assert selection_from_plain({}) == Selection()
    assert "as_of" not in Selection().plain()


def test_that_negatives_and_masks_come_along_with_gold() -> None:
    selection = Selection(negatives=True, masks=True)
    assert selection.gold
    assert selection.wanted == GOLD | {State.REJECTED, State.UNSURE}


def test_that_the_past_is_chosen_by_nothing_that_was_decided_later() -> None:
    with pytest.raises(Fault) as raised:
        Selection(as_of="7", words="batch:May label:ORG")
    assert (raised.value.code, raised.value.facts) == ("export.as_of_words", {"key": "label:"})
    with pytest.raises(Fault, match="as_of_states"):
        Selection(as_of="7", states=frozenset({State.SUGGESTED}))


def test_that_there_is_no_other_choice() -> None:
    with pytest.raises(Bug):
        Selection(blind="perhaps")
