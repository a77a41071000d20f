"""A suggestion says what proposed it, and what was decided of its words before."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer
from curator.domain.document import SuggesterRow
from curator.services.reading import History
from curator.ui.inspector.why import decided_before, decided_last, proposed_by

MODEL = {"model": {"name": "en_core_web_md", "version": "3.8.0"}}


@pytest.mark.parametrize(
    ("name", "layer", "recipe", "pattern", "said"),
    [
        ("entities", Layer.ENTITY, MODEL, "model", "en_core_web_md 3.8.0"),
        ("entities", Layer.ENTITY, MODEL, "dateline", "en_core_web_md 3.8.0, dateline"),
        ("entities", Layer.ENTITY, MODEL, "model, x", "en_core_web_md 3.8.0, x"),
        ("memory", Layer.ENTITY, {}, "memory", "as it was decided before"),
        ("memory", Layer.ENTITY, {}, "list ports", "in the list ports"),
        ("claims", Layer.CLAIM, {}, "verb of saying", "verb of saying, by claims 1"),
        ("phones", Layer.ENTITY, {}, None, "phones 1"),
    ],
)  # fmt: skip
def test_that_what_proposed_it_is_named(
    name: str, layer: Layer, recipe: dict[str, object], pattern: str | None, said: str
) -> None:
    assert proposed_by(SuggesterRow(1, name, "1", layer, recipe), pattern) == said


def test_that_what_was_decided_before_is_told_with_the_last_place() -> None:
    history = History((("GPE", 7), ("ORG", 1)), 0, 5, ("Ferry sinks", "2025-04-29"))
    assert decided_before(history, "GPE") == "accepted as GPE 7 of 8 times"
    assert decided_last(history) == "last: Ferry sinks, 29 April 2025"
    long = History(last=("Ferry captain blames a drifting buoy", ""))
    assert decided_last(long) == "last: Ferry captain blames a dr…"
    assert decided_last(History()) == ""
    assert decided_before(History((("GPE", 1),), 1), "ORG") == "accepted as ORG 0 of 2 times"
    assert decided_before(History(), "GPE") == "these words are not decided anywhere yet"
