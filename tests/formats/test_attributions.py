"""Claims as Citron's quotes and as attributions like PolNeAR's, out and in."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from curator.domain.annotation import CLAIM_ROLES, Layer, Role, State
from curator.formats.attributions import CITRON, POLNEAR
from curator.formats.base import Format, Incoming
from curator.formats.outgoing import LeftOut, Outgoing
from curator.formats.registry import Registry
from tests.formats import seeds as nasty_texts
from tests.formats.builders import one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, seeds

HELD = (Role.CONTENT, Role.CUE, Role.SOURCE)


def through(form: Format, document: Outgoing, folder: Path) -> tuple[Incoming, list[LeftOut]]:
    assert form.write is not None
    piece = form.write(document, [])
    [(name, data)] = form.packed(iter([piece]))
    path = folder / (name or f"x{form.suffixes[0]}")
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return one(list(documents(read(path, form)))), list(piece.report.left_out)


def claims(document: Outgoing, form: Format) -> Counter[Any]:
    """The parts of the claims that a format holds."""
    found: Counter[Any] = Counter()
    for out in document.annotations:
        annotation = out.annotation
        cues = annotation.spans(Role.CUE)
        if annotation.layer is not Layer.CLAIM or out.state not in {"accepted", "suggested"}:
            continue
        if form is CITRON and not cues:
            continue
        rest = [part for part in annotation.parts if part.role in HELD and part.role != Role.CUE]
        found[tuple(sorted([*rest, *(cues[:1] if form is CITRON else cues)]))] += 1
    return found


@pytest.mark.parametrize("form", [CITRON, POLNEAR], ids=lambda form: form.name)
@pytest.mark.parametrize("document", [*seeds(), nasty()], ids=lambda document: document.id)
def test_that_samples_and_nasty_texts_come_back(
    form: Format, document: Outgoing, tmp_path: Path
) -> None:
    found, reported = through(form, document, tmp_path)
    assert (found.text, found.sender_id) == (document.text, document.id)
    assert claims(outgoing_again(found), form) == claims(document, form)
    entities = {out.id for out in document.annotations if out.annotation.layer is Layer.ENTITY}
    assert {one.annotation for one in reported if one.reason == "entity"} == entities


@pytest.mark.parametrize("form", [CITRON, POLNEAR], ids=lambda form: form.name)
@given(outgoing=outgoings())
@settings(max_examples=30, deadline=None)
def test_that_every_claim_comes_back_and_what_is_lost_is_listed(
    form: Format, outgoing: Outgoing
) -> None:
    with TemporaryDirectory() as folder:
        found, reported = through(form, outgoing, Path(folder))
    listed = [out for out in outgoing.annotations if out.annotation.layer in outgoing.layers]
    expected = claims(Outgoing("", "", "", annotations=tuple(listed)), form)
    assert claims(outgoing_again(found), form) == expected
    told = {one.annotation for one in reported}
    assert {out.id for out in listed} <= told


def test_that_a_quote_looks_as_citron_has_it(tmp_path: Path) -> None:
    through(CITRON, nasty(), tmp_path)
    value = json.loads((tmp_path / "nasty.json").read_text(encoding="utf-8"))
    text, [quote] = value["text"], value["quotes"]
    assert list(quote) == ["cue", "sources", "contents", "id"]
    spans = [quote["cue"], *quote["sources"], *quote["contents"]]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert [len(quote[key]) for key in ("sources", "contents")] == [2, 2]


def test_that_what_citron_cannot_hold_is_listed() -> None:
    assert CITRON.write is not None
    report = CITRON.write(nasty(), []).report
    told = {(one.annotation, one.reason) for one in report.left_out}
    assert {("c10", "no_cue"), ("c9", "parts"), ("c9", "claim_type"), ("c9", "relation")} <= told
    assert report.counts["claim"] == 1


def test_that_a_suggestion_keeps_its_score_as_a_confidence(tmp_path: Path) -> None:
    document = nasty(state=State.SUGGESTED)
    quotes = [one for one in document.annotations if one.annotation.spans(Role.CUE)]
    object.__setattr__(quotes[0].annotation, "score", 0.25)
    found, _ = through(CITRON, document, tmp_path)
    assert [row.score for row in rows(found)] == [0.25]


def put(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


TEXT = "\ufeff🚢 Ana Lund left.\r\nShe said it was cold."


def test_that_what_citron_predicts_is_read_with_the_source_beside_its_cue(tmp_path: Path) -> None:
    quote = {
        "sources": [span(TEXT, "Ana Lund")],
        "coreferences": [span(TEXT, "She")],
        "cue": span(TEXT, "said"),
        "contents": [span(TEXT, "it was cold")],
        "confidence": "0.7500",
    }
    path = put(tmp_path / "one.json", {"text": TEXT, "quotes": [quote]})
    items = read(path, CITRON)
    assert isinstance(items[0], Incoming)
    [row] = rows(items[0])
    quotes = {(role, words) for role, _, _, words in json.loads(row.parts or "")}
    assert quotes == {("source", "She"), ("cue", "said"), ("content", "it was cold")}
    assert (row.score, row.label, items[0].sender_id) == (0.75, None, "one")
    assert (items[0].layers, problems(items)) == (["claim"], [(1, "import.coreference_left_out")])


def test_that_a_bad_quote_is_reported_and_the_rest_goes_in(tmp_path: Path) -> None:
    good = {"cue": span(TEXT, "said"), "sources": [], "contents": []}
    bad = [
        1,
        {"cue": {**span(TEXT, "said"), "text": "says"}, "contents": []},
        {"cue": {"start": 1, "end": 900}, "contents": []},
        {"cue": {"start": "1", "end": 2}, "contents": []},
        {"cue": None, "sources": [span(TEXT, "She")], "contents": []},
        {"cue": span(TEXT, "said"), "contents": {}},
    ]
    path = put(tmp_path / "x.json", [{"text": TEXT, "quotes": [*bad, good]}, {"text": 1}, 7])
    items = read(path, CITRON)
    told = [item.facts.get("reason") for item in items if not isinstance(item, Incoming)]
    expected = ["not_an_object", "quote", "outside", "offset", "span", "no_cue_and_no_content"]
    assert told[:6] == expected
    assert [code for _, code in problems(items)[6:]] == ["import.no_text", "import.not_json"]
    [document] = [item for item in items if isinstance(item, Incoming)]
    assert [row.quote for row in rows(document)] == ["said"]


def test_that_odd_texts_and_places_come_back(tmp_path: Path) -> None:
    document = nasty_texts.nasty()
    for form in (CITRON, POLNEAR):
        found, _ = through(form, document, tmp_path)
        assert found.text == document.text


def test_that_a_line_of_attributions_comes_back_byte_for_byte(tmp_path: Path) -> None:
    """Who annotated it, and what else the sender's line says, stays."""
    claim = {"id": "E1", "content": [[10, 12], [14, 16]], "cue": [[5, 9]], "source": []}
    line = {"id": "a", "text": "🚢 é said 日本, it is.", "claims": [claim], "annotator": "x"}
    path = tmp_path / "x.polnear.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    assert POLNEAR.write is not None
    [document] = documents(read(path, POLNEAR))
    assert POLNEAR.write(outgoing_again(document), []).text == path.read_text(encoding="utf-8")


def test_that_files_are_known_by_what_is_in_them(tmp_path: Path) -> None:
    registry = Registry.installed()
    quote = {"cue": None, "sources": [], "contents": []}
    known = put(tmp_path / "a.json", {"text": "x", "quotes": [quote]})
    assert registry.of_file(known) is CITRON
    assert registry.of_file(put(tmp_path / "b.json", {"text": "x"})) is not CITRON
    assert registry.of_file(tmp_path / "c.polnear.jsonl") is POLNEAR
    assert set(HELD) < set(CLAIM_ROLES)
