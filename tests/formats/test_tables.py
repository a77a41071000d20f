"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from curator.domain.annotation import Proposal, State, entity_parts
from curator.formats import tables
from curator.formats.base import Format
from curator.formats.outgoing import LeftOut, OutAnnotation, OutDecision, Outgoing, Report, total
from tests.formats.builders import entity
from tests.formats.through import nasty, seeds

DECIDED = OutDecision(
    "2026-01-01T00:00:00Z", "ann", 3, "accept", "annotation", "e1", "entity", "PERSON", "=Ana",
    "accept", "key", None, 0.5, 0.75, 1200,
)  # fmt: skip


def table(form: Format, *given: Outgoing) -> tuple[list[dict[str, str]], Report]:
    """The rows by their columns, and the report."""
    assert form.write is not None
    pieces = [form.write(one, ()) for one in given]
    text = "".join(str(data) for _, data in form.packed(iter(pieces)))
    assert text.startswith("\ufeff")
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    return list(rows), total(piece.report for piece in pieces)


def test_that_every_entity_of_the_samples_has_a_row_with_its_words() -> None:
    given = [*seeds(), nasty()]
    texts = {one.id: one.text for one in given}
    rows, report = table(tables.ENTITIES, *given)
    assert len(rows) == report.counts["entity"] > 300
    for row in rows:
        words = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["quote"] in (words, f"'{words}")
    claims = [one for one in report.left_out if one.reason == "claim"]
    assert len(rows) + len(claims) == sum(len(one.annotations) for one in given)


def test_that_a_claim_has_the_words_of_each_part_and_where_they_are() -> None:
    rows, report = table(tables.CLAIMS, nasty())
    row = next(row for row in rows if row["id"] == "c9")
    text = nasty().text
    assert row["content"] == f"{text[38:40]} … {text[50:54]}"
    assert (row["label"], row["state"], row["cue"]) == ("denial", "accepted", text[44:48])
    assert row["parts"] == (
        "source 0-4; medium 5-6; source 9-12; content 38-40; cue 44-48; content 50-54"
    )
    assert row["attributes"] == "mode=direct"
    assert row["links"] == "nested c10; source e1"
    assert {one.reason for one in report.left_out} == {"entity"}


def test_that_what_is_known_of_an_annotation_is_in_its_row() -> None:
    proposed = Proposal("ORG", entity_parts(0, 2))
    annotation = replace(
        entity(0, 3, state=State.REJECTED).annotation,
        score=0.5, confidence=0.25, pattern="p", proposed=proposed, reason="type", comment="a\nb",
    )  # fmt: skip
    told = (OutAnnotation("e1", annotation, "m"),)
    given = Outgoing("d", "T", "Ana", {"date": "2026", "agency": 5}, annotations=told)
    [row], _ = table(tables.ENTITIES, given)
    assert row == {
        "document": "d", "title": "T", "date": "2026", "agency": "", "id": "e1", "label": "ORG",
        "state": "rejected", "start": "0", "end": "3", "quote": "Ana", "attributes": "",
        "links": "", "suggester": "m", "score": "0.5", "confidence": "0.25", "pattern": "p",
        "proposed": "ORG: mention 0-2", "reason": "type", "comment": "a\nb",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1", "'＝1"),
        ("|x", "'|x"),
        ("Ana - Bo", "Ana - Bo"),
        ("'=1", "'=1"),
        ("— no", "— no"),
        ("\n", "\n"),
        ("", ""),
        (None, None),
        (-1.5, -1.5),
    ],
)
def test_that_no_cell_is_a_formula(cell: Any, safe: Any) -> None:
    assert tables.guarded(cell) == safe


def test_that_guarded_cells_are_counted_and_documents_too() -> None:
    given = Outgoing("=d", "+t", "=Ana", annotations=(entity(0, 4, name="e1"),))
    [row], report = table(tables.ENTITIES, given)
    assert (row["document"], row["title"], row["quote"]) == ("'=d", "'+t", "'=Ana")
    assert report.counts["guarded"] == 3


def test_that_every_decision_has_a_row_and_what_nobody_decided_is_reported() -> None:
    annotations = (entity(0, 4, name="e1"), entity(5, 6, name="e2", state=State.SUGGESTED))
    given = Outgoing("d", "t", "=Ana x", annotations=annotations, decisions=(DECIDED,))
    [row], report = table(tables.DECISIONS, given)
    assert (row["actor"], row["act"], row["annotation"]) == ("ann", "3", "e1")
    assert (row["verdict"], row["how"], row["shown_ms"]) == ("accept", "key", "1200")
    assert row["quote"] == "'=Ana"
    assert report.left_out == (LeftOut("d", "e2", "no_decision"),)
    assert report.counts == {"decisions": 1, "documents": 1, "guarded": 1}


def test_that_an_empty_table_has_its_columns() -> None:
    assert table(tables.ENTITIES)[0] == []
