"""The history lists what was done, tells what each act did, and what undoing it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.annotation import Layer, Role, State
from curator.domain.decisions import Change, Verdict
from curator.domain.faults import Fault
from curator.services import closing, commenting, deciding, history, undoing
from curator.services.history import About, Standing, Wanted
from curator.store.project import Project
from tests.support import folding
from tests.support.pictures import record, told
from tests.support.projects import findings, make, shown, take, view


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        take(
            made,
            record("harbour", "The [Swan:PERSON?] left [the quay:FAC?].", title="Of ships"),
            record("valley", "<Ana:source> <said:cue> {it rained:assertion?}.", title="Of rain"),
        )
        yield made
        assert findings(made) == []
        assert folding.differences(made.path) == []


def names(project: Project, wanted: Wanted | None = None) -> list[str]:
    return [one.name for one in history.acts(project, wanted or Wanted())]


def test_that_acts_are_listed_newest_first_with_their_place(project: Project) -> None:
    deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 3, Verdict.REJECT, reason="not a claim")
    undoing.undo(project)
    found = history.acts(project, Wanted())
    assert [(one.name, one.place, one.decisions, one.standing) for one in found[:3]] == [
        ("Undo: Reject “said”", "Of rain", 1, Standing.TURN),
        ("Reject “said”", "Of rain", 1, Standing.UNDONE),
        ("Accept “Swan”", "Of ships", 1, Standing.DONE),
    ]
    assert found[0].time > found[1].time


def test_that_the_list_is_narrowed_by_document_kind_and_words(project: Project) -> None:
    deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 3, Verdict.ACCEPT)
    closing.flag(project, 2, flagged=True)
    commenting.annotation(project, 2, "100% sure")
    assert names(project, Wanted(document_id=2)) == ["Flag document", "Accept “said”"]
    assert names(project, Wanted(About.DECISIONS)) == ["Accept “said”", "Accept “Swan”"]
    assert names(project, Wanted(About.COMMENTS)) == ["Comment on “the quay”: 100% sure"]
    assert names(project, Wanted(words="swan")) == ["Accept “Swan”"]
    assert names(project, Wanted(words="rain")) == ["Flag document", "Accept “said”"]
    assert names(project, Wanted(words="0% s")) == ["Comment on “the quay”: 100% sure"]
    assert names(project, Wanted(About.DECISIONS, "rain", 2)) == ["Accept “said”"]
    assert names(project, Wanted(words="nothing")) == []


def test_that_a_long_log_comes_page_by_page(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for flagged in (True, False, True, False):
        closing.flag(project, 1, flagged=flagged)
    whole = [one.number for one in history.acts(project, Wanted())]
    monkeypatch.setattr(history, "PAGE", 2)
    first = history.acts(project, Wanted())
    second = history.acts(project, Wanted(), before=first[-1].number)
    assert [one.number for one in (*first, *second)] == whole[:4]


def test_that_every_kind_of_act_is_of_some_kind() -> None:
    from curator.services.sentences import ACTS

    kinds = {code for codes in history._CODES.values() for code in codes}
    assert kinds == {*ACTS, "undo", "redo"}


def test_that_an_act_tells_what_it_did_in_words(project: Project) -> None:
    def last() -> list[tuple[str, str]]:
        newest = history.acts(project, Wanted())[0]
        return [(one.what, one.change) for one in history.did(project, newest.number)]

    deciding.judge(project, 1, Verdict.CORRECT, change=Change(label="ORG"))
    assert last() == [("Swan", "suggested → accepted, PERSON → ORG")]
    deciding.judge(
        project, 3, Verdict.CORRECT,
        change=Change(parts=deciding.with_part(view(project, 2).annotations[0], Role.SOURCE, [])),
    )  # fmt: skip
    assert last() == [("said", "suggested → accepted, source “Ana” → none")]
    commenting.annotation(project, 1, "no bird")
    assert last() == [("Swan", "comment none → “no bird”")]
    closing.close(project, 1, [Layer.ENTITY], leftover=State.REJECTED)
    assert last() == [
        ("the quay", "suggested → rejected, because: by closing"),
        ("Entities", "open → closed"),
    ]
    closing.flag(project, 1, flagged=True)
    assert last() == [("The document", "flagged")]
    deciding.add_entity(project, 1, "FAC", start=0, end=3)
    assert last() == [("The", "new: FAC, accepted")]
    undoing.undo(project)
    assert last() == [("The", "FAC, accepted → not there")]


def test_that_an_older_act_is_undone_alone_where_nothing_touched_it(project: Project) -> None:
    first = deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 2, Verdict.ACCEPT)
    assert history.stands_in_the_way(project, first.act) == []
    undoing.undo(project, act=first.act)
    assert shown(project) == ["Swan:PERSON?", "the quay:FAC!"]


def test_that_what_touched_it_later_is_listed_and_undone_together(project: Project) -> None:
    first = deciding.judge(project, 1, Verdict.ACCEPT)
    other = deciding.judge(project, 2, Verdict.ACCEPT)
    commenting.annotation(project, 1, "hm")
    closing.flag(project, 1, flagged=True)
    with pytest.raises(Fault, match=r"undo\.touched_later"):
        undoing.undo(project, act=first.act)
    found = history.stands_in_the_way(project, first.act)
    assert [one.name for one in found] == ["Comment on “Swan”: hm"]
    changes = undoing.undo_together(project, [first.act, *(one.number for one in found)])
    assert changes.undoes
    assert shown(project) == ["Swan:PERSON?", "the quay:FAC!"]
    assert view(project).annotations[0].comment is None
    assert view(project).flagged
    assert undoing.redo(project).facts["of"] == "accept"
    assert undoing.redo(project).facts["of"] == "comment"
    assert shown(project) == ["Swan:PERSON!", "the quay:FAC!"]
    assert history.stands_in_the_way(project, other.act) == []


def test_that_nothing_is_undone_when_more_stands_in_the_way_by_now(project: Project) -> None:
    first = deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 1, Verdict.REJECT)
    with pytest.raises(Fault, match=r"undo\.touched_later"):
        undoing.undo_together(project, [first.act])
    assert shown(project)[0] == "Swan:PERSON-"


def test_that_a_document_is_replayed_decision_by_decision(project: Project) -> None:
    deciding.judge(project, 1, Verdict.CORRECT, change=Change(label="ORG"))
    deciding.add_entity(project, 1, "FAC", start=0, end=3)
    closing.flag(project, 1, flagged=True)
    deciding.judge(project, 2, Verdict.REJECT)
    past = history.past(project, 1)
    text = view(project).text
    states = []
    for place in range(len(past.moments) + 1):
        past.go(place)
        states.append(told(text, past.shown()))
    assert states == [
        ["Swan:PERSON?", "the quay:FAC?"],
        ["Swan:ORG!", "the quay:FAC?"],
        ["The:FAC+", "Swan:ORG!", "the quay:FAC?"],
        ["The:FAC+", "Swan:ORG!", "the quay:FAC?"],
        ["The:FAC+", "Swan:ORG!", "the quay:FAC-"],
    ]
    past.go(-3)
    assert told(text, past.shown()) == states[0]
    assert past.moment is None
    past.go(99)
    assert told(text, past.shown()) == shown(project)
    assert past.moment is not None
    assert past.moment.code == "reject"
