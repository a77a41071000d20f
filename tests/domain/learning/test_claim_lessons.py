"""Lessons about claims: when a boundary, a type or a cue is believed, and how one is put off."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Part, Role
from curator.domain.learning.claim_lessons import (
    ClaimLessons,
    Kind,
    Teaching,
    TypeCase,
    boundary_cases,
)

TEXT = "Ana Okoro, the mayor, said that prices rose."
SOURCE, NAME = Part(Role.SOURCE, 0, 20), Part(Role.SOURCE, 0, 9)
CUE = Part(Role.CUE, 22, 26)
CONTENT, CLAUSE = Part(Role.CONTENT, 27, 43), Part(Role.CONTENT, 32, 43)
PLAIN = (SOURCE, CUE, CONTENT)
VARIANTS = {
    "content-complementiser": (SOURCE, CUE, CLAUSE),
    "source-appositive": (NAME, CUE, CONTENT),
}


def taught(held: int, failed: int, name: str = "content-complementiser") -> list[Teaching]:
    return [Teaching(held=(name,))] * held + [Teaching(failed=(name,))] * failed


def test_that_a_correction_speaks_for_the_variant_that_it_equals() -> None:
    assert boundary_cases(TEXT, PLAIN, VARIANTS, (SOURCE, CUE, CLAUSE)) == (
        ["content-complementiser"],
        ["source-appositive"],
    )


def test_that_parts_left_as_they_are_speak_against_every_variant() -> None:
    assert boundary_cases(TEXT, PLAIN, VARIANTS, PLAIN) == ([], sorted(VARIANTS))


def test_that_another_boundary_altogether_says_nothing_about_a_variant() -> None:
    other = (SOURCE, CUE, Part(Role.CONTENT, 32, 38))
    assert boundary_cases(TEXT, PLAIN, VARIANTS, other) == ([], ["source-appositive"])


def test_that_punctuation_does_not_hide_a_boundary() -> None:
    stopped = (SOURCE, CUE, Part(Role.CONTENT, 32, 44))
    assert boundary_cases(TEXT, PLAIN, VARIANTS, stopped)[0] == ["content-complementiser"]


def test_that_punctuation_counts_where_it_is_the_difference() -> None:
    marks = {"content-marks": (SOURCE, CUE, Part(Role.CONTENT, 27, 44))}
    assert boundary_cases(TEXT, PLAIN, marks, PLAIN) == ([], ["content-marks"])


@pytest.mark.parametrize(
    ("held", "failed", "used"),
    [(2, 0, False), (3, 0, True), (2, 1, True), (2, 2, False), (1, 2, False), (30, 29, True)],
)
def test_that_a_boundary_is_used_once_it_held_in_most_of_three_cases(
    held: int, failed: int, used: bool
) -> None:
    lessons = ClaimLessons.of(taught(held, failed))
    assert [(one.held, one.cases, one.used) for one in lessons.lessons] == [
        (held, held + failed, used)
    ]
    assert (lessons.parts(PLAIN, VARIANTS)[0] != PLAIN) is used


def test_that_boundaries_of_several_parts_are_used_together() -> None:
    lessons = ClaimLessons.of([*taught(3, 0), *taught(3, 0, "source-appositive")])
    assert lessons.parts(PLAIN, VARIANTS) == (
        (NAME, CUE, CLAUSE),
        ["boundary:content-complementiser", "boundary:source-appositive"],
    )


def test_that_of_two_boundaries_of_one_part_the_surer_is_used() -> None:
    lessons = ClaimLessons.of([*taught(3, 1), *taught(4, 0, "content-piece")])
    piece = (SOURCE, CUE, Part(Role.CONTENT, 27, 38))
    parts, names = lessons.parts(PLAIN, VARIANTS | {"content-piece": piece})
    assert (parts, names) == (piece, ["boundary:content-piece"])


def test_that_a_type_moves_after_two_changes() -> None:
    change = Teaching(types=(TypeCase("slam", "evaluation", "accusation"),))
    assert ClaimLessons.of([change]).types == {}
    assert ClaimLessons.of([change] * 2).types == {("slam", "evaluation"): "accusation"}


def test_that_a_type_stays_where_it_was_kept_far_more_often() -> None:
    change = Teaching(types=(TypeCase("say", "assertion", "accusation"),) * 2)
    kept = Teaching(types=(TypeCase("say", "assertion", "assertion"),) * 4)
    (lesson,) = ClaimLessons.of([change, kept]).lessons
    assert (lesson.kind, lesson.about, lesson.label, lesson.used) == (
        Kind.TYPE, "say", "accusation", False,
    )  # fmt: skip


def test_that_a_cue_that_only_a_person_found_is_new() -> None:
    lessons = ClaimLessons.of([Teaching(cues=(("thundered", "accusation"),))])
    assert lessons.cues == {"thundered": "accusation"}


def test_that_a_cue_is_not_new_where_the_machine_found_it_elsewhere() -> None:
    known = Teaching(known=frozenset({"thundered"}))
    lessons = ClaimLessons.of([Teaching(cues=(("thundered", "accusation"),)), known])
    assert lessons.cues == {}


def test_that_every_lesson_can_be_switched_off() -> None:
    change = Teaching(types=(TypeCase("slam", "evaluation", "accusation"),))
    teachings = [*taught(3, 0), change, change, Teaching(cues=(("thundered", "accusation"),))]
    names = [one.name for one in ClaimLessons.of(teachings).lessons]
    off = ClaimLessons.of(teachings, off=frozenset(names))
    assert [one.used for one in off.lessons] == [False] * 3
    assert (off.boundaries, off.types, off.cues) == ({}, {}, {})
