"""doccano's lines, out and in."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from curator.domain.annotation import Layer
from curator.formats import doccano
from curator.formats.base import Format
from curator.formats.outgoing import Outgoing
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, said, seeds, through, write

FORMATS = (doccano.FORMAT, doccano.RELATIONS, doccano.UTF16, doccano.UTF16_RELATIONS)
WHOLE = (doccano.RELATIONS, doccano.UTF16_RELATIONS)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def put(path: Path, *given: Any) -> Path:
    path.write_text("\n".join(map(json.dumps, given)), encoding="utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.jsonl"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_that_samples_and_nasty_texts_come_back_but_for_states(form: Format, path: Path) -> None:
    before = [*seeds(), nasty()]
    reported = write(form, before, path)
    after = [outgoing_again(document) for document in documents(read(path, form))]
    assert [one.text for one in after] == [one.text for one in before]
    for old, new in zip(before, after, strict=True):
        gone = [one.annotation for one in reported if one.document == old.id]
        claims = [one.annotation for one in reported if one.reason == "claim"]
        assert said(new, state=False) == said(
            old, state=False, without=[name for name in gone if name and name in claims]
        )
    assert form in WHOLE or all(
        one.annotation.layer is Layer.ENTITY for one in after[-1].annotations
    )


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@given(outgoing=outgoings())
@settings(max_examples=30)
def test_that_every_annotation_comes_back_or_is_reported(form: Format, outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.jsonl")
        reported = write(form, [outgoing], path)
        after = outgoing_again(one(list(documents(read(path, form)))))
    kept = {one.id for one in outgoing.annotations if one.state in {"accepted", "suggested"}}
    gone = {one.annotation for one in reported if one.reason in {"label", "claim"}}
    gone |= {one.id for one in outgoing.annotations} - kept
    unsaid = {one.annotation for one in reported if one.reason == "state"}
    assert unsaid == {
        one.id
        for one in outgoing.annotations
        if one.annotation.layer in outgoing.layers and one.state != "accepted"
    }
    assert said(after, state=False) == said(outgoing, state=False, without=filter(None, gone))


def test_that_offsets_are_in_the_units_of_the_format(path: Path) -> None:
    before = Outgoing("a", "t", "🚢 Ana", annotations=(entity(2, 5),))
    write(doccano.FORMAT, [before], path)
    assert lines(path)[0]["label"] == [[2, 5, "ORG"]]
    write(doccano.UTF16, [before], path)
    assert lines(path)[0]["label"] == [[3, 6, "ORG"]]
    assert rows(one(read(path, doccano.UTF16)))[0].quote == "Ana"
    write(doccano.UTF16_RELATIONS, [before], path)
    [found] = lines(path)[0]["entities"]
    assert (found["start_offset"], found["end_offset"]) == (3, 6)


def test_that_ids_are_numbers_and_none_stands_twice_in_a_file(path: Path) -> None:
    write(doccano.RELATIONS, seeds(), path)
    ids = [one["id"] for line in lines(path) for one in line["entities"]]
    assert len(ids) == len(set(ids)) > 100
    assert all(isinstance(one, int) and one < 2**53 for one in ids)
    ends = {one[key] for line in lines(path) for one in line["relations"] for key in _ENDS}
    assert ends <= set(ids)


_ENDS = ("from_id", "to_id")


def test_that_both_shapes_and_names_are_read(path: Path) -> None:
    spans = [
        {"id": 7, "label": "P", "start_offset": 0, "end_offset": 3},
        {"id": 8, "label": "P", "start_offset": 9, "end_offset": 11},
    ]
    knows = {"id": 1, "from_id": 7, "to_id": 8, "type": "knows"}
    given = [
        {"id": 1, "text": "Ana met\r\nBo", "label": [[0, 3, "P"], [9, 11, "P"]], "Comments": []},
        {"id": 2, "text": "Ana met\r\nBo", "labels": [[0, 3, "P"], [9, 11, "P"]]},
        {"id": 3, "text": "Ana met\r\nBo", "entities": spans, "relations": [knows]},
    ]
    found = documents(read(put(path, *given), doccano.FORMAT))
    assert [item.sender_id for item in found] == ["1", "2", "3"]
    assert [[row.quote for row in rows(item)] for item in found] == [["Ana", "Bo"]] * 3
    assert [row.links for row in rows(found[2])] == ['[["knows","8"]]', None]
    assert found[0].extra == {"Comments": []}


def test_that_a_bad_line_or_span_is_reported_and_the_rest_goes_in(path: Path) -> None:
    good = {"id": 9, "text": "🚢 Ana", "label": [[3, 6, "P"]]}
    bad = [
        {"id": 1, "label": [[0, 1, "P"]]},
        {"id": 2, "text": "Ana", "label": "P", "meta": []},
        {"id": 3, "text": "🚢 Ana", "label": [[1, 3, "P"], [3, 9, "P"], [3], [3, 6, ""]]},
        {"id": 4, "text": "Ana", "entities": [], "relations": [{"from_id": 1, "to_id": 2}]},
    ]
    items = read(put(path, [1], *bad, good), doccano.UTF16)
    assert problems(items) == [
        (1, "import.not_json"),
        (2, "import.no_text"),
        *[(3, "import.key_left_out")] * 2,
        *[(4, "import.annotation_left_out")] * 4,
        (5, "import.relation_left_out"),
    ]
    found = [item for item in items if hasattr(item, "text")]
    assert [[row.quote for row in rows(item)] for item in found] == [[], [], [], ["Ana"]]


def test_that_claims_and_links_are_reported_where_there_are_only_triples(path: Path) -> None:
    reported = write(doccano.FORMAT, [nasty()], path)
    assert [one.annotation for one in reported if one.reason == "claim"] == ["c9", "c10"]
    assert not through(doccano.FORMAT, [nasty()], path)[0].extra
