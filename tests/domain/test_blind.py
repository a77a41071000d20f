"""Blind documents are drawn by chance that can be drawn again."""

from __future__ import annotations

import pytest

from curator.domain.blind import is_blind
from curator.domain.canonical import digest_text

DIGESTS = [digest_text(f"document {number}") for number in range(4000)]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.8])
def test_that_about_the_share_that_was_asked_for_is_blind(share: float) -> None:
    drawn = sum(is_blind("seed", digest, share) for digest in DIGESTS) / len(DIGESTS)
    assert drawn == pytest.approx(share, abs=0.025)


@pytest.mark.parametrize(("share", "expected"), [(0.0, 0), (1.0, len(DIGESTS))])
def test_that_none_and_all_are_exact(share: float, expected: int) -> None:
    assert sum(is_blind("seed", digest, share) for digest in DIGESTS) == expected


def test_that_the_same_project_draws_the_same_and_another_one_others() -> None:
    drawn = [[is_blind(seed, one, 0.5) for one in DIGESTS] for seed in ("a", "a", "b")]
    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]


def test_that_a_larger_share_keeps_those_that_were_blind() -> None:
    few = {one for one in DIGESTS if is_blind("seed", one, 0.1)}
    assert few < {one for one in DIGESTS if is_blind("seed", one, 0.2)}
