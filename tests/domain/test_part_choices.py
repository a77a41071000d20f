"""What a part of a claim could be: found near it, the nearest first."""

from __future__ import annotations

from curator.domain.annotation import Layer, Role
from curator.domain.part_choices import MOST, choices
from tests.support.pictures import picture


def offered(source: str, role: Role) -> list[str]:
    drawn = picture(source)
    claim = next(one for one in drawn.annotations if one.layer is Layer.CLAIM)
    others = [one for one in drawn.annotations if one.id != claim.id]
    found = choices(drawn.text, claim, role, others)
    return [drawn.text[start:end] for start, end in found]


def test_that_a_source_could_be_whoever_is_named_or_meant_nearby() -> None:
    found = offered(
        "[Ana Velik:PERSON?] met the [Grain Board:ORG!] on [Monday:DATE?]. "
        "It rained. <She:source> <said:cue> {it was late:assertion?}.",
        Role.SOURCE,
    )
    assert "She" not in found, "it is that already"
    assert set(found) == {"It", "it", "Ana Velik", "Grain Board"}
    assert found.index("It") < found.index("Ana Velik")


def test_that_nobody_far_away_is_offered() -> None:
    far = "[Osmo:PERSON?] left.\n" + "It was a long day by the sea. " * 30 + "\n"
    found = offered(f"{far}<Ilse:source> <said:cue> {{no:assertion?}}.", Role.SOURCE)
    assert "Osmo" not in found


def test_that_a_content_could_be_a_quotation_or_a_side_of_its_cue() -> None:
    found = offered(
        "“The wall fell,” <Ilse:source> <said:cue>, {again:assertion?} and wept.", Role.CONTENT
    )
    assert "“The wall fell,”" in found
    assert "again and wept" in [one.replace(",", "") for one in found]


def test_that_a_cue_could_be_one_that_another_claim_here_has() -> None:
    found = offered(
        "<Ilse:source> <hoped:cue> {so:hope?}. <Osmo:source> <denied:cue> {it:denial?}.",
        Role.CUE,
    )
    assert found == ["denied"]


def test_that_no_more_are_offered_than_can_be_told_apart() -> None:
    crowd = " ".join(f"[P{number}:PERSON?]" for number in range(30))
    assert len(offered(f"{crowd} <said:cue> {{no:assertion?}}.", Role.SOURCE)) == MOST
