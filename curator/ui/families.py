"""Which colour family a new label takes: the free one that looks farthest from those in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from curator.domain.annotation import Layer
from curator.ui import colour, tokens

GREY = "grey"


def families(layer: Layer) -> tuple[str, ...]:
    """Return the colour families of a layer, in the order in which a scheme takes them."""
    return tuple(tokens.ENTITIES if layer is Layer.ENTITY else tokens.CLAIMS)


def next_family(layer: Layer, used: Iterable[str]) -> str:
    """Return the family for one more label.

    The free family farthest from those in use; where none is free, the farthest of those that the
    fewest labels have. How far two look apart is CIEDE2000 in the theme where they are nearer.

    Args:
        layer: of the label.
        used: families of the layer's labels, as often as labels have them.
    """
    counts = Counter(one for one in used if one in families(layer))
    fewest = min(counts[one] for one in families(layer))
    least = [one for one in families(layer) if counts[one] == fewest]
    others = frozenset(counts)
    return max(least, key=lambda one: _apart(one, others - {one}))


def _apart(one: str, others: Collection[str]) -> float:
    themes = [tokens.theme(name) for name in tokens.THEMES]
    return min(
        (
            colour.distance(theme.strong(one), theme.strong(other))
            for theme in themes
            for other in others
        ),
        default=0.0,
    )
