"""Teach the recogniser from reviewed documents, and use the new version where it is not worse."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from curator.domain.changes import Progress
from curator.domain.faults import Bug, Fault
from curator.services.learning import versions
from curator.services.learning.teaching import Prepared, learnable_and_held, prepare
from curator.services.learning.versions import Version
from curator.store import schemes
from curator.store import versions as stored
from curator.store.project import Project
from curator.suggest.tuning.lesson import Recipe, Score, Step, Trained
from curator.suggest.tuning.trainer import Trainer

_AUTOMATIC = "learn by itself"

FIRST, EVERY = 5, 10
"""Reviewed documents that nothing was learned from yet: so many are enough for the first version,
and for a late one; between them, half of those that were learned from. The fewer there are, the
more one document teaches."""


@dataclass(slots=True)
class TuneReport:
    """What a training came to.

    Attributes:
        version: the new one; None where there was nothing to learn from, or it was cancelled.
        switched: whether it is in use now.
        scores: on the held-out documents, by ``base``, ``before`` and ``after``.
        held: how many held-out documents that were.
        faults: why the version that was in use could not be started from.
    """

    version: Version | None = None
    switched: bool = False
    scores: Mapping[str, Score] = field(default_factory=dict)
    held: int = 0
    faults: list[Fault] = field(default_factory=list)


class Waiting(NamedTuple):
    """What the next version waits for.

    Attributes:
        documents: reviewed ones that no version has learned from.
        wanted: how many are enough.
    """

    documents: int
    wanted: int

    @property
    def due(self) -> bool:
        """Whether there are enough."""
        return self.documents >= self.wanted


def due(project: Project) -> bool:
    """Whether enough was reviewed since the last version, or its folder is gone."""
    return waiting(project).due


def waiting(project: Project) -> Waiting:
    """Return what the next version waits for; one document where the weights in use are gone."""
    known = versions.by_digest(project)
    with project.read() as tx:
        used = stored.in_use(tx)
        learnable, _held = learnable_and_held(tx)
    if used and versions.notice(project) is not None:
        return Waiting(len(learnable), 1)
    seen = set().union(*(figures["documents"] for _number, figures in known.values()))
    new = sum(number not in seen for number in learnable)
    return Waiting(new, min(EVERY, max(FIRST, len(seen) // 2)))


def automatic(project: Project) -> bool:
    """Whether the window teaches a version by itself when one is due."""
    with project.read() as tx:
        return schemes.setting(tx, _AUTOMATIC, "on") == "on"


def set_automatic(project: Project, *, on: bool) -> None:
    """Teach versions by itself, or only when somebody asks for one."""
    with project.write() as tx:
        schemes.set_setting(tx, _AUTOMATIC, "on" if on else "off")


def tune(
    project: Project,
    trainer: Trainer,
    *,
    seed: int = 0,
    recipe: Recipe | None = None,
    report: TuneReport | None = None,
) -> Iterator[Progress]:
    """Teach a new version, measure it on the held-out documents, and switch on what is not worse.

    The same project, seed and recipe give the same weights on the same machine. While nothing is
    held out yet, nothing can be measured, and the new version is used. Cancelled through the
    trainer it ends without a version.

    Args:
        project: held for writing.
        trainer: of the pipeline that suggests.
        seed: of the choice of older documents, order and dropout.
        recipe: how it is taught.
        report: filled in.

    Yields:
        How far it is, in texts.

    Raises:
        Fault: ``learning.nothing``, ``learning.no_recogniser``, ``learning.failed``,
            ``learning.disk``, ``suggest.no_model``, ``child.gone``.
    """
    told = TuneReport() if report is None else report
    how = partial(_teach, project, trainer, seed=seed, recipe=recipe or Recipe(), report=told)
    versions.sweep(project)
    start = versions.current_weights(project)
    try:
        yield from how(start=start)
    except Fault as fault:
        if start is None or fault.code != "learning.weights_foreign":
            raise
        told.faults.append(fault)
        yield from how(start=None)


def _teach(
    project: Project,
    trainer: Trainer,
    *,
    start: Path | None,
    seed: int,
    recipe: Recipe,
    report: TuneReport,
) -> Iterator[Progress]:
    place = versions.folder(project)
    try:
        place.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=versions.NEW, dir=place, ignore_cleanup_errors=True
        ) as folder:
            written = Path(folder) / "version"
            written.mkdir()
            lesson = prepare(
                project, written, start=start, model=trainer.model, seed=seed, recipe=recipe
            )
            for step in trainer.teach(lesson.lesson):
                if isinstance(step, Step):
                    yield Progress(step.done, step.total, "texts")
                else:
                    conclude(project, lesson, step, report)
    except OSError as error:
        raise Fault("learning.disk", path=str(place), reason=str(error)) from error


def conclude(project: Project, prepared: Prepared, trained: Trained, report: TuneReport) -> None:
    """Keep a taught version, and use it where it is not worse than what was in use.

    Args:
        project: held for writing.
        prepared: what it was taught from.
        trained: what the training process told.
        report: filled in.
    """
    report.scores, report.held = trained.scores, len(prepared.held)
    report.switched = is_not_worse(trained.scores)
    figures = _figures(prepared, trained)
    written = Path(prepared.lesson.folder)
    versions.keep(project, written, trained.digest, {"recipe": figures["recipe"]})
    with project.write() as tx:
        info = trained.suggester
        row = schemes.suggester(
            tx, name=info.name, version=info.version, layer=info.layer, recipe=info.recipe
        )
        stored.set_figures(tx, row.id, {**figures, "created": tx.clock().isoformat()})
        if stored.in_use(tx) != prepared.used:  # somebody chose meanwhile, and that stands
            report.switched = False
        else:
            stored.set_in_use(tx, trained.digest if report.switched else prepared.start)
    found = [one for one in versions.versions(project) if one.digest == trained.digest]
    if not found:
        raise Bug(f"version {trained.digest} was not kept")
    report.version = found[0]
    versions.prune(project)


def is_not_worse(scores: Mapping[str, Score]) -> bool:
    """The gate: exact F1 on the held-out documents is not below that of what is in use.

    What chance alone does to so few entities is no reason: one standard error is allowed.
    """
    before, after = scores["before"], scores["after"]
    entities = max(1, before.right + before.missing)
    by_chance = math.sqrt(before.f1 * (1 - before.f1) / entities)
    return after.f1 >= before.f1 - by_chance


def _figures(prepared: Prepared, trained: Trained) -> dict[str, Any]:
    lesson = prepared.lesson
    return {
        "weights": trained.digest,
        "from": prepared.start,
        "documents": list(prepared.new),
        "older": len(prepared.older),
        "held": len(prepared.held),
        "recipe": {
            **asdict(lesson.recipe),
            "seed": lesson.seed,
            "rehearsed": len(lesson.rehearsed),
        },
        "scores": {name: list(score) for name, score in trained.scores.items()},
        "counts": dict(trained.counts),
        "labels": list(trained.labels),
        "seconds": trained.seconds,
        "cpu_seconds": trained.cpu_seconds,
        "memory": trained.memory,
    }
