"""One process writes; a dead one's lock is taken over; everybody reads."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.store import lock as locks
from curator.store.lock import Lock
from curator.store.project import Project
from tests.support.projects import take, view

SECOND = """
import sys
from pathlib import Path
from curator.domain.faults import Fault
from curator.services import deciding, reading
from curator.domain.decisions import Verdict
from curator.store.project import Project

path = Path(sys.argv[1])
try:
    Project.open(path, write=True)
except Fault as fault:
    print(fault.code, fault.facts["pid"])
with Project.open(path, write=False) as project:
    print(project.read_only, [one.label for one in reading.open_document(project, 1).annotations])
    try:
        deciding.judge(project, 1, Verdict.ACCEPT)
    except Fault as fault:
        print(fault.code, fault.facts["pid"])
"""


@pytest.fixture
def lock(tmp_path: Path) -> Lock:
    return Lock(tmp_path / "p.curator")


def written(lock: Lock, **words: object) -> None:
    lock.path.write_text(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), **words}))


def test_that_a_second_process_reads_what_the_first_one_holds(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    run = subprocess.run(
        [sys.executable, "-c", SECOND, str(project.path)],
        capture_output=True, text=True, timeout=60, check=True,
        cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONPATH": os.curdir},
    )  # fmt: skip
    assert run.stdout.splitlines() == [
        f"project.locked {os.getpid()}", "True ['PERSON']", f"project.locked {os.getpid()}",
    ]  # fmt: skip
    assert view(project).annotations[0].undecided


def test_that_a_held_lock_says_who_holds_it(lock: Lock) -> None:
    lock.take()
    with pytest.raises(Fault) as raised:
        Lock(lock.path.with_name("p.curator")).take()
    assert raised.value.code == "project.locked"
    assert raised.value.facts["pid"] == os.getpid()
    assert raised.value.facts["host"] == socket.gethostname()


def test_that_a_lock_is_given_back_once(lock: Lock) -> None:
    lock.take()
    lock.release()
    assert list(lock.path.parent.iterdir()) == []
    other = Lock(lock.path.with_name("p.curator"))
    other.take()
    lock.release()
    assert lock.holder()["pid"] == os.getpid()
    other.release()


def test_that_opening_and_closing_a_project_takes_and_gives_it_back(project: Project) -> None:
    lock = project.path.with_name("p.curator-lock")
    assert lock.exists()
    project.close()
    assert not lock.exists()
    with Project.open(project.path, write=True) as again:
        assert not again.read_only
    assert not lock.exists()


def ended() -> int:
    """The number of a process that is no more."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


@pytest.mark.parametrize("words", [{"pid": None}, {"pid": "x"}, {"since": "before the flood"}])
def test_that_a_dead_holders_lock_is_taken_over(lock: Lock, words: dict[str, object]) -> None:
    if words == {"pid": None}:
        words = {"pid": ended()}
    written(lock, **words)
    lock.take()
    assert lock.holder() == {
        "pid": os.getpid(), "host": socket.gethostname(), "since": locks._birth(os.getpid()),
    }  # fmt: skip
    assert [one.name for one in lock.path.parent.iterdir()] == [lock.path.name]


@pytest.mark.parametrize("words", ["", "{", "[]"])
def test_that_a_lock_without_words_is_taken_over(lock: Lock, words: str) -> None:
    lock.path.write_text(words)
    lock.take()
    assert lock.holder()["pid"] == os.getpid()


def test_that_a_lock_which_was_given_back_just_now_is_tried_again(
    lock: Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To replace it there would be to take it from whoever came first."""
    link, naps = os.link, list[float]()

    def given_back(_source: Path, _target: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        raise FileExistsError

    monkeypatch.setattr(os, "link", given_back)
    lock.take(sleep=naps.append)
    assert (lock.holder()["pid"], len(naps)) == (os.getpid(), 1)


def test_that_a_holder_on_another_host_counts_as_alive(lock: Lock) -> None:
    written(lock, host="elsewhere", pid=1)
    with pytest.raises(Fault) as raised:
        lock.take()
    assert raised.value.facts["host"] == "elsewhere"


def test_that_waiting_takes_the_lock_when_it_is_given_back(lock: Lock) -> None:
    holder = Lock(lock.path.with_name("p.curator"))
    holder.take()
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            holder.release()

    lock.take(wait=10.0, sleep=sleep)
    assert len(slept) == 3
    assert lock.holder()["pid"] == os.getpid()


def test_that_waiting_ends_when_its_time_is_up(lock: Lock) -> None:
    holder = Lock(lock.path.with_name("p.curator"))
    holder.take()
    slept: list[float] = []
    with pytest.raises(Fault, match=r"project\.locked"):
        lock.take(wait=0.5, sleep=slept.append)
    assert sum(slept) == pytest.approx(0.5)


def test_that_only_one_heir_takes_over_and_a_dead_heirs_guard_is_forgotten(lock: Lock) -> None:
    written(lock, pid=ended())
    guard = lock.path.with_name(f"{lock.path.name}.heir")
    guard.touch()
    with pytest.raises(Fault, match=r"project\.locked"):
        lock.take()
    old = time.time() - 60
    os.utime(guard, (old, old))
    with pytest.raises(Fault, match=r"project\.locked"):
        lock.take()
    lock.take()
    assert lock.holder()["pid"] == os.getpid()


def test_that_a_folder_which_is_none_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Fault, match=r"project\.read_only"):
        Lock(tmp_path / "file" / "p.curator").take()
