"""What a suggest process is started with: its first frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curator.domain.annotation import Layer


@dataclass(frozen=True, slots=True)
class Setup:
    """What to get ready with.

    Attributes:
        layers: those that will be asked for; none needs no model.
        model: the pipeline, a package or a folder; None for the first that is installed.
        weights: folder of a project's version of the recogniser; None for the pipeline's own.
    """

    layers: tuple[Layer, ...] = tuple(Layer)
    model: str | None = None
    weights: str | None = None


def setup_to_plain(setup: Setup) -> dict[str, Any]:
    """Return it as a frame."""
    return {
        "kind": "setup",
        "layers": [layer.value for layer in setup.layers],
        "model": setup.model,
        "weights": setup.weights,
    }


def setup_from_plain(plain: Mapping[str, Any]) -> Setup:
    """Read what `setup_to_plain` wrote."""
    layers = tuple(Layer(name) for name in plain["layers"])
    return Setup(layers, plain.get("model"), plain.get("weights"))
