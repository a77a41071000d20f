"""What a machine proposes is kept, renewed or dropped; a decision is never touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import How, Verdict
from curator.domain.faults import Fault
from curator.services import closing, deciding, suggesting, undoing
from curator.services.statistics import statistics
from curator.services.suggesting import SuggestReport
from curator.store import log
from curator.store.project import Project
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer, Done, Failed, Item, Ready, SuggesterInfo
from tests.support.pictures import record
from tests.support.projects import annotation, answer, findings, held, make, shown, take, view

ENTITY = (Layer.ENTITY,)


class Fake:
    """A suggest process that says what it was told to, by document."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = answers
        self.asked: list[Item] = []
        self.cues: dict[str, str] = {}

    def teach(self, cues: dict[str, str]) -> None:
        self.cues = cues

    def wait_ready(self) -> Ready:
        return Ready((SuggesterInfo("machine", "1", Layer.ENTITY),))

    def ask(self, items: Iterable[Item], **_options: Any) -> Iterator[Answer]:
        for item in items:
            self.asked.append(item)
            yield from (one for one in self.answers if one.id == item.id)
            yield Done(item.id)


def run(
    project: Project, process: Any, *, layers: Sequence[Layer] = ENTITY, again: bool = False
) -> SuggestReport:
    report = SuggestReport()
    steps = list(suggesting.suggest(project, process, report, layers=layers, again=again))
    assert steps[-1].done == report.documents
    return report


def changes_of(project: Project) -> int:
    with project.read() as tx:
        return log.head(tx)[0]


def test_that_documents_nobody_has_seen_are_asked_and_answers_kept(project: Project) -> None:
    take(project, "Ana went", "Bo met Cy")
    found = answer(project, 2, "[Bo:PERSON] met [Cy:PERSON]", below=["Cy"])
    process = Fake(answer(project, 1, "[Ana:PERSON] went"), found)
    report = run(project, process)
    assert [item.id for item in process.asked] == [1, 2]
    assert process.asked[0].text == "Ana went"
    assert (report.documents, report.suggestions, report.candidates) == (
        2, {"entity": 2}, {"entity": 1},
    )  # fmt: skip
    assert report.suggesters == ["machine 1"]
    assert (shown(project, 2), held(project, 2)) == (["Bo:PERSON?"], ["Cy:PERSON below"])
    assert suggesting.waiting(project, ENTITY) == []
    assert suggesting.waiting(project, [Layer.CLAIM]) == [1, 2]
    assert run(project, Fake()).documents == 0
    assert run(project, Fake(), again=True).documents == 2


def test_that_evidence_stays_with_a_finding_whatever_it_becomes(project: Project) -> None:
    take(project, "Bo met Cy")
    weighed = {"features": ["title"], "variants": {"long": [["mention", 0, 6]]}}
    found = answer(project, 1, "[Bo:PERSON] met [Cy:PERSON]", below=["Cy"])
    proposals = tuple(replace(one, evidence=weighed) for one in found.proposals)
    suggesting.keep(project, [replace(found, proposals=proposals)])
    (candidate,) = view(project).candidates
    assert [one.evidence for one in (*view(project).annotations, candidate.annotation)] == [
        weighed, weighed,
    ]  # fmt: skip
    deciding.judge(project, -candidate.annotation.id, Verdict.ACCEPT)
    assert annotation(project, "Cy:PERSON").evidence == weighed
    undoing.undo(project)
    assert [one.annotation for one in view(project).candidates] == [candidate.annotation]
    suggesting.keep(project, [found])
    assert annotation(project, "Bo:PERSON").evidence is None
    assert findings(project) == []


def test_that_suggestions_are_in_no_history(project: Project) -> None:
    take(project, "Ana went")
    before = changes_of(project)
    changes = suggesting.keep(project, [answer(project, 1, "[Ana:PERSON] went")])
    assert (changes_of(project), changes.change_set) == (before, 0)
    assert changes
    assert [one.label for one in changes.annotations] == ["PERSON"]


def test_that_a_failure_is_reported_and_the_rest_goes_on(project: Project) -> None:
    take(project, "Ana went", "Bo went")
    fault = Fault("suggest.failed", reason="dizzy")
    digest = view(project, 1).digest
    report = run(project, Fake(Failed(1, digest, fault), answer(project, 2, "[Bo:PERSON] went")))
    assert report.failed == [(1, fault)]
    assert (report.documents, shown(project, 2)) == (2, ["Bo:PERSON?"])


@pytest.mark.parametrize("why", ["another text", "closed layer", "layer not in the scheme"])
def test_that_a_stale_answer_is_dropped_and_not_counted(tmp_path: Path, why: str) -> None:
    """The report counted what was not kept."""
    scheme = "claims-only" if why == "layer not in the scheme" else "everything"
    with make(tmp_path / "p.curator", scheme=scheme) as project:
        take(project, "Ana went")
        found = answer(project, 1, "[Ana:PERSON] went")
        if why == "another text":
            found = replace(found, digest="0" * 64)
        if why == "closed layer":
            closing.close(project, 1, ENTITY, leftover=None)
        assert not suggesting.keep(project, [found])
        assert (shown(project), held(project)) == ([], [])
        if why == "another text":
            report = run(project, Fake(found))
            assert (report.suggestions, report.documents) == ({}, 1)


def test_that_suggesting_again_changes_nothing_that_was_decided(project: Project) -> None:
    take(project, "[Ana:PERSON!] [Bo:PERSON-] [Cy:PERSON~] [Di:PERSON+] [Ed:PERSON?] Flo")
    found = answer(project, 1, "[Ana:ORG] [Bo:ORG] [Cy:ORG] [Di:ORG] Ed [Flo:ORG]", version="2")
    suggesting.keep(project, [found])
    assert shown(project) == [
        "Ana:PERSON!", "Bo:PERSON-", "Cy:PERSON~", "Di:PERSON+", "Flo:ORG?",
    ]  # fmt: skip
    assert held(project) == ["Bo:ORG contradicts"]
    assert findings(project) == []


def test_that_what_a_decision_once_named_is_superseded_and_the_log_says_so(
    project: Project,
) -> None:
    take(project, "[Ana:PERSON?] met [Bo:PERSON?]")
    deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 1, Verdict.REOPEN)
    changes = suggesting.keep(project, [answer(project, 1, "Ana met Bo")])
    assert changes.vanished == (2,)
    assert [one.state for one in changes.annotations] == [State.SUPERSEDED]
    assert shown(project) == []
    with project.read() as tx:
        [decision] = log.get(tx, changes.change_set).rows
    assert (decision.verdict, decision.how) == (Verdict.WITHDRAW, How.MACHINE)
    again = suggesting.keep(project, [answer(project, 1, "[Ana:ORG] met Bo", version="2")])
    assert [(one.id, one.label) for one in again.annotations] == [(1, "ORG")]
    assert findings(project) == []


def test_that_undo_names_what_a_machine_changed_since(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 1, Verdict.REOPEN)
    kept = suggesting.keep(project, [answer(project, 1, "Ana went")])
    with pytest.raises(Fault) as raised:
        undoing.undo(project)
    assert (raised.value.code, raised.value.facts["later"]) == (
        "undo.touched_later", [kept.change_set],
    )  # fmt: skip


def test_that_what_a_decided_claim_points_to_is_not_deleted(project: Project) -> None:
    """The link went with it, and the claim was no longer what the log said."""
    line = record("a", "<[Ana:PERSON?]:source> <said:cue> {it rained:denial!}")
    line["claims"][0]["links"] = {"source": ["s1"]}
    take(project, line)
    suggesting.keep(project, [answer(project, 1, "Ana said it rained")])
    assert shown(project, layer=Layer.ENTITY) == []
    [link] = annotation(project, "it rained:denial").links
    assert link.target == 1
    assert findings(project) == []


def test_that_a_blind_document_shows_nothing_until_it_is_closed(tmp_path: Path) -> None:
    with make(tmp_path / "blind.curator", blind_share=1.0) as project:
        take(project, "Ana went")
        suggesting.keep(project, [answer(project, 1, "[Ana:PERSON] went")])
        assert (shown(project), held(project)) == ([], ["Ana:PERSON blind"])
        assert statistics(project)["annotations"]["entity"] == {}


def test_that_layers_of_the_scheme_are_those_suggested_for(tmp_path: Path) -> None:
    with make(tmp_path / "claims.curator", scheme="claims-only") as project:
        assert suggesting.layers_of(project) == (Layer.CLAIM,)


def test_that_a_withdrawn_batch_does_not_wait(project: Project) -> None:
    act = take(project, "Ana went").act
    undoing.undo(project, act=act)
    assert suggesting.waiting(project, ENTITY) == []


def test_that_a_run_is_kept_in_steps_of_10_documents(project: Project) -> None:
    take(project, *(record(f"a{n}", f"Ana went {n} times") for n in range(30)), chunk=30)
    report = SuggestReport()
    steps = [
        step.done
        for step in suggesting.suggest(project, Fake(), report, layers=ENTITY)  # type: ignore
    ]
    assert steps == [0, 10, 20, 30]


def test_that_a_process_of_its_own_proposes_and_what_it_proposes_is_kept(
    project: Project,
) -> None:
    take(project, "Ana went", "fault", "Bo and Cy")
    process = SuggestProcess(layers=ENTITY, module="tests.suggest.scripted")
    try:
        report = run(project, process)
    finally:
        process.close()
    assert [number for number, _fault in report.failed] == [2]
    assert [shown(project, number) for number in (1, 2, 3)] == [
        ["Ana:PERSON?"], [], ["Bo:PERSON?", "Cy:PERSON?"],
    ]  # fmt: skip
