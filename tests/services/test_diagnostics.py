"""Diagnostics tell versions and sizes, and no word of what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator import __version__
from curator.services import diagnostics
from tests.support.pictures import record
from tests.support.projects import make, take


def test_that_they_tell_versions_and_sizes(tmp_path: Path) -> None:
    with make(tmp_path / "secret.curator") as project:
        take(project, record("harbour", "The [Swan:PERSON?] left", title="Of ships"))
        take(project, record("valley", "Snow on [Ostré:GPE!]"), batch="of May")
        found = diagnostics.diagnostics(project)
    assert found["Curator"].startswith(f"{__version__}, schema ")
    assert found["Documents"] == "2 in 2 batches"
    assert found["Annotations"].startswith("entity, accepted: 1; entity, suggested: 1")
    assert found["Project"].endswith(" bytes, for writing")
    words = diagnostics.plain(found)
    assert words.count("\n") == len(found)
    told = ("Swan", "Ostré", "ships", "May", "harbour", "secret", "PERSON", str(tmp_path))
    assert [one for one in told if one in words] == []


def test_that_they_tell_of_the_program_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "_LIBRARIES", ("spacy", "no-such-library"))
    found = diagnostics.diagnostics()
    assert "Project" not in found
    assert found["spacy"][0].isdigit()
    assert found["no-such-library"] == "not installed"
