"""Full collections of garbage are rare while the window works, and nothing else changes."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from curator.ui import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    threshold, on = gc.get_threshold(), gc.isenabled()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()
    if not on:
        gc.disable()


def test_that_young_garbage_is_collected_as_ever_and_a_full_collection_is_rare() -> None:
    young, middle, full = gc.get_threshold()
    gc.disable()
    garbage.settle()
    assert gc.isenabled()
    assert gc.get_threshold()[:2] == (young, middle)
    assert gc.get_threshold()[2] >= 20 * full
    assert gc.get_freeze_count() > 0
