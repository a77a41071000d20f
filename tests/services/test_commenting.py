"""Comments stand on annotations and documents, decide nothing, and are undone like any act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.annotation import State
from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.domain.queue import QueueFilter
from curator.services import closing, commenting, deciding, undoing, wording
from curator.store.project import Project
from tests.support import folding
from tests.support.projects import findings, listed, make, take, view


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        take(made, "The [Swan:PERSON?] left [the quay:FAC?].", "Snow fell.")
        yield made
        assert findings(made) == []
        assert folding.differences(made.path) == []


def said(project: Project, number: int = 1) -> list[str | None]:
    return [one.comment for one in view(project, number).annotations]


def test_that_a_comment_is_kept_changed_and_taken_away(project: Project) -> None:
    commenting.annotation(project, 1, "  a ship?  ")
    assert said(project) == ["a ship?", None]
    changes = commenting.annotation(project, 1, "a ship, not a bird")
    assert wording.act(changes.code, changes.facts) == "Comment on “Swan”: a ship, not a bird"
    commenting.annotation(project, 1, " ")
    assert said(project) == [None, None]
    for words in ("a ship, not a bird", "a ship?"):
        undoing.undo(project)
        assert said(project) == [words, None]
    undoing.redo(project)
    assert said(project) == ["a ship, not a bird", None]


def test_that_a_comment_decides_nothing(project: Project) -> None:
    commenting.annotation(project, 1, "hm")
    (one, _) = view(project).annotations
    assert one.state is State.SUGGESTED
    assert not commenting.annotation(project, 1, "hm").change_set
    deciding.judge(project, 1, Verdict.ACCEPT)
    assert said(project) == ["hm", None]


def test_that_a_document_has_a_comment_beside_its_flag(project: Project) -> None:
    closing.flag(project, 1, flagged=True)
    changes = commenting.document(project, 1, "read again")
    assert wording.act(changes.code, changes.facts) == "Comment on the document: read again"
    closing.flag(project, 1, flagged=False)
    assert (view(project).comment, view(project).flagged) == ("read again", False)
    undoing.undo(project)
    assert (view(project).comment, view(project).flagged) == ("read again", True)
    undoing.undo(project)
    assert (view(project).comment, view(project).flagged) == (None, True)
    undoing.redo(project)
    assert view(project).comment == "read again"
    assert not commenting.document(project, 1, "read again").change_set


def test_that_documents_are_found_by_their_comments(project: Project) -> None:
    commenting.annotation(project, 1, "100% a ship")
    commenting.document(project, 2, "dull")
    assert listed(project, QueueFilter(words="comment:")) == [1, 2]
    assert listed(project, QueueFilter(words="comment:0%")) == [1]
    assert listed(project, QueueFilter(words="-comment:")) == []
    undoing.undo(project)
    assert listed(project, QueueFilter(words="comment:")) == [1]


def test_that_what_is_no_annotation_takes_no_comment(project: Project) -> None:
    with pytest.raises(Fault, match=r"comment\.candidate"):
        commenting.annotation(project, -1, "why")
    with pytest.raises(Fault, match=r"decision\.gone"):
        commenting.annotation(project, 99, "why")
