"""What is withdrawn is out of everything but the log, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.domain.queue import QueueFilter
from curator.services import deciding, reading, searching, statistics, undoing, withdrawing, wording
from curator.services.withdrawing import Named, Numbered
from curator.store import documents
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import annotation, findings, listed, make, take


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two batches: documents 1 and 2, then 3."""
    made = make(tmp_path / "p.curator")
    take(
        made,
        record("harbour", "The [Swan:PERSON?] left the quay", title="Of ships"),
        record("valley", "Snow fell on [Ostré:GPE?]", title="Of snow"),
        batch="old",
    )
    take(made, record("ridge", "The convoy left the ridge"), batch="new")
    return made


def test_that_a_withdrawn_document_is_out_of_queue_counts_and_search(project: Project) -> None:
    before = statistics.statistics(project)
    changes = withdrawing.withdraw(project, Numbered(documents=[1]))
    assert (changes.code, changes.documents, changes.queue) == ("withdraw", {1}, True)
    assert wording.act(changes.code, changes.facts) == "Withdraw “Of ships”"
    assert listed(project, QueueFilter()) == [3, 2]
    assert statistics.statistics(project)["documents"] == before["documents"] - 1
    with project.read() as tx:
        assert documents.shown_ids(tx) == [2, 3]
    assert searching.everywhere(project, "left").total == 1
    assert withdrawing.withdrawn(project) == Named(["harbour"], [])
    assert findings(project) == []


def test_that_it_comes_back_with_its_decisions_by_undo_and_by_name(project: Project) -> None:
    deciding.judge(project, annotation(project, "Swan:PERSON").id, Verdict.ACCEPT)
    before = reading.open_document(project, 1)
    withdrawing.withdraw(project, Numbered(documents=[1]))
    assert undoing.undo(project).queue
    now = reading.open_document(project, 1)
    assert (now.annotations, now.layers) == (before.annotations, before.layers)
    undoing.redo(project)
    assert listed(project, QueueFilter()) == [3, 2]
    back = withdrawing.withdraw(project, Numbered(documents=[1]), back=True)
    assert wording.act(back.code, back.facts) == "Bring back “Of ships”"
    assert listed(project, QueueFilter()) == [3, 1, 2]
    assert findings(project) == []


def test_that_documents_and_batches_go_as_one_act(project: Project) -> None:
    what = withdrawing.find(project, Named(["ridge", "valley"], ["old"]))
    assert what == Numbered([3, 2], [1])
    changes = withdrawing.withdraw(project, what)
    assert wording.act(changes.code, changes.facts) == "Withdraw 2 documents batch old"
    assert listed(project, QueueFilter()) == []
    undoing.undo(project)
    assert listed(project, QueueFilter()) == [3, 1, 2]
    assert findings(project) == []


def test_that_what_is_out_already_is_no_act(project: Project) -> None:
    withdrawing.withdraw(project, Numbered(batches=[1]))
    assert withdrawing.withdraw(project, Numbered(batches=[1])).change_set == 0
    assert withdrawing.withdraw(project, Numbered(documents=[1]), back=True).change_set == 0


@pytest.mark.parametrize(
    ("named", "code"),
    [(Named(["ship"], []), "document.unnamed"), (Named([], ["may"]), "batch.unnamed")],
)
def test_that_a_name_that_nothing_bears_is_refused(
    project: Project, named: Named, code: str
) -> None:
    with pytest.raises(Fault) as caught:
        withdrawing.find(project, named)
    assert caught.value.code == code
