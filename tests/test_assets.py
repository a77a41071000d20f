"""Resources and seeds lie beside the package, or in it where it was installed from a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator import assets


def test_that_a_checkout_has_its_resources_beside_the_package() -> None:
    assert (assets.resources() / "schemes" / "everything.toml").is_file()
    assert assets.resources().parent == assets.checkout()


def test_that_there_are_at_least_24_samples_with_gold_beside_each() -> None:
    texts = [path for path in assets.seeds().rglob("*.txt") if path.name != "README.txt"]
    bulletins = (assets.seeds() / "bulletins" / "bulletins.jsonl").read_bytes().splitlines()
    assert len(texts) + len(bulletins) >= 24
    assert [path for path in texts if not path.with_suffix(".gold.jsonl").is_file()] == []


def test_that_what_was_packed_into_the_package_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "curator" / "_seeds").mkdir(parents=True)
    monkeypatch.setattr(assets, "_HERE", tmp_path / "curator")
    assert assets.seeds() == tmp_path / "curator" / "_seeds"
    assert assets.resources() == tmp_path / "resources"
