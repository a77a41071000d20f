"""Parquet and its card, read by the library that others read it with."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pyarrow.parquet as pq
import pytest

from curator.domain.annotation import Layer, State
from curator.domain.faults import Fault
from curator.formats import parquet
from curator.formats.outgoing import Outgoing
from curator.formats.parquet_schema import COLUMNS
from tests.formats import seeds as nasty_texts
from tests.formats.builders import entity
from tests.formats.through import nasty, seeds


def written(given: Iterable[Outgoing]) -> dict[str, str | bytes]:
    return dict(parquet.pack(parquet.write(one, ()) for one in given))


def rows(files: dict[str, str | bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for name, data in files.items():
        if name.endswith(".parquet"):
            assert isinstance(data, bytes)
            found += pq.read_table(io.BytesIO(data)).to_pylist()
    return found


def card(files: dict[str, str | bytes]) -> str:
    text = files["README.md"]
    assert isinstance(text, str)
    return text


def test_that_pyarrow_reads_every_span_where_its_words_stand() -> None:
    given = [*seeds(), nasty(), nasty_texts.nasty()]
    found = rows(written(given))
    assert [row["text"] for row in found] == [one.text for one in given]
    for row, document in zip(found, given, strict=True):
        listed = [*row["entities"], *row["claims"]]
        spans = [*row["entities"], *(part for one in row["claims"] for part in one["parts"])]
        assert len(listed) == len(document.annotations)
        assert all(row["text"][one["start"] : one["end"]] == one["quote"] for one in spans)
        parts = [
            (part.start, part.end) for one in document.annotations for part in one.annotation.parts
        ]
        assert sorted((one["start"], one["end"]) for one in spans) == sorted(parts)


def test_that_what_is_known_of_an_annotation_has_its_column() -> None:
    (row,) = rows(written([nasty(state=State.REJECTED)]))
    claim = next(one for one in row["claims"] if one["id"] == "c9")
    assert (claim["label"], claim["state"]) == ("denial", "rejected")
    assert claim["attributes"] == [{"name": "mode", "value": "direct"}]
    assert {(one["role"], one["target"]) for one in claim["links"]} == {
        ("source", "e1"),
        ("nested", "c10"),
    }
    assert row["reviewed"] == ["entity", "claim"]


def test_that_a_layer_that_does_not_go_out_is_null_and_an_empty_one_is_not() -> None:
    document = Outgoing("a", "t", "Ana", annotations=(entity(0, 3),), layers=(Layer.CLAIM,))
    (row,) = rows(written([document]))
    assert (row["entities"], row["claims"]) == (None, [])


def test_that_the_card_counts_labels_and_leaves_the_licence_to_people() -> None:
    document = Outgoing(
        "a",
        "t",
        "Ana met Bo",
        {"language": "en"},
        annotations=(
            entity(0, 3, "P|Q"),
            entity(8, 10, "P|Q"),
            entity(4, 7, "X", state=State.UNSURE),
        ),
    )
    said = card(written([document]))
    assert said.startswith("---\n# license: ")
    assert "\nlicense:" not in said
    assert 'language:\n- "en"\n' in said
    assert "| P\\|Q | accepted | 2 |" in said
    assert "| X | unsure | 1 |" in said
    assert "## Claims\n\nNone." in said


def test_that_datasets_is_told_the_features() -> None:
    files = written([nasty()])
    (name,) = (name for name in files if name.endswith(".parquet"))
    told = pq.read_schema(io.BytesIO(files[name])).metadata[b"huggingface"]  # type: ignore[arg-type]
    features = json.loads(told)["info"]["features"]
    assert features.keys() == COLUMNS.keys()
    assert features["entities"][0]["start"] == {"dtype": "int32", "_type": "Value"}


def test_that_equal_documents_give_equal_bytes() -> None:
    assert written([*seeds()]) == written([*seeds()])


def test_that_an_export_of_nothing_is_a_table_of_no_rows() -> None:
    files = written([])
    assert (list(files), rows(files)) == (["data/train-00000.parquet", "README.md"], [])


def test_that_large_exports_go_into_several_files_and_groups(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2)
    monkeypatch.setattr(parquet, "SHARD", 1)
    files = written(Outgoing(str(n), "", "Ana") for n in range(5))
    assert list(files) == [*(f"data/train-0000{n}.parquet" for n in range(3)), "README.md"]
    assert [row["id"] for row in rows(files)] == list("01234")


def test_that_no_more_than_a_group_is_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2)
    monkeypatch.setattr(parquet, "SHARD", 1)
    taken = []

    def pieces() -> Iterable[Any]:
        for n in range(100):
            taken.append(n)
            yield parquet.write(Outgoing(str(n), "", "Ana"), ())

    files = parquet.pack(iter(pieces()))
    next(files)
    assert len(taken) <= 2
    list(files)


def test_that_without_the_library_somebody_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Fault) as caught:
        list(parquet.pack(iter(())))
    assert (caught.value.code, caught.value.facts["extra"]) == ("export.needs", "parquet")


def test_that_the_library_is_loaded_by_those_who_need_it_only() -> None:
    code = (
        "import sys; from curator.formats.registry import Registry; Registry.installed(); "
        "sys.exit('pyarrow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
