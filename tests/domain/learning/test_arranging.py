"""Findings are arranged by what was learned, and come back as they were found."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from curator.domain.annotation import entity_parts
from curator.domain.learning.arranging import arrange_entities, as_found
from curator.domain.learning.calibration import Outcome
from curator.domain.learning.edges import cases
from curator.domain.learning.taught import Taught, found_by
from curator.domain.matching import Found
from tests.support.pictures import picture


class Result(NamedTuple):
    own: list[Found]
    remembered: list[Found]


def arranged(source: str, lessons: Taught, *, shown_from: float = 0.0) -> tuple[Result, str]:
    drawn = picture(source)
    found = [
        Found(one.label, one.parts, score=0.9, confidence=0.9, pattern="model")
        for one in drawn.annotations
    ]
    told = arrange_entities(drawn.text, {"entities": found}, lessons, shown_from=shown_from)
    result = Result(told.own["entities"], told.remembered)
    for before, after in zip(found, result.own, strict=True):
        assert as_found(after).label == before.label
        assert (as_found(after).parts, as_found(after).pattern) == (before.parts, "model")
    return result, drawn.text


def told(found: list[Found], text: str) -> list[str]:
    return [
        f"{text[one.parts[0].start : one.parts[0].end]}:{one.label}"
        + (f" {one.why}" if one.why else "")
        for one in found
    ]


def test_that_without_lessons_everything_is_shown_as_found() -> None:
    result, text = arranged("[Ana:PERSON] left [Velm:GPE]", Taught())
    assert told(result.own, text) == ["Ana:PERSON", "Velm:GPE"]
    assert result.remembered == []
    assert {one.confidence for one in result.own} == {0.7}


def test_that_the_memory_gives_the_label_of_the_same_span_and_says_so() -> None:
    lessons = Taught()
    lessons.memory.add("Velm", "ORG")
    lessons.memory.add("Ana", "PERSON")
    result, text = arranged("[Ana:PERSON] left [Velm:GPE] for Velm", lessons)
    assert told(result.own, text) == ["Ana:PERSON", "Velm:ORG"]
    assert [one.pattern for one in result.own] == ["model", "model, label learned"]
    assert told(result.remembered, text) == ["Velm:ORG"]
    [one] = result.remembered
    assert (one.pattern, one.score) == ("memory", pytest.approx(2 / 3, abs=1e-4))


@pytest.mark.parametrize(
    ("known", "source", "own", "remembered"),
    [
        ("Velm", "the [Velm Council:ORG] met", ["Velm Council:ORG"], []),
        ("the Velm Council", "the [Velm:GPE] Council", ["Velm:GPE memory"], ["the Velm Council:X"]),
        ("the Velm", "the [Velm Council:ORG]", ["Velm Council:ORG memory"], ["the Velm:X"]),
    ],
)
def test_that_the_memory_beats_what_is_shorter_or_crosses_and_yields_to_what_holds_it(
    known: str, source: str, own: list[str], remembered: list[str]
) -> None:
    lessons = Taught()
    lessons.memory.add(known, "X")
    result, text = arranged(source, lessons)
    assert (told(result.own, text), told(result.remembered, text)) == (own, remembered)


def test_that_a_string_that_was_only_rejected_is_held_back() -> None:
    lessons = Taught()
    lessons.memory.reject("Velm", 2)
    result, text = arranged("[Ana:PERSON] left [Velm:GPE]", lessons)
    assert told(result.own, text) == ["Ana:PERSON", "Velm:GPE memory"]


def test_that_learned_edges_move_a_finding_and_hold_back_what_it_covers() -> None:
    lessons = Taught()
    text = "Captain Ana went"
    for case in cases(text, (8, 11), (0, 11), "PERSON"):
        lessons.edges.add(case, 3)
    result, text = arranged("[Captain:ORG] [Bo:PERSON] sat", lessons)
    assert told(result.own, text) == ["Captain:ORG memory", "Captain Bo:PERSON"]
    assert result.own[1].pattern == "model, edge learned"


def test_that_what_is_below_the_threshold_is_a_candidate() -> None:
    lessons = Taught()
    for _ in range(9):
        lessons.calibration.add(Outcome(0.9, "GPE", "Velm", "entities", 1, right=False))
    result, text = arranged("[Ana:PERSON] left [Velm:GPE]", lessons, shown_from=0.2)
    assert told(result.own, text) == ["Ana:PERSON", "Velm:GPE below"]


def test_that_what_a_suggester_holds_back_stays_held_back() -> None:
    text = "left Velm"
    found = Found("GPE", entity_parts(5, 9), pattern="plug-in", why="below")
    [one] = arrange_entities(text, {"x": [found]}, Taught(), shown_from=0.0).own["x"]
    assert one.why == "below"
    assert as_found(one).why == "below"


def test_that_what_memory_and_model_say_together_is_calibrated_apart() -> None:
    lessons = Taught()
    lessons.memory.add("Velm", "GPE")
    result, _text = arranged("[Velm:GPE] [Ost:GPE]", lessons)
    assert [found_by("entities", one.pattern, one.evidence) for one in result.own] == [
        "entities and memory", "entities",
    ]  # fmt: skip
    assert found_by("memory", "list ports", None) == "list ports"


def test_that_the_memory_is_silent_where_any_suggester_says_the_same() -> None:
    lessons = Taught()
    lessons.memory.add("Velm", "GPE")
    found = {"a": [Found("GPE", entity_parts(0, 4))], "b": [Found("GPE", entity_parts(5, 8))]}
    result = arrange_entities("Velm Ost", found, lessons, shown_from=0.0)
    assert result.remembered == []
    assert {name: len(own) for name, own in result.own.items()} == {"a": 1, "b": 1}
