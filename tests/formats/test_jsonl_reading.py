"""Our JSONL, as strangers write it."""

import hashlib
import json
from pathlib import Path

import pytest

from curator.formats import jsonl
from curator.formats.base import Problem
from tests.formats.builders import one, problems, read, read_lines, rows

TEXT = "The minister said exports rose."
SPAN = {"start": 4, "end": 12, "label": "PERSON"}
CLAIM = {"content": [[18, 30]], "cue": [[13, 17]], "source": [[0, 12]]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "batch.jsonl"


def test_that_a_line_becomes_a_document(path: Path) -> None:
    line = {
        "id": 7,
        "title": "Trade",
        "text": TEXT,
        "meta": {"date": "2025-03-14", "agency": "Northline", "language": "en"},
        "reviewed": ["entity"],
        "desk": {"no": 3},
    }
    document = one(read_lines(path, line))
    assert (document.sender_id, document.title, document.line) == ("7", "Trade", 1)
    assert (document.date, document.agency, document.language) == ("2025-03-14", "Northline", "en")
    assert (document.meta, document.extra) == (line["meta"], {"desk": {"no": 3}})
    assert (document.reviewed, document.layers) == (["entity"], [])
    assert document.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document.source_digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_that_a_head_fills_what_the_line_does_not_say(path: Path) -> None:
    text = "OSTMARK, March 14 (Northline) — Ships sailed. More came."
    document = one(read_lines(path, {"id": "a", "text": text}))
    assert (document.title, document.agency, document.date) == (
        "Ships sailed.",
        "Northline",
        "March 14",
    )
    assert document.meta == {}


def test_that_an_entity_has_its_words_and_a_claim_its_parts_in_reading_order(path: Path) -> None:
    line = {"id": "a", "text": TEXT, "spans": [SPAN], "claims": [CLAIM]}
    document = one(read_lines(path, line))
    entity, claim = rows(document)
    assert entity[:6] == ("entity", "PERSON", 4, 12, "minister", None)
    assert claim[:5] == ("claim", None, 0, 30, "said")
    assert json.loads(claim.parts or "") == [
        ["source", 0, 12, "The minister"],
        ["cue", 13, 17, "said"],
        ["content", 18, 30, "exports rose"],
    ]
    assert document.layers == ["entity", "claim"]


def test_that_all_an_annotation_says_is_kept(path: Path) -> None:
    span = SPAN | {
        "id": 3,
        "state": "rejected",
        "score": 1,
        "confidence": 0.25,
        "suggester": "rules",
        "quote": "minister",
        "attributes": {"sure": True, "b": "x", "none": None},
        "links": {"source": ["e1", 2], "nested_in": "c1"},
        "pattern": "p1",
        "reason": "wrong span",
        "comment": "see above",
        "proposed": {"label": "ORG", "parts": [["mention", 0, 12]]},
        "colour": "red",
    }
    (row,) = rows(one(read_lines(path, {"id": "a", "text": TEXT, "spans": [span]})))
    assert row.attributes == '{"b":"x","sure":"true"}'
    assert row[7:14] == ("rejected", "rules", 1.0, 0.25, "p1", "wrong span", "3")
    assert row.links == '[["source","e1"],["source","2"],["nested_in","c1"]]'
    assert row.extra == '{"colour":"red"}'
    assert row.proposed == '{"attributes":{},"label":"ORG","parts":[["mention",0,12]]}'
    assert row.comment == "see above"


def test_that_a_claims_type_may_be_an_attribute(path: Path) -> None:
    typed = CLAIM | {"attributes": {"claim_type": "hope", "mode": "direct"}}
    labelled = typed | {"label": "denial"}
    first, second = rows(
        one(read_lines(path, {"id": "a", "text": TEXT, "claims": [typed, labelled]}))
    )
    assert (first.label, first.attributes) == ("hope", '{"mode":"direct"}')
    assert (second.label, second.attributes) == ("denial", '{"claim_type":"hope","mode":"direct"}')


def test_that_offsets_follow_the_text_through_normalising(path: Path) -> None:
    text = "\ufeffA\r\nminister\u2028spoke \U0001f600."
    spans = [
        {"start": 4, "end": 12, "label": "PERSON", "quote": "minister"},
        {"start": 4, "end": 13, "label": "PERSON", "quote": "minister\u2028"},
        {"start": 19, "end": 20, "label": "X", "quote": "\U0001f600"},
        {"start": 2, "end": 3, "label": "X"},
    ]
    document, problem = read_lines(path, {"id": "a", "text": text, "spans": spans})
    assert document.text == "A\nminister\nspoke \U0001f600."
    assert document.removed == [0, 2]
    assert [row.quote for row in rows(document)] == ["minister", "minister\n", "\U0001f600"]
    assert problem.facts["reason"] == "empty"


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        ("text", "not_an_object"),
        ({"label": "X"}, "offset"),
        (SPAN | {"start": True}, "offset"),
        (SPAN | {"end": 12.0}, "offset"),
        (SPAN | {"end": 99}, "outside"),
        (SPAN | {"start": -1}, "outside"),
        (SPAN | {"start": 12}, "empty"),
        (SPAN | {"label": " "}, "label"),
        (SPAN | {"label": None}, "label"),
        (SPAN | {"quote": "Minister"}, "quote"),
        (SPAN | {"quote": 5}, "quote"),
        (SPAN | {"state": "approved"}, "state"),
        (SPAN | {"state": ["accepted"]}, "state"),
    ],
)
def test_that_a_document_goes_in_without_an_entity_that_cannot(
    path: Path, span: object, reason: str
) -> None:
    line = {"id": "a", "text": TEXT, "spans": [span, SPAN]}
    document, problem = read_lines(path, line)
    assert [row.quote for row in rows(document)] == ["minister"]
    assert isinstance(problem, Problem)
    assert (problem.line, problem.code) == (1, "import.annotation_left_out")
    assert problem.facts["reason"] == reason
    assert (problem.facts["document"], problem.facts["number"]) == ("a", 1)


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({"source": [[0, 12]]}, "no_cue_and_no_content"),
        ({"content": [], "cue": []}, "no_cue_and_no_content"),
        (CLAIM | {"cue": [13, 17]}, "span"),
        (CLAIM | {"cue": {"start": 13}}, "span"),
        (CLAIM | {"medium": [[1, 2, 3]]}, "span"),
        (CLAIM | {"addressee": [[1, 99]]}, "outside"),
        (CLAIM | {"label": 4}, "label"),
    ],
)
def test_that_a_document_goes_in_without_a_claim_that_cannot(
    path: Path, claim: object, reason: str
) -> None:
    document, problem = read_lines(path, {"id": "a", "text": TEXT, "claims": [CLAIM, claim]})
    assert [row.quote for row in rows(document)] == ["said"]
    assert (problem.facts["reason"], problem.facts["number"]) == (reason, 2)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("score", 1.5),
        ("confidence", "high"),
        ("suggester", {"name": "x"}),
        ("id", [1]),
        ("attributes", "x"),
        ("attributes", {"deep": json.loads("[" * 40 + "]" * 40)}),
        ("links", {"source": [None]}),
        ("links", "e1"),
        ("comment", 5),
        ("proposed", {"label": "ORG", "parts": [["cue", 0, 3]]}),
        ("proposed", {"label": "ORG", "parts": [["mention", 0, 300]]}),
        ("proposed", 1),
    ],
)
def test_that_an_annotation_goes_in_without_a_value_that_cannot(
    path: Path, key: str, value: object
) -> None:
    document, problem = read_lines(path, {"id": "a", "text": TEXT, "spans": [SPAN | {key: value}]})
    assert rows(document)[0][5:] == (None,) * 13
    assert (problem.code, problem.facts["reason"]) == ("import.value_left_out", key)


@pytest.mark.parametrize(
    ("key", "value"),
    [("title", 5), ("meta", "x"), ("reviewed", "entity"), ("reviewed", ["x"]), ("spans", {})],
)
def test_that_a_document_goes_in_without_a_key_of_the_wrong_kind(
    path: Path, key: str, value: object
) -> None:
    document, problem = read_lines(path, {"id": "a", "text": TEXT, key: value})
    assert document.title == TEXT
    assert (problem.code, problem.facts["key"]) == ("import.key_left_out", key)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"id": "b"}', "import.no_text"),
        ('{"id": "b", "text": 5}', "import.no_text"),
        ('{"text": "x"}', "import.no_id"),
        ('{"id": true, "text": "x"}', "import.no_id"),
        ('{"id": " ", "text": "x"}', "import.no_id"),
        ('{"id": "b", "text": "\\ufeff \\n"}', "import.empty"),
        ("[1]", "import.not_json"),
        ("nonsense", "import.not_json"),
        ('{"id": "b", "text": "x", "text": "y"}', "import.not_json"),
        ('{"id": "b", "text": "x", "n": NaN}', "import.not_json"),
        ('{"id": "b", "text": "x", "n": 1e999}', "import.not_json"),
        ('{"id": "b", "text": "x", "n": ' + "9" * 5000 + "}", "import.not_json"),
        ('{"id": "b", "text": "x", "n": ' + "[" * 50 + "]" * 50 + "}", "import.not_json"),
        ("[" * 200_000, "import.not_json"),
        (b'{"id": "b", "text": "\xff"}', "import.not_utf8"),
        ('{"id": "b", "text": "\ud800"}', "import.not_utf8"),
    ],
)  # fmt: skip
def test_that_a_bad_line_is_reported_and_the_rest_goes_in(
    path: Path, line: str | bytes, code: str
) -> None:
    good = {"id": "a", "text": TEXT}
    items = read_lines(path, good, "", line, good | {"id": "c"})
    assert problems(items) == [(3, code)]
    assert [item.sender_id for item in items if not isinstance(item, Problem)] == ["a", "c"]


def test_that_a_key_that_stands_twice_is_named(path: Path) -> None:
    (problem,) = read_lines(path, '{"id": "b", "text": "x", "id": "c"}')
    assert problem.facts == {"reason": "duplicate_key", "detail": "id"}


def test_that_lone_surrogates_become_replacement_characters(path: Path) -> None:
    line = r'{"id": "\ud83d\ude00\ud800", "text": "a\udfffb", "meta": {"\ud800": "\ud800"}}'
    document = one(read_lines(path, line))
    assert (document.sender_id, document.text) == ("\U0001f600\ufffd", "a\ufffdb")
    assert document.meta == {"\ufffd": "\ufffd"}


def test_that_a_line_too_long_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.formats.json_lines.LONGEST", 60)
    good = {"id": "a", "text": TEXT}
    items = read_lines(path, good, good | {"text": "x" * 300}, good)
    assert problems(items) == [(2, "import.too_long")]
    assert len(items) == 3


def test_that_a_byte_order_mark_and_carriage_returns_are_no_problem(path: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT})
    path.write_bytes(b"\xef\xbb\xbf" + f"{line}\r\n\r\n{line}\r\n".encode())
    items = read_lines(path, path.read_bytes())
    assert [item.line for item in items] == [1, 3]
    assert problems(items) == []


def test_that_annotations_are_not_even_looked_at_when_they_are_ignored(path: Path) -> None:
    line = {"id": "a", "text": TEXT, "spans": [SPAN, "nonsense"], "reviewed": ["entity"]}
    document = one(read_lines(path, line, annotations="ignore"))
    assert (document.annotations, document.layers, document.reviewed) == ([], [], None)


def test_that_an_unknown_state_is_no_matter_where_states_are_ignored(path: Path) -> None:
    line = {"id": "a", "text": TEXT, "spans": [SPAN | {"state": "approved"}]}
    (row,) = rows(one(read_lines(path, line, annotations="suggestions")))
    assert row.state is None


def test_that_a_layer_with_an_empty_list_is_there(path: Path) -> None:
    document = one(read_lines(path, {"id": "a", "text": TEXT, "spans": []}))
    assert document.layers == ["entity"]


def test_that_what_cannot_be_opened_is_a_problem(path: Path) -> None:
    path.mkdir()
    assert problems(read(path, jsonl.FORMAT)) == [(None, "import.unreadable")]
