"""Claims are linked to the entities that their sources are, and to the claims around them."""

from __future__ import annotations

from dataclasses import replace

from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.services import deciding, suggesting
from curator.services.learning.lessons import Lessons
from curator.services.learning.refreshing import refresh
from curator.store.project import Project
from tests.support.claims import claims
from tests.support.projects import annotation, answer, findings, take, view

TEXT = "Ana Okoro said that Ben denied the plan."
ENTITIES = "[Ana Okoro:PERSON] said that [Ben:PERSON] denied the plan."
OUTER = "<Ana Okoro:source> <said:cue> {that Ben denied the plan:assertion}."
INNER = "Ana Okoro said that <Ben:source> <denied:cue> {the plan:denial}."


def links(project: Project) -> dict[str, list[tuple[str, str]]]:
    """By its cue, the role and the words of what each claim is linked to."""
    opened = view(project)
    by_id = {one.id: one.quote(opened.text) for one in opened.annotations}
    return {
        one.quote(opened.text): [(link.role, by_id[link.target]) for link in one.links]
        for one in opened.annotations
        if one.layer is Layer.CLAIM
    }


def relinked(project: Project) -> int:
    """Refresh the document; how many claims are others then."""
    changes = refresh(project, 1, Lessons.of(project))
    return sum(one.layer is Layer.CLAIM for one in changes.annotations)


def filled(project: Project) -> None:
    take(project, TEXT)
    suggesting.keep(project, [answer(project, 1, ENTITIES), claims(project, 1, OUTER)])


def test_that_a_suggested_claim_is_linked_to_its_source(project: Project) -> None:
    filled(project)
    assert links(project) == {"said": [("source", "Ana Okoro")]}
    assert relinked(project) == 0


def test_that_the_link_goes_with_the_entity(project: Project) -> None:
    filled(project)
    deciding.judge(project, annotation(project, "Ana Okoro:PERSON").id, Verdict.REJECT)
    assert relinked(project) == 1
    assert links(project) == {"said": []}


def test_that_a_decided_claim_keeps_its_links(project: Project) -> None:
    filled(project)
    (claim,) = (one for one in view(project).annotations if one.layer is Layer.CLAIM)
    deciding.judge(project, claim.id, Verdict.ACCEPT)
    deciding.judge(project, annotation(project, "Ana Okoro:PERSON").id, Verdict.REJECT)
    assert relinked(project) == 0
    assert links(project) == {"said": [("source", "Ana Okoro")]}
    assert findings(project) == []


def test_that_a_nested_candidate_that_is_accepted_is_linked_to_the_claim_around_it(
    project: Project,
) -> None:
    filled(project)
    said = claims(project, 1, OUTER)
    more = claims(project, 1, INNER, scores={"denied": 0.4}).proposals
    suggesting.keep(project, [replace(said, proposals=(*said.proposals, *more))])
    (held,) = view(project).candidates
    deciding.judge(project, -held.annotation.id, Verdict.ACCEPT)
    assert links(project)["denied"] == [("nested_in", "said"), ("source", "Ben")]
    assert findings(project) == []
