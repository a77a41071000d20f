"""Signals that ask to end are ordinary exits: of the window, of verbs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typer
from pytestqt.qtbot import QtBot

from curator.cli.output import stopping
from curator.endings import end_verbs
from curator.services.health import findings
from curator.store.project import Project
from tests.support import written_suggester
from tests.ui import wire

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
ROOT = Path(__file__).parents[1]
PATIENCE = 60_000
"""Milliseconds that something may take on a machine under load."""


def heeding() -> None:
    """Ignore no signal in a new process: what runs the tests may do so, and hands it down."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program with arguments, in a process group and with settings of its own."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "CURATOR_SUGGEST_MODULE": written_suggester.MODULE,
    }
    program = subprocess.Popen(
        [sys.executable, "-m", "curator", *arguments],
        cwd=folder, env=environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heeding,  # noqa: PLW1509
    )  # fmt: skip
    try:
        yield program
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGKILL)
        program.communicate()


def alone(group: int) -> bool:
    """Whether nobody is left in a process group."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_that_the_window_ends_as_if_it_were_closed(
    qtbot: QtBot, tmp_path: Path, number: signal.Signals
) -> None:
    path = tmp_path / "wire.curator"
    wire.make(path)
    lock = path.with_name("wire.curator-lock")
    with running(tmp_path, "open", str(path)) as program:
        qtbot.waitUntil(lock.exists, timeout=PATIENCE)
        program.send_signal(number)
        _out, told = program.communicate(timeout=PATIENCE / 1_000)
        assert (program.returncode, told) == (128 + number, "")
        assert not lock.exists()
        qtbot.waitUntil(lambda: alone(program.pid), timeout=PATIENCE)
    with Project.open(path, write=True) as project:
        assert findings(project) == []


def test_that_a_verb_ends_by_a_signal_as_by_ctrl_c(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    monkeypatch.setattr(signal, "getsignal", lambda _number: signal.SIG_DFL)
    try:
        end_verbs()
        with pytest.raises(typer.Exit) as ended, stopping(lambda: "all of it stays"):
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, kept[0])
        signal.signal(signal.SIGHUP, kept[1])
    assert ended.value.exit_code == 128 + signal.SIGTERM
    assert capsys.readouterr().err == "curator: stopped; all of it stays\n"


def test_that_what_is_ignored_stays_ignored() -> None:
    script = (
        "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from curator.endings import end_verbs; end_verbs()\n"
        "assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN\n"
        "assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert ran.returncode == 0
