"""Verbs that open the window: none, `open` and `try`; imports nothing heavy, Qt comes last."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Window(NamedTuple):
    """What the window is opened on.

    Attributes:
        project: None opens the last one, or the welcome page.
        imports: files and folders to import first.
        samples: whether it is opened on a fresh copy of the sample project.
    """

    project: Path | None = None
    imports: tuple[Path, ...] = ()
    samples: bool = False


def wanted_window(arguments: Sequence[str]) -> Window | None:
    """Return what window plain arguments ask for; None leaves options, help and faults to typer.

    Args:
        arguments: those behind the program's name.
    """
    if any(argument.startswith("-") for argument in arguments):
        return None
    match list(arguments):
        case []:
            return Window()
        case ["try"]:
            return Window(samples=True)
        case ["open", project, *paths] if project:
            return Window(Path(project), tuple(map(Path, paths)))
    return None


def open_window(window: Window) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    gc.disable()  # what is imported stays; `run` looks for garbage again once all is loaded
    try:
        from curator.ui.app import run
    except ImportError as error:
        if (error.name or "").startswith("curator"):
            raise  # a module of ours that is missing is a bug
        return _unavailable(error)
    else:
        return run(project=window.project, imports=list(window.imports), samples=window.samples)
    finally:
        gc.enable()


def _unavailable(error: ImportError) -> int:
    from curator.domain.faults import Fault
    from curator.services import wording

    told = Fault("window.unavailable", reason=str(error))
    print(f"curator: {wording.fault(told).line}", file=sys.stderr)
    return 1
