"""The verbs `evaluate` and `simulate`, with a suggester that proposes a written list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from curator.services.measuring import simulating
from tests.cli.conftest import DOCUMENTS, Run, write_lines
from tests.support.measuring import gold_lines

GOLD = gold_lines(
    {
        **DOCUMENTS[0],
        "spans": [
            {"start": 9, "end": 19, "label": "PERSON"},
            {"start": 39, "end": 43, "label": "ORG"},
        ],
        "claims": [{"source": [[0, 19]], "cue": [[20, 24]], "content": [[25, 37]]}],
    },
    {**DOCUMENTS[1], "spans": [{"start": 4, "end": 11, "label": "LOC"}], "claims": []},
)


@pytest.fixture
def gold(tmp_path: Path, written: None) -> str:
    """The gold of the documents, in the folder of the run."""
    write_lines(tmp_path / "gold.jsonl", *GOLD)
    return "gold.jsonl"


def test_that_suggestions_of_a_project_are_compared_with_gold(made: Run, gold: str) -> None:
    made("suggest", "p")
    ran = made("evaluate", "p", "--gold", gold)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Compared 2 documents; labels: GPE, LOC and FAC are one; edges: ")
    lines = [line.split() for line in ran.out.splitlines()]
    assert ["exact", "50.0", "33.3", "40.0", "2", "3"] in lines
    assert ["frame", "100.0", "100.0", "100.0", "1", "1"] in lines
    found = made("evaluate", "p", "--gold", gold, "--json", "--no-merge-places").json
    assert found["entities"]["exact"]["suggested"] == 1
    assert found["entities"]["left_out"] == 1
    assert found["calibration"]["layers"]["claim"]["n"] == 1


def test_that_a_project_without_any_of_the_documents_is_told(made: Run, gold: str) -> None:
    write_lines(Path("other.jsonl"), {"id": "x", "text": "Halden.", "spans": []})
    ran = made("evaluate", "p", "--gold", "other.jsonl")
    assert ran.code == 1
    assert ran.err == "curator: the project has none of the documents of the gold\n"
    assert "Not in the project: 1 document (x)." in ran.out


def test_that_a_file_without_gold_is_told_in_a_line(made: Run) -> None:
    ran = made("simulate", "batch.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "curator: The file has no gold: batch.jsonl. "
        "Name one whose lines have a list of “spans” or of “claims”.\n"
    )


def test_that_an_unknown_way_of_learning_is_wrong_use(run: Run) -> None:
    ran = run("simulate", "gold.jsonl", "--learn", "memory,guessing")
    assert ran.code == 2
    assert "'guessing' is none of memory, finetune, claims" in ran.err


def test_that_a_simulation_reports_json_a_table_and_a_plot(made: Run, gold: str) -> None:
    found = made("simulate", gold, "--learn", "none", "--then", gold, "--json").json
    assert found["documents"] == 2
    assert found["edits_per_document"] == {"scratch": 2.0, "base": 1.0, "learned": 1.0}
    assert found["then"]["entities"]["exact"]["f1"] == pytest.approx(0.4)
    assert found["stopped"] is False
    ran = made("simulate", gold, "--learn", "none", "--until", "1", "--plot", "plot.svg")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["edits", "per", "document", "3.00", "1.00", "1.00", "66.7", "%", "0.0", "%"] in rows
    assert "edits per document  · from scratch  o base model  * with learning" in ran.out
    assert Path("plot.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_that_ctrl_c_reports_what_is_known(
    made: Run, gold: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = simulating.Pupil.finished

    def interrupted(pupil: Any) -> None:
        finished(pupil)
        raise KeyboardInterrupt

    monkeypatch.setattr(simulating.Pupil, "finished", interrupted)
    ran = made("simulate", gold, "--learn", "none", "--json")
    assert (ran.code, ran.json["documents"], ran.json["stopped"]) == (130, 1, True)
    assert ran.err == "curator: stopped; these are the figures of 1 document\n"


def test_that_a_plot_that_cannot_be_written_is_told(made: Run, gold: str) -> None:
    ran = made("simulate", gold, "--learn", "none", "--until", "1", "--plot", "no/plot.svg")
    assert ran.code == 1
    assert ran.err.startswith("curator: The plot cannot be written: no/plot.svg: ")
