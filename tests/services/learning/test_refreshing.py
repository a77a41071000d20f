"""What was decided arranges open documents anew; decisions and ids stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Annotation, Layer, State, entity_parts
from curator.domain.changes import Changes
from curator.domain.decisions import Change, Verdict
from curator.services import closing, deciding, lists, suggesting, undoing
from curator.services.learning.lessons import Lessons
from curator.services.learning.refreshing import affected, refresh
from curator.services.suggesting import SuggestReport
from curator.store.project import Project
from tests.support.projects import annotation, answer, findings, held, make, shown, take, view

ENTITY = (Layer.ENTITY,)


class School:
    """A project whose lessons follow every act."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.lessons = Lessons.of(project)

    def heard(self) -> frozenset[str]:
        with self.project.read() as tx:
            return self.lessons.follow(tx)

    def refresh(self, number: int = 1) -> Changes:
        self.heard()
        return refresh(self.project, number, self.lessons)

    def suggest(self, source: str, number: int = 1, **more: str) -> SuggestReport:
        self.heard()
        report = SuggestReport()
        found = answer(self.project, number, source, **more)  # type: ignore[arg-type]
        suggesting.keep(self.project, [found], lessons=self.lessons, report=report)
        return report

    def judge(self, words: str, verdict: Verdict, number: int = 1, **change: str) -> Annotation:
        one = annotation(self.project, words, number)
        deciding.judge(self.project, one.id, verdict, change=Change(**change))  # type: ignore[arg-type]
        return one


@pytest.fixture
def school(project: Project) -> School:
    return School(project)


def test_that_a_decision_speaks_at_once_in_the_open_document(school: School) -> None:
    take(school.project, "Ana met Velm and Velm left Ost")
    school.suggest("Ana met Velm and Velm left [Ost:GPE]")
    ost = annotation(school.project, "Ost:GPE").id
    deciding.add_entity(school.project, 1, "ORG", start=8, end=12)
    assert school.heard() == {"Velm"}
    changes = school.refresh()
    assert shown(school.project) == ["Velm:ORG+", "Velm:ORG?", "Ost:GPE?"]
    [one] = changes.annotations
    assert (changes.code, changes.change_set, one.pattern) == ("refresh", 0, "memory")
    assert annotation(school.project, "Ost:GPE").id == ost
    assert not school.refresh()
    assert findings(school.project) == []


def test_that_undo_undoes_learning_and_redo_finds_everything_in_its_place(school: School) -> None:
    take(school.project, "Ana and Ana and Ana")
    deciding.add_entity(school.project, 1, "PERSON", start=0, end=3)
    school.refresh()
    first, second = [one.id for one in view(school.project).annotations][1:]
    deciding.judge(school.project, first, Verdict.ACCEPT)
    school.refresh()
    undoing.undo(school.project)
    school.refresh()
    assert shown(school.project) == ["Ana:PERSON+", "Ana:PERSON?", "Ana:PERSON?"]
    undoing.undo(school.project)
    changes = school.refresh()
    assert changes.vanished == (second,)
    assert shown(school.project) == ["Ana:PERSON?"], "what a decision once named stays"
    undoing.redo(school.project)
    undoing.redo(school.project)
    school.refresh()
    assert [one[:-1] for one in shown(school.project)] == ["Ana:PERSON"] * 3
    assert findings(school.project) == []


def test_that_the_memory_relabels_and_what_was_found_comes_back(school: School) -> None:
    take(school.project, "Velm met", "Velm went")
    school.suggest("[Velm:GPE] went", 2)
    one = annotation(school.project, "Velm:GPE", 2)
    deciding.add_entity(school.project, 1, "ORG", start=0, end=4)
    [changed] = school.refresh(2).annotations
    assert (changed.id, changed.label, changed.pattern) == (one.id, "ORG", "drawn, label learned")
    undoing.undo(school.project)
    school.refresh(2)
    assert annotation(school.project, "Velm:GPE", 2) == one


def test_that_what_the_memory_beats_is_a_candidate_until_the_memory_forgets(
    school: School,
) -> None:
    take(school.project, "the Velm Council", "at the Velm Council")
    school.suggest("at the [Velm:GPE] Council", 2)
    deciding.add_entity(school.project, 1, "ORG", start=0, end=16)
    school.refresh(2)
    assert shown(school.project, 2) == ["the Velm Council:ORG?"]
    assert held(school.project, 2) == ["Velm:GPE memory"]
    [candidate] = view(school.project, 2).candidates
    assert not school.refresh(2)
    assert view(school.project, 2).candidates == (candidate,)
    undoing.undo(school.project)
    changes = school.refresh(2)
    assert shown(school.project, 2) == ["Velm:GPE?"]
    assert -candidate.annotation.id in changes.vanished


def test_that_a_suggestion_that_a_decision_covers_waits_until_it_is_undone(
    school: School,
) -> None:
    """Otherwise it had to be rejected by hand; what comes later there is a candidate too."""
    take(school.project, "the mission to Velm and Ost")
    school.suggest("the [mission:ORG] to [Velm:GPE] and [Ost:GPE]")
    one = annotation(school.project, "mission:ORG")
    change = Change(parts=entity_parts(4, 19))
    deciding.judge(school.project, one.id, Verdict.CORRECT, change=change)
    school.refresh()
    assert shown(school.project) == ["mission to Velm:ORG!", "Ost:GPE?"]
    assert held(school.project) == ["Velm:GPE overlaps"]
    assert not school.refresh()
    undoing.undo(school.project)
    school.refresh()
    assert shown(school.project) == ["mission:ORG?", "Velm:GPE?", "Ost:GPE?"]
    assert held(school.project) == []


def test_that_a_string_rejected_twice_is_not_proposed_again(school: School) -> None:
    take(school.project, "Monday and Monday", "on Monday")
    school.suggest("[Monday:DATE] and [Monday:DATE]")
    school.suggest("on [Monday:DATE]", 2)
    for one in view(school.project).annotations:
        deciding.judge(school.project, one.id, Verdict.REJECT)
    assert school.heard() == {"Monday"}
    school.refresh(2)
    assert (shown(school.project, 2), held(school.project, 2)) == ([], ["Monday:DATE memory"])
    school.suggest("on [Monday:DATE]", 2)
    assert held(school.project, 2) == ["Monday:DATE memory"]


def test_that_an_edge_learned_from_three_corrections_moves_the_next(school: School) -> None:
    take(school.project, *(f"Captain {name} sat" for name in ("Ana", "Bo", "Cy", "Di")))
    for number, name in enumerate(("Ana", "Bo", "Cy"), start=1):
        school.suggest(f"[Captain {name}:PERSON] sat", number)
        one = annotation(school.project, f"Captain {name}:PERSON", number)
        change = Change(parts=entity_parts(8, 8 + len(name)))
        deciding.judge(school.project, one.id, Verdict.CORRECT, change=change)
    school.suggest("[Captain Di:PERSON] sat", 4)
    assert shown(school.project, 4) == ["Di:PERSON?"]
    assert annotation(school.project, "Di:PERSON", 4).pattern == "drawn, edge learned"
    deciding.judge(school.project, annotation(school.project, "Di:PERSON", 4).id, Verdict.ACCEPT)
    school.heard()
    assert ("first", "captain", "PERSON", 4, 4) in school.lessons.edges.lessons()


def test_that_confidence_follows_what_was_decided(school: School) -> None:
    take(school.project, "Ana met Bo and Cy", "Di")
    school.suggest("[Ana:PERSON] met [Bo:PERSON] and [Cy:PERSON]")
    school.suggest("[Di:PERSON]", 2)
    before = annotation(school.project, "Di:PERSON", 2)
    for words in ("Ana", "Bo", "Cy"):
        school.judge(f"{words}:PERSON", Verdict.REJECT)
    [after] = school.refresh(2).annotations
    assert (after.id, after.score) == (before.id, before.score)
    assert (after.confidence or 1) < (before.confidence or 0)


def test_that_nothing_is_proposed_where_a_decision_stands(school: School) -> None:
    take(school.project, "Velm Council met Velm", "Velm")
    school.suggest("[Velm Council:ORG] met [Velm:GPE]")
    school.judge("Velm Council:ORG", Verdict.ACCEPT)
    school.judge("Velm:GPE", Verdict.REJECT)
    deciding.add_entity(school.project, 2, "GPE", start=0, end=4)
    deciding.add_entity(school.project, 2, "GPE", start=0, end=4)
    school.refresh()
    assert shown(school.project) == ["Velm Council:ORG!", "Velm:GPE-"]
    assert held(school.project) == []


def test_that_unsure_ones_count_for_nothing(school: School) -> None:
    take(school.project, "[Velm:GPE?] and Velm", "Velm")
    school.judge("Velm:GPE", Verdict.UNSURE)
    closing.close(school.project, 1, ENTITY, leftover=None)
    assert school.heard() == frozenset()
    assert not school.refresh(2)


def test_that_a_string_left_unmarked_in_closed_documents_falls_silent(school: School) -> None:
    take(school.project, "Port and Port", "Port", "at Port")
    closing.close(school.project, 1, ENTITY, leftover=None)
    deciding.add_entity(school.project, 2, "FAC", start=0, end=4)
    school.refresh(3)
    assert shown(school.project, 3) == [], "left unmarked twice before it was known"
    closing.reopen(school.project, 1, ENTITY)
    assert school.heard() == {"Port"}
    school.refresh(3)
    assert shown(school.project, 3) == ["Port:FAC?"]


def test_that_a_string_rejected_here_and_unmarked_there_counts_for_both(school: School) -> None:
    """One stood for the other, because both said no more than the string."""
    take(school.project, "[Port:FAC?] and Port", "[Port:FAC!]")
    school.judge("Port:FAC", Verdict.REJECT)
    closing.close(school.project, 1, ENTITY, leftover=None)
    school.heard()
    for lessons in (school.lessons, Lessons.of(school.project)):
        entry = lessons.memory.of("Port")
        assert entry is not None
        assert (entry.accepted, entry.rejected, entry.missed) == (1, 1, 1)


def test_that_a_blind_document_shows_nothing_and_teaches_when_closed(tmp_path: Path) -> None:
    with make(tmp_path / "p.curator", blind_share=1.0) as project:
        school = School(project)
        take(project, "Velm and Velm", "Velm")
        deciding.add_entity(project, 1, "GPE", start=0, end=4)
        assert school.heard() == frozenset()
        closing.close(project, 1, ENTITY, leftover=None)
        assert school.heard() == frozenset(), "marked once, left unmarked once"
        deciding.add_entity(project, 1, "GPE", start=9, end=13)
        assert school.heard() == {"Velm"}
        school.refresh(2)
        assert (shown(project, 2), held(project, 2)) == ([], ["Velm:GPE blind"])
        assert not school.refresh(2)


def test_that_documents_are_told_in_which_a_string_may_stand(school: School) -> None:
    take(school.project, "Velm met", "at Velm", "Velmer", "Velm", "Übersee", "“Velm Ost”")
    closing.close(school.project, 4, ENTITY, leftover=None)
    assert affected(school.project, ["Velm"]) == [1, 2, 6]
    assert affected(school.project, ["Velm"], but=1) == [2, 6]
    assert affected(school.project, ["Übersee", "Velm Ost"]) == [5, 6]
    assert affected(school.project, ["”"]) == [6]
    assert affected(school.project, []) == []


def test_that_what_the_memory_suggests_is_counted_with_what_was_found(school: School) -> None:
    take(school.project, "Velm", "Velm and Ost")
    deciding.add_entity(school.project, 1, "GPE", start=0, end=4)
    report = school.suggest("Velm and [Ost:GPE]", 2)
    assert report.suggestions == {"entity": 2}
    assert shown(school.project, 2) == ["Velm:GPE?", "Ost:GPE?"]


def test_that_another_suggester_is_arranged_beside_the_first(school: School) -> None:
    take(school.project, "Velm and Ost", "Velm")
    school.suggest("Velm and [Ost:GPE]", name="one")
    school.suggest("[Velm:GPE] and Ost", name="two")
    ids = [one.id for one in view(school.project).annotations]
    deciding.add_entity(school.project, 2, "ORG", start=0, end=4)
    school.refresh()
    assert shown(school.project) == ["Velm:ORG?", "Ost:GPE?"]
    assert [one.id for one in view(school.project).annotations] == ids


def test_that_a_list_speaks_until_it_is_taken_away(school: School) -> None:
    take(school.project, "Velm and Ost", "Ost")
    closing.close(school.project, 2, ENTITY, leftover=None)
    lists.import_list(school.project, source=["Velm", "Ost"], name="ports", label="GPE")
    assert school.heard() == {"Velm"}, "Ost was left unmarked"
    school.refresh()
    assert shown(school.project) == ["Velm:GPE?"]
    assert annotation(school.project, "Velm:GPE").pattern == "list ports"
    undoing.undo(school.project)
    school.refresh()
    assert shown(school.project) == []
    undoing.redo(school.project)
    assert (school.heard(), told_lists(school.lessons)) == ({"Velm"}, {"Velm", "Ost"})
    assert told_lists(Lessons.of(school.project)) == {"Velm", "Ost"}


def told_lists(lessons: Lessons) -> set[str]:
    return {entry.words for entry in lessons.memory.entries() if entry.lists}


def test_that_closed_layers_are_left_alone(school: School) -> None:
    take(school.project, "Velm", "Velm")
    closing.close(school.project, 2, ENTITY, leftover=State.REJECTED)
    deciding.add_entity(school.project, 1, "ORG", start=0, end=4)
    assert not school.refresh(2)
