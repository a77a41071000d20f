"""What is remembered from one run to the next, and how recent projects are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from curator.ui.preferences import Preferences, Recent
from curator.ui.recents import _when


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def project(folder: Path, name: str, **facts: int) -> Recent:
    path = folder / name
    path.touch()
    return Recent(str(path), "2025-04-29T09:00:00", layers=("entity", "claim"), **facts)


def names(preferences: Preferences) -> list[str]:
    return [Path(one.path).name for one in preferences.recent()]


def test_that_the_project_opened_last_stands_first_and_once(
    settings: QSettings, tmp_path: Path
) -> None:
    preferences = Preferences(settings)
    for name in ("a", "b", "a"):
        preferences.remember(project(tmp_path, name))
    assert names(preferences) == ["a", "b"]


def test_that_it_is_all_there_in_the_next_run(settings: QSettings, tmp_path: Path) -> None:
    wanted = project(tmp_path, 'comma, quote " and ü', batches=3, done=102, total=184)
    first = Preferences(settings)
    first.remember(wanted)
    first.theme = "dark"
    first.set_last_project(Path(wanted.path))
    settings.sync()
    again = Preferences(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.recent() == [wanted]
    assert again.theme == "dark"
    assert again.last_project() == Path(wanted.path)


def test_that_the_list_is_short(settings: QSettings, tmp_path: Path) -> None:
    preferences = Preferences(settings)
    for number in range(12):
        preferences.remember(project(tmp_path, str(number)))
    assert names(preferences) == [str(number) for number in range(11, 3, -1)]


def test_that_projects_that_are_gone_are_not_listed(settings: QSettings, tmp_path: Path) -> None:
    preferences = Preferences(settings)
    one = project(tmp_path, "a")
    preferences.remember(one)
    preferences.set_last_project(Path(one.path))
    Path(one.path).unlink()
    assert preferences.recent() == []
    assert preferences.last_project() is None


@pytest.mark.parametrize("stored", ["", "no JSON", "5", "[5]", '[{"path": 1}]', '{"a": 1}', "[{}]"])
def test_that_a_list_that_makes_no_sense_is_an_empty_one(settings: QSettings, stored: str) -> None:
    settings.setValue("recent", stored)
    assert Preferences(settings).recent() == []


def test_that_the_list_can_be_forgotten(settings: QSettings, tmp_path: Path) -> None:
    preferences = Preferences(settings)
    preferences.remember(project(tmp_path, "a"))
    preferences.forget_recent()
    assert preferences.recent() == []


def test_that_a_project_is_found_from_another_folder(
    settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path may be given relative to where the program was started."""
    project(tmp_path, "p.curator")
    monkeypatch.chdir(tmp_path)
    preferences = Preferences(settings)
    preferences.set_last_project(Path("p.curator"))
    monkeypatch.chdir("/")
    assert preferences.last_project() == tmp_path / "p.curator"


def test_that_the_theme_is_the_systems_at_first(settings: QSettings) -> None:
    assert Preferences(settings).theme == "system"


def test_that_moments_are_told_as_people_say_them() -> None:
    now = datetime.now().replace(hour=9, minute=4)
    assert _when(now.isoformat()) == "Today, 09:04"
    assert _when((now - timedelta(days=1)).isoformat()) == "Yesterday"
    long_ago = now - timedelta(days=400)
    assert _when(long_ago.isoformat()).endswith(str(long_ago.year))
    assert not _when((now - timedelta(days=30)).isoformat()).endswith(str(now.year))
    assert _when("nonsense") == ""
