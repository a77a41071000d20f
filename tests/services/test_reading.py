"""What the machine can say of a string: how it was decided, how often, and where last."""

from __future__ import annotations

from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.services import deciding, reading, undoing
from curator.services.reading import History
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import annotation, take, view


def history(project: Project, words: str, number: int = 1) -> History:
    return reading.history(project, annotation(project, words, number), view(project, number).text)


def test_that_a_string_tells_how_it_was_decided_and_where_last(project: Project) -> None:
    take(
        project,
        record("a", "[Ana:PERSON?] met [Ana:PERSON?]", meta={"date": "2025-04-28"}),
        record("b", "[Ana:ORG?] sat"),
    )
    assert history(project, "Ana:PERSON") == History()
    deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 2, Verdict.REJECT)
    assert history(project, "Ana:ORG", 2) == History((("PERSON", 1),), 1, 1, ("A", "2025-04-28"))
    deciding.judge(project, 3, Verdict.ACCEPT)
    found = history(project, "Ana:ORG", 2)
    assert (found.elsewhere, found.last) == ((("ORG", 1), ("PERSON", 1)), ("B", "2025-04-29"))
    undoing.undo(project)
    assert history(project, "Ana:ORG", 2).elsewhere == (("PERSON", 1),)


def test_that_a_claim_tells_of_its_cue(project: Project) -> None:
    source = "<Ana:source> <said:cue> {it rained:denial?}"
    take(project, record("a", source), record("b", source))
    deciding.judge(project, 1, Verdict.ACCEPT)
    [one] = [one for one in view(project, 2).annotations if one.layer is Layer.CLAIM]
    found = reading.history(project, one, view(project, 2).text)
    assert (found.elsewhere, found.last) == ((("denial", 1),), ("A", "2025-04-29"))
