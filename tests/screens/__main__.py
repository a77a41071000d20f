"""Photographs the program on its samples: ``python -m tests.screens FOLDER [NAME…]``.

The samples are imported and suggested by the installed model once; every scene opens a copy of
that project in the real window, offscreen. Each scene has a process of its own: Qt reads the scale
of the screen at its start, and no scene sees what another one left behind.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from curator.services import samples
from tests.screens.scenes import SCENES, Scene

NAME = "coast.curator"
"""What the window says is open."""

SCREEN = 1920, 1080


def main(folder: Path, names: list[str]) -> int:
    """Take the scenes of these names, all without any; return how many failed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [one for one in SCENES if not names or one.name in names]
    failed = 0
    with tempfile.TemporaryDirectory() as kept:
        project = Path(kept) / NAME
        _make(project)
        for scene in wanted:
            place = Path(kept) / scene.name
            place.mkdir()
            command = [sys.executable, "-m", "tests.screens.photograph"]
            command += [scene.name, shutil.copy(project, place), folder / f"{scene.name}.png"]
            code = subprocess.run(command, env=_surroundings(place, scene), check=False).returncode
            print(f"{scene.name}: {'taken' if code == 0 else 'failed'}")
            failed += code != 0
    return failed


def _surroundings(place: Path, scene: Scene) -> dict[str, str]:
    """An offscreen display of a usual size, at the scale of the scene."""
    width, height = SCREEN
    screen = {"name": "desk", "x": 0, "y": 0, "width": width, "height": height}
    (place / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    platform = f"offscreen:configfile={place / 'screen.json'}"
    return {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(scene.scale)}


def _make(path: Path) -> None:
    with samples.create(path) as project:
        for _ in samples.fill(project):
            pass
    subprocess.run([sys.executable, "-m", "curator", "suggest", path], check=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(1 if main(Path(sys.argv[1]), sys.argv[2:]) else 0)
