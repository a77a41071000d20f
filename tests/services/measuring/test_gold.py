"""Gold files are read whole or refused with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.measuring.scoring import Mention
from curator.services.measuring import gold as golds
from tests.formats.builders import read_lines
from tests.support.measuring import gold


def gathered(folder: Path, *records: dict[str, Any] | str) -> golds.Gold:
    path = folder / "lines.jsonl"
    return golds.gathered(path, read_lines(path, *records))


def refused(folder: Path, *records: dict[str, Any] | str) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Fault) as caught:
        gathered(folder, *records)
    return caught.value.code, caught.value.facts


def test_that_spans_and_claims_become_gold_by_layer(tmp_path: Path) -> None:
    found = gold(
        tmp_path / "gold.jsonl",
        "[Anna:PERSON] <said:cue> {it rose:assertion}.",
        "[Velm:GPE] agreed.",
    )
    first, second = found.documents
    assert first.entities == (Mention(0, 4, "PERSON"),)
    assert second.entities == (Mention(0, 4, "GPE"),)
    assert [claim.label for claim in first.claims] == ["assertion"]
    assert (first.layers, second.layers) == (set(Layer), {Layer.ENTITY})
    assert (found.layers, found.labels) == ((Layer.ENTITY, Layer.CLAIM), ("PERSON", "GPE"))
    assert first.size == 2


def test_that_only_what_is_accepted_or_has_no_state_is_gold(tmp_path: Path) -> None:
    spans = [
        {"start": 0, "end": 4, "label": "GPE", "state": "rejected"},
        {"start": 5, "end": 11, "label": "ORG", "state": "accepted"},
        {"start": 5, "end": 7, "label": "ORG"},
    ]
    line = {"id": "a", "text": "Velm agreed.", "spans": spans}
    (document,) = gathered(tmp_path, line).documents
    assert document.entities == (Mention(5, 11, "ORG"), Mention(5, 7, "ORG"))


def test_that_an_annotation_outside_its_text_is_left_out_and_told(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 99, "label": "GPE"}]
    found = gathered(tmp_path, {"id": "a", "text": "Velm.", "spans": spans})
    assert found.documents[0].entities == ()
    (told,) = found.left_out
    assert "line 1" in told


def test_that_a_line_that_is_no_document_is_refused_with_its_number(tmp_path: Path) -> None:
    good = {"id": "a", "text": "Velm.", "spans": []}
    code, facts = refused(tmp_path, good, "no json")
    assert code == "gold.unreadable"
    assert "line 2" in facts["reason"]


def test_that_a_file_without_gold_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, {"id": "a", "text": "Velm."})[0] == "gold.empty"


def test_that_two_documents_of_one_id_are_refused(tmp_path: Path) -> None:
    twin = {"id": "a", "text": "Velm.", "spans": []}
    code, facts = refused(tmp_path, twin, {**twin, "text": "Halden."})
    assert (code, facts["id"], facts["line"]) == ("gold.twice", "a", 2)


def test_that_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "text": "Velm.", "spans": []}\n', encoding="utf-8")
    assert [one.id for one in golds.read(path).documents] == ["a"]
    with pytest.raises(Fault, match=r"gold\.unreadable"):
        golds.read(tmp_path / "missing.jsonl")
