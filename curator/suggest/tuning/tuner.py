"""Teaches a pipeline's named entity recogniser from texts with decided entities."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from curator.domain.scheme import LayerScheme
from curator.suggest.tuning.lesson import Recipe, Taught

Labelled = tuple[int, int, str]
"""An entity in tokens: first, one past the last, label of the recogniser."""

_WEIGHT_DECAY = 0.01
_CLIP = 1.0


@dataclass(slots=True)
class Counts:
    """What became of the entities that were to be taught.

    Attributes:
        spans: taken as they are.
        misaligned: not on the edges of tokens: masked instead.
        silver: entities of the base model that were kept beside them.
    """

    spans: int = 0
    misaligned: int = 0
    silver: int = 0


class Teacher:
    """Makes examples of texts: what was decided, and what the base model knows beside it.

    The base model's labels that the scheme does not have, or merges into others, are kept as it
    says them (silver), so that they are not unlearned.

    Attributes:
        counts: what became of the entities so far.
    """

    def __init__(self, known: Sequence[str], scheme: LayerScheme) -> None:
        """Prepare.

        Args:
            known: labels of the base model.
            scheme: of the entity layer; says what it calls them, and which are none of its own.
        """
        reads = {label: target for label in known if (target := scheme.read(label))}
        self.counts = Counts()
        self._reads = reads
        self._known = frozenset(known)
        self._finer = {
            label: sorted(one for one in known if reads.get(one) == label)
            for label in set(reads.values())
        }

    def labels(self, taught: Iterable[Taught]) -> list[str]:
        """Return labels that the recogniser needs beyond its own, in order."""
        wanted = {label for one in taught for _start, _end, label in one.spans}
        return sorted(label for label in wanted if self._own(label) not in self._known)

    def example(self, taught: Taught, base: Doc) -> Example:
        """Return what a text teaches.

        Args:
            taught: the text with its entities, in code points.
            base: the same text as the base model reads it.
        """
        said = [(one.start, one.end, one.label_) for one in base.ents]
        gold: list[Labelled] = []
        masked: list[tuple[int, int]] = []
        for start, end, label in taught.spans:
            span = base.char_span(start, end)
            if span is None:
                masked.append(_around(base, start, end))
                self.counts.misaligned += 1
            else:
                gold.append((span.start, span.end, self._taught_as(span, label, said)))
        masked += [_around(base, start, end) for start, end in taught.masked]
        masked = [one for one in masked if not _meets(one, gold)]
        silver = [
            one
            for one in said
            if one[2] not in self._reads
            and not _meets(one[:2], gold)
            and not _meets(one[:2], masked)
        ]
        self.counts.spans += len(gold)
        self.counts.silver += len(silver)
        return _example(base, sorted(gold + silver), masked)

    def rehearsal(self, base: Doc) -> Example:
        """Return a text as the base model reads it."""
        return _example(base, [(one.start, one.end, one.label_) for one in base.ents], [])

    def _own(self, label: str) -> str:
        """Return what a scheme's label is called in the recogniser where nothing else tells."""
        finer = self._finer.get(label)
        return label if label in self._known or not finer else finer[0]

    def _taught_as(self, span: Span, label: str, said: Sequence[Labelled]) -> str:
        """Return the base model's own label for an entity where it only says it finer."""
        for start, end, own in said:
            if start < span.end and span.start < end and self._reads.get(own) == label:
                return own
        return self._own(label)


def _around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that a span of characters touches."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (0, 0) if span is None else (span.start, span.end)


def _meets(place: tuple[int, int], others: Iterable[tuple[Any, ...]]) -> bool:
    return any(place[0] < other[1] and other[0] < place[1] for other in others)


def _example(base: Doc, entities: Sequence[Labelled], masked: Sequence[tuple[int, int]]) -> Example:
    words, spaces = [one.text for one in base], [bool(one.whitespace_) for one in base]
    reference = Doc(base.vocab, words=words, spaces=spaces)
    missing = [reference[start:end] for start, end in _merged(masked)]
    given = [_span(reference, one) for one in entities]
    reference.set_ents(given, missing=missing, default="outside")
    return Example(Doc(base.vocab, words=words, spaces=spaces), reference)


def _merged(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(one for one in places if one[0] < one[1]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _span(doc: Doc, entity: Labelled) -> Span:
    start, end, label = entity
    return Span(doc, start, end, label=label)


def tune(
    recogniser: EntityRecognizer, examples: Sequence[Example], recipe: Recipe, seed: int
) -> Iterator[int]:
    """Go over the examples several times; the same input gives the same weights.

    Args:
        recogniser: changed in place.
        examples: what it is taught.
        recipe: how often, how fast.
        seed: of order and dropout.

    Yields:
        After each batch, how many examples are done.
    """
    fix_random_seed(seed)
    dice = random.Random(seed)
    optimiser = Adam(recipe.rate, L2=_WEIGHT_DECAY, grad_clip=_CLIP)
    order = list(examples)
    done = 0
    for _epoch in range(recipe.epochs):
        dice.shuffle(order)
        for first in range(0, len(order), recipe.batch):
            batch = order[first : first + recipe.batch]
            recogniser.update(batch, drop=recipe.dropout, sgd=optimiser)
            done += len(batch)
            yield done
