"""The verb `pipelines`, and what it chooses for `suggest`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curator.services import pipelines
from curator.suggest import models
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the choice, in a folder of the test's own."""
    monkeypatch.delenv(models.VARIABLE, raising=False)
    monkeypatch.setattr(models, "OFFICIAL", ())
    monkeypatch.setattr(models, "PACKAGED", ())
    monkeypatch.setattr(pipelines, "_points", lambda: iter(()))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "Curator" / "pipelines.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "theirs"
    made.mkdir()
    meta = {"lang": "en", "name": "wire_sm", "version": "2"}
    (made / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return made


def test_that_a_folder_is_trusted_chosen_and_listed(run: Run, folder: Path, settings: Path) -> None:
    assert run("pipelines").out == "Used: none, because none is installed\n"
    assert run("pipelines", "trust", "theirs").out == (
        f"Trusted: {folder} (English, small: wire_sm 2).\n"
    )
    assert run("pipelines", "choose", "theirs").out == f"Chosen: {folder}.\n"
    assert run("pipelines").out == f"* {folder}  English, small: wire_sm 2 (folder)\n"
    assert run("pipelines", "--json").json == {
        "used": str(folder),
        "chosen": str(folder),
        "pipelines": [
            {
                "name": str(folder),
                "version": "2",
                "kind": "folder",
                "words": "English, small: wire_sm 2",
                "used": True,
            }
        ],
    }
    assert settings.is_file()
    assert run("pipelines", "choose").out == "Chosen: what is installed.\n"
    run("pipelines", "distrust", "theirs")
    assert run("pipelines", "--json").json["pipelines"] == []


def test_that_what_is_not_there_or_not_trusted_is_refused_in_words(run: Run, folder: Path) -> None:
    ran = run("pipelines", "choose", "nobodys")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("curator: There is no such pipeline: nobodys.")
    ran = run("pipelines", "choose", "theirs")
    assert ran.code == 1
    assert ran.err.startswith(f"curator: The pipeline's folder is not trusted: {folder}. If you")
    assert run("pipelines", "trust", ".").code == 2


def test_that_a_pipeline_that_is_named_and_not_installed_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(models.VARIABLE, "nobodys")
    assert run("pipelines").out == "Used: nobodys\n"
