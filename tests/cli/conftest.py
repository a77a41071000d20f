"""The command line in the test's own process, in a folder of its own, with a written suggester."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from curator.cli.app import app
from tests.support import written_suggester


@dataclass(frozen=True)
class Ran:
    """What a run of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]

DOCUMENTS = [
    {"id": "a", "text": "Minister Anna Varga said exports rose. Velm agreed."},
    {"id": "b", "text": "The harbour is quiet."},
]

FIRST_SENTENCE = "Minister Anna Varga said exports rose."
SPANS: dict[str, Any] = {
    "id": "c",
    "text": "Velm is quiet.",
    "spans": [{"start": 0, "end": 4, "label": "TOWN", "state": "accepted"}],
}

WRITTEN = {
    "Minister Anna Varga": [
        {"layer": "entity", "label": "PERSON", "parts": [["mention", "Anna Varga"]]},
        {"layer": "entity", "label": "GPE", "parts": [["mention", "Velm"]], "score": 0.8},
        {
            "layer": "claim",
            "label": "assertion",
            "parts": [
                ["source", "Minister Anna Varga"],
                ["cue", "said"],
                ["content", "exports rose"],
            ],
            "score": 0.9,
        },
        {
            "layer": "claim",
            "label": "assertion",
            "parts": [["source", "Velm"], ["cue", "agreed"]],
            "score": 0.2,
            "candidate_why": "below",
        },
    ]
}


def ran(*arguments: str) -> Ran:
    """Run a verb in the current folder."""
    found = CliRunner().invoke(app, list(arguments), prog_name="curator")
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        raise found.exception
    return Ran(found.exit_code, found.stdout, found.stderr)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a verb in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return ran


def write_lines(path: Path, *records: dict[str, Any]) -> None:
    """Write documents in our JSONL."""
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project ``p`` of two documents, made once."""
    folder = tmp_path_factory.mktemp("first")
    write_lines(folder / "batch.jsonl", *DOCUMENTS)
    with contextlib.chdir(folder):
        assert ran("new", "p", "--scheme", "everything", "--blind", "0").code == 0
        assert ran("import", "p", "batch.jsonl").code == 0
    return folder


@pytest.fixture
def made(run: Run, first: Path, tmp_path: Path) -> Run:
    """Runs verbs beside a project ``p`` with two documents."""
    shutil.copytree(first, tmp_path, dirs_exist_ok=True)
    return run


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the suggest process propose what is written above."""
    path = tmp_path / "written.json"
    path.write_text(json.dumps(WRITTEN), encoding="utf-8")
    monkeypatch.setenv(written_suggester.VARIABLE, str(path))
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
