"""Backups: made while working and before large acts, thinned with age, compared, put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from curator.domain import thinning
from curator.domain.faults import Fault
from curator.services import wording
from curator.store import backup, log
from curator.store.backup import Backup
from curator.store.lock import Lock
from curator.store.project import Project, now

PAUSE = timedelta(minutes=30)
"""So long at least lies between two backups that are made while working."""

FRESH = timedelta(minutes=5)
"""So old a backup may be that stands before a large act."""

_FIRST = 1
"""The change set that every project begins with: its label scheme."""

SHOWN = 200
"""Acts of a difference that are named."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An act that a backup does not hold: when it was, and what, in words."""

    time: str
    name: str
    decisions: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What would be another thing if a backup took the place of its project.

    Attributes:
        same_history: whether the project went on from where the backup stands; otherwise they
            parted before, as after another restoring, and acts are those since they parted.
        change_sets: how many the project has that the backup lacks.
        decisions: in those.
        acts: the newest of them first, `SHOWN` at most.
        only_there: change sets that the backup has and the project lacks.
    """

    same_history: bool
    change_sets: int
    decisions: int
    acts: tuple[Lost, ...]
    only_there: int


def back_up(project: Project, *, reason: str = "asked") -> Backup:
    """Make a backup now and thin the older ones.

    Raises:
        Fault: ``project.backup``.
    """
    return _make(project.path, reason, project.clock().astimezone(UTC))


def before(project: Project, reason: str) -> Backup | None:
    """Make a backup before something large, unless a fresh one holds enough.

    Enough is every decision there is, or those of `FRESH` ago: a row of large acts has one before
    it, not one before each.

    Args:
        project: held for writing.
        reason: what is about to happen: ``import``, ``bulk``, ``scheme``.

    Returns:
        It, or None where there was nothing to keep.

    Raises:
        Fault: ``project.backup``.
    """
    if _age(project) < FRESH or not _changed(project.path):
        return None
    return back_up(project, reason=reason)


def while_working(project: Project) -> Backup | None:
    """Make a backup if something was decided since the newest and that is `PAUSE` old.

    Raises:
        Fault: ``project.backup``.
    """
    if _age(project) < PAUSE or not _changed(project.path):
        return None
    return back_up(project, reason="working")


def listing(path: Path) -> list[Backup]:
    """Return the backups of a project, the newest first.

    Raises:
        Fault: ``project.backup``.
    """
    return backup.listing(path)


def difference(project: Project, copy: Path) -> Difference:
    """Return what would be another thing if a backup took the project's place.

    Raises:
        Fault: what opening the copy raises.
    """
    with Project.open(copy, write=False) as other, other.read() as there, project.read() as tx:
        mine, theirs = log.change_sets(tx), log.change_sets(there)
    common = 0
    for one, two in zip(mine, theirs, strict=False):
        if one.digest != two.digest:
            break
        common += 1
    gone = mine[common:]
    acts = tuple(
        Lost(one.time, wording.act(one.code, one.facts), one.decisions)
        for one in reversed(gone[-SHOWN:])
    )
    return Difference(
        same_history=common == len(theirs),
        change_sets=len(gone),
        decisions=sum(one.decisions for one in gone),
        acts=acts,
        only_there=len(theirs) - common,
    )


def restore(path: Path, copy: Path, *, clock: Callable[[], datetime] = now) -> Backup:
    """Put a backup in the place of a project that nobody has open.

    What the project holds now is kept as a backup of its own first, so that this can be turned
    back by restoring that one.

    Args:
        path: of the project; a damaged one is set aside as it is.
        copy: one of its backups.
        clock: gives the time.

    Returns:
        The backup of what the project held.

    Raises:
        Fault: ``project.locked`` where somebody has it open; ``project.restore`` where the copy is
            none of its backups; ``project.backup``.
    """
    if copy not in {one.path for one in backup.listing(path)}:
        raise Fault("project.restore", path=str(copy), folder=str(backup.folder_of(path)))
    lock = Lock(path)
    lock.take()
    try:
        kept = _kept(path, clock().astimezone(UTC), spare=copy)
        backup.put_back(copy, path)
    finally:
        lock.release()
    return kept


def _kept(path: Path, time: datetime, *, spare: Path) -> Backup:
    try:
        return _make(path, "restore", time, spare=spare)
    except Fault:
        return backup.set_aside(path, time=time)


def _make(path: Path, reason: str, time: datetime, *, spare: Path | None = None) -> Backup:
    made = backup.back_up(path, reason=reason, time=time)
    found = backup.listing(path)
    kept = thinning.kept((one.time for one in found), time)
    for one in found:
        if one.time not in kept and one.path != spare and one.reason != backup.DAMAGED:
            one.path.unlink(missing_ok=True)
    return made


def _age(project: Project) -> timedelta:
    """How old the newest backup is; very old where there is none."""
    found = backup.listing(project.path)
    return project.clock().astimezone(UTC) - found[0].time if found else timedelta.max


def _changed(path: Path) -> bool:
    """Whether the project has decisions that its newest backup lacks."""
    head = backup.head(path)
    found = backup.listing(path)
    return head[0] > _FIRST and (not found or backup.head(found[0].path) != head)
