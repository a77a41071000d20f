"""What can stand in the way of an act: a full disk, a lane that is busy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from curator.domain.faults import Fault
from curator.store.lanes import Priority
from curator.store.project import Project, Tx
from curator.ui.session import Session

FULL = Fault("project.disk", path="wire.curator", reason="no space left")


class Disk:
    """A disk that is full for some writes.

    Attributes:
        refuses: how many of the next writes fail.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses = 0
        write = Project.write

        @contextmanager
        def writing(project: Project) -> Iterator[Tx]:
            if self.refuses:
                self.refuses -= 1
                raise FULL
            with write(project) as tx:
                yield tx

        monkeypatch.setattr(Project, "write", writing)


def hold(session: Session) -> Callable[[], None]:
    """Keep the writing lane busy until the returned function is called."""
    gate = Event()
    session.desk.in_turn(lambda _project: gate.wait(10), priority=Priority.DECISION)
    return gate.set
