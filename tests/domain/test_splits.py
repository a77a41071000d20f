"""Parts by shares and seed: where a story falls hangs on nothing else."""

from __future__ import annotations

from collections import Counter

import pytest

from curator.domain.faults import Fault
from curator.domain.splits import PARTS, Split, split_of


def test_that_shares_are_kept_within_what_dice_do() -> None:
    split = split_of("80/10/10", seed="7")
    found = Counter(split.part(f"story {number}") for number in range(5000))
    assert {name: round(found[name] / 5000, 1) for name in PARTS} == {
        "train": 0.8, "dev": 0.1, "test": 0.1,
    }  # fmt: skip


def test_that_another_seed_throws_other_dice() -> None:
    drawn = [
        [split_of("1/1/1", seed=seed).part(str(number)) for number in range(50)]
        for seed in ("1", "1", "2")
    ]
    assert drawn[0] == drawn[1] != drawn[2]


def test_that_a_part_without_a_share_gets_nothing() -> None:
    split = split_of("9/0/1")
    assert split.parts == ("train", "test")
    assert {split.part(str(number)) for number in range(200)} == {"train", "test"}


@pytest.mark.parametrize("given", ["", "80", "80/20", "0/0/0", "a/b/c", "-1/1/1", "1/1/1/1"])
def test_that_what_is_no_split_is_refused(given: str) -> None:
    with pytest.raises(Fault) as raised:
        split_of(given)
    assert raised.value.code == "export.split"


def test_that_a_split_comes_back_from_its_plain_value() -> None:
    split = Split((70, 20, 10), "seven")
    plain = split.plain()
    assert split_of(plain["shares"], seed=plain["seed"]) == split
