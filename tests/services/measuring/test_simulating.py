"""A perfect analyst works through gold by the real services, on a written suggester."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from curator.domain.measuring.scoring import ReadPolicy
from curator.services.measuring import pupil
from curator.services.measuring.simulated import Learning, Simulated, Wish
from curator.services.measuring.simulating import Simulation
from tests.support.measuring import WrittenProcess, entity, gold
from tests.support.pictures import record

FIRST = "The [Velm Bank:ORG] met [Anna Varga:PERSON] in [Velm:LOC] on [Monday:DATE]."
SECOND = "[Halden:LOC] asked [Velm:LOC] for [two:QUANTITY] ships."

LISTS = {
    "The Velm Bank": [
        entity("The Velm Bank", "ORG", confidence=0.9),
        entity("Varga", "PERSON", confidence=0.7),
        entity("Monday", "ORG", confidence=0.6),
        entity("met", "ORG", confidence=0.2),
    ],
    "Halden asked": [entity("Halden", "LOC"), entity("two", "QUANTITY")],
}


def simulation(
    folder: Path, *pictures: str | dict[str, Any], lists: Any = LISTS, then: Any = None, **wish: Any
) -> Simulation:
    process = partial(WrittenProcess, lists)
    found = gold(folder / "gold.jsonl", *pictures)
    return Simulation(found, Wish(**wish), then=then, process=process)


def simulated(folder: Path, *pictures: str | dict[str, Any], **more: Any) -> Simulated:
    made = simulation(folder, *pictures, **more)
    steps = [(step.done, step.total) for step in made.run()]
    assert steps[-1] == (steps[-1][1], steps[-1][1])
    return made.result


def test_that_edits_and_actions_are_those_of_the_hand_worked_example(tmp_path: Path) -> None:
    """One accepted, edges, label, one rejected, one added; then two accepted and one added."""
    plain = simulated(tmp_path, FIRST, SECOND).plain()
    assert plain["documents"] == 2
    assert plain["annotations"] == 7
    assert plain["edits_per_document"] == {"scratch": 3.5, "base": 2.5, "learned": 2.5}
    assert plain["steps"]["learned"] == {
        "accept": 3,
        "relabel": 1,
        "boundary": 1,
        "boundary and label": 0,
        "reject": 1,
        "add": 2,
    }
    assert plain["actions_per_annotation"]["learned"] == (3 + 2 + 2 + 1 + 8) / 7
    assert plain["windows"][0]["f1"]["base"] == pytest.approx(2 * 3 / (6 + 7))


def test_that_confidence_is_noted_before_each_decision(tmp_path: Path) -> None:
    found = simulated(tmp_path, FIRST).plain()["calibration"]
    assert (found["n"], found["auc"]) == (4, 1.0)
    assert found["ece"] == pytest.approx((0.1 + 0.7 + 0.6 + 0.2) / 4)


def test_that_with_every_letter_an_article_is_an_edit(tmp_path: Path) -> None:
    strict = ReadPolicy(merge_places=False, ignore_articles=False)
    plain = simulated(tmp_path, FIRST, policy=strict).plain()
    assert plain["edits_per_document"]["base"] == 5.0


def test_that_a_seed_shuffles_the_same_way_and_until_cuts_off(tmp_path: Path) -> None:
    pictures = [f"[Velm:LOC] is number {number}." for number in range(8)]

    def order(**wish: Any) -> list[str]:
        return [one.id for one in simulation(tmp_path, *pictures, **wish).result.gold]

    assert order(until=3) == ["d1", "d2", "d3"]
    assert order(seed=1) == order(seed=1) != [f"d{n}" for n in range(1, 9)]
    assert order(seed=1, until=2) == order(seed=1)[:2]


def test_that_gold_at_one_place_is_wanted_once(tmp_path: Path) -> None:
    line = record("d1", "[Velm:LOC] agreed.")
    line["spans"].append({**line["spans"][0], "id": "s9", "label": "ORG"})
    assert [(leg.gold, leg.learned.edits) for leg in simulated(tmp_path, line).legs] == [(1, 1)]


def test_that_claims_are_corrected_rejected_and_added(tmp_path: Path) -> None:
    def claim(cue: str, content: str) -> dict[str, Any]:
        parts = [["source", "Anna"], ["cue", cue], ["content", content]]
        return {"layer": "claim", "label": "assertion", "parts": parts, "score": 0.9}

    lists = {"Anna": [claim("said", "rose"), claim("hoped", "it was")]}
    drawn = (
        "<Anna:source> <said:cue> {exports rose:assertion}, hoped it was so, and "
        "<denied:cue> {the rest:denial}."
    )
    found = simulated(tmp_path, drawn, lists=lists).plain()
    assert found["layers"] == ["claim"]
    assert found["steps"]["learned"] == found["steps"]["base"]
    assert {name: n for name, n in found["steps"]["learned"].items() if n} == {
        "boundary": 1,
        "reject": 1,
        "add": 1,
    }
    assert found["calibration"]["layers"]["claim"]["n"] == 2


def test_that_the_other_file_is_scored_and_nothing_is_decided_there(tmp_path: Path) -> None:
    """A label that the first file does not have is not suggested: the scheme has none such."""
    then = gold(tmp_path / "then.jsonl", SECOND)
    found = simulated(tmp_path, FIRST, then=then).plain()["then"]
    assert (found["documents"], found["entities"]["exact"]["suggested"]) == (1, 1)
    assert found["entities"]["exact"]["precision"] == 1.0


def test_that_what_is_known_stays_when_it_is_cut_off(tmp_path: Path) -> None:
    made = simulation(tmp_path, FIRST, SECOND)
    steps = made.run()
    for step in steps:
        if step.done == 3:
            break
    steps.close()
    assert [leg.id for leg in made.result.legs] == ["d1"]
    assert made.result.plain()["documents"] == 1


def test_that_what_is_learned_suggests_in_the_open_document_and_in_later_ones(
    tmp_path: Path,
) -> None:
    """Added once, then known: thrice in the first document and twice in the second."""
    pictures = [
        "[Velm:LOC] asked, [Velm:LOC] waited, [Velm:LOC] wrote.",
        "Nobody in [Velm:LOC] knew why [Velm:LOC] wrote.",
    ]
    learn = frozenset({Learning.MEMORY})
    found = simulated(tmp_path, *pictures, lists={}, learn=learn).plain()
    assert found["edits_per_document"] == {"scratch": 2.5, "base": 2.5, "learned": 0.5}
    assert found["learned_as_opened"]["edits_per_document"] == 1.5
    assert [one["learned"] for one in found["per_document"]] == [1, 0]
    assert simulated(tmp_path, *pictures, lists={}).plain()["steps"]["learned"]["add"] == 5


def test_that_memory_is_not_used_where_only_claims_are_to_be_learned(tmp_path: Path) -> None:
    picture = "[Velm:LOC] asked, [Velm:LOC] waited."
    learn = frozenset({Learning.CLAIMS})
    found = simulated(tmp_path, picture, lists={}, learn=learn).plain()
    assert found["edits_per_document"]["learned"] == 2.0


def test_that_what_was_learned_suggests_on_the_other_file(tmp_path: Path) -> None:
    then = gold(tmp_path / "then.jsonl", record("other", "So did [Velm:LOC]."))
    learn = frozenset({Learning.MEMORY})
    found = simulated(tmp_path, "[Velm:LOC] asked.", lists={}, learn=learn, then=then).plain()
    assert found["then"]["entities"]["exact"]["f1"] == 1.0


def test_that_taught_weights_suggest_from_the_next_document_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path | None] = []

    def process(*, layers: Any, weights: Path | None = None) -> WrittenProcess:
        started.append(weights)
        return WrittenProcess(LISTS, layers=layers)

    def tune(*_project: Any, seed: int) -> Iterator[Any]:
        yield seed

    monkeypatch.setattr(pupil.tuning, "due", lambda _project: len(started) == 1)
    monkeypatch.setattr(pupil.tuning, "tune", tune)
    monkeypatch.setattr(pupil.versions, "current_weights", lambda _project: Path("taught"))
    found = gold(tmp_path / "gold.jsonl", FIRST, SECOND)
    wish = Wish(learn=frozenset({Learning.FINETUNE}))
    made = Simulation(found, wish, process=process)
    list(made.run())
    assert [leg.version for leg in made.result.legs] == ["", "taught"]
    assert started == [None, Path("taught")]
