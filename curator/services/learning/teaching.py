"""What a new version of the recogniser learns from: reviewed documents, as a lesson."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.faults import Fault
from curator.domain.learning.held_out import is_held_out
from curator.services.learning import versions
from curator.services.projects import BLIND_SEED, BLIND_SHARE
from curator.store import documents, schemes
from curator.store import versions as stored
from curator.store.project import Project
from curator.store.transaction import Tx
from curator.suggest.tuning.lesson import Lesson, Recipe, Taught

_NEW = 40
"""New documents of one version at most; those beyond it make the next."""

_OLDER = 20
_REHEARSED = 4
_HELD = 100
"""Held-out documents that are measured on at most."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A lesson, with what its figures will say.

    Attributes:
        lesson: what the training process is asked.
        start: digest of the version that it starts from; empty for the base model.
        used: what the project said was in use; it may be lost, or another pipeline's.
        new: documents that it is the first to learn from.
        older: documents that are gone over again.
        held: documents that are measured on.
    """

    lesson: Lesson
    start: str
    used: str
    new: tuple[int, ...]
    older: tuple[int, ...]
    held: tuple[int, ...]


def prepare(
    project: Project, written: Path, *, start: Path | None, model: str | None, seed: int,
    recipe: Recipe,
) -> Prepared:  # fmt: skip
    """Choose what a new version learns from.

    Args:
        project: whose reviewed documents teach.
        written: an empty folder for the version.
        start: folder of the version to start from; None for the base model.
        model: the pipeline.
        seed: of the choice.
        recipe: how it is taught.

    Raises:
        Fault: ``learning.nothing``.
    """
    digest = start.name if start else ""
    seen = versions.seen_by(versions.by_digest(project), digest)
    with project.read() as tx:
        learnable, held = learnable_and_held(tx)
        if not learnable:
            raise Fault("learning.nothing")
        new = [number for number in learnable if number not in seen][:_NEW]
        dice = random.Random(f"{seed}:{digest}:{new}")
        older = _drawn(dice, [number for number in learnable if number in seen], _OLDER)
        rehearsed = _drawn(dice, stored.not_reviewed(tx, Layer.ENTITY), _REHEARSED)
        lesson = Lesson(
            taught=tuple(_taught(tx, number) for number in (*new, *older)),
            rehearsed=tuple(documents.text(tx, number)[0] for number in rehearsed),
            held=tuple(_taught(tx, number) for number in held),
            scheme=schemes.current(tx),
            folder=str(written),
            recipe=recipe,
            seed=seed,
            model=model,
            weights=str(start) if start else None,
        )
        used = stored.in_use(tx)
    return Prepared(lesson, digest, used, tuple(new), tuple(older), tuple(held))


def _drawn(dice: random.Random, numbers: Sequence[int], most: int) -> list[int]:
    return sorted(dice.sample(numbers, min(most, len(numbers))))


def learnable_and_held(tx: Tx) -> tuple[list[int], list[int]]:
    """Return the reviewed documents to learn from, and those that are held out."""
    seed = schemes.setting(tx, BLIND_SEED)
    share = float(schemes.setting(tx, BLIND_SHARE, "0"))
    learnable: list[int] = []
    held: list[tuple[bool, str, int]] = []
    for one in stored.reviewed(tx, Layer.ENTITY):
        if is_held_out(seed, one.digest, blind=one.blind, blind_share=share):
            held.append((not one.blind, one.digest, one.id))
        else:
            learnable.append(one.id)
    return learnable, [number for _rank, _digest, number in sorted(held)[:_HELD]]


def _taught(tx: Tx, document_id: int) -> Taught:
    view = documents.view(tx, document_id)
    entities = [one for one in view.annotations if one.layer is Layer.ENTITY]
    gold = longest([one for one in entities if one.state is State.ACCEPTED])
    masked = [one for one in entities if one.state in (State.UNSURE, State.SUGGESTED)]
    return Taught(
        text=view.text,
        spans=tuple((one.start, one.end, one.label) for one in gold),
        masked=tuple((one.start, one.end) for one in masked),
        head=view.meta,
    )


def longest(entities: Sequence[Annotation]) -> list[Annotation]:
    """Return the longest of entities that overlap, in reading order."""
    kept: list[Annotation] = []
    for one in sorted(entities, key=lambda one: (one.start - one.end, one.start, one.id)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
