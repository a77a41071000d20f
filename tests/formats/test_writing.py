"""Files move into place whole, with a manifest beside them."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.formats.manifest import manifest, manifest_path, manifest_text
from curator.formats.outgoing import LeftOut, Report, total
from curator.formats.writing import Staged, Written, write_whole


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place where an older file lies."""
    path = tmp_path / "gold.jsonl"
    path.write_text("old")
    return path


def untouched(place: Path) -> bool:
    return [path.name for path in place.parent.iterdir()] == [place.name] and (
        place.read_text() == "old"
    )


def test_that_a_file_takes_its_place_and_its_digest_is_told(place: Path) -> None:
    place.chmod(0o640)
    written = write_whole(place, ["é\n", "b\r\n"])
    data = "é\nb\r\n".encode()
    assert place.read_bytes() == data
    assert written == Written(hashlib.sha256(data).hexdigest(), 6)
    assert place.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_that_the_old_file_stays_until_the_new_one_is_whole(place: Path) -> None:
    with Staged(place) as staged:
        staged.write("new")
        assert staged.seal() == staged.seal()
        assert place.read_text() == "old"
    assert place.read_text() == "new"


def test_that_a_link_stays_and_its_target_is_replaced(place: Path) -> None:
    link = place.parent / "link.jsonl"
    link.symlink_to(place)
    write_whole(link, ["new"])
    assert link.is_symlink()
    assert place.read_text() == "new"


def test_that_a_fault_on_the_way_leaves_the_old_file_and_nothing_else(place: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "new"
        raise KeyError

    with pytest.raises(KeyError):
        write_whole(place, pieces())
    assert untouched(place)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_that_a_full_disk_is_a_fault_that_says_what_and_where(
    place: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, step) if step == "fsync" else (Path, step)), full)
    with pytest.raises(Fault) as caught:
        write_whole(place, ["new"])
    monkeypatch.undo()
    assert caught.value.code == "export.disk"
    assert caught.value.facts == {
        "what": "write" if step == "fsync" else "move",
        "where": str(place),
        "reason": "No space left on device",
    }
    assert untouched(place)


def test_that_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        write_whole(tmp_path / "none" / "x.jsonl", ["new"])
    assert caught.value.facts["what"] == "open"


def test_that_a_manifest_is_the_same_whatever_the_order_of_its_facts(tmp_path: Path) -> None:
    def made(*, turned: bool) -> str:
        def order(facts: dict[str, object]) -> dict[str, object]:
            return dict(reversed(facts.items())) if turned else facts

        suggesters = [{"name": "b", "version": "1"}, {"name": "a", "version": "2"}]
        return manifest_text(
            manifest(
                files=[{"name": "gold.jsonl", "format": "jsonl", "sha256": "00", "bytes": 3}],
                split=None,
                parts={"": {"documents": 1}},
                beside={"b": "01", "a": "02"},
                report=Report({"documents": 1, "entity": 2}, (LeftOut("d", "c1", "claim"),)),
                selection=order({"states": ["accepted"], "documents": "reviewed"}),
                scheme=order({"name": "news", "revision": 4}),
                suggesters=suggesters[::-1] if turned else suggesters,
                how=order({"key": 5, "bulk": 1}),
                blind={},
                head=order({"change_sets": 9, "digest": "ff"}),
                curator="0.1.0",
            )
        )

    assert made(turned=False) == made(turned=True)
    value = json.loads(made(turned=False))
    assert value["left_out"] == [{"document": "d", "annotation": "c1", "reason": "claim"}]
    assert value["how"] == {"bulk": 1, "key": 5}
    assert manifest_path(tmp_path / "gold.jsonl").name == "gold.jsonl.manifest.json"


def test_that_reports_add_up() -> None:
    lost = LeftOut("d", None, "not_reviewed")
    reports = [Report({"b": 1, "a": 2}), Report({"b": 3}, (lost,))]
    assert total(reports) == Report({"a": 2, "b": 4}, (lost,))
    assert list(total(reports).counts) == ["a", "b"]
