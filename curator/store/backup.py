"""Copies of a project file, made by SQLite, compared with it, and put back in its place."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from curator.domain.faults import Fault

_NAMED = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})-([a-z]+)")
_TIME = "%Y-%m-%d-%H%M%S"

DAMAGED = "damaged"
"""Why a copy was made that was not checked."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project.

    Attributes:
        path: of the copy.
        time: when it was made, in UTC.
        reason: why: ``working``, ``import``, ``bulk``, ``scheme``, ``migration``, ``restore``,
            ``asked``, ``damaged``.
        size: bytes.
    """

    path: Path
    time: datetime
    reason: str
    size: int


def folder_of(project: Path) -> Path:
    """Return the folder of a project's backups, ``NAME.curator-backups`` beside it."""
    return project.with_name(f"{project.name}-backups")


def listing(project: Path) -> list[Backup]:
    """Return the backups of a project, the newest first; drafts and strange files are no backups.

    Raises:
        Fault: ``project.backup`` where the folder cannot be read.
    """
    found = []
    try:
        for path in folder_of(project).glob(f"*{project.suffix}"):
            if (named := _NAMED.fullmatch(path.stem)) is not None:
                time = datetime.strptime(named[1], _TIME).replace(tzinfo=UTC)
                found.append(Backup(path, time, named[2], path.stat().st_size))
    except OSError as error:
        raise _fault(project, error) from error
    return sorted(found, key=lambda one: one.time, reverse=True)


def back_up(project: Path, *, reason: str, time: datetime) -> Backup:
    """Copy a project file, also while it is written: the copy is that of one moment.

    Args:
        project: its file.
        reason: why; it becomes part of the name.
        time: now, in UTC.

    Returns:
        The copy, which was opened and checked, and holds what the file held at that moment.

    Raises:
        Fault: ``project.backup``.
    """
    folder = folder_of(project)
    copy = folder / f"{time.strftime(_TIME)}-{reason}{project.suffix}"
    draft = copy.with_name(f"{copy.name}.part")
    try:
        folder.mkdir(exist_ok=True)
        draft.unlink(missing_ok=True)
        held = _copy(project, draft)
        if held["integrity"] != "ok" or measure(draft) != held:
            raise Fault("project.backup", path=str(project), reason=f"{draft.name} is not equal")
        draft.replace(copy)
        return Backup(copy, time, reason, copy.stat().st_size)
    except (OSError, sqlite3.Error) as error:
        raise _fault(project, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def copy(project: Path, to: Path) -> None:
    """Copy a project file as it is at one moment, to be thrown away after use: it is not checked.

    Raises:
        Fault: ``project.backup``.
    """
    try:
        with _moment(project) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise _fault(project, error) from error


def put_back(copy: Path, project: Path) -> None:
    """Put a copy in the place of a project that this process holds and nobody has open.

    The place is taken in one step, so that a crash leaves the old file or the new one.

    Raises:
        Fault: ``project.backup``.
    """
    draft = project.with_name(f"{project.name}.restored")
    try:
        _fold_in_log(project)
        if _copy(copy, draft) != measure(draft):
            raise Fault("project.backup", path=str(copy), reason=f"{draft.name} is not equal")
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(project)
    except (OSError, sqlite3.Error) as error:
        raise _fault(project, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def set_aside(project: Path, *, time: datetime) -> Backup:
    """Copy a file that is too damaged for SQLite to copy, byte by byte, with the log beside it.

    Raises:
        Fault: ``project.backup``.
    """
    folder = folder_of(project)
    copy = folder / f"{time.strftime(_TIME)}-{DAMAGED}{project.suffix}"
    try:
        folder.mkdir(exist_ok=True)
        for ending in ("", "-wal"):
            beside = project.with_name(project.name + ending)
            if beside.exists():
                shutil.copy2(beside, copy.with_name(copy.name + ending))
        return Backup(copy, time, DAMAGED, copy.stat().st_size)
    except OSError as error:
        raise _fault(project, error) from error


def head(project: Path) -> tuple[int, str]:
    """Return number and digest of the newest change set; 0 and nothing in an empty project.

    Raises:
        Fault: ``project.backup``.
    """
    try:
        with _moment(project) as file:
            return _head(file)
    except sqlite3.Error as error:
        raise _fault(project, error) from error


def measure(project: Path) -> dict[str, Any]:
    """Return what a file and its copy must have in common.

    Returns:
        ``integrity`` (SQLite's word), ``schema``, ``head`` (digest of the newest change set) and
        ``rows`` by table.
    """
    with _moment(project) as file:
        return _measured(file)


def _fold_in_log(project: Path) -> None:
    """Leave no log beside a file that is about to be replaced: it would be read with the new one.

    What of it cannot be folded in belongs to a damaged file, which was set aside with it.
    """
    try:
        with closing(sqlite3.connect(project)) as old:
            old.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError:
        for ending in ("-wal", "-shm"):
            project.with_name(project.name + ending).unlink(missing_ok=True)


@contextmanager
def _moment(project: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees one moment of the file, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(project, isolation_level=None)) as file:
        file.execute("BEGIN")
        yield file
        file.rollback()


def _measured(file: sqlite3.Connection) -> dict[str, Any]:
    tables = file.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    return {
        "integrity": file.execute("PRAGMA integrity_check").fetchone()[0],
        "schema": file.execute("PRAGMA user_version").fetchone()[0],
        "head": _head(file)[1],
        "rows": {
            name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables
        },
    }


def _head(file: sqlite3.Connection) -> tuple[int, str]:
    row = file.execute("SELECT id, digest FROM change_set ORDER BY id DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, "")


def _copy(project: Path, to: Path) -> dict[str, Any]:
    """Copy a file as it is at one moment and return what it held then.

    The copy is one file: it needs no log beside it.
    """
    with _moment(project) as source:
        held = _measured(source)
        with closing(sqlite3.connect(to)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    return held


def _fault(project: Path, error: Exception) -> Fault:
    return Fault("project.backup", path=str(project), reason=str(error))
