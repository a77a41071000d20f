"""What goes out is read by the library that others read it with: the same words, to the character.

White space at the edge of an entity, which formats of tokens cannot hold, is told and not compared.
For brat and Label Studio there is no library of their own that can be installed for a test.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import cassis
import conllu
import pyarrow.parquet as pq
import pytest
import spacy
from spacy.tokens import DocBin

from curator.domain.annotation import Layer
from curator.formats.cas_types import NAMED_ENTITY
from curator.formats.outgoing import LeftOut, Outgoing
from tests.formats import seeds, through
from tests.formats.every import WRITTEN, export, left_out

Found = Iterable[tuple[str, list[str]]]
"""Texts, and the words of the entities in them."""

FLAT = frozenset({"overlap", "no_token"})


def given() -> list[Outgoing]:
    return [*seeds.outgoings(), through.nasty(), *_named(seeds.nasty())]


def _named(document: Outgoing) -> list[Outgoing]:
    return [
        Outgoing("every-third", document.title, document.text, annotations=document.annotations)
    ]


def spacy_reads(place: Path) -> Found:
    vocabulary = spacy.blank("xx").vocab
    for doc in DocBin().from_disk(place).get_docs(vocabulary):
        yield doc.text, [span.text for span in doc.spans.get("sc", doc.ents)]


def cassis_reads_xmi(place: Path) -> Found:
    types = cassis.load_typesystem(place / "TypeSystem.xml")
    for path in place.glob("*.xmi"):
        yield _entities(cassis.load_cas_from_xmi(path, typesystem=types))


def cassis_reads_json(place: Path) -> Found:
    for path in place.glob("*.json"):
        yield _entities(cassis.load_cas_from_json(path.read_text(encoding="utf-8")))


def _entities(cas: cassis.Cas) -> tuple[str, list[str]]:
    return cas.sofa_string, [one.get_covered_text() for one in cas.select(NAMED_ENTITY)]


def pyarrow_reads(place: Path) -> Found:
    for row in pq.read_table(place / "data").to_pylist():
        text = row["text"]
        yield text, [text[one["start"] : one["end"]] for one in row["entities"]]


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        ("cas-json", cassis_reads_json),
        ("cas-xmi", cassis_reads_xmi),
        ("parquet", pyarrow_reads),
        ("spacy", spacy_reads),
    ],
)
def test_that_the_targets_library_finds_the_same_words(
    name: str, reads: Callable[[Path], Found], tmp_path: Path
) -> None:
    documents = given()
    place = tmp_path / f"x{WRITTEN[name].suffixes[0]}"
    told = left_out(export(WRITTEN[name], documents, place))
    found = {text: Counter(word.strip() for word in words) for text, words in reads(place)}
    for document in documents:
        expected = Counter(word.strip() for word in _words(document, told))
        assert found[document.text] == expected, (document.id, found[document.text] - expected)


def _words(document: Outgoing, told: list[LeftOut]) -> Iterable[str]:
    gone = {one.annotation for one in told if one.document == document.id and one.reason in FLAT}
    for one in document.annotations:
        if one.annotation.layer is Layer.ENTITY and one.id not in gone:
            yield one.annotation.quote(document.text)


def test_that_conllu_finds_the_same_words(tmp_path: Path) -> None:
    documents = given()
    told = left_out(export(WRITTEN["conllu"], documents, tmp_path / "x.conllu"))
    found: dict[str, list[str]] = {}
    name = ""
    for sentence in conllu.parse((tmp_path / "x.conllu").read_text(encoding="utf-8")):
        name = sentence.metadata.get("newdoc id", name)
        words = found.setdefault(name, [])
        for token in sentence:
            tag = (token["misc"] or {}).get("NE") or "O"
            if tag.startswith("B-"):
                words.append(token["form"])
            elif tag.startswith("I-"):
                words[-1] += token["form"]
    for document in documents:
        expected = ["".join(words.split()) for words in _words(document, told)]
        assert sorted(found[document.id]) == sorted(expected)


@pytest.mark.parametrize("layer", [Layer.ENTITY, Layer.CLAIM])
def test_that_a_table_has_the_place_and_the_words_of_each(layer: Layer, tmp_path: Path) -> None:
    documents = {one.id: one for one in given()}
    name = {Layer.ENTITY: "csv-entities", Layer.CLAIM: "csv-claims"}[layer]
    export(WRITTEN[name], documents.values(), tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        text = documents[row["document"]].text
        if layer is Layer.ENTITY:
            words = text[int(row["start"]) : int(row["end"])]
            assert row["quote"].removeprefix("'") == words.removeprefix("'")
    those = [
        one
        for each in documents.values()
        for one in each.annotations
        if one.annotation.layer is layer
    ]
    assert len(rows) == len(those)
