"""Bring an older file up to date: a verified copy first, then all in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from curator.domain.faults import Fault
from curator.store import engine as engines
from curator.store.backup import back_up
from curator.store.header import SCHEMA


@dataclass(frozen=True, slots=True)
class _Inventory:
    """What a migration must leave as it was.

    Attributes:
        rows: how many each table has.
        triggers: with their SQL.
        orphans: rows that point to nothing.
    """

    rows: dict[str, int]
    triggers: frozenset[tuple[str, str]]
    orphans: frozenset[tuple[Any, ...]]


def migrate(path: Path) -> Path:
    """Bring a file that this process holds for writing up to the schema of today.

    Killed half-way it leaves the old file; nothing of it is seen before all of it is there.

    Returns:
        The copy of the old file.

    Raises:
        Fault: ``project.backup``; ``project.migration``, the file is as it was.
    """
    copy = back_up(path, reason="migration", time=datetime.now(UTC)).path
    engine = engines.migrating_engine(path)
    try:
        with engine.begin() as connection:
            before = _inventory(connection)
            for revision in _revisions(_version(connection)):
                with Operations.context(MigrationContext.configure(connection)):
                    revision.module.upgrade()
            if broken := _broken(before, _inventory(connection)):
                raise Fault("project.migration", path=str(path), reason=broken, copy=str(copy))
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    except DatabaseError as error:
        reason = str(error.orig)
        raise Fault("project.migration", path=str(path), reason=reason, copy=str(copy)) from error
    finally:
        engine.dispose()
    return copy


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _revisions(version: int) -> list[Script]:
    """Return the revisions that lead from a schema to that of today, in order."""
    directory = ScriptDirectory(str(Path(__file__).parent))
    newest_first = directory.walk_revisions()
    return [one for one in reversed(list(newest_first)) if int(one.revision) > version]


def _inventory(connection: Connection) -> _Inventory:
    objects = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    tables = [row[1] for row in objects if row[0] == "table" and not row[1].startswith("sqlite_")]
    return _Inventory(
        rows={
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
            for name in tables
        },
        triggers=frozenset((row[1], row[2]) for row in objects if row[0] == "trigger"),
        orphans=frozenset(map(tuple, connection.exec_driver_sql("PRAGMA foreign_key_check"))),
    )


def _broken(before: _Inventory, after: _Inventory) -> str:
    """Say what was lost on the way; empty when nothing was."""
    lost = [
        f"{name} has {after.rows.get(name, 'no')} rows instead of {count}"
        for name, count in before.rows.items()
        if after.rows.get(name) != count
    ]
    lost += [f"trigger {name} changed" for name, _ in sorted(before.triggers - after.triggers)]
    orphans = {row[0] for row in after.orphans - before.orphans}
    lost += [f"rows of {name} point to nothing" for name in sorted(orphans)]
    return "; ".join(lost)
