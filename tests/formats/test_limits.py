"""Limits of the import process, each in a process that may die of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from curator.formats.limits import TOO_LONG

ROOT = Path(__file__).parents[2]

STEP_WITHOUT_ALARMS = """
import threading
from curator.formats.limits import Patience
def step():
    patience = Patience(seconds)
    with patience:
        pass
    with patience:
        threading.Event().wait(0.3)
seconds = {seconds}
thread = threading.Thread(target=step)
thread.start()
thread.join()
"""

TOO_MUCH = """
from curator.formats.limits import limit_memory
assert limit_memory(300 * 2**20)
try:
    bytearray(400 * 2**20)
except MemoryError:
    raise SystemExit(7)
"""


def run(script: str) -> int:
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode


@pytest.mark.parametrize(("seconds", "code"), [("0.05", TOO_LONG), ("20.0", 0)])
def test_that_a_step_too_long_ends_a_process_without_alarms(seconds: str, code: int) -> None:
    assert run(STEP_WITHOUT_ALARMS.format(seconds=seconds)) == code


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have no such limit")
def test_that_too_much_memory_is_an_error_in_the_process() -> None:
    assert run(TOO_MUCH) == 7
