"""How far a long verb has come: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from curator.services import wording

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

Told = Callable[[int, "int | None"], None]
"""Takes how many units are done, and of how many; None while unknown."""

_EVERY = 30.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def progress(what: str, *, unit: str) -> Iterator[Told]:
    """Show how far something has come, on standard error and never on standard output.

    Args:
        what: what is done, such as ``"Importing"``.
        unit: ``"bytes"`` or a noun, such as ``"document"``.

    Yields:
        What to tell it to.
    """
    if sys.stderr.isatty():
        with _bar() as bar:
            task = bar.add_task(what, total=None, count="")

            def move(done: int, total: int | None) -> None:
                bar.update(task, completed=done, total=total, count=_of(done, total, unit))

            yield move
        return
    last = time.monotonic()

    def line(done: int, total: int | None) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY:
            last = time.monotonic()
            print(f"{what}: {_of(done, total, unit)}", file=sys.stderr, flush=True)

    yield line


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[count]}", markup=False),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _of(done: int, total: int | None, unit: str) -> str:
    if unit == "bytes":
        return (
            wording.size(done)
            if total is None
            else f"{wording.size(done)} of {wording.size(total)}"
        )
    if total is None:
        return wording.counted(done, unit)
    return f"{done:,} of {wording.counted(total, unit)}"
