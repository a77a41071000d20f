"""What comes home from other threads is told once, and gone after that."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from curator.ui.desk import Desk
from curator.ui.home import Home
from tests.support import projects


class Result:
    """What a job came to, and can be watched going."""


@contextmanager
def no_collecting() -> Iterator[None]:
    """Only counting of references frees what is left behind."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(projects.make(tmp_path / "desk.curator"))
    yield made
    made.close()


@pytest.mark.parametrize("way", ["read", "write"])
def test_that_a_result_is_gone_after_it_was_told(desk: Desk, qtbot: QtBot, way: str) -> None:
    seen: list[weakref.ref[Result]] = []
    send: Callable[..., None] = getattr(desk, way)
    with no_collecting():
        send(lambda _project: Result(), lambda came: seen.append(weakref.ref(came)))
        qtbot.waitUntil(lambda: bool(seen) and seen[0]() is None, timeout=5_000)
    assert desk.pending == 0


def test_that_of_a_cancelled_job_only_the_end_is_told(qtbot: QtBot) -> None:
    home, future = Home(), Future[None]()
    ends: list[Future[None]] = []
    told: list[object] = []
    home.bring(future, told.append, failed=told.append, always=ends.append)
    assert future.cancel()
    qtbot.waitUntil(lambda: ends == [future], timeout=5_000)
    assert told == []
