"""What verbs say: reports on standard output, everything else in lines on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec

import typer

from curator.domain.faults import Fault
from curator.endings import CODE, Ended
from curator.services import wording

P = ParamSpec("P")

PROBLEMS, WRONG_USE, STOPPED = 1, 2, 130
"""Exit codes; 0 is done."""

_USAGE = frozenset(
    {
        "export.as_of",
        "export.as_of_states",
        "export.as_of_words",
        "export.format",
        "export.label",
        "export.rename",
        "export.split",
        "filter.date",
        "filter.key",
        "filter.value",
        "import.annotations",
        "import.format",
        "import.label_map",
        "import.labels",
        "learning.no_version",
        "list.label",
        "list.missing",
        "pipeline.no_folder",
        "pipeline.unknown",
        "profile.missing",
        "profile.name",
        "project.blind_share",
        "scheme.unknown",
        "suggest.layer",
    }
)
"""Faults that are wrong use of the command line."""

_MOST = 100
"""Lines of one kind that are shown to people; JSON has them all."""


def verb(command: Callable[P, None]) -> Callable[P, None]:
    """Make a command of a function: a fault becomes a line and an exit code, and so does Ctrl+C."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            with stopping(lambda: "nothing was done"):
                command(*args, **kwargs)
        except Fault as fault:
            complain(wording.fault(fault).line)
            raise typer.Exit(WRONG_USE if fault.code in _USAGE else PROBLEMS) from fault

    return run


@contextmanager
def stopping(says: Callable[[], str]) -> Iterator[None]:
    """Say in one line what stays when Ctrl+C, or a signal to end, ends the block."""
    try:
        yield
    except KeyboardInterrupt as interrupt:
        complain(f"stopped; {says()}")
        code = CODE + interrupt.number if isinstance(interrupt, Ended) else STOPPED
        raise typer.Exit(code) from interrupt


def complain(line: str) -> None:
    """Say one line on standard error."""
    typer.echo(f"curator: {line}", err=True)


def say(line: str) -> None:
    """Say one line of a report."""
    typer.echo(line)


def say_json(value: Any) -> None:
    """Report a plain value; letters are spelt out where the stream cannot hold them all."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    typer.echo(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2))


def list_lines(lines: Sequence[str], *, show: Callable[[str], None]) -> None:
    """Show lines of one kind, the first hundred of many."""
    for line in lines[:_MOST]:
        show(line)
    if len(lines) > _MOST:
        show(f"… and {len(lines) - _MOST:,} more; --json lists them all")


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines, the first column to the left and numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *others = row
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()
