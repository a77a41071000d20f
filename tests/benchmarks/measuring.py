"""Measuring: medians with their spread, runs in turn, processes of their own, the machine."""

from __future__ import annotations

import getpass
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROBES = Path(__file__).parent / "probes"


@dataclass(frozen=True)
class Figure:
    """One line of the report.

    Attributes:
        name: what was measured.
        words: the figures.
        value: what is held against floor and goal; None where it is only reported.
        floor: the most that it may be.
        goal: the most that it should be.
    """

    name: str
    words: str
    value: float | None = None
    floor: float | None = None
    goal: float | None = None

    @property
    def missed(self) -> bool:
        """Whether it is above its floor."""
        return self.value is not None and self.floor is not None and self.value > self.floor

    def __str__(self) -> str:
        held = ""
        if self.value is not None and self.floor is not None:
            told = "MISSED" if self.missed else "held"
            held = f"  floor {self.floor:g} {told}"
            if self.goal is not None:
                held += f", goal {self.goal:g} {'met' if self.value <= self.goal else 'not met'}"
        return f"{self.name:<34} {self.words}{held}"


@dataclass(frozen=True)
class Run:
    """How a benchmark runs.

    Attributes:
        times: how often each thing is measured.
        quick: whether sizes are small; nothing is held against floors then.
    """

    times: int = 5
    quick: bool = False


class Series:
    """Seconds of one thing, measured several times."""

    def __init__(self, seconds: Iterable[float] = ()) -> None:
        self.seconds = list(seconds)

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        values = self.median, min(self.seconds), max(self.seconds)
        if values[0] >= 1:
            return "{:.2f} s ({:.2f}–{:.2f})".format(*values)
        digits = 0 if values[0] >= 0.02 else 2
        return "{:.{d}f} ms ({:.{d}f}–{:.{d}f})".format(*(1e3 * v for v in values), d=digits)


def in_turn(things: Mapping[str, Callable[[], float]], times: int) -> dict[str, Series]:
    """Measure things one after the other, round by round, so that noise meets all of them.

    Args:
        things: each returns the seconds that it took.
        times: rounds; one more is run before and not counted.
    """
    found = {name: Series() for name in things}
    for number in range(times + 1):
        for name, measure in things.items():
            seconds = measure()
            if number:
                found[name].seconds.append(seconds)
    return found


def ratio(upper: Series, lower: Series) -> float:
    """Return how many times longer one takes, by the medians of pairs measured together."""
    pairs = zip(upper.seconds, lower.seconds, strict=True)
    return statistics.median(a / b for a, b in pairs)


def clock(action: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a child: no screen, settings of its own, bytecode kept.

    An installed program has its bytecode, so it is written beside the benchmark's other files.
    """
    keep = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return keep | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(kept("bytecode")),
        "XDG_CONFIG_HOME": str(kept("settings")),
        **more,
    }


def run(*arguments: str | Path, **more: str) -> str:
    """Run Python in a process of its own and return what it prints."""
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(
        command, env=environment(**more), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def asked(*arguments: str | Path) -> Iterator[Callable[[str], dict[str, Any]]]:
    """Start a Python process that answers lines with lines of JSON; its first says it is ready.

    Gives the function that asks it. Matrices are multiplied in one thread, as our processes do.
    """
    command = [sys.executable, *map(str, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    settings = environment(OPENBLAS_NUM_THREADS="1")
    with subprocess.Popen(command, env=settings, text=True, **pipes) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        questions, answers = process.stdin, process.stdout

        def answer(question: str) -> dict[str, Any]:
            questions.write(question + "\n")
            questions.flush()
            if not (line := answers.readline()):
                raise SystemExit(f"{' '.join(command)} gave no answer to {question!r}")
            told: dict[str, Any] = json.loads(line)
            return told

        answers.readline()
        yield answer
        questions.close()


def until_told(*arguments: str | Path) -> float:
    """Return the seconds from the start of a process until the moment that it prints.

    The process prints `time.monotonic()`, a clock that all processes share.
    """
    start = time.monotonic()
    return float(run(*arguments).split()[0]) - start


def kept(name: str) -> Path:
    """Return a folder that stays from one run of the benchmarks to the next."""
    folder = Path(tempfile.gettempdir()) / f"curator-benchmarks-{getpass.getuser()}" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def fresh() -> Iterator[Path]:
    """Give a folder that goes away afterwards, on the disk of the kept ones."""
    with tempfile.TemporaryDirectory(dir=kept("fresh")) as folder:
        yield Path(folder)


def machine() -> str:
    """Return what it runs on."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = names[0] if names else model
    cores = os.cpu_count()
    return f"{model}, {cores} cores, {platform.system()}, Python {platform.python_version()}"


def load() -> str:
    """Return how busy the machine is, over the last one, five and fifteen minutes."""
    return "load " + " ".join(f"{value:.2f}" for value in os.getloadavg())


def table(figures: Sequence[Figure]) -> str:
    """Return figures as lines."""
    return "\n".join(str(figure) for figure in figures)
