"""Which mentions and sources are proposed to be the same somebody, and why."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from curator.assets import resources
from curator.domain.annotation import Link
from curator.domain.identities.identity import Identity
from curator.domain.identities.mentions import mentions_of
from curator.domain.identities.names import Titles
from curator.domain.identities.proposing import Sameness, propose
from curator.domain.identities.register import Register
from tests.support.pictures import picture

NAGHIYEV = Identity(7, "Ali Naghiyev", "PERSON")
SERVICE = Identity(8, "State Security Service", "ORG", ("SSS",))


@cache
def titles() -> Titles:
    words = (resources() / "lexicons" / "titles.toml").read_text(encoding="utf-8")
    return Titles.of(tomllib.loads(words)["titles"])


def proposed(
    source: str,
    *identities: Identity,
    references: dict[int, Sequence[Link]] | None = None,
) -> dict[int, Sameness]:
    drawn = picture(source)
    known = [
        replace(one, references=tuple((references or {}).get(one.id, ())))
        for one in drawn.annotations
    ]
    register = Register(identities, titles())
    return propose(drawn.text, mentions_of(known), register, titles=titles())


def told(source: str, *identities: Identity) -> list[str]:
    """Tell proposals: annotation, whom it could be, why; a new identity in brackets."""
    found = proposed(source, *identities)
    return [
        f"{number} {one.name if one.identity else f'({one.name})'}: {one.pattern}"
        for number, one in sorted(found.items())
    ]


def test_that_equal_names_in_a_document_are_the_same_somebody() -> None:
    assert told("[Ana Velik:PERSON] met [Ana Velik:PERSON] in [Kolm:GPE].") == [
        "1 (Ana Velik): equal", "2 (Ana Velik): equal",
    ]  # fmt: skip


def test_that_a_name_alone_in_its_document_is_proposed_to_nobody_new() -> None:
    assert told("[Ana Velik:PERSON] went to [Kolm:GPE].") == []


def test_that_titles_do_not_part_a_name() -> None:
    said = "[Colonel General Ali Naghiyev:PERSON] spoke. [Ali Naghiyev:PERSON] left."
    assert told(said, NAGHIYEV) == ["1 Ali Naghiyev: equal", "2 Ali Naghiyev: equal"]


def test_that_a_surname_goes_to_the_one_who_has_it() -> None:
    assert told("[Ana Velik:PERSON] spoke. [Velik:PERSON] left.")[1] == "2 (Ana Velik): surname"


def test_that_a_surname_of_two_goes_to_nobody() -> None:
    said = "[Ana Velik:PERSON] and [Jon Velik:PERSON] spoke. [Velik:PERSON] left."
    assert told(said) == []


def test_that_a_title_of_the_other_gender_keeps_a_surname_out() -> None:
    said = "[Mr Jon Velik:PERSON] spoke. [Mrs Velik:PERSON] left. [Jon Velik:PERSON] stayed."
    assert told(said) == ["1 (Jon Velik): equal", "3 (Jon Velik): equal"]


def test_that_other_first_names_are_other_people() -> None:
    said = "[Vali Naghiyev:PERSON] and [Vali Naghiyev:PERSON] spoke."
    assert told(said, NAGHIYEV) == ["1 (Vali Naghiyev): equal", "2 (Vali Naghiyev): equal"]


def test_that_another_spelling_is_the_same_somebody() -> None:
    assert told("[Ali Nagiyev:PERSON] spoke.", NAGHIYEV) == ["1 Ali Naghiyev: spelling"]


def test_that_a_place_is_not_a_person_of_that_name() -> None:
    jordan = Identity(1, "Jordan", "PERSON")
    assert told("They went to [Jordan:GPE].", jordan) == []


def test_that_brackets_define_an_acronym() -> None:
    said = "The [Border Relief Group:ORG] ([BRX:ORG]) met. [BRX:ORG] left."
    assert told(said) == [
        "1 (Border Relief Group): equal",
        "2 (Border Relief Group): defined",
        "3 (Border Relief Group): defined",
    ]


def test_that_letters_spell_out_a_name_only_if_no_other_fits() -> None:
    said = "The [State Security Service:ORG] met. [SSS:ORG] left."
    assert told(said)[1] == "2 (State Security Service): acronym"
    two = "The [State Security Service:ORG] met the [Sea Salvage Squad:ORG]. [SSS:ORG] left."
    assert told(two) == []


def test_that_an_acronym_finds_its_identity_in_the_project() -> None:
    assert told("[SSS:ORG] met.", replace(SERVICE, aliases=())) == [
        "1 State Security Service: acronym"
    ]
    assert told("The [SSS:ORG] met.", SERVICE) == ["1 State Security Service: equal"]


def test_that_a_head_alone_stands_for_the_name_before_it() -> None:
    said = "The [State Security Service:ORG] met. The [Service:ORG] left."
    assert told(said)[1] == "2 (State Security Service): head"


def test_that_the_source_of_a_claim_is_the_person_in_it() -> None:
    said = (
        "<Chief of the [SSS:ORG], Colonel General [Ali Naghiyev:PERSON]:source> <said:cue> "
        "{it was so:assertion}."
    )
    assert told(said, NAGHIYEV) == ["2 Ali Naghiyev: equal", "3 Ali Naghiyev: source"]


def test_that_somebody_elses_lawyer_is_somebody_else() -> None:
    for source in (
        "A lawyer for [Ali Naghiyev:PERSON]",
        "[Ali Naghiyev:PERSON]’s office",
        "[Ali Naghiyev:PERSON] and Jon Velik",
    ):
        said = f"<{source}:source> <said:cue> {{it was so:assertion}}."
        assert told(said, NAGHIYEV) == ["1 Ali Naghiyev: equal"]


def test_that_an_office_is_the_person_who_is_said_to_hold_it() -> None:
    held = (
        "The [State Security Service:ORG] ([SSS:ORG]): "
        "Chief of the [SSS:ORG], [Ali Naghiyev:PERSON]. "
    )
    claim = "<{}:source> <said:cue> {{it was so:assertion}}."
    assert told(held + claim.format("The SSS Chief"))[-1] == "5 (Ali Naghiyev): office"
    assert told(held + claim.format("The Chief of the SSS"))[-1] == "5 (Ali Naghiyev): office"
    for other in ("The deputy SSS chief", "An SSS chief", "The NSS chief", "The SSS doctor"):
        assert not told(held + claim.format(other))[-1].startswith("5")


def test_that_an_office_is_read_behind_the_name_too() -> None:
    said = (
        "[Jon Velik:PERSON], commander of [Coast Command:ORG], spoke. "
        "<The Coast Command commander:source> <said:cue> {it was so:assertion}."
    )
    assert told(said) == ["1 (Jon Velik): equal", "3 (Jon Velik): office"]


def test_that_he_is_the_one_person_named_since_the_sentence_before() -> None:
    said = "[Ali Naghiyev:PERSON] opened it. “It is late,” <he:source> <said:cue>, {it was:belief}."
    assert told(said)[-1] == "2 (Ali Naghiyev): pronoun"


def test_that_he_is_nobody_where_it_is_not_certain() -> None:
    claim = " <He:source> <said:cue> {it was so:assertion}."
    for before in (
        "[Ali Naghiyev:PERSON] met [Jon Velik:PERSON].",
        "[Ali Naghiyev:PERSON] met the minister.",
        "[Mrs Ana Velik:PERSON] left.",
        "[Ali Naghiyev:PERSON]’s boat left.",
        "[Ali Naghiyev:PERSON] left. It rained. It rained again.",
        "“[Ali Naghiyev:PERSON] is late.”",
        "Nobody came.",
    ):
        assert "pronoun" not in " ".join(told(before + claim, NAGHIYEV)), before


def test_that_he_goes_on_from_sentence_to_sentence() -> None:
    claim = " <He:source> <said:cue> {it was so:assertion}."
    found = told("[Ali Naghiyev:PERSON] left." + claim + claim + claim)
    assert [line.split(": ")[1] for line in found] == ["equal", "pronoun", "pronoun", "pronoun"]


def test_that_a_decided_mention_draws_the_others_after_it() -> None:
    said = "[Ana Velik:PERSON] spoke. [Velik:PERSON] left."
    boss = Identity(3, "The Boss", "PERSON")
    found = proposed(said, boss, references={1: [Link("is", 3)]})
    assert [(one.annotation_id, one.identity, one.pattern) for one in found.values()] == [
        (2, 3, "surname")
    ]


def test_that_what_was_refused_is_never_proposed_again() -> None:
    said = "[Ali Naghiyev:PERSON] spoke. [Ali Naghiyev:PERSON] left."
    found = proposed(said, NAGHIYEV, references={1: [Link("is not", 7)]})
    assert list(found) == [2]


def test_that_two_decided_identities_of_one_name_leave_the_third_alone() -> None:
    said = "[Ana Velik:PERSON] and [Ana Velik:PERSON] met [Ana Velik:PERSON]."
    one, other = Identity(1, "Ana Velik", "PERSON"), Identity(2, "Ana Velik", "PERSON")
    assert proposed(said, one, other, references={1: [Link("is", 1)], 2: [Link("is", 2)]}) == {}
    assert proposed(said, one, other) == {}


def test_that_rejected_annotations_and_dates_are_no_mentions() -> None:
    assert told("[Ana Velik:PERSON-] met [Ana Velik:PERSON]. [May:DATE] [May:DATE]") == []


def test_that_common_nouns_are_nobody() -> None:
    said = "[our partners:ORG] met [our partners:ORG] and [ISIL fighters:ORG], [ISIL fighters:ORG]."
    assert told(said) == []


def test_that_nationalities_are_somebody_only_where_they_speak() -> None:
    said = "[German:NORP] ships met [German:NORP] boats."
    assert told(said) == []
    assert told("[Germans:NORP] met. <[Germans:NORP]:source> <said:cue> {so:assertion}.") != []


def test_that_two_of_a_kind_are_two() -> None:
    said = "[VBIED:WEAPON] and [the VBIED:WEAPON], [a Marine:ORG] and [a Marine:ORG]"
    assert told(said) == []


def test_that_what_has_the_surname_of_a_person_is_taken_for_mislabelled() -> None:
    said = "[Ana Velik:PERSON] spoke. [Velik:ORG] met [Velik:ORG]."
    assert told(said) == []


def test_that_a_country_in_front_does_not_part_a_name() -> None:
    said = "The [U.S. Coast Command:ORG] met. [Coast Command:ORG] left."
    assert told(said)[1] == "2 (U.S. Coast Command): contained"


def test_that_names_are_grouped_where_only_claims_are_annotated() -> None:
    claim = "<{}:source> <said:cue> {{it was so:assertion}}. "
    said = claim.format("Pavel Rusk") + claim.format("Rusk") + claim.format("Rusk and Velik")
    assert told(said) == ["1 (Pavel Rusk): equal", "2 (Pavel Rusk): surname"]


def test_that_a_proposal_says_how_sure_it_is_and_who_shares_it() -> None:
    found = proposed("[Ana Velik:PERSON] spoke. [Velik:PERSON] left.")
    assert (found[2].confidence, found[2].evidence, found[2].together) == (0.9, "Ana Velik", (1, 2))
