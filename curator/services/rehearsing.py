"""A rehearsal: an import as it would be, on a copy of the project that is thrown away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from curator.domain.changes import Progress
from curator.domain.import_plan import ImportPlan
from curator.services.import_preview import Look, Preview
from curator.services.importing import Import
from curator.services.intake_report import ImportReport
from curator.store import backup
from curator.store.project import Project


class Rehearsed(NamedTuple):
    """What an import would come to.

    Attributes:
        look: its first documents and its labels.
        report: as it would be kept; its act and batch are those of the copy.
    """

    look: Preview
    report: ImportReport


def rehearse(
    project: Project,
    paths: Sequence[Path],
    plan: ImportPlan,
    *,
    told: Callable[[Progress], object],
) -> Rehearsed:
    """Import into a copy, so that labels, versions and carried decisions are told as they would be.

    Args:
        project: only read.
        paths: files and folders.
        plan: how they would be imported.
        told: gets how far it is.

    Raises:
        Fault: those of an import, and ``project.backup`` where there is no room for the copy.
    """
    with tempfile.TemporaryDirectory(prefix="curator-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / project.path.name
        backup.copy(project.path, copy)
        with Project.open(copy, write=True, clock=project.clock) as rehearsed:
            job, look = Import(rehearsed, paths, plan), Look(rehearsed, plan)
            try:
                for frame in job.frames(backup=False):
                    look.see(frame)
                    told(job.take(frame))
            finally:
                report = job.finish()
            return Rehearsed(look.found(more=False), report)
