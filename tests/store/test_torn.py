"""What a broken write leaves of the write-ahead log is a state that there was, and a sound one."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.store import log
from curator.store.project import Project
from tests.support.projects import findings, make, take
from tests.support.storm import DOCUMENTS, PICTURE, Storm

ACTS = 40
"""Change sets that a log holds."""


def cut(content: bytearray, dice: random.Random) -> None:
    """The disk has only the beginning."""
    del content[dice.randrange(len(content)) :]


def flip(content: bytearray, dice: random.Random) -> None:
    """One bit is another one."""
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def blank(content: bytearray, dice: random.Random) -> None:
    """A sector was never written."""
    start = 512 * dice.randrange(len(content) // 512)
    content[start : start + 512] = bytes(len(content[start : start + 512]))


def torn(folder: Path, seed: int) -> tuple[Path, list[tuple[int, str]]]:
    """A project as its process left it in the middle of its work, and its heads, act by act."""
    path, left = folder / "p.curator", folder / "left.curator"
    with make(path) as project:
        take(project, *(f"{PICTURE} {n}" for n in range(DOCUMENTS)))
        with project.read() as tx:
            heads = [log.head(tx)]
    with Project.open(path, write=True) as project:
        storm = Storm(project, random.Random(seed))
        heads += [storm.act() for _ in range(ACTS)]
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    return left, heads


@pytest.mark.parametrize(("logs", "each"), [(1, 8), pytest.param(100, 34, marks=pytest.mark.full)])
@pytest.mark.parametrize("damage", [cut, flip, blank])
def test_that_a_damaged_tail_leaves_a_prefix_of_what_was_acknowledged(
    tmp_path: Path, damage: Callable[[bytearray, random.Random], None], logs: int, each: int
) -> None:
    dice, seen = random.Random(7), set()
    for seed in range(logs):
        folder = tmp_path / str(seed)
        folder.mkdir()
        left, heads = torn(folder, seed)
        content = Path(f"{left}-wal").read_bytes()
        assert len(content) > ACTS * 512
        for number in range(each):
            path = folder / f"{number}.curator"
            shutil.copy(left, path)
            broken = bytearray(content)
            damage(broken, dice)
            Path(f"{path}-wal").write_bytes(broken)
            with Project.open(path, write=True) as project:
                with project.read() as tx:
                    head = log.head(tx)
                assert head in heads
                seen.add(head)
                assert findings(project) == []
        shutil.rmtree(folder)
    assert len(seen) > logs  # much was lost, and at different places
