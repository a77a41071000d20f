"""How a project comes to be open in the window; slow, so it runs in a lane."""

from __future__ import annotations

from pathlib import Path

from curator.domain.faults import Fault
from curator.services import backups
from curator.store.project import Project


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
