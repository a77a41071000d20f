"""An open project: its file, its lock, its transactions, its history."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from curator.domain.faults import Bug, Fault
from curator.domain.undo import History
from curator.store import engine as engines
from curator.store import log, tally
from curator.store.courtesy import Courtesy
from curator.store.header import SCHEMA
from curator.store.lock import Lock
from curator.store.transaction import Clock, Tx

SUFFIX = ".curator"


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


class Project:
    """One project file, open for reading, and for writing where the lock could be taken.

    Thread-safe: one writing transaction at a time, any number of reading ones.

    Attributes:
        path: of the file.
        read_only: whether somebody else holds the project, or nobody asked to write.
        clock: gives the time of change sets.
        actor: who decides, written into every change set.
        courtesy: lets the thread go first that serves a person.
        old_copy: copy of the file of an older schema that opening brought up to date, else None.
    """

    def __init__(
        self,
        path: Path,
        *,
        lock: Lock | None,
        clock: Clock = now,
        actor: str = "analyst",
    ) -> None:
        """Take over a file that was inspected; `open` and `create` do so."""
        self.path = path
        self.clock = clock
        self.actor = actor
        self.read_only = lock is None
        self.old_copy: Path | None = None
        self._lock = lock
        self._writer: Engine | None = None
        self.courtesy = Courtesy()
        self._readers = engines.reading_engine(path)
        engines.make_polite(self._readers, self.courtesy)
        self._write_turn = threading.Lock()
        self._history = History()
        self._folded = 0
        self._folding = threading.Lock()
        self._newest = 0
        self._committed = threading.Condition()

    @classmethod
    def create(cls, path: Path, *, clock: Clock = now, actor: str = "analyst") -> Self:
        """Make a new file with empty tables and hold it for writing.

        Raises:
            Fault: ``project.exists``, ``project.no_folder``, or what `Lock.take` raises.
        """
        path = with_suffix(path)
        if path.exists():
            raise Fault("project.exists", path=str(path))
        if not path.parent.is_dir():
            raise Fault("project.no_folder", path=str(path.parent))
        lock = Lock(path)
        lock.take()
        try:
            project = cls(path, lock=lock, clock=clock, actor=actor)
            engines.lay_out(project._writing())
        except DatabaseError as error:
            lock.release()
            raise engines.disk_fault(path, error) from error
        return project

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        write: bool,
        wait: float = 0.0,
        clock: Clock = now,
        actor: str = "analyst",
    ) -> Self:
        """Open an existing file; one of an older schema is brought up to date first.

        Args:
            path: of the file; without a suffix it gets ``.curator``.
            write: whether to hold it for writing.
            wait: seconds to wait for another holder.
            clock: gives the time of change sets.
            actor: who decides.

        Raises:
            Fault: what `inspect_file`, `Lock.take` and `migrate` raise; ``project.older`` when one
                of an older schema is to be read only.
        """
        path = with_suffix(path)
        version = engines.inspect_file(path)
        lock = Lock(path) if write else None
        copy: Path | None = None
        if lock is not None:
            lock.take(wait=wait)
            copy = _bring_up_to_date(path, lock)
        elif version < SCHEMA:
            raise Fault("project.older", path=str(path), version=version, known=SCHEMA)
        project = cls(path, lock=lock, clock=clock, actor=actor)
        project.old_copy = copy
        return project

    def close(self) -> None:
        """Close every connection and give the lock back."""
        self._readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Run one writing transaction; it is on the disk when the block ends without error.

        Raises:
            Fault: ``project.disk`` when the file cannot be written; nothing of the block stays.
        """
        if self.read_only:
            raise Fault("project.locked", **self.holder())
        with self._write_turn:
            try:
                with self._writing().begin() as connection:
                    tx = Tx(connection, self.clock, self.actor)
                    yield tx
                    _finish(tx)
            except DatabaseError as error:
                raise engines.disk_fault(self.path, error) from error
            self._note(tx)

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """Run one reading transaction; it sees one moment of the project."""
        try:
            with self._readers.begin() as connection:
                yield Tx(connection, self.clock, self.actor)
        except DatabaseError as error:
            raise engines.disk_fault(self.path, error) from error

    def holder(self) -> dict[str, object]:
        """Return who holds the project for writing."""
        return {"path": str(self.path), **Lock(self.path).holder()}

    def wait_for(self, change_set: int, *, seconds: float) -> bool:
        """Wait until a change set is committed; any thread but the one that writes."""
        if self._newest < change_set <= self._stored():
            return True
        with self._committed:
            return self._committed.wait_for(lambda: self._newest >= change_set, seconds)

    def history(self, tx: Tx) -> History:
        """Return what can be undone: the log folded as far as the transaction sees it.

        What is kept for the next call is never ahead of what everybody sees: neither of a reader
        that began earlier nor of a transaction that may still be taken back.
        """
        with self._folding:
            if tx.logged or log.head(tx)[0] < self._folded:
                return History.of(log.rows(tx))
            for row in log.rows(tx, after=self._folded):
                self._history.append(row)
                self._folded = row.id
            kept = self._history
            return replace(kept, done=list(kept.done), undone=list(kept.undone))

    def _writing(self) -> Engine:
        if self._writer is None:
            self._writer = engines.writing_engine(self.path)
            engines.make_polite(self._writer, self.courtesy)
        return self._writer

    def _stored(self) -> int:
        """Return the newest change set in the file, whoever wrote it."""
        with self.read() as tx:
            return log.head(tx)[0]

    def _note(self, tx: Tx) -> None:
        """Let those know who wait for a change set."""
        if tx.logged:
            with self._committed:
                self._newest = tx.logged[-1].id
                self._committed.notify_all()


def _bring_up_to_date(path: Path, lock: Lock) -> Path | None:
    """Migrate the file where it is behind; only that loads what migrations need.

    Returns:
        The copy of the old file, None where it is up to date.
    """
    brought, copy = False, None
    try:
        if engines.inspect_file(path) < SCHEMA:
            from curator.store.migrations import running

            copy = running.migrate(path)
        brought = True
    finally:
        if not brought:
            lock.release()
    return copy


def _finish(tx: Tx) -> None:
    if tx.connection.in_transaction():
        tally.count_anew(tx)
        return
    raise Bug("the transaction was ended inside its block")


def with_suffix(path: Path) -> Path:
    """Give a project's path its suffix where it has none."""
    return path if path.suffix else path.with_suffix(SUFFIX)
