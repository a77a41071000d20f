"""spaCy's DocBin, as spaCy reads and writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from curator.domain.annotation import Layer, Part, Role, State
from curator.domain.faults import Fault
from curator.domain.gold import Fit
from curator.formats import docbin
from curator.formats.base import Incoming
from curator.formats.jsonl_line import line
from curator.formats.outgoing import LeftOut, Outgoing
from tests.formats import seeds, through
from tests.formats.builders import entity, one, outgoing_again, problems, read, rows


def written(path: Path, given: Iterable[Outgoing]) -> list[LeftOut]:
    """Write a file as an export does, and return what was left out."""
    pieces = [docbin.write(each, seeds.tokens(each)) for each in given]
    path.write_bytes(b"".join(data for _, data in docbin.pack(iter(pieces))))
    return [lost for piece in pieces for lost in piece.report.left_out]


def opened(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(Vocab()))


def docs_of(path: Path) -> list[str]:
    """Each document of a file, shortly, for a difference that can be read."""
    return [
        f"{doc.user_data['curator'][:60]} {len(doc)} {ents(doc)} {sorted(doc.spans)}"
        for doc in opened(path)
    ]


def ents(doc: Doc) -> list[str]:
    return [f"{one.text}:{one.label_}" for one in doc.ents]


def test_that_every_seed_comes_back_as_it_went_out(tmp_path: Path) -> None:
    given = [*seeds.outgoings(), through.nasty()]
    path = tmp_path / "x.spacy"
    left_out = written(path, given)
    assert {one.reason for one in left_out} == {"span_group", "trimmed"}
    fitted = {one.annotation for one in left_out if one.reason == "trimmed"}
    again = through.documents(read(path, docbin.FORMAT))
    for before, after in zip(given, again, strict=True):
        assert after.text == before.text
        assert (after.sender_id, after.title, after.meta) == (before.id, before.title, before.meta)
        same = outgoing_again(after)
        assert {each.id for each in same.annotations} == {each.id for each in before.annotations}
        assert through.said(same, without=fitted) == through.said(before, without=fitted)
    second = tmp_path / "y.spacy"
    written(second, map(outgoing_again, again))
    assert docs_of(second) == docs_of(path)
    same_bytes = second.read_bytes() == path.read_bytes()
    assert same_bytes


def test_that_everything_known_of_an_annotation_comes_back(tmp_path: Path) -> None:
    given = next(each for each in seeds.outgoings() if each.id == "grain-terminal-fire")
    written(tmp_path / "x.spacy", [given])
    again = outgoing_again(one(read(tmp_path / "x.spacy", docbin.FORMAT)))
    before, after = (json.loads(line(each)) for each in (given, again))
    for key in ("spans", "claims"):
        assert sorted(before[key], key=str) == sorted(after[key], key=str)


def test_that_spacy_sees_text_sentences_and_entities(tmp_path: Path) -> None:
    text = " Anna  Lund spoke.\n\nBo\tleft. "
    given = Outgoing("a", "", text, annotations=(entity(1, 11, "P"), entity(20, 22, "P")))
    assert written(tmp_path / "x.spacy", [given]) == []
    (doc,) = opened(tmp_path / "x.spacy")
    assert doc.text == text
    assert ents(doc) == ["Anna  Lund:P", "Bo:P"]
    assert [sent.text.strip() for sent in doc.sents] == ["Anna  Lund spoke.", "Bo\tleft."]


def test_that_nested_entities_are_in_the_span_group_and_told(tmp_path: Path) -> None:
    two = (entity(0, 12, name="bank"), entity(8, 12, "LOC", name="velm"))
    for nested, inside, told in (("outermost", "Bank of Velm:ORG", "velm"),
                                 ("innermost", "Velm:LOC", "bank")):  # fmt: skip
        given = Outgoing("a", "", "Bank of Velm", annotations=two, fit=Fit(nested=nested))
        assert written(tmp_path / "x.spacy", [given]) == [LeftOut("a", told, "span_group")]
        (doc,) = opened(tmp_path / "x.spacy")
        assert ents(doc) == [inside]
        assert [one.text for one in doc.spans["sc"]] == ["Bank of Velm", "Velm"]


@pytest.mark.parametrize(
    ("edges", "inside", "told"),
    [
        ("split", ["Ost:LOC"], []),
        ("expand", ["Ostmark:LOC"], ["expanded"]),
        ("contract", [], ["edge"]),
        ("drop", [], ["edge"]),
    ],
)
def test_that_an_edge_inside_a_token_is_treated_by_choice(
    tmp_path: Path, edges: str, inside: list[str], told: list[str]
) -> None:
    given = Outgoing("a", "", "In Ostmark", annotations=(entity(3, 6, "LOC"),), fit=Fit(edges))
    assert [one.reason for one in written(tmp_path / "x.spacy", [given])] == told
    (doc,) = opened(tmp_path / "x.spacy")
    assert (doc.text, ents(doc)) == ("In Ostmark", inside)


def test_that_unsure_is_a_mask_and_rejected_is_no_entity(tmp_path: Path) -> None:
    some = (
        entity(0, 3, "P", state=State.UNSURE),
        entity(8, 10, "P", state=State.REJECTED),
        entity(15, 17, "P"),
    )
    written(tmp_path / "x.spacy", [Outgoing("a", "", "Ana met Bo and Cy", annotations=some)])
    (doc,) = opened(tmp_path / "x.spacy")
    assert [token.ent_iob_ for token in doc] == ["", "O", "O", "O", "B"]
    found = rows(one(read(tmp_path / "x.spacy", docbin.FORMAT)))
    assert {(row.quote, row.state) for row in found} == {
        ("Ana", "unsure"), ("Bo", "rejected"), ("Cy", "accepted"),
    }  # fmt: skip


def test_that_nothing_is_known_of_a_layer_that_is_not_reviewed(tmp_path: Path) -> None:
    given = Outgoing("a", "", "Ana left", annotations=(entity(0, 3),), layers=(Layer.CLAIM,))
    written(tmp_path / "x.spacy", [given])
    (doc,) = opened(tmp_path / "x.spacy")
    assert not doc.has_annotation("ENT_IOB")
    assert one(read(tmp_path / "x.spacy", docbin.FORMAT)).layers == ["claim"]


def test_that_a_claims_parts_are_span_groups(tmp_path: Path) -> None:
    written(tmp_path / "x.spacy", [through.nasty()])
    (doc,) = opened(tmp_path / "x.spacy")
    assert [one.id_ for one in doc.spans["claim.source"]] == ["c10", "c9", "c9"]
    claim = next(row for row in rows(one(read(tmp_path / "x.spacy", docbin.FORMAT)))
                 if row.sender_id == "c9")  # fmt: skip
    parts = [Part(Role(role), start, end) for role, start, end, _ in json.loads(claim.parts or "")]
    assert [part.role for part in parts] == [
        "source",
        "medium",
        "source",
        "content",
        "cue",
        "content",
    ]


def test_that_a_bin_made_by_others_is_read(tmp_path: Path) -> None:
    doc = spacy.blank("en")("Ana 🚢 met\r\nBo in Velm.")
    doc.ents = [Span(doc, 0, 1, "PER")]
    doc.spans["places"] = [doc.char_span(17, 21, label="LOC")]
    DocBin(docs=[doc]).to_disk(tmp_path / "x.spacy")
    found = one(read(tmp_path / "x.spacy", docbin.FORMAT))
    assert found.text == "Ana 🚢 met\nBo in Velm."
    assert [(row.quote, row.label) for row in rows(found)] == [("Velm", "LOC"), ("Ana", "PER")]


@pytest.mark.parametrize("data", [b"", b"text", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_that_what_is_no_bin_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.spacy").write_bytes(data)
    items = read(tmp_path / "x.spacy", docbin.FORMAT)
    assert problems(items) == [(None, "import.no_docbin")]
    assert not [item for item in items if isinstance(item, Incoming)]


def test_that_a_process_that_cannot_go_on_is_a_fault() -> None:
    with pytest.raises(Fault, match=r"child\.gone"):
        list(docbin.pack(iter([docbin.Piece("", docbin.Report(), {"words": 1})])))
