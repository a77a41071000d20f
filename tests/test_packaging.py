"""Curator finds its files and plug-ins in a wheel, an editable install and a bare checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import no_sockets
import pytest

ROOT = Path(__file__).parents[1]
OFFLINE = ROOT / "tests" / "support" / "offline"
HOMES = ("wheel", "editable", "checkout")
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "entry-points"
]
LOOK = """
import importlib.metadata, json, sys
from curator import assets, plugins
groups = {group: plugins.load(group) for group in sys.argv[1:]}
print(json.dumps({
    "resources": str(assets.resources()),
    "seeds": str(assets.seeds()),
    "found": {group: sorted(one.found) for group, one in groups.items()},
    "broken": [str(fault) for one in groups.values() for fault in one.broken],
    "installed": [d.version for d in importlib.metadata.distributions(name="curator")],
}))
"""


@dataclass(frozen=True)
class Home:
    """A place where Curator lies.

    Attributes:
        kind: one of `HOMES`.
        folder: a virtual environment.
        seen: what a process in it found.
    """

    kind: str
    folder: Path
    seen: dict[str, object]


def run(*command: str | Path, **environment: str) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    path = [str(OFFLINE), *filter(None, [environment.pop("PYTHONPATH", "")])]
    kept["PYTHONPATH"] = os.pathsep.join(path)
    if {"pip", "build"} & set(command):
        kept.pop(no_sockets.TRIED)  # they probe for IPv6 when imported; it is refused all the same
    done = subprocess.run(
        command, env=kept | environment, cwd=ROOT.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is installed here, but for Curator, so that no metadata of ours is seen through it."""
    folder = tmp_path_factory.mktemp("libraries")
    for name in ("purelib", "platlib"):
        for entry in Path(sysconfig.get_path(name)).iterdir():
            link = folder / entry.name
            if "curator" not in entry.name.lower() and not link.is_symlink():
                link.symlink_to(entry)
    return folder


@pytest.fixture(scope="session", params=HOMES)
def home(
    request: pytest.FixtureRequest,
    wheel: Path,
    libraries: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Home:
    """A virtual environment of its own for each way to have Curator."""
    folder = tmp_path_factory.mktemp(request.param)
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "libraries.pth").write_text(str(libraries), encoding="utf-8")
    what = {"wheel": [wheel], "editable": ["--no-build-isolation", "--editable", ROOT]}
    if request.param in what:
        pip = [sys.executable, "-m", "pip", "--isolated", "--python", python, "install", "-qq"]
        run(*pip, "--no-deps", "--no-index", *what[request.param])
    path = {} if request.param in what else {"PYTHONPATH": str(ROOT)}
    return Home(request.param, folder, json.loads(run(python, "-c", LOOK, *GROUPS, **path)))


def contents(folder: Path) -> set[str]:
    found = {path.relative_to(folder) for path in folder.rglob("*")}
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.mark.parametrize("name", ["resources", "seeds"])
def test_that_resources_and_seeds_are_found_whole(home: Home, name: str) -> None:
    found = Path(str(home.seen[name]))
    assert found.is_relative_to(home.folder if home.kind == "wheel" else ROOT)
    assert contents(found) == contents(ROOT / name) != set()


def test_that_every_built_in_plug_in_loads(home: Home) -> None:
    assert home.seen["broken"] == []
    assert home.seen["found"] == {group: sorted(names) for group, names in GROUPS.items()}


def test_that_a_bare_checkout_has_no_metadata_and_needs_none(home: Home) -> None:
    assert len(home.seen["installed"]) == (0 if home.kind == "checkout" else 1)


def test_that_the_command_says_its_verbs(home: Home) -> None:
    if home.kind == "checkout":
        said = run(home.folder / "bin/python", "-m", "curator", "--help", PYTHONPATH=str(ROOT))
    else:
        said = run(home.folder / "bin/curator", "--help")
    assert [verb for verb in ("import", "suggest", "export") if verb not in said] == []


def test_that_a_wheel_carries_its_licence_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith("licenses/resources/licences/curator.txt")]
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"curator"}
    assert [name for name in names if "tests/" in name] == []
