"""What a simulation was asked for, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.measuring.course import (
    Leg,
    actions_per_annotation,
    edits_per_document,
    steps,
    windows,
)
from curator.domain.measuring.scoring import ReadPolicy
from curator.services.measuring.evaluating import Evaluation, Scores, Shown, calibration
from curator.services.measuring.gold import Gold, GoldDocument


class Learning(StrEnum):
    """What can be learned from decisions."""

    MEMORY = "memory"
    FINETUNE = "finetune"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Wish:
    """How to simulate.

    Attributes:
        learn: what is learned.
        until: so many documents at most; None takes all.
        seed: shuffles the documents and seeds training; None keeps the order of the file.
        policy: how labels and edges are read.
    """

    learn: frozenset[Learning] = frozenset()
    until: int | None = None
    seed: int | None = None
    policy: ReadPolicy = field(default_factory=ReadPolicy)


@dataclass(slots=True)
class Simulated:
    """What is known so far.

    Attributes:
        wish: as it was asked for.
        whole: the gold file.
        gold: its documents in the order of the work.
        model: the pipeline that suggested.
        legs: documents that are worked through.
        shown: suggestions when a document was opened: of the base model, and of what was learned.
        outcomes: confidence just before each decision, and whether the suggestion was right.
        then: the scores of the learned state on the other file.
        failed: documents that a suggester failed on.
    """

    wish: Wish
    whole: Gold
    gold: list[GoldDocument]
    model: str = ""
    legs: list[Leg] = field(default_factory=list)
    shown: dict[str, list[list[Shown]]] = field(default_factory=lambda: {"base": [], "learned": []})
    outcomes: dict[Layer, list[tuple[float, bool]]] = field(default_factory=dict)
    then: Evaluation | None = None

    @property
    def left_out(self) -> list[str]:
        """What could not be read of either file, in words."""
        return self.whole.left_out + (self.then.left_out if self.then else [])

    def scores(self, way: str, first: int = 0, last: int | None = None) -> Scores:
        """Return the scores of suggestions as documents were opened, of a slice of them."""
        scores = Scores.of(self.whole, self.wish.policy)
        stop = len(self.legs) if last is None else last
        for gold, shown in zip(self.gold[first:stop], self.shown[way][first:stop], strict=True):
            scores.add(gold, shown)
        return scores

    def plain(self) -> dict[str, Any]:
        """Return it as a plain value."""
        legs, wish = self.legs, self.wish
        result: dict[str, Any] = {
            "documents": len(legs),
            "annotations": sum(leg.gold for leg in legs),
            "layers": [layer.value for layer in self.whole.layers],
            "learn": sorted(wish.learn),
            "seed": wish.seed,
            "merge_places": wish.policy.merge_places,
            "ignore_articles": wish.policy.ignore_articles,
            "model": self.model,
            "edits_per_document": edits_per_document(legs),
            "actions_per_annotation": actions_per_annotation(legs),
            "learned_as_opened": {
                "edits_per_document": edits_per_document(legs, ("opened",))["opened"],
                "actions_per_annotation": actions_per_annotation(legs, ("opened",))["opened"],
            },
            "steps": {way: steps(legs, way) for way in ("base", "learned", "opened")},
            "f1": self._f1(0, len(legs)),
            "windows": windows(legs, self._f1),
            "calibration": calibration(self.outcomes),
            "per_document": [
                {"id": leg.id, "gold": leg.gold, "version": leg.version}
                | {way: leg.edits(way) for way in ("base", "learned", "opened")}
                for leg in legs
            ],
        }
        return result if self.then is None else {**result, "then": self.then.plain()}

    def _f1(self, first: int, last: int) -> dict[str, Any]:
        """Return exact F1 of entities, frame F1 of claims; of both where gold has both."""
        found: dict[str, Any] = {}
        for way in ("base", "learned"):
            scores = self.scores(way, first, last)
            by_layer = {
                Layer.ENTITY: scores.entities.exact.f1,
                Layer.CLAIM: scores.claims.tallies["frame"].f1,
            }
            layers = self.whole.layers
            found[way] = by_layer[layers[0]]
            if len(layers) > 1:
                found[f"{way}_claims"] = by_layer[Layer.CLAIM]
        return found
