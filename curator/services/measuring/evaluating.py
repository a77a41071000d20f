"""Evaluate: what machines suggested in a project against gold from a file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.document import DocumentView
from curator.domain.learning.calibration import Reliability, reliability
from curator.domain.measuring.claim_scoring import ClaimScores, ReadClaim, Words, pairs
from curator.domain.measuring.scoring import EntityScores, Mention, ReadPolicy
from curator.domain.scheme import Scheme
from curator.services.measuring.gold import Gold, GoldDocument
from curator.store import candidates, documents, schemes
from curator.store.project import Project
from curator.store.transaction import Tx

BLIND = "blind"
"""Why a blind document's suggestion is a candidate; its machine suggests it all the same."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion as it was first shown, before anybody decided on it.

    Attributes:
        annotation: with label, parts and attributes as the machine had them.
        confidence: 0–1, as of its writing.
    """

    annotation: Annotation
    confidence: float

    @property
    def mention(self) -> Mention:
        """Its place and label (entities)."""
        return Mention(self.annotation.start, self.annotation.end, self.annotation.label)


@dataclass(slots=True)
class Scores:
    """Suggestions of some documents against gold, as they are counted in.

    Attributes:
        policy: how labels and edges are read.
        labels: entity labels that count, as they are read.
        entities: scores of entities.
        claims: scores of claims.
        outcomes: confidence and whether it was right, by layer. An entity is right with its edges
            and its label, a claim when its cue is paired with gold's.
    """

    policy: ReadPolicy
    labels: frozenset[str]
    entities: EntityScores = field(default_factory=EntityScores)
    claims: ClaimScores = field(default_factory=ClaimScores)
    outcomes: dict[Layer, list[tuple[float, bool]]] = field(default_factory=dict)

    @classmethod
    def of(cls, gold: Gold, policy: ReadPolicy) -> Scores:
        """Return empty scores for a gold file."""
        return cls(policy, frozenset(policy.label(name) for name in gold.labels))

    def add(self, gold: GoldDocument, shown: Sequence[Shown]) -> None:
        """Count one document in, in the layers that it has gold for."""
        if Layer.ENTITY in gold.layers:
            self._add_entities(gold, shown)
        if Layer.CLAIM in gold.layers:
            self._add_claims(gold, shown)

    def _add_entities(self, gold: GoldDocument, shown: Sequence[Shown]) -> None:
        best: dict[Mention, float] = {}
        for one in shown:
            if one.annotation.layer is not Layer.ENTITY:
                continue
            mention = self.policy.mention(gold.text, one.mention)
            if mention.label not in self.labels:
                self.entities.left_out += 1
            else:
                best[mention] = max(one.confidence, best.get(mention, 0.0))
        wanted = {self.policy.mention(gold.text, one) for one in gold.entities}
        self.entities.add(best.keys(), wanted)
        outcomes = self.outcomes.setdefault(Layer.ENTITY, [])
        outcomes += [(best[one], one in wanted) for one in sorted(best)]

    def _add_claims(self, gold: GoldDocument, shown: Sequence[Shown]) -> None:
        words = Words(gold.text)
        claims = [one for one in shown if one.annotation.layer is Layer.CLAIM]
        found = [(read_claim(words, one.annotation), one.confidence) for one in claims]
        mine = [(claim, confidence) for claim, confidence in found if claim is not None]
        suggested, wanted = [claim for claim, _ in mine], gold_claims(words, gold)
        self.claims.add(suggested, wanted)
        right = {place for place, _ in pairs(suggested, wanted, by="cue")}
        outcomes = self.outcomes.setdefault(Layer.CLAIM, [])
        outcomes += [
            (confidence, place in right) for place, (_claim, confidence) in enumerate(mine)
        ]


def read_claim(words: Words, claim: Annotation) -> ReadClaim | None:
    """Return a suggested claim as it is compared."""
    return words.read(claim.parts, label=claim.label, attributes=claim.attributes)


def gold_claims(words: Words, gold: GoldDocument) -> list[ReadClaim]:
    """Return the claims of gold as they are compared, those without words of content left out."""
    read = (
        words.read(one.parts, label=one.label, attributes=one.attributes) for one in gold.claims
    )
    return [one for one in read if one is not None]


def calibration(outcomes: dict[Layer, list[tuple[float, bool]]]) -> dict[str, Any]:
    """Return what confidence was worth as a plain value: over all layers, and layer by layer."""
    every = [pair for layer in Layer for pair in outcomes.get(layer, [])]
    whole = plain_reliability(reliability(every))
    layers = {
        layer.value: plain_reliability(reliability(outcomes[layer]))
        for layer in Layer
        if layer in outcomes
    }
    return {**whole, "layers": layers}


@dataclass(slots=True)
class Evaluation:
    """What an evaluation came to.

    Attributes:
        scores: what was counted.
        layers: those that both sides have.
        documents: how many were compared.
        missing: ids of gold documents that the project does not have.
        other_text: ids of those that it has with another text; they are not compared.
        extra: how many documents of the project are not in the gold.
        blind: how many of those compared are blind and were not shown suggestions.
        left_out: what could not be read of the gold, in words.
    """

    scores: Scores
    layers: tuple[Layer, ...] = ()
    documents: int = 0
    missing: list[str] = field(default_factory=list)
    other_text: list[str] = field(default_factory=list)
    extra: int = 0
    blind: int = 0
    left_out: list[str] = field(default_factory=list)

    def add(self, gold: GoldDocument, view: DocumentView, shown: Sequence[Shown]) -> None:
        """Count a document in."""
        self.scores.add(gold, shown)
        self.documents += 1
        self.blind += any(state.blind for state in view.layers.values())

    def plain(self) -> dict[str, Any]:
        """Return it as a plain value."""
        scores = self.scores
        result: dict[str, Any] = {
            "documents": self.documents,
            "missing": self.missing,
            "other_text": self.other_text,
            "extra": self.extra,
            "blind": self.blind,
            "left_out": self.left_out,
            "merge_places": scores.policy.merge_places,
            "ignore_articles": scores.policy.ignore_articles,
        }
        if Layer.ENTITY in self.layers:
            result["entities"] = {"labels": sorted(scores.labels), **scores.entities.plain()}
        if Layer.CLAIM in self.layers:
            result["claims"] = scores.claims.plain()
        return {**result, "calibration": calibration(scores.outcomes)}


def evaluate(
    project: Project,
    gold: Gold,
    *,
    policy: ReadPolicy | None = None,
    accepted: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Evaluation:
    """Compare what was suggested, as it was first shown, with gold.

    Documents are matched by the sender's id, else by their text. A corrected suggestion counts as
    it was proposed, and a rejected one; what a person added does not, nor does a candidate, unless
    its document is blind and its confidence reaches the threshold.

    Args:
        project: to read.
        gold: what should be there.
        policy: how labels and edges are read; the default one unless given.
        accepted: compare what is accepted instead, whoever found it.
        progress: is told how many documents of how many are done.
    """
    found = Evaluation(Scores.of(gold, policy or ReadPolicy()), left_out=gold.left_out)
    with project.read() as tx:
        scheme = schemes.current(tx)
        found.layers = tuple(layer for layer in gold.layers if layer in scheme.layers)
        own = set(documents.shown_ids(tx))
        for done, one in enumerate(gold.documents, start=1):
            number = _number(tx, one, own)
            own.discard(number or 0)
            if number is None:
                found.missing.append(one.id)
            elif documents.text(tx, number)[1] != one.item.digest:
                found.other_text.append(one.id)
            else:
                view = documents.view(tx, number)
                shown = _accepted(view) if accepted else _suggested(tx, view, scheme)
                found.add(one, view, shown)
            progress(done, len(gold.documents))
        found.extra = len(own)
    return found


def first_shown(view: DocumentView, scheme: Scheme, hidden: Collection[int]) -> list[Shown]:
    """Return what a machine suggested in a document, as it was before any decision.

    Args:
        view: the document.
        scheme: with the thresholds that candidates of a blind document must reach.
        hidden: annotations that were candidates before somebody decided on them.
    """
    found = [_proposed(one) for one in view.annotations if not one.by_hand and one.id not in hidden]
    for candidate in view.candidates:
        held = candidate.annotation
        from_here = scheme.layer(held.layer).shown_from
        if candidate.why == BLIND and confidence_of(held) >= from_here:
            found.append(held)
    return [Shown(one, confidence_of(one)) for one in found]


def confidence_of(annotation: Annotation) -> float:
    """Return the confidence that an annotation is shown with, 0–1: else its score, else 1."""
    known = (annotation.confidence, annotation.score, 1.0)
    return next(value for value in known if value is not None)


def plain_reliability(found: Reliability) -> dict[str, Any]:
    """Return what confidence was worth as a plain value."""
    return {
        "ece": found.ece,
        "auc": found.auc,
        "n": found.n,
        "bins": [asdict(one) for one in found.bins],
    }


def _proposed(one: Annotation) -> Annotation:
    first = one.proposed
    if first is None:
        return one
    return replace(one, label=first.label, parts=first.parts, attributes=first.attributes)


def _suggested(tx: Tx, view: DocumentView, scheme: Scheme) -> list[Shown]:
    return first_shown(view, scheme, candidates.promoted_in(tx, view.id, but=BLIND))


def _accepted(view: DocumentView) -> list[Shown]:
    return [Shown(one, 1.0) for one in view.annotations if one.state is State.ACCEPTED]


def _number(tx: Tx, gold: GoldDocument, own: Collection[int]) -> int | None:
    """Return the document that gold is about: of this id, else with this text."""
    known = documents.known(tx, [gold.id]).get(gold.id)
    if known is not None and known[0] in own:
        return known[0]
    twin = documents.with_digest(tx, gold.item.digest)
    if twin is None:
        return None
    number = documents.known(tx, [twin])[twin][0]
    return number if number in own else None
