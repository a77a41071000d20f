"""Plug-ins: strangers' entry points load as our own do, and a broken one is a notice."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from curator import assets, plugins
from curator.domain.faults import Fault

Install = Callable[[str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a stranger's distribution with one module and a table of entry points."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(entry_points: str, /) -> None:
        (tmp_path / "stranger.py").write_text("PLUGIN = 'theirs'\n", encoding="utf-8")
        (tmp_path / "stranger_broken.py").write_text("raise SystemError('no')", encoding="utf-8")
        info = tmp_path / "stranger-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")
        importlib.invalidate_caches()

    yield write
    sys.modules.pop("stranger", None)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in which Curator is not installed; returns its folder."""

    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    folder = tmp_path / "checkout"
    folder.mkdir()
    monkeypatch.setattr(plugins, "distribution", missing)
    monkeypatch.setattr(assets, "checkout", lambda: folder)
    return folder


def test_that_a_strangers_plug_in_is_found_by_its_name(install: Install) -> None:
    install("[curator.probes]\nmine = stranger:PLUGIN\n")
    assert plugins.load("curator.probes") == plugins.Plugins({"mine": "theirs"}, ())


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("stranger_broken:PLUGIN", "SystemError('no')"),
        ("stranger_absent:PLUGIN", "ModuleNotFoundError"),
        ("stranger:ABSENT", "AttributeError"),
    ],
)
def test_that_a_broken_plug_in_is_a_fault_and_the_others_load(
    install: Install, target: str, reason: str
) -> None:
    install(f"[curator.probes]\nmine = stranger:PLUGIN\nother = {target}\n")
    loaded = plugins.load("curator.probes")
    assert loaded.found == {"mine": "theirs"}
    (fault,) = loaded.broken
    assert isinstance(fault, Fault)
    assert fault.code == "plugin.broken"
    assert fault.facts["name"] == "other"
    assert reason in str(fault.facts["reason"])


def test_that_a_bare_checkout_reads_the_table_of_its_project_file(
    bare: Path, install: Install
) -> None:
    install("[curator.probes]\nmine = stranger:PLUGIN\n")
    (bare / "pyproject.toml").write_text(
        "[project]\nname = 'curator'\n"
        "[project.entry-points.'curator.probes']\nours = 'stranger:PLUGIN'\n",
        encoding="utf-8",
    )
    assert plugins.load("curator.probes").found == {"mine": "theirs", "ours": "theirs"}


def test_that_without_a_project_file_there_are_only_strangers(bare: Path, install: Install) -> None:
    install("[curator.probes]\nmine = stranger:PLUGIN\n")
    assert plugins.load("curator.probes").found == {"mine": "theirs"}


def test_that_an_unknown_group_is_empty() -> None:
    assert plugins.load("curator.nothing") == plugins.Plugins({}, ())
