"""What the window's process has loaded when it is painted for the first time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "numpy", "spacy")
"""What the design keeps out of the first paint."""

PROBE = """
import os, sys, threading
start = threading.Thread.start

def begun(thread):
    # The loader is started by the first paint: nothing of what it loads is there yet.
    if thread.name != "loader":
        return start(thread)
    print(*sorted(sys.modules), flush=True)
    os._exit(0)

threading.Thread.start = begun
sys.argv = ["curator", *sys.argv[1:]]
from curator.__main__ import main
main()
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Start the program in a process of its own; return its modules at the first paint."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
        "XDG_CONFIG_HOME": str(folder),
        "HOME": str(folder),
    }
    command = [sys.executable, "-c", PROBE, *arguments]
    run = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("arguments", [[], ["open", "missing.curator"], ["try"]])
def test_that_nothing_heavy_is_loaded_before_the_first_paint(
    tmp_path: Path, arguments: list[str]
) -> None:
    modules = loaded(tmp_path, *arguments)
    assert "PySide6.QtWidgets" in modules
    assert modules.isdisjoint(HEAVY)
    assert modules.isdisjoint({"typer", "PySide6.QtNetwork", "curator.ui.controller"})
