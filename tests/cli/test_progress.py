"""Progress is a bar on a terminal and a line now and then elsewhere, never on standard output."""

from __future__ import annotations

import io
import sys

import pytest

from curator.cli import progress as module
from curator.cli.progress import progress


class Terminal(io.StringIO):
    """Takes what is written and says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_that_a_terminal_sees_a_bar_with_its_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress("Suggesting", unit="document") as told:
        told(0, None)
        told(3, 1200)
    assert "Suggesting" in terminal.getvalue()
    assert "3 of 1,200 documents" in terminal.getvalue()
    assert capsys.readouterr().out == ""


def test_that_a_short_run_without_a_terminal_says_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress("Importing", unit="bytes") as told:
        told(10, 20)
    assert capsys.readouterr() == ("", "")


def test_that_a_long_run_without_a_terminal_says_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_EVERY", 0.0)
    with progress("Importing", unit="bytes") as told:
        told(1 << 20, 4 << 20)
        told(2 << 20, None)
    assert capsys.readouterr() == ("", "Importing: 1 MB of 4 MB\nImporting: 2 MB\n")
