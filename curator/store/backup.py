"""Copies of a project file, made by SQLite and compared with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from curator.domain.faults import Fault


def back_up(path: Path) -> Path:
    """Copy a project file into ``NAME.curator-backups/`` beside it.

    The copy is named after its schema and how far its log goes, so that no two are mixed up.

    Returns:
        The copy, which was read back and holds what the file holds.

    Raises:
        Fault: ``project.backup``.
    """
    folder = path.with_name(f"{path.name}-backups")
    try:
        folder.mkdir(exist_ok=True)
        found = measure(path)
        copy = folder / f"schema-{found['schema']}-{found['head'][:8] or 'new'}{path.suffix}"
        draft = copy.with_name(f"{copy.name}.part")
        draft.unlink(missing_ok=True)
        _copy(path, draft)
        if measure(draft) != found or found["integrity"] != "ok":
            reason = f"{draft.name} does not hold what the project holds"
            raise Fault("project.backup", path=str(path), reason=reason)
        draft.replace(copy)
    except (OSError, sqlite3.Error) as error:
        raise Fault("project.backup", path=str(path), reason=str(error)) from error
    return copy


def measure(path: Path) -> dict[str, Any]:
    """Return what a file and its copy must have in common.

    Returns:
        ``integrity`` (SQLite's word), ``schema``, ``head`` (digest of the newest change set) and
        ``rows`` by table.
    """
    with closing(sqlite3.connect(path)) as file:
        tables = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "ORDER BY name"
        ).fetchall()
        head = file.execute("SELECT digest FROM change_set ORDER BY id DESC LIMIT 1").fetchone()
        return {
            "integrity": file.execute("PRAGMA integrity_check").fetchone()[0],
            "schema": file.execute("PRAGMA user_version").fetchone()[0],
            "head": head[0] if head else "",
            "rows": {
                name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
                for (name,) in tables
            },
        }


def _copy(path: Path, to: Path) -> None:
    """The copy is one file: it needs no log beside it."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
