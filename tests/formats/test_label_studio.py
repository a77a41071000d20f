"""Label Studio's tasks, out and in."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from curator.domain.annotation import Layer, State
from curator.domain.scheme import Attribute, Label, LayerScheme, Scheme
from curator.formats.base import Incoming, Source
from curator.formats.label_studio import FORMAT
from curator.formats.label_studio_config import beside
from curator.formats.outgoing import OutAnnotation, Outgoing
from curator.formats.registry import Registry
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, said, seeds, through, write


def tasks(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8")))


def put(path: Path, *given: Any) -> Path:
    path.write_text(json.dumps(given, indent=1), encoding="utf-8")
    return path


def region(name: str, start: int, end: int, *labels: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": list(labels)} | more
    return {"id": name, "from_name": "l", "to_name": "t", "type": "labels", "value": value}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.json"


def test_that_samples_and_nasty_texts_come_back_as_they_were(path: Path) -> None:
    before = [*seeds(), nasty()]
    after = [outgoing_again(document) for document in through(FORMAT, before, path)]
    assert [one.text for one in after] == [one.text for one in before]
    assert [said(one) for one in after] == [said(one) for one in before]
    for old, new in zip(before, after, strict=True):
        assert {(a.id, *sorted(a.links)) for a in new.annotations} == {
            (a.id, *sorted(a.links)) for a in old.annotations
        }
        assert {a.id: dict(a.annotation.attributes) for a in new.annotations} == {
            a.id: dict(a.annotation.attributes) for a in old.annotations
        }
    first = path.read_bytes()
    again = [replace(one, reviewed=old.reviewed) for one, old in zip(after, before, strict=True)]
    write(FORMAT, again, path)
    assert path.read_bytes().splitlines() == first.splitlines()


@given(outgoings())
@settings(max_examples=60)
def test_that_every_annotation_comes_back_or_is_reported(outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.json")
        reported = write(FORMAT, [outgoing], path)
        after = outgoing_again(one(list(documents(read(path, FORMAT)))))
    gone = [one.annotation for one in reported if one.reason in {"state", "label"}]
    assert said(after) == said(outgoing, without=filter(None, gone))


def test_that_offsets_are_utf_16_and_states_are_apart(path: Path) -> None:
    machine = [
        OutAnnotation("e2", replace(found.annotation, score=0.5), "rules")
        for found in [entity(6, 8, state=State.SUGGESTED)]
    ]
    before = Outgoing("a", "t", "🚢 Ana Bo", annotations=(entity(2, 5, name="e1"), *machine))
    [after] = through(FORMAT, [before], path)
    [task] = tasks(path)
    [annotation], [prediction] = task["annotations"], task["predictions"]
    [found] = annotation["result"]
    assert (found["id"], found["value"]["start"], found["value"]["end"]) == ("e1", 3, 6)
    assert (prediction["model_version"], prediction["result"][0]["score"]) == ("rules", 0.5)
    assert [(row.quote, row.state, row.suggester, row.score) for row in rows(after)] == [
        ("Ana", "accepted", None, None),
        ("Bo", "suggested", "rules", 0.5),
    ]


def test_that_a_reviewed_document_without_annotations_has_an_empty_one(path: Path) -> None:
    bare = replace(nasty(), annotations=())
    assert [item.layers for item in through(FORMAT, [bare], path)] == [["entity"]]
    assert [item.layers for item in through(FORMAT, [replace(bare, reviewed=())], path)] == [[]]


def test_that_a_comment_is_a_note_of_its_region(path: Path) -> None:
    one_of = entity(0, 3, name="e1")
    told = OutAnnotation("e1", replace(one_of.annotation, comment="Who?"))
    [after] = through(FORMAT, [Outgoing("a", "t", "Ana", annotations=(told,))], path)
    assert [row.comment for row in rows(after)] == ["Who?"]


def test_that_tasks_as_label_studio_exports_them_are_read(path: Path) -> None:
    relation = {"type": "relation", "from_id": "r1", "to_id": "r2", "direction": "left"}
    results = [
        region("r1", 3, 6, "P", "Q", text="Ana"),
        region("r2", 7, 9, "P"),
        relation | {"labels": ["knows"]},
        {"id": "r1", "type": "choices", "from_name": "mood", "value": {"choices": ["glad", "sad"]}},
    ]
    task = {
        "id": 12,
        "data": {"body": "🚢 Ana Bo", "n": 3},
        "annotations": [
            {"result": [region("x", 0, 2, "Z")], "was_cancelled": True},
            {"result": [region("y", 0, 2, "Z")]},
            {"result": results, "ground_truth": True},
        ],
        "predictions": [{"model_version": "m", "result": [region("r1", 0, 2, "SHIP")]}],
    }
    items = read(put(path, task), FORMAT)
    document = one(items[:1])
    assert (document.sender_id, document.extra) == ("12", {"n": 3})
    found = [(row.quote, row.label, row.state, row.attributes, row.links) for row in rows(document)]
    assert found == [
        ("Ana", "P", "accepted", '{"mood":"glad, sad"}', None),
        ("Ana", "Q", "accepted", None, None),
        ("Bo", "P", "accepted", None, '[["knows","r1"]]'),
        ("🚢", "SHIP", "suggested", None, None),
    ]
    assert problems(items) == [(2, "import.cancelled"), (2, "import.more_annotators")]


def test_that_a_bad_task_or_region_is_reported_and_the_rest_goes_in(path: Path) -> None:
    shape = {"type": "rectanglelabels", "value": {}}
    bad = [
        region("a", 1, 3, "P"),
        region("b", 3, 6, "P", text="Bo"),
        region("c", 3, 99, "P"),
        region("d", 3, 6),
        shape,
        7,
    ]
    given_tasks = [
        {"data": {}},
        {"id": 2, "data": {"text": "🚢 Ana", "meta": 1}, "annotations": [{"result": bad}]},
        {"id": 3, "data": {"text": "Ana"}, "annotations": [{"result": [region("a", 0, 3, "P")]}]},
    ]
    items = read(put(path, *given_tasks), FORMAT)
    assert [code for _, code in problems(items)] == [
        "import.no_text",
        "import.key_left_out",
        "import.key_left_out",
        "import.result_left_out",
        *["import.annotation_left_out"] * 4,
    ]
    found = [item for item in items if isinstance(item, Incoming)]
    assert [[row.quote for row in rows(item)] for item in found] == [[], ["Ana"]]


def test_that_files_of_its_tasks_are_recognised_and_others_are_not(path: Path) -> None:
    task = {"data": {"text": "Ana"}, "annotations": [], "predictions": []}
    put(path, task)
    [found] = Registry.installed().files([path])
    assert isinstance(found, Source)
    assert found.format == "label-studio"
    put(path, {"data": {"text": "Ana"}})
    [found] = Registry.installed().files([path])
    assert isinstance(found, Source)
    assert found.format == "json", "without tasks' own keys it may be a record of ours"


def test_that_its_configuration_has_every_label_part_and_attribute() -> None:
    labels = (Label('A & "B"'), Label("C", retired=True))
    claims = LayerScheme((Label("denial"),), attributes=(Attribute("mode", ("direct", "<x>")),))
    scheme = Scheme("s", {Layer.ENTITY: LayerScheme(labels), Layer.CLAIM: claims})
    [(ending, text)] = beside(scheme)
    assert ending == ".config.xml"
    root = ET.fromstring(text)
    found = [one.get("value") for one in root.iter("Label")]
    assert found[:4] == ['A & "B"', "C", "claim.cue:denial", "claim.content:denial"]
    assert {"claim.source", "claim.addressee"} <= set(found)
    assert [one.get("value") for one in root.iter("Choice")] == ["direct", "<x>"]
    assert [one.get("name") for one in root.iter("Choices")] == ["claim-mode"]
    assert {one.get("toName") for one in (*root.iter("Labels"), *root.iter("Choices"))} == {"text"}
