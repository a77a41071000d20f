"""How a project comes to be open in the window, and what comes first then.

Opening is slow, so it runs in a lane; what comes then is done in the UI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from curator.domain.faults import Fault
from curator.services import backups
from curator.store.project import Project
from curator.ui.session import Session

Batches = Sequence[tuple[Sequence[Path], str | None]]
"""Paths of each batch, and its name, if it has one."""

Then = Callable[[Session], None]
"""What is done with the session of a project that can be written."""


def for_review(path: Path) -> Project:
    """Open for writing; for reading where somebody else holds it or the folder forbids it.

    Raises:
        Fault: what `Project.open` raises.
    """
    try:
        return Project.open(path, write=True)
    except Fault as fault:
        if fault.code not in ("project.locked", "project.read_only"):
            raise
        return Project.open(path, write=False)


def of_backup(path: Path, copy: Path) -> Project:
    """Put a backup in the place of a project that is closed by now, and open that.

    Raises:
        Fault: what `backups.restore` and `Project.open` raise.
    """
    backups.restore(path, copy)
    return Project.open(path, write=True)


def nothing_then(_session: Session) -> None:
    """Look at the project as it is."""


def bringing_in(batches: Batches) -> Then:
    """Return what imports batches as they are."""

    def then(session: Session) -> None:
        if batches:
            session.tasks.bring_in(batches)

    return then


def offering(paths: Sequence[Path]) -> Then:
    """Return what looks into files before they are imported."""

    def then(session: Session) -> None:
        if paths:
            session.offered.emit(list(paths))

    return then
