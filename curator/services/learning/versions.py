"""Versions of the recogniser that a project has taught: which there are, which is in use."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator.domain.faults import Fault
from curator.store import versions as stored
from curator.store.project import Project
from curator.store.transaction import Tx
from curator.suggest.tuning.lesson import Score
from curator.suggest.tuning.version_folder import META, read_meta, write_meta

SUFFIX = ".curator-models"
NEW = "new-"
"""How a folder begins in which a version is being written."""

_LAST = 3
"""So many of the newest versions are kept, beside the one in use and the best."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the recogniser.

    Attributes:
        suggester_id: who suggests with it.
        digest: of its bytes; also the name of its folder.
        created: when, in ISO 8601.
        documents: how many reviewed documents it has learned from, those of the versions that it
            goes back to included.
        figures: recipe and measures, see `curator.services.learning.tuning`.
        in_use: whether suggestions are made with it.
        present: whether its folder is there.
    """

    suggester_id: int
    digest: str
    created: str
    documents: int
    figures: Mapping[str, Any] = field(default_factory=dict)
    in_use: bool = False
    present: bool = False

    def f1(self, which: str) -> float:
        """Return exact F1 on the held-out documents, 0–1: of ``base``, ``before`` or ``after``."""
        return Score(*self.figures["scores"][which]).f1


def folder(project: Project) -> Path:
    """Return where versions lie: ``NAME.curator-models`` beside the project."""
    return project.path.with_name(project.path.stem + SUFFIX)


def versions(project: Project) -> list[Version]:
    """Return every version that was ever taught in the project, newest first."""
    with project.read() as tx:
        known, used = _by_digest(tx), stored.in_use(tx)
    place = folder(project)
    return [
        Version(
            suggester_id=number,
            digest=digest,
            created=figures["created"],
            documents=len(seen_by(known, digest)),
            figures=figures,
            in_use=digest == used,
            present=(place / digest / META).is_file(),
        )
        for digest, (number, figures) in sorted(
            known.items(), key=lambda one: (one[1][1]["created"], one[1][0]), reverse=True
        )
    ]


def use(project: Project, digest: str | None) -> None:
    """Switch to a version, or back to the language model as it came.

    That is a setting of the project, no decision: it changes what machines propose from the next
    suggestions on, and every suggestion names the version that it comes from.

    Args:
        project: held for writing.
        digest: of the version; None for the base model.

    Raises:
        Fault: ``learning.no_version`` with those there are, or what is wrong with its folder.
    """
    if digest is not None:
        weights_of(project, digest)
    with project.write() as tx:
        stored.set_in_use(tx, digest or "")


def weights_of(project: Project, digest: str) -> Path:
    """Return the folder of a version.

    Raises:
        Fault: ``learning.no_version`` with those there are, or what is wrong with its folder.
    """
    known = [one.digest for one in versions(project)]
    if digest not in known:
        raise Fault("learning.no_version", digest=digest, known=known)
    read_meta(folder(project) / digest)
    return folder(project) / digest


def current_weights(project: Project) -> Path | None:
    """Return the folder of the version in use, None for the base model.

    Where it is missing or damaged it is the base model too, and `notice` says why.
    """
    with project.read() as tx:
        digest = stored.in_use(tx)
    place = folder(project) / digest
    return None if not digest or _wrong(place) else place


def notice(project: Project) -> Fault | None:
    """Return what is wrong with the version in use; None when nothing is."""
    with project.read() as tx:
        digest = stored.in_use(tx)
    return _wrong(folder(project) / digest) if digest else None


def keep(project: Project, written: Path, digest: str, more: Mapping[str, Any]) -> Path:
    """Give a written version its place; a half one is never seen there.

    Args:
        project: whose it is.
        written: the folder in which it was written, below `folder`.
        digest: of its bytes.
        more: what else its ``meta.json`` is to say.

    Raises:
        Fault: ``learning.disk``, or that its bytes are not those that were written.
    """
    place = folder(project) / digest
    meta = read_meta(written)
    try:
        write_meta(written, {**meta, **more})
        if place.exists():
            shutil.rmtree(place)
        written.replace(place)
    except OSError as error:
        raise Fault("learning.disk", path=str(place), reason=str(error)) from error
    return place


def prune(project: Project) -> None:
    """Remove folders of versions that are neither in use, nor the best, nor among the last."""
    known = versions(project)
    present = [one for one in known if one.present]
    best = max(present, key=_measured, default=None)
    kept = {one.digest for one in present[:_LAST]} | {one.digest for one in known if one.in_use}
    kept |= {best.digest} if best is not None else set()
    for one in present:
        if one.digest not in kept:
            shutil.rmtree(folder(project) / one.digest, ignore_errors=True)


def sweep(project: Project) -> None:
    """Remove what a training that was cut off has left."""
    for path in folder(project).glob(f"{NEW}*"):
        shutil.rmtree(path, ignore_errors=True)


def seen_by(known: Mapping[str, tuple[int, Mapping[str, Any]]], digest: str) -> set[int]:
    """Return the documents that a version has learned from, and those before it.

    Args:
        known: suggester and figures by digest.
        digest: of the version; empty for the base model.
    """
    seen: set[int] = set()
    passed: set[str] = set()
    while digest in known and digest not in passed:
        passed.add(digest)
        figures = known[digest][1]
        seen.update(figures["documents"])
        digest = figures["from"]
    return seen


def by_digest(project: Project) -> dict[str, tuple[int, dict[str, Any]]]:
    """Return suggester and figures of every version, by its digest."""
    with project.read() as tx:
        return _by_digest(tx)


def _by_digest(tx: Tx) -> dict[str, tuple[int, dict[str, Any]]]:
    return {
        figures["weights"]: (number, figures)
        for number, figures in stored.figures(tx).items()
        if "weights" in figures
    }


def _wrong(place: Path) -> Fault | None:
    try:
        read_meta(place)
    except Fault as fault:
        return fault
    return None


def _measured(version: Version) -> float:
    """How good it was seen to be; what was never measured is no best one."""
    return version.f1("after") if version.figures["held"] else 0.0
