"""Blind documents: what the machine would have found where nobody saw its suggestions."""

from __future__ import annotations

from typing import Any

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.document import DocumentView
from curator.domain.measuring.claim_scoring import ClaimScores, Words
from curator.domain.measuring.scoring import Mention, Tally
from curator.domain.scheme import Scheme
from curator.services.measuring.evaluating import BLIND, first_shown, read_claim
from curator.store import candidates, documents, schemes, versions
from curator.store.transaction import Tx


def blind_figures(tx: Tx) -> dict[str, Any]:
    """Return precision and recall of the machine in blind documents that are closed.

    Gold made by correcting suggestions inherits what they leave out; only here it does not, so
    these figures are the honest ones. What was decided after closing, with the suggestions in
    sight, counts too.

    Args:
        tx: any transaction.

    Returns:
        By layer, where there are such documents: how many, and precision, recall and F1 with
        their counts; entities by edges and label, claims by frame.
    """
    scheme = schemes.current(tx)
    found: dict[str, Any] = {}
    for layer in scheme.layers:
        numbers = [one.id for one in versions.reviewed(tx, layer) if one.blind]
        if numbers:
            tally = _tally(tx, layer, numbers, scheme)
            found[layer.value] = {"documents": len(numbers), **tally.plain()}
    return found


def _tally(tx: Tx, layer: Layer, numbers: list[int], scheme: Scheme) -> Tally:
    claims, entities = ClaimScores(), Tally()
    for number in numbers:
        view = documents.view(tx, number)
        hidden = candidates.promoted_in(tx, number, but=BLIND)
        shown = [one.annotation for one in first_shown(view, scheme, hidden)]
        given = [one for one in shown if one.layer is layer]
        gold = [one for one in view.annotations if one.layer is layer and _accepted(one)]
        if layer is Layer.ENTITY:
            mine, theirs = {_mention(one) for one in given}, {_mention(one) for one in gold}
            entities.add(len(mine & theirs), len(mine), len(theirs))
        else:
            _add_claims(claims, view, given, gold)
    return entities if layer is Layer.ENTITY else claims.tallies["frame"]


def _add_claims(
    scores: ClaimScores, view: DocumentView, given: list[Annotation], gold: list[Annotation]
) -> None:
    words = Words(view.text)
    mine, theirs = ([read_claim(words, one) for one in some] for some in (given, gold))
    scores.add([one for one in mine if one is not None], [one for one in theirs if one is not None])


def _accepted(one: Annotation) -> bool:
    return one.state is State.ACCEPTED


def _mention(one: Annotation) -> Mention:
    return Mention(one.start, one.end, one.label)
