"""Who serves a person goes first; nobody waits for ever."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from curator.services import projects
from curator.store.courtesy import Courtesy


def in_thread(job: object) -> threading.Thread:
    thread = threading.Thread(target=job)  # type: ignore[arg-type]
    thread.start()
    return thread


def test_that_others_wait_until_a_turn_ends() -> None:
    courtesy, order = Courtesy(), list[str]()

    def other() -> None:
        courtesy.give_way()
        order.append("other")

    with courtesy.turn(), courtesy.turn():
        thread = in_thread(other)
        order.append("turn")
    thread.join(5)
    assert order == ["turn", "other"]


def test_that_a_turn_without_end_holds_nobody_up() -> None:
    courtesy = Courtesy()
    with courtesy.turn():
        thread = in_thread(courtesy.give_way)
        thread.join(5)
        assert not thread.is_alive()


def test_that_who_has_the_turn_does_not_wait_for_it() -> None:
    courtesy = Courtesy()
    with courtesy.turn():
        before = time.monotonic()
        for _ in range(1000):
            courtesy.give_way()
        assert time.monotonic() - before < 5


def test_that_statements_to_the_file_give_way(tmp_path: Path) -> None:
    with projects.create(tmp_path / "p.curator", scheme="news") as project:
        asked: list[int] = []
        project.courtesy.give_way = lambda: asked.append(1)  # type: ignore[method-assign]
        with project.read() as tx:
            tx.connection.exec_driver_sql("SELECT 1")
        assert asked
