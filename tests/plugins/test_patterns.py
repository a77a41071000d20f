"""The example that tells coordinates and phone numbers by their pattern, beside the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from curator import plugins
from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.domain.scheme import Label, LayerScheme
from curator.services import deciding, reading, suggesting
from curator.services.learning.lessons import Lessons
from curator.store.project import Project
from curator.suggest.base import GROUP
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer
from tests.plugins.conftest import Install
from tests.support.projects import annotation, findings, held, make, shown, take

TEXT = "The tug lay at 40.4093, 49.8671 off Baku; call +994 12 493 00 00."
ENTITY = (Layer.ENTITY,)
BLANK = spacy.blank("en")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        yield made


def asked(project: Project, model: str) -> tuple[list[str], list[Answer]]:
    """Ask the real suggest process for everything; return who has proposed, and what."""
    process = SuggestProcess(layers=ENTITY, model=model)
    try:
        ready = process.wait_ready()
        items = suggesting.items(project, suggesting.waiting(project, ENTITY))
        answers = list(process.ask(items, scheme=reading.scheme(project), layers=ENTITY))
    finally:
        process.close()
    assert ready.broken == ()
    return [f"{one.name} {one.version}" for one in ready.suggesters], answers


def found(install: Install, text: str, scheme: LayerScheme) -> list[tuple[str, str]]:
    """What the example proposes, loaded as any plug-in is."""
    install("patterns")
    suggester = plugins.load(GROUP).found["patterns"]
    proposals = suggester.propose(BLANK(text), scheme, {})
    return [(text[one.parts[0].start : one.parts[0].end], one.label) for one in proposals]


def named(*names: str, **reads: str) -> LayerScheme:
    return LayerScheme(labels=tuple(map(Label, names)), reads=reads)


def test_that_a_plug_in_suggests_beside_the_pipeline_and_the_longer_finding_is_shown(
    install: Install, project: Project, ruled: str
) -> None:
    install("patterns")
    take(project, TEXT)
    names, answers = asked(project, ruled)
    assert "patterns 1" in names
    apart = ["40.4093:QUANTITY overlaps", "49.8671:QUANTITY overlaps"]
    for order in (answers, answers, answers[::-1]):
        suggesting.keep(project, order, lessons=Lessons.of(project))
        assert shown(project) == ["40.4093, 49.8671:LOC?", "Baku:GPE?"]
        assert held(project) == apart
    coordinate = annotation(project, "40.4093, 49.8671:LOC")
    assert coordinate.pattern == "coordinate"
    deciding.judge(project, coordinate.id, Verdict.REJECT)
    suggesting.keep(project, answers, lessons=Lessons.of(project))
    assert shown(project) == [
        "40.4093:QUANTITY?", "40.4093, 49.8671:LOC-", "49.8671:QUANTITY?", "Baku:GPE?",
    ]  # fmt: skip
    assert findings(project) == []


@pytest.mark.parametrize(
    ("scheme", "labels"),
    [
        (named("PHONE", "LOC"), ["LOC", "PHONE"]),
        (named("PLACE", COORDINATE="PLACE"), ["PLACE"]),
        (named("LOC"), ["LOC"]),
        (named("PERSON"), []),
    ],
)
def test_that_labels_go_through_the_schemes_map(
    install: Install, scheme: LayerScheme, labels: list[str]
) -> None:
    assert [label for _words, label in found(install, TEXT, scheme)] == labels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at 40°24′34″N 49°52′01″E today", ["40°24′34″N 49°52′01″E"]),
        ("at 40.4° N, 49.8° W today", ["40.4° N, 49.8° W"]),
        ("ring +44 (0)20 7946 0958 or 00994124930000", ["+44 (0)20 7946 0958", "00994124930000"]),
        ("on 2025-04-29 it was 40°C, 3.1415, 2.71, $1,200.5000 or 1.2.3.4", []),
    ],
)
def test_that_only_coordinates_and_phone_numbers_are_told(
    install: Install, text: str, words: list[str]
) -> None:
    assert [one for one, _label in found(install, text, named("LOC", "PHONE"))] == words
