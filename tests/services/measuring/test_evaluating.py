"""What was suggested is compared as it was first shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Layer, entity_parts
from curator.domain.decisions import Change, Verdict
from curator.domain.measuring.scoring import ReadPolicy
from curator.services import deciding, suggesting
from curator.services.measuring import evaluating
from curator.services.measuring.evaluating import Evaluation, evaluate
from curator.store.project import Project
from tests.support import projects
from tests.support.measuring import gold
from tests.support.pictures import record

PLAIN = "The Velm Bank met Anna Varga in Velm on Monday."
GOLD = "The [Velm Bank:ORG] met [Anna Varga:PERSON] in [Velm:LOC] on [Monday:DATE]."
DRAWN = "[The Velm Bank:ORG] met Anna [Varga:PERSON] in [Velm:GPE] on [Monday:ORG]."


@pytest.fixture
def suggested(project: Project) -> Project:
    """A project with one document and four suggestions: two right, one with wrong edges, one with
    a wrong label."""
    projects.take(project, PLAIN)
    suggesting.keep(project, [projects.answer(project, 1, DRAWN, score=0.8)])
    return project


def exact(found: Evaluation) -> tuple[int, int, int]:
    tally = found.scores.entities.exact
    return tally.hits, tally.suggested, tally.gold


def test_that_suggestions_are_counted_against_gold(suggested: Project, tmp_path: Path) -> None:
    found = evaluate(suggested, gold(tmp_path / "gold.jsonl", GOLD))
    assert (found.documents, exact(found)) == (1, (2, 4, 4))
    plain = found.plain()
    assert plain["entities"]["exact"]["f1"] == 0.5
    assert plain["calibration"]["n"] == 4
    assert plain["calibration"]["ece"] == pytest.approx(0.3)
    assert plain["calibration"]["auc"] == 0.5
    assert "claims" not in plain
    strict = ReadPolicy(merge_places=False, ignore_articles=False)
    found = evaluate(suggested, gold(tmp_path / "gold.jsonl", GOLD), policy=strict)
    assert exact(found) == (0, 3, 4)
    assert found.scores.entities.left_out == 1


def test_that_decisions_change_nothing_of_what_was_shown(
    suggested: Project, tmp_path: Path
) -> None:
    wanted = gold(tmp_path / "gold.jsonl", GOLD)
    before = evaluate(suggested, wanted).plain()
    wrong = projects.annotation(suggested, "Varga:PERSON")
    start = PLAIN.index("Anna")
    parts = entity_parts(start, start + len("Anna Varga"))
    deciding.judge(suggested, wrong.id, Verdict.CORRECT, change=Change(parts=parts))
    monday = projects.annotation(suggested, "Monday:ORG")
    deciding.judge(suggested, monday.id, Verdict.REJECT)
    deciding.judge(suggested, projects.annotation(suggested, "Velm:GPE").id, Verdict.ACCEPT)
    deciding.add_entity(suggested, 1, "DATE", start=monday.start - 3, end=monday.end)
    assert evaluate(suggested, wanted).plain() == before


def test_that_a_candidate_that_was_accepted_was_not_shown(project: Project, tmp_path: Path) -> None:
    projects.take(project, PLAIN)
    suggesting.keep(project, [projects.answer(project, 1, DRAWN, below=["Velm"])])
    (held,) = projects.view(project).candidates
    deciding.judge(project, -held.annotation.id, Verdict.ACCEPT)
    wanted = gold(tmp_path / "gold.jsonl", GOLD)
    assert exact(evaluate(project, wanted)) == (1, 3, 4)
    assert exact(evaluate(project, wanted, accepted=True)) == (1, 1, 4)


def test_that_a_blind_document_counts_with_what_its_machine_held_back(tmp_path: Path) -> None:
    with projects.make(tmp_path / "blind.curator", blind_share=1.0) as project:
        projects.take(project, PLAIN)
        suggesting.keep(project, [projects.answer(project, 1, DRAWN)])
        found = evaluate(project, gold(tmp_path / "gold.jsonl", GOLD))
    assert (exact(found), found.blind) == ((2, 4, 4), 1)


def test_that_documents_are_matched_by_id_then_by_text(suggested: Project, tmp_path: Path) -> None:
    renamed = record("other name", GOLD)
    found = evaluate(suggested, gold(tmp_path / "a.jsonl", renamed, "[Velm:LOC] agreed."))
    assert (found.documents, found.missing, found.extra) == (1, ["d2"], 0)
    found = evaluate(suggested, gold(tmp_path / "b.jsonl", "[Velm:LOC] agreed."))
    assert (found.documents, found.other_text, found.extra) == (0, ["d1"], 0)
    found = evaluate(suggested, gold(tmp_path / "c.jsonl", record("x", "[Halden:LOC] agreed.")))
    assert (found.missing, found.extra) == (["x"], 1)


def test_that_claims_are_compared_part_by_part(project: Project, tmp_path: Path) -> None:
    drawn = "<Anna:source> <said:cue> {exports rose:assertion}."
    projects.take(project, "Anna said exports rose.")
    answer = projects.answer(project, 1, drawn, layer=Layer.CLAIM, score=0.9)
    suggesting.keep(project, [answer])
    plain = evaluate(project, gold(tmp_path / "gold.jsonl", drawn)).plain()
    assert plain["claims"]["strict_frame"]["f1"] == 1.0
    assert plain["claims"]["attributes"]["claim_type"]["share"] == 1.0
    assert plain["calibration"]["layers"]["claim"]["ece"] == pytest.approx(0.1)
    assert evaluating.calibration({})["n"] == 0
    assert "entities" not in plain
