"""Connections to a project file: what every one of them must be told."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from curator.domain.faults import Fault
from curator.store.courtesy import Courtesy
from curator.store.header import APPLICATION_ID, SCHEMA

ON_DISK = ("synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON")
"""What makes a commit outlast a power cut; on a Mac, a plain fsync leaves it in the drive's cache.

Source: SQLite's documentation of its pragmas. `fullfsync` does nothing elsewhere.
"""

_BUSY_MS = 5_000

_KEPT = 4
"""So many idle connections are kept open for the next reader."""


def make_polite(engine: Engine, courtesy: Courtesy) -> None:
    """Have every statement let go first whose turn it is."""

    @event.listens_for(engine, "before_cursor_execute")
    def before(*_: object) -> None:
        courtesy.give_way()


def writing_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return the engine of the one write connection; transactions begin immediately."""
    engine = _engine(path, read_only=False, most=1, foreign_keys=foreign_keys)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def migrating_engine(path: Path) -> Engine:
    """Return the same for a migration: tables are built anew while others point to them."""
    return writing_engine(path, foreign_keys=False)


def reading_engine(path: Path) -> Engine:
    """Return an engine whose connections can read only; a transaction sees one moment."""
    engine = _engine(path, read_only=True, most=None)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _engine(path: Path, *, read_only: bool, most: int | None, foreign_keys: bool = True) -> Engine:
    """Return an engine with so many connections at most; None: as many as are asked for.

    Left alone, SQLAlchemy keeps one per thread and closes those of others when they are many.
    """
    return create_engine(
        "sqlite://",
        creator=lambda: _connect(path, read_only=read_only, foreign_keys=foreign_keys),
        poolclass=QueuePool,
        pool_size=most or _KEPT,
        max_overflow=-1 if most is None else 0,
    )


def _connect(path: Path, *, read_only: bool, foreign_keys: bool) -> sqlite3.Connection:
    """Open the file; SQLAlchemy begins and ends the transactions."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    cursor.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    for pragma in ON_DISK:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.execute("PRAGMA cache_size=-16384")
    cursor.execute("PRAGMA temp_store=MEMORY")
    if read_only:
        cursor.execute("PRAGMA query_only=ON")
    else:
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()
    return connection


def lay_out(engine: Engine) -> None:
    """Create every table, trigger and index in an empty file.

    Only this needs the models, which take longer to load than a file takes to open.
    """
    from sqlmodel import SQLModel

    from curator.store import guards, queue_tally, tables

    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        for statement in (tables.SEARCH, queue_tally.TABLE):
            connection.exec_driver_sql(statement)
        for trigger in (*guards.triggers(), *queue_tally.TRIGGERS):
            connection.exec_driver_sql(trigger)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def inspect_file(path: Path) -> int:
    """Refuse a file that is no project, or one of a newer Curator, before a byte is written.

    Returns:
        Its schema.

    Raises:
        Fault: ``project.missing``, ``project.foreign``, ``project.damaged``, ``project.newer``.
    """
    if not path.is_file():
        raise Fault("project.missing", path=str(path))
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            application = _pragma(connection, "application_id")
            version = _pragma(connection, "user_version")
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise Fault("project.foreign", path=str(path), reason=str(error)) from error
    if application != APPLICATION_ID:
        raise Fault("project.foreign", path=str(path), reason="another program's file")
    if version > SCHEMA:
        raise Fault("project.newer", path=str(path), version=version, known=SCHEMA)
    return int(version)


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def disk_fault(path: Path, error: DatabaseError) -> Fault:
    """Return the fault that says why the file could not be written or read."""
    return Fault("project.disk", path=str(path), reason=str(error.orig))
