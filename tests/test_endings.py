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
from pytestqt.qtbot import QtBot

from curator.services import projects
from curator.services.health import findings
from curator.store.project import Project
from tests.support import written_suggester
from tests.ui import wire

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
ROOT = Path(__file__).parents[1]
PATIENCE = 60_000
"""Milliseconds that something may take on a machine under load."""


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
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
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


def test_that_an_import_that_is_asked_to_end_says_what_stays(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "p.curator"
    projects.create(path, scheme="news", blind_share=0.0).close()
    lines = (f'{{"id": "n{n}", "text": "Text {n} of many."}}\n' for n in range(50_000))
    (tmp_path / "many.jsonl").write_text("".join(lines), encoding="utf-8")
    with running(tmp_path, "import", str(path), "many.jsonl") as program:
        with Project.open(path, write=False) as project:
            qtbot.waitUntil(lambda: _documents(project) > 0, timeout=PATIENCE)
        program.send_signal(signal.SIGTERM)
        _out, told = program.communicate(timeout=PATIENCE / 1_000)
        assert program.returncode == 128 + signal.SIGTERM
        qtbot.waitUntil(lambda: alone(program.pid), timeout=PATIENCE)
    with Project.open(path, write=True) as project:
        kept = _documents(project)
        assert f"curator: stopped; {kept:,} documents stay in the project, as act " in told
        assert findings(project) == []


def _documents(project: Project) -> int:
    with project.read() as tx:
        return int(tx.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one())


def test_that_what_is_ignored_stays_ignored() -> None:
    script = (
        "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from curator.endings import end_verbs; end_verbs()\n"
        "assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN\n"
        "assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert ran.returncode == 0
