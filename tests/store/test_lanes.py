"""A lane runs one job after the other, the most urgent first, and survives what they raise."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from curator.domain.faults import Fault
from curator.store.lanes import Lane, Priority


class Held:
    """A lane whose first job waits, so that what is submitted meanwhile queues up."""

    def __init__(self) -> None:
        self.lane = Lane("test")
        self.ran: list[str] = []
        self._go = threading.Event()
        self.lane.submit(lambda: self._go.wait(10))

    def submit(self, name: str, priority: Priority) -> None:
        self.lane.submit(lambda: self.ran.append(name), priority=priority)

    def let_go(self) -> None:
        self._go.set()
        self.lane.close()


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    lane.close()


def test_that_decisions_go_before_suggestions_and_those_before_imports() -> None:
    held = Held()
    held.submit("import", Priority.IMPORT)
    held.submit("suggestion", Priority.SUGGESTION)
    held.submit("decision", Priority.DECISION)
    held.submit("second decision", Priority.DECISION)
    held.let_go()
    assert held.ran == ["decision", "second decision", "suggestion", "import"]


def test_that_closing_runs_what_is_queued_first() -> None:
    held = Held()
    for number in range(50):
        held.submit(str(number), Priority.IMPORT)
    held.let_go()
    assert held.ran == [str(number) for number in range(50)]


def test_that_a_job_runs_in_the_lanes_thread_and_its_result_comes_home(lane: Lane) -> None:
    assert lane.submit(lambda: threading.current_thread().name).result(5) == "lane-test"


@pytest.mark.parametrize("error", [Fault("project.disk"), ZeroDivisionError()])
def test_that_what_a_job_raises_goes_into_its_future(lane: Lane, error: Exception) -> None:
    def fail() -> None:
        raise error

    assert lane.submit(fail).exception(5) is error
    assert lane.submit(lambda: "still there").result(5) == "still there"


def test_that_a_cancelled_job_does_not_run() -> None:
    held = Held()
    future = held.lane.submit(lambda: held.ran.append("cancelled"))
    assert future.cancel()
    held.submit("after", Priority.DECISION)
    held.let_go()
    assert held.ran == ["after"]


def test_that_a_lane_that_is_closed_takes_no_more() -> None:
    """The future of what was submitted too late was never done, and whoever waited hung."""
    lane = Lane("test")
    lane.close()
    future = lane.submit(lambda: None)
    assert future.cancelled()
