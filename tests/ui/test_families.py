"""A new label takes the free colour that looks farthest from those in use."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer
from curator.ui import tokens
from curator.ui.colour import distance
from curator.ui.families import families, next_family


def nearest(one: str, others: list[str]) -> float:
    return min(
        distance(theme.strong(one), theme.strong(other))
        for theme in map(tokens.theme, tokens.THEMES)
        for other in others
    )


@pytest.mark.parametrize("used", [["ORG"], ["PERSON", "ORG", "GPE"], ["LAW", "UNIT"] * 2])
def test_that_no_other_free_colour_is_farther(used: list[str]) -> None:
    chosen = next_family(Layer.ENTITY, used)
    free = [one for one in families(Layer.ENTITY) if one not in used]
    assert chosen in free
    assert nearest(chosen, used) == max(nearest(one, used) for one in free)


def test_that_the_first_label_takes_the_first_colour() -> None:
    assert next_family(Layer.ENTITY, []) == "PERSON"
    assert next_family(Layer.CLAIM, ["grey"]) == "assertion"


def test_that_a_colour_is_shared_where_none_is_free() -> None:
    used = [*families(Layer.CLAIM), *families(Layer.CLAIM)[:9]]
    assert next_family(Layer.CLAIM, used) == families(Layer.CLAIM)[9]
