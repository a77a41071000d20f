"""Guards around every test: no warning, no left-over thread, timer or process; fixed times."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import logging
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import no_sockets  # by itself, as a process that shares the suite has it already
import pytest
from hypothesis import settings

import curator.suggest  # noqa: F401 - before spaCy, which would ask for a socket

OFFLINE = Path(__file__).parent / "support" / "offline"
"""A child's `sitecustomize`, which refuses internet sockets there."""

PATIENCE = 3.0
"""Seconds that a thread or process gets to end after its test."""

NO_STYLE = "/**/"
"""A style sheet without a rule; Qt does not survive every change between one and none."""

settings.register_profile("house", deadline=None, max_examples=40)
settings.register_profile("full", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)


def pytest_configure(config: pytest.Config) -> None:
    """Leave the long forms out unless somebody chooses by marker; shut out network and settings.

    Who chooses gets as many examples of every property as Hypothesis has by default.
    """
    if not config.option.markexpr:
        config.option.markexpr = "not full"
    short = "house" if config.option.markexpr == "not full" else "full"
    settings.load_profile("ci" if os.environ.get("CI") else short)
    folder = tempfile.TemporaryDirectory(prefix="curator-tests-")
    config.add_cleanup(folder.cleanup)
    os.environ["XDG_CONFIG_HOME"] = folder.name
    os.environ[no_sockets.TRIED] = str(Path(folder.name) / "tried")
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(OFFLINE), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    no_sockets.install()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Tells a fixed time, and one second more at every call."""
    seconds = iter(range(1_000_000))
    start = datetime(2025, 4, 29, 9, 0, 0, tzinfo=UTC)
    return lambda: start + timedelta(seconds=next(seconds))


class Warned(logging.Handler):
    """Keeps what was logged as a warning or worse.

    Attributes:
        lines: what was said, with its logger and level; a test that expects one takes it out.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest) -> Iterator[Path]:
    """Fails the test for every internet socket that it or its children tried to open.

    A test marked `network` may talk to this computer. Returns the file with the attempts.
    """
    tried = Path(os.environ[no_sockets.TRIED])
    with pytest.MonkeyPatch.context() as patch:
        if request.node.get_closest_marker("network"):
            patch.setenv(no_sockets.LOOPBACK, "1")
        yield tried
    if tried.exists():
        lines = tried.read_text(encoding="utf-8").splitlines()
        tried.unlink()
        raise AssertionError(f"tried to reach the network: {lines}")


@pytest.fixture(autouse=True)
def warned() -> Iterator[list[str]]:
    """Fails the test for every line logged as a warning that it did not take out."""
    handler = Warned()
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)
    assert handler.lines == [], "logged during the test"


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """Fails the test for a thread, timer or process that it started and did not end."""
    threads, processes = set(threading.enumerate()), children()
    timers = set(running_timers())
    yield
    started = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in started:
        if not isinstance(thread, threading._DummyThread):
            thread.join(PATIENCE)
            assert not thread.is_alive(), f"left over: {thread.name}"
    left = wait_for(lambda: {pid: what for pid, what in children().items() if pid not in processes})
    assert left == {}, "processes left over"
    assert [timer for timer in running_timers() if timer not in timers] == [], "timers left over"


@pytest.fixture(autouse=True)
def undressed() -> Iterator[None]:
    """Takes away the style sheet that a test gave to the whole application."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = None if widgets is None else widgets.QApplication.instance()
    if app is not None and len(app.styleSheet()) > len(NO_STYLE):
        app.setStyleSheet(NO_STYLE)
        app.setPalette(app.style().standardPalette())


def wait_for(left: Callable[[], dict[int, str]]) -> dict[int, str]:
    """What is still left once patience has run out; looks again only when something is."""
    end = time.monotonic() + PATIENCE
    while (found := left()) and time.monotonic() < end:
        time.sleep(0.01)
    return found


def children() -> dict[int, str]:
    """The processes that this one has started, with their command lines; Linux only."""
    found = {}
    for tasks in Path("/proc/self/task").glob("*/children"):
        try:
            pids = tasks.read_text().split()
        except OSError:
            continue
        for pid in pids:
            command = command_line(pid)
            if command and "resource_tracker" not in command:
                found[int(pid)] = command
    return found


def command_line(pid: str) -> str:
    try:
        raw = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ""
    return raw.replace(b"\0", b" ").decode(errors="replace").strip() or "(ended, not waited for)"


def running_timers() -> list[object]:
    """The running timers that belong to the application and so to no window that was closed."""
    if (core := sys.modules.get("PySide6.QtCore")) is None:
        return []
    app = core.QCoreApplication.instance()
    return [] if app is None else [t for t in app.findChildren(core.QTimer) if t.isActive()]
