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


def jump(project: Project, words: str, number: int = 1, **more: bool) -> tuple[int, int] | None:
    one, text = annotation(project, words, number), view(project, number).text
    how = {"source": False, "rejected": False, **more}
    return reading.next_place(project, one, text, **how)


def test_that_places_of_a_string_are_gone_through_round_all_documents(project: Project) -> None:
    take(
        project,
        record("a", "[Ana:PERSON!] met [Ana:PERSON!] and [Bo:PERSON!]"),
        record("b", "[Ana:ORG-] sat"),
        record("c", "[Ana:PERSON?] and [Ana:ORG!] stood"),
    )
    assert jump(project, "Ana:PERSON") == (1, 2)
    assert jump(project, "Ana:PERSON", 3) == (3, 6)
    assert jump(project, "Ana:ORG", 3) == (1, 1)
    assert jump(project, "Ana:ORG", 2) == (3, 6)
    assert jump(project, "Bo:PERSON") is None


def test_that_rejected_places_are_passed_over_unless_they_are_shown(project: Project) -> None:
    take(project, record("a", "[Ana:PERSON!] sat"), record("b", "[Ana:ORG-] sat"))
    assert jump(project, "Ana:PERSON") is None
    assert jump(project, "Ana:PERSON", rejected=True) == (2, 2)


def test_that_a_claims_source_tells_what_its_words_are_elsewhere(project: Project) -> None:
    source = "<Ana:source> <said:cue> {it rained:denial?}"
    take(project, record("a", source), record("b", "[Ana:PERSON!] met [Ana:ORG!]"))
    found = history(project, "it rained:denial")
    assert (found.source, found.source_elsewhere) == ("Ana", (("ORG", 1), ("PERSON", 1)))
    assert jump(project, "it rained:denial", source=True) == (2, 2)
    assert jump(project, "it rained:denial") is None
