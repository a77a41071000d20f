"""Reads batches with what became of their imports."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from curator.store.transaction import Tx


class Batch(NamedTuple):
    """A batch.

    Attributes:
        id: of the batch.
        name: as it was given or made of the first path.
        origin: the paths that it came from.
        created: when, ISO 8601.
        withdrawn: whether its import is undone.
        report: as `curator.services.intake.ImportReport.plain` wrote it.
    """

    id: int
    name: str
    origin: str
    created: str
    withdrawn: bool
    report: dict[str, Any]


def every(tx: Tx) -> list[Batch]:
    """Return all batches, the newest first."""
    found = tx.connection.exec_driver_sql(
        "SELECT id, name, origin, created, withdrawn, report FROM batch ORDER BY id DESC"
    )
    return [
        Batch(number, name, origin, created, bool(withdrawn), json.loads(report))
        for number, name, origin, created, withdrawn, report in found
    ]
