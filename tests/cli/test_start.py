"""How the command starts: quickly, and the window without the machinery of the verbs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from curator import __main__, __version__
from curator.cli.window import Window, open_window, wanted_window
from tests.cli.conftest import Run, write_lines

ROOT = Path(__file__).parents[2]
HEAVY = ("PySide6", "spacy", "sqlmodel", "sqlalchemy", "pydantic", "numpy", "rich")

SPY = f"""
import atexit, runpy, sys
heavy = {HEAVY!r}
atexit.register(lambda: print([one for one in heavy if one in sys.modules], file=sys.stderr))
runpy.run_module("curator", run_name="__main__", alter_sys=True)
"""


def start(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_that_help_lists_every_verb_and_loads_nothing_heavy() -> None:
    ran = start("-c", SPY, "--help")
    assert ran.returncode == 0
    listed = re.findall(r"^  (\w+)", ran.stdout.partition("Commands:")[2], re.MULTILINE)
    verbs = "open try new import suggest export stats log undo check pipelines"
    assert [verb for verb in verbs.split() if verb not in listed] == []
    assert ran.stderr == "[]\n"


def test_that_the_help_of_a_verb_fits_its_line(run: Run) -> None:
    assert "..." not in run("--help").out.partition("Commands:")[2]


def test_that_a_verb_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    write_lines(tmp_path / "batch.jsonl", {"id": "a", "text": "Velm is quiet."}, {"id": "b"})
    assert start("-m", "curator", "new", "p", folder=tmp_path).returncode == 0
    ran = start("-m", "curator", "import", "p", "batch.jsonl", folder=tmp_path)
    assert ran.returncode == 1
    assert ran.stdout == "Imported 1 document as batch batch (act 2).\n"
    assert ran.stderr == "curator: batch.jsonl, line 2: b has no text\n"


def test_that_wrong_use_is_2_with_the_usage() -> None:
    ran = start("-m", "curator", "open")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("Usage: curator open [OPTIONS] {PROJECT} [PATH]...")


def test_that_the_version_is_said(run: Run) -> None:
    assert run("--version").out == f"curator {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], Window()),
        (["try"], Window(samples=True)),
        (["open", "p"], Window(Path("p"))),
        (["open", "p", "a", "b"], Window(Path("p"), (Path("a"), Path("b")))),
        (["open"], None),
        (["open", "p", "--help"], None),
        (["try", "p"], None),
        (["stats", "p"], None),
        (["--version"], None),
    ],
)
def test_that_only_plain_arguments_go_straight_to_the_window(
    arguments: list[str], wanted: Window | None
) -> None:
    assert wanted_window(arguments) == wanted


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What the window was opened on, in place of the window itself."""
    calls: list[dict[str, object]] = []

    def run(**wanted: object) -> int:
        calls.append(wanted)
        return 0

    module = ModuleType("curator.ui.app")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "curator.ui.app", module)
    return calls


@pytest.mark.parametrize("arguments", [["open", "p", "a"], ["open", "--", "p", "a"]])
def test_that_open_hands_project_and_paths_to_the_window(
    opened: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["curator", *arguments])
    try:
        code = __main__.main()
    except SystemExit as end:
        code = end.code
    assert code == 0
    assert opened == [{"project": Path("p"), "imports": [Path("a")], "samples": False}]


def test_that_no_verb_opens_the_window_on_what_was_open_last(
    opened: list[dict[str, object]], run: Run
) -> None:
    assert run().code == 0
    assert run("try").code == 0
    assert opened == [
        {"project": None, "imports": [], "samples": False},
        {"project": None, "imports": [], "samples": True},
    ]


def test_that_the_window_is_reached_without_typer() -> None:
    program = """
import sys, types
app = sys.modules["curator.ui.app"] = types.ModuleType("curator.ui.app")
app.run = lambda **_: int("typer" in sys.modules)
sys.argv = ["curator", "try"]
from curator.__main__ import main
sys.exit(main())
"""
    assert start("-c", program).returncode == 0


def test_that_a_window_without_its_libraries_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_name: str) -> None:
        raise ImportError("libGL.so.1: no such file", name="PySide6.QtGui")

    module = ModuleType("curator.ui.app")
    module.__getattr__ = missing  # type: ignore[method-assign]
    monkeypatch.setitem(sys.modules, "curator.ui.app", module)
    assert open_window(Window()) == 1
    assert capsys.readouterr().err.startswith(
        "curator: The window cannot be opened: libGL.so.1: no such file. "
    )
