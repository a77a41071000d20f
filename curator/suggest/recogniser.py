"""The pipeline's own named entities, each with the probability of the transitions behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import EntityRecognizer

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span

_KEY = "curator.confidence"


def confidence_of(entity: Span, *, unknown: float) -> float:
    """Return the confidence that `Recogniser` noted for an entity of a document.

    Args:
        entity: one of ``doc.ents``.
        unknown: for an entity that another component found.

    Returns:
        The product of the softmax shares of its transitions, 0–1.
    """
    noted: dict[tuple[int, int], float] = entity.doc.user_data.get(_KEY, {})
    return noted.get((entity.start, entity.end), unknown)


@dataclass(frozen=True, slots=True)
class _Step:
    """A transition inside an entity: the token, where the entity began, and what was done."""

    doc: int
    token: int
    start: int
    action: int


class _Keeper:
    """Stands in for the model during one parse, so that its forward pass can be used again."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.state_to_vector: Any = None
        self.vector_to_scores: Any = None

    def predict(self, docs: list[Doc]) -> Any:
        step = self.model.predict(docs)
        self.state_to_vector, self.vector_to_scores = step.state2vec, step.vec2scores
        return step

    def __getattr__(self, name: str) -> Any:
        return getattr(self.model, name)


class Recogniser:
    """Runs a greedy named entity recogniser once, and tells how sure each entity is.

    spaCy's parse runs as it is; the states inside entities are scored once more from the same
    forward pass, all at once, because the parse itself keeps no scores. The confidence is the
    softmax over the valid transitions, multiplied over the entity's tokens.
    """

    def __init__(self, component: EntityRecognizer) -> None:
        """Prepare the masks of valid transitions.

        Args:
            component: a recogniser of beam width 1, see `usable`.
        """
        self._component: Any = component
        moves = self._component.moves
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        parts = [name.partition("-") for name in names]
        self._action = {name: number for number, name in enumerate(names)}
        seen = np.ones(len(names), dtype=np.bool_)
        seen[sorted(component.model.attrs.get("unseen_classes", ()))] = False
        self._out = np.array([kind == "O" for kind, _, _ in parts])
        self._begin = np.array([kind == "B" and bool(label) for kind, _, label in parts])
        unit = np.array([kind == "U" and bool(label) for kind, _, label in parts])
        self._open = self._out | (self._begin | unit) & seen
        self._in = np.array([kind == "I" for kind, _, _ in parts])
        inside = {label for kind, _, label in parts if kind == "I"}
        self._inside = {
            name: seen
            & np.array([kind in ("I", "L") and label == name for kind, _, label in parts])
            for name in inside
        }

    @staticmethod
    def usable(component: Any) -> bool:
        """Whether a component is a recogniser whose parse can be followed."""
        return isinstance(component, EntityRecognizer) and component.cfg.get("beam_width", 1) == 1

    def __call__(self, docs: list[Doc]) -> None:
        """Set the entities of documents and note their confidence."""
        keeper = _Keeper(self._component.model)
        self._component.model = keeper
        try:
            states = self._component.predict(docs)
        finally:
            self._component.model = keeper.model
        self._component.set_annotations(docs, states)
        if keeper.state_to_vector is not None:
            self._note(docs, keeper)

    def _note(self, docs: list[Doc], keeper: _Keeper) -> None:
        steps = [step for number, doc in enumerate(docs) for step in self._steps(number, doc)]
        if not steps:
            return
        vectors = keeper.state_to_vector.predict(self._features(docs, steps, keeper))
        scores = keeper.vector_to_scores.predict(vectors) if keeper.vector_to_scores else vectors
        shares = self._shares(docs, steps, np.asarray(scores, dtype=np.float64))
        products: list[dict[int, float]] = [{} for _ in docs]
        for step, share in zip(steps, shares, strict=True):
            product = products[step.doc]
            product[step.start] = product.get(step.start, 1.0) * float(share)
        for doc, product in zip(docs, products, strict=True):
            doc.user_data[_KEY] = {
                (entity.start, entity.end): product[entity.start]
                for entity in doc.ents
                if entity.start in product
            }

    def _steps(self, number: int, doc: Doc) -> list[_Step]:
        steps = []
        for entity in doc.ents:
            label, last = entity.label_, entity.end - 1
            if label not in self._inside:
                continue
            for token in range(entity.start, entity.end):
                if entity.start == last:
                    kind = "U"
                else:
                    kind = "B" if token == entity.start else "L" if token == last else "I"
                steps.append(_Step(number, token, entity.start, self._action[f"{kind}-{label}"]))
        return steps

    @staticmethod
    def _features(docs: list[Doc], steps: list[_Step], keeper: _Keeper) -> NDArray[np.int32]:
        """The rows of the batch that each state looks at, as in spaCy's `set_context_tokens`.

        Of three features: the token, the first and the last token of the open entity; of six: the
        token and the first five of the open entity. -1 stands for none.
        """
        width = keeper.state_to_vector.nF
        offsets = np.cumsum([0, *(len(doc) for doc in docs)])
        ids = np.full((len(steps), width), -1, dtype=np.int32)
        for row, step in enumerate(steps):
            offset = int(offsets[step.doc])
            ids[row, 0] = offset + step.token
            if step.token > step.start and width == 3:
                ids[row, 1:] = offset + step.start, offset + step.token - 1
            elif step.token > step.start:
                seen = range(step.start, min(step.token, step.start + width - 1))
                ids[row, 1 : 1 + len(seen)] = [offset + token for token in seen]
        return ids

    def _shares(
        self, docs: list[Doc], steps: list[_Step], scores: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """The share of each taken transition among the valid ones."""
        valid = np.array([self._valid(docs[step.doc], step) for step in steps])
        masked = np.where(valid, scores, -np.inf)
        weights = np.exp(masked - masked.max(axis=1, keepdims=True))
        rows = np.arange(len(steps))
        taken: NDArray[np.float64] = weights[rows, [step.action for step in steps]]
        shares: NDArray[np.float64] = taken / weights.sum(axis=1)
        return shares

    def _valid(self, doc: Doc, step: _Step) -> NDArray[np.bool_]:
        """Which transitions spaCy allows: no entity over the end or over a known sentence start."""
        after = step.token + 1
        at_end = after == len(doc) or doc[after].is_sent_start is True
        if step.token == step.start:
            valid, beyond = self._open, self._begin
        else:
            valid, beyond = self._inside[doc[step.start].ent_type_], self._in
        within: NDArray[np.bool_] = valid & ~beyond
        return within if at_end else valid
