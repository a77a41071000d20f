"""Labels of files become labels of the scheme, and what is left out is counted."""

from __future__ import annotations

from curator.services import imports
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import findings, shown, take, view


def test_that_labels_become_those_of_the_scheme_before_it_looks(project: Project) -> None:
    line = record("a", "[Ana:PER!] of [Velm:LOC?] in [May:MISC!]; {rain fell:claim!}")
    told = {"PER": "PERSON", "entity:LOC": "GPE", "claim": "denial", "MISC": ""}
    report = take(project, line, label_map=told, labels="strict")
    assert shown(project) == ["Ana:PERSON!", "Velm:GPE?", "rain fell:denial!"]
    assert (report.problems, report.labels) == ([], {})
    assert report.plain()["mapped"] == [
        {"layer": "claim", "label": "claim", "to": "denial", "n": 1},
        {"layer": "entity", "label": "LOC", "to": "GPE", "n": 1},
        {"layer": "entity", "label": "MISC", "to": "", "n": 1},
        {"layer": "entity", "label": "PER", "to": "PERSON", "n": 1},
    ]
    assert findings(project) == []


def test_that_what_was_proposed_is_called_by_the_label_of_here_too(project: Project) -> None:
    """A correction from PER to PERSON is none where both are one label."""
    line = record("a", "[Ana:HUMAN!] met [Bo:PERSON!].")
    for span, label in zip(line["spans"], ("PER", "PER"), strict=True):
        parts = [["mention", span["start"], span["end"]]]
        span["proposed"] = {"label": label, "parts": parts, "attributes": {}}
    take(project, line, label_map={"PER": "PERSON", "HUMAN": "ORG"})
    first, second = view(project).annotations
    assert (first.label, first.proposed and first.proposed.label) == ("ORG", "PERSON")
    assert (second.label, second.proposed) == ("PERSON", None)
    assert findings(project) == []


def test_that_a_link_to_what_is_left_out_is_left_out_too(project: Project) -> None:
    line = record("a", "<[Ana:PER!]:source> <said:cue> {Velm fell:denial!}")
    line["claims"][0]["links"] = {"source": [line["spans"][0]["id"]]}
    take(project, line, label_map={"PER": ""})
    (claim,) = view(project).annotations
    assert (claim.label, claim.links) == ("denial", ())
    assert findings(project) == []


def test_that_the_report_of_a_batch_keeps_what_became_of_labels(project: Project) -> None:
    line = record("a", "[Ana:PER!] and [Bo:PER!] in [May:MISC!]")
    take(project, line, label_map={"PER": "PERSON", "MISC": ""})
    (kept,) = imports.reports(project)
    assert [one.words for one in kept.told] == [
        "1 annotation of MISC left out, as the label map says",
        "2 annotations of PER came in as PERSON",
    ]
