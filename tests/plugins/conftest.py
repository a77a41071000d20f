"""The examples of plug-ins, installed as a stranger's would be, and a pipeline without a model."""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
import spacy

from curator import assets
from curator.domain.scheme import Label, LayerScheme

Install = Callable[[str], ModuleType]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs an example by its folder's name, as pip would, and returns its module."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(site)
    modules: list[str] = []

    def put(name: str) -> ModuleType:
        folder = assets.resources() / "plugins" / name
        table = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
        project = table["project"]
        info = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir(parents=True)
        head = f"Name: {project['name']}\nVersion: {project['version']}\n"
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\n{head}", encoding="utf-8")
        lines = [
            line
            for group, points in project["entry-points"].items()
            for line in (f"[{group}]", *(f"{key} = {value}" for key, value in points.items()))
        ]
        (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
        for module in table["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]:
            source = (folder / module).read_text(encoding="utf-8")
            (site / module).write_text(source, encoding="utf-8")
            modules.append(module.removesuffix(".py"))
        importlib.invalidate_caches()
        return importlib.import_module(modules[-1])

    yield put
    for module in modules:
        sys.modules.pop(module, None)


@pytest.fixture(scope="session")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a pipeline that knows a city, and takes every decimal for a number."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    decimal = {"TEXT": {"REGEX": r"^\d+\.\d+$"}}
    ruler.add_patterns(
        [{"label": "GPE", "pattern": "Baku"}, {"label": "CARDINAL", "pattern": [decimal]}]
    )
    folder = tmp_path_factory.mktemp("pipeline") / "ruled"
    pipeline.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="session")
def entity_scheme() -> LayerScheme:
    """Places and people."""
    return LayerScheme(labels=(Label("GPE"), Label("PERSON")))
