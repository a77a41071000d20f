"""W3C Web Annotations, out and in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from curator.formats.base import Incoming, Source
from curator.formats.outgoing import Outgoing
from curator.formats.registry import Registry
from curator.formats.web_annotation import FORMAT
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, said, seeds, through, write

NS = "http://www.w3.org/ns/anno.jsonld"


def put(path: Path, given: Any) -> Path:
    path.write_text(json.dumps(given, indent=1), encoding="utf-8")
    return path


def note(source: str, *selectors: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"type": "TextualBody", "purpose": "tagging", "value": "PERSON"}
    target = {"source": source, "selector": list(selectors)}
    return {"@context": NS, "type": "Annotation", "body": body, "target": target} | more


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def words(exact: str, **context: str) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact} | context


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.jsonld"


def test_that_samples_and_nasty_texts_come_back_as_they_were(path: Path) -> None:
    before = [*seeds(), nasty()]
    after = [outgoing_again(document) for document in through(FORMAT, before, path)]
    assert [one.text for one in after] == [one.text for one in before]
    assert [said(one) for one in after] == [said(one) for one in before]
    for old, new in zip(before, after, strict=True):
        assert (new.id, new.title, new.meta, new.extra) == (old.id, old.title, old.meta, old.extra)
        assert {
            a.id: (sorted(a.links), dict(a.annotation.attributes)) for a in new.annotations
        } == {a.id: (sorted(a.links), dict(a.annotation.attributes)) for a in old.annotations}
    first = path.read_bytes().splitlines()
    write(FORMAT, after, path)
    assert path.read_bytes().splitlines() == first


@given(outgoings())
@settings(max_examples=60)
def test_that_every_annotation_comes_back_or_is_reported(outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.jsonld")
        reported = write(FORMAT, [outgoing], path)
        after = outgoing_again(one(list(documents(read(path, FORMAT)))))
    gone = [one.annotation for one in reported if one.reason in {"state", "label"}]
    assert said(after) == said(outgoing, without=filter(None, gone))


def test_that_every_span_has_its_position_in_code_points_and_its_words(path: Path) -> None:
    write(FORMAT, [Outgoing("a b", "t", "🚢 Ana.", annotations=(entity(2, 5, name="e1"),))], path)
    [page] = json.loads(path.read_text(encoding="utf-8"))
    text, span = page["items"]
    assert (page["@context"][0], page["type"]) == (NS, "AnnotationPage")
    assert text["body"]["value"] == "🚢 Ana."
    assert span["id"] == "urn:curator:document:a%20b#e1"
    assert span["target"] == {
        "source": text["target"],
        "selector": [
            {"type": "TextPositionSelector", "start": 2, "end": 5},
            {"type": "TextQuoteSelector", "exact": "Ana", "prefix": "🚢 ", "suffix": "."},
        ],
    }


def test_that_an_annotation_is_found_again_in_a_text_that_has_changed(path: Path) -> None:
    write(FORMAT, [nasty()], path)
    [page] = json.loads(path.read_text(encoding="utf-8"))
    page["items"][0]["body"]["value"] = "🚢 New! " + nasty().text
    items = read(put(path, [page]), FORMAT)
    [after] = [item for item in items if isinstance(item, Incoming)]
    shifted = [
        (layer, label, tuple((role, start + 7, end + 7) for role, start, end in parts), state)
        for layer, label, parts, state in said(nasty()).elements()
    ]
    found = said(outgoing_again(after))
    assert sorted(map(repr, _plain(found.elements()))) == sorted(map(repr, _plain(shifted)))
    assert {code for _, code in problems(items)} == {"import.reanchored"}


def _plain(things: Any) -> list[Any]:
    return [(a, b, [tuple(part) for part in parts], d) for a, b, parts, d in things]


def test_that_strangers_annotations_find_a_text_beside_them(path: Path) -> None:
    path.with_name("note.txt").write_bytes(b"Ana met\r\nBo. Bo left.")
    source = "http://example.org/texts/note"
    person = {"type": "Person", "name": "Cy"}
    given = [
        note(source, position(0, 3), id="http://example.org/1", creator=person),
        note(source, words("Bo", prefix="met\n"), id="http://example.org/2"),
        note(source, words("Bo"), bodyValue="?"),
        note(source, words("left"), body="http://schema.org/Act", motivation="classifying"),
        note("note.txt#char=0,3", target="http://example.org/texts/note#char=0,3"),
        {
            "type": "Annotation", "motivation": "linking", "body": "http://example.org/2",
            "target": "http://example.org/1",
        },
    ]  # fmt: skip
    items = read(put(path, given), FORMAT)
    [document] = [item for item in items if isinstance(item, Incoming)]
    assert (document.sender_id, document.text) == (source, "Ana met\nBo. Bo left.")
    assert [(row.quote, row.start, row.label) for row in rows(document)] == [
        ("Ana", 0, "PERSON"),
        ("Bo", 8, "PERSON"),
        ("left", 15, "Act"),
        ("Ana", 0, "PERSON"),
    ]
    assert rows(document)[0].links == '[["linking","http://example.org/2"]]'
    assert problems(items) == [(2, "import.not_found")]


def test_that_a_bad_annotation_is_reported_and_the_rest_goes_in(path: Path) -> None:
    write(FORMAT, [nasty()], path)
    [page] = json.loads(path.read_text(encoding="utf-8"))
    source = page["items"][0]["target"]
    page["items"] += [
        7,
        note(source, words("nowhere")),
        note(source, position(0, 4), body=[]),
        note(source, target=source),
        {"type": "Annotation", "motivation": "linking", "body": "urn:x", "target": "urn:y"},
        note("http://example.org/none", position(0, 1)),
    ]
    items = read(put(path, [page, "nonsense"]), FORMAT)
    [document] = [item for item in items if isinstance(item, Incoming)]
    assert len(rows(document)) == len(nasty().annotations)
    assert sorted(code for _, code in problems(items)) == [
        "import.annotation_left_out",
        "import.no_annotation",
        "import.no_place",
        "import.no_text",
        "import.not_found",
        "import.not_json",
        "import.relation_left_out",
    ]


@pytest.mark.parametrize("name", ["..%2Fsecret", ".hidden", "", "x.jsonld"])
def test_that_no_file_but_one_beside_it_is_read(path: Path, name: str) -> None:
    for place in (path.parent.parent / "secret.txt", path.parent / ".hidden.txt"):
        place.write_text("Ana", encoding="utf-8")
    items = read(put(path, note(f"http://example.org/{name}", position(0, 3))), FORMAT)
    assert [code for _, code in problems(items)] == ["import.no_text"]


def test_that_collections_and_what_is_recognised(path: Path, tmp_path: Path) -> None:
    write(FORMAT, [replace(nasty(), annotations=())], path)
    [page] = json.loads(path.read_text(encoding="utf-8"))
    whole = {"@context": NS, "type": "AnnotationCollection", "first": page | {"next": "urn:2"}}
    items = read(put(tmp_path / "c.json", whole), FORMAT)
    assert [item.text for item in items if isinstance(item, Incoming)] == [nasty().text]
    assert problems(items) == [(1, "import.key_left_out")]
    for held, ours in ((whole, True), ([page], True), (note("x"), True), ({"a": 1}, False)):
        [found] = Registry.installed().files([put(tmp_path / "c.json", held)])
        assert (isinstance(found, Source) and found.format == "web-annotation") is ours
