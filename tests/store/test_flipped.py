"""One bit that changes in a text or in the history is noticed by the health check."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.store.project import Project
from tests.support.projects import findings, make, take
from tests.support.storm import DOCUMENTS, PICTURE, Storm

HELD = (
    "SELECT text FROM document_text UNION ALL SELECT digest FROM document_text "
    "UNION ALL SELECT facts FROM change_set UNION ALL SELECT time FROM change_set "
    "UNION ALL SELECT program FROM change_set UNION ALL SELECT digest FROM change_set "
    "UNION ALL SELECT before FROM decision UNION ALL SELECT after FROM decision "
    "UNION ALL SELECT text_digest FROM decision"
)
"""What texts and history consist of."""
LEAST = 16
"""Bytes of a value that is looked for in the file: shorter ones may stand anywhere."""


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """A project with a history, closed."""
    with make(tmp_path / "p.curator") as project:
        take(project, *(f"{PICTURE} {n}" for n in range(DOCUMENTS)))
        storm = Storm(project, random.Random(1))
        for _ in range(60):
            storm.act()
    return tmp_path / "p.curator"


def bytes_held(path: Path) -> list[int]:
    """Places in the file where bytes of texts and history are, each value as it is often there."""
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as file:
        values = [row[0].encode() for row in file.execute(HELD) if row[0] is not None]
    places: set[int] = set()
    for value in {one for one in values if len(one) >= LEAST}:
        found = content.find(value)
        if content.count(value) == values.count(value):
            while found >= 0:
                places.update(range(found, found + len(value)))
                found = content.find(value, found + 1)
    return sorted(places)


def noticed(path: Path) -> bool:
    """Whether the check finds something, or says that it cannot read the file."""
    try:
        with Project.open(path, write=False) as project:
            return findings(project) != []
    except Fault:
        return True


@pytest.mark.parametrize("flips", [20, pytest.param(1_000, marks=pytest.mark.full)])
def test_that_one_flipped_bit_is_noticed(worked: Path, tmp_path: Path, flips: int) -> None:
    dice, places = random.Random(3), bytes_held(worked)
    assert len(places) > 10_000
    assert not noticed(worked)
    missed = []
    for _ in range(flips):
        place, bit = dice.choice(places), dice.randrange(8)
        broken = Path(shutil.copy(worked, tmp_path / "broken.curator"))
        content = bytearray(worked.read_bytes())
        content[place] ^= 1 << bit
        broken.write_bytes(content)
        if not noticed(broken):
            missed.append((place, bit, bytes(content[place - 30 : place + 30])))
    assert missed == []
