"""What an import makes of candidates that come along."""

from __future__ import annotations

from curator.domain.annotation import Link
from curator.domain.decisions import Verdict
from curator.services import deciding, suggesting
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import answer, findings, take, view


def test_that_a_candidate_keeps_its_comment_and_what_it_links_to(project: Project) -> None:
    line = record("a", "<[Ana:PERSON!]:source> <said:cue> {[Velm:GPE?] fell:denial}")
    line["claims"][0] |= {"state": "candidate", "comment": "really?"}
    people = [span["id"] for span in line["spans"]]
    line["claims"][0]["links"] = {"source": people[:1], "about": people[1:], "to": ["nobody"]}
    take(project, line)
    (held_back,) = view(project).candidates
    assert held_back.annotation.comment == "really?"
    assert held_back.annotation.links == (Link("about", 2), Link("source", 1))
    suggesting.keep(project, [answer(project, 1, "[Ana:PERSON] said Velm fell")])
    accepted = deciding.judge(project, -held_back.annotation.id, Verdict.ACCEPT).annotations[0]
    assert (accepted.comment, accepted.links) == ("really?", (Link("source", 1),))
    assert findings(project) == []
