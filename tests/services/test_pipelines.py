"""Which pipelines there are, and which one the suggest process is told to load."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.services import pipelines
from curator.services.pipelines import Pipeline
from curator.suggest import models

META = {"lang": "az", "name": "wire_news_md", "version": "1.2"}
Install = Callable[..., None]


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(models.VARIABLE, raising=False)
    monkeypatch.setattr(models, "PACKAGED", ("a_copy",))
    monkeypatch.setattr(pipelines, "_points", lambda: iter(()))


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config" / "pipelines.json"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a package of a pipeline that must not be imported."""
    monkeypatch.syspath_prepend(tmp_path / "site")

    def write(name: str, version: str = "1.2", *, meta: object = META) -> None:
        package = tmp_path / "site" / name
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("raise SystemError('imported')", encoding="utf-8")
        (package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
        info = tmp_path / "site" / f"{name}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        points = f"[spacy_models]\n{name} = {name}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        importlib.invalidate_caches()
        found = importlib.metadata.entry_points(group="spacy_models")
        ours = [point for point in found if (tmp_path / "site" / point.name).is_dir()]
        monkeypatch.setattr(pipelines, "_points", lambda: iter(ours))

    return write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "made here"
    made.mkdir()
    (made / "meta.json").write_text(json.dumps(META), encoding="utf-8")
    return made


def names(settings: Path) -> list[str]:
    return [one.name for one in pipelines.installed(settings=settings)]


def test_that_installed_pipelines_are_told_without_importing_them(
    install: Install, settings: Path
) -> None:
    install("az_wire")
    install("en_core_web_sm", "3.8.0", meta={"lang": "en", "name": "core_web_sm", "version": "3"})
    install("a_copy", meta="no object")
    assert pipelines.installed(settings=settings) == [
        Pipeline("en_core_web_sm", "3.8.0", "official", "English, small: core_web_sm 3"),
        Pipeline("a_copy", "1.2", "packaged", "a_copy"),
        Pipeline("az_wire", "1.2", "other", "Azerbaijani, medium: wire_news_md 1.2"),
    ]


def test_that_a_package_that_only_holds_a_name_is_not_listed(
    install: Install, settings: Path
) -> None:
    install("az_wire", "999.9.9")
    assert names(settings) == []
    with pytest.raises(Fault, match=r"pipeline\.unknown"):
        pipelines.choose("az_wire", settings=settings)


def test_that_a_choice_is_kept_and_can_be_taken_back(install: Install, settings: Path) -> None:
    install("az_wire")
    assert pipelines.wanted(settings=settings) is None
    pipelines.choose("az_wire", settings=settings)
    assert pipelines.chosen(settings=settings) == "az_wire"
    assert pipelines.wanted(settings=settings) == "az_wire"
    pipelines.choose(None, settings=settings)
    assert pipelines.wanted(settings=settings) is None


def test_that_what_is_asked_for_goes_before_the_variable_and_that_before_the_choice(
    install: Install, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("az_wire")
    pipelines.choose("az_wire", settings=settings)
    monkeypatch.setenv(models.VARIABLE, "named")
    assert pipelines.wanted(settings=settings) == "named"
    assert pipelines.wanted("asked", settings=settings) == "asked"


def test_that_a_pipeline_that_is_not_there_cannot_be_chosen(
    install: Install, settings: Path
) -> None:
    install("az_wire")
    with pytest.raises(Fault) as raised:
        pipelines.choose("en_wire", settings=settings)
    assert raised.value.code == "pipeline.unknown"
    assert raised.value.facts == {"name": "en_wire", "known": ["az_wire"]}


def test_that_a_folder_is_refused_until_somebody_trusts_it(folder: Path, settings: Path) -> None:
    for use in (pipelines.choose, pipelines.wanted):
        with pytest.raises(Fault, match=r"pipeline\.not_trusted"):
            use(str(folder), settings=settings)
    trusted = pipelines.trust(folder, settings=settings)
    assert trusted == pipelines.trust(folder, settings=settings)
    assert trusted.words == "Azerbaijani, medium: wire_news_md 1.2"
    assert pipelines.installed(settings=settings) == [trusted]
    assert pipelines.wanted(str(folder), settings=settings) == str(folder)
    pipelines.choose(str(folder), settings=settings)
    assert pipelines.wanted(settings=settings) == str(folder)


def test_that_a_folder_trusted_no_more_is_not_chosen_either(folder: Path, settings: Path) -> None:
    pipelines.trust(folder, settings=settings)
    pipelines.choose(str(folder), settings=settings)
    pipelines.distrust(folder, settings=settings)
    assert (pipelines.trusted(settings=settings), pipelines.chosen(settings=settings)) == ([], None)
    with pytest.raises(Fault, match=r"pipeline\.not_trusted"):
        pipelines.wanted(str(folder), settings=settings)


def test_that_whoever_sets_the_variable_answers_for_its_folder(
    folder: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(models.VARIABLE, str(folder))
    assert pipelines.wanted(settings=settings) == str(folder)


def test_that_a_folder_without_a_pipeline_is_not_trusted(tmp_path: Path, settings: Path) -> None:
    with pytest.raises(Fault, match=r"pipeline\.no_folder"):
        pipelines.trust(tmp_path, settings=settings)


@pytest.mark.parametrize("kept", ["no json", "[]", '{"chosen": 7, "trusted": [7]}'])
def test_that_a_spoilt_file_chooses_and_trusts_nothing(kept: str, settings: Path) -> None:
    settings.parent.mkdir()
    settings.write_text(kept, encoding="utf-8")
    assert pipelines.chosen(settings=settings) is None
    assert pipelines.trusted(settings=settings) == []


def test_that_a_choice_that_cannot_be_kept_is_a_fault(install: Install, tmp_path: Path) -> None:
    install("az_wire")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Fault, match=r"pipeline\.settings"):
        pipelines.choose("az_wire", settings=tmp_path / "file" / "pipelines.json")


def test_that_asking_what_is_installed_loads_no_model() -> None:
    look = "import sys; from curator.services import pipelines; pipelines.installed(); "
    ran = subprocess.run(
        [sys.executable, "-c", look + "print('spacy' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout == "False\n"
