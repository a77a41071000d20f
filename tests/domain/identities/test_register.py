"""The identities of a project are found by name."""

from __future__ import annotations

from curator.domain.identities.identity import Identity, identity_from_plain, identity_to_plain
from curator.domain.identities.names import Titles
from curator.domain.identities.register import Register

ANA = Identity(1, "Ana Maria Velik", "PERSON", ("The Boss",))
PLACES = Identity(2, "Port Halden", "GPE")
OFFICE = Identity(3, "Maren Maritime Office", "ORG")


def found(name: str, kind: str, *identities: Identity) -> tuple[int | None, str] | None:
    match = Register(identities, Titles()).find(kind, [tuple(name.lower().split())], [name])
    if match is None:
        return None
    return (match.identity.id if match.identity else None, match.pattern)


def test_that_a_name_or_an_alias_finds_its_identity() -> None:
    assert found("Ana Maria Velik", "PERSON", ANA, PLACES) == (1, "equal")
    assert found("The Boss", "PERSON", ANA) is None
    assert found("Boss", "PERSON", ANA) == (1, "equal")


def test_that_a_name_without_its_middle_finds_its_identity() -> None:
    assert found("Ana Velik", "PERSON", ANA) == (1, "middle")
    assert found("A Velik", "PERSON", ANA) == (1, "middle")
    assert found("Bea Velik", "PERSON", ANA) is None


def test_that_a_surname_alone_finds_the_only_one_who_has_it() -> None:
    assert found("Velik", "PERSON", ANA) == (1, "surname")
    bea = Identity(4, "Bea Velik", "PERSON")
    assert found("Velik", "PERSON", ANA, bea) == (None, "")
    assert found("Velik", "ORG", ANA) is None


def test_that_first_letters_find_an_organisation() -> None:
    assert found("MMO", "ORG", OFFICE) == (3, "acronym")
    assert found("Maren Maritime Office", "ORG", Identity(5, "MMO", "ORG")) == (5, "acronym")
    assert found("PH", "GPE", PLACES) is None


def test_that_another_spelling_finds_its_identity() -> None:
    assert found("Port Haldden", "GPE", PLACES) == (2, "spelling")
    assert found("Port Helder", "GPE", PLACES) is None


def test_that_kinds_must_go_together() -> None:
    assert found("Port Halden", "ORG", PLACES) == (2, "equal")
    assert found("Port Halden", "PERSON", PLACES) is None
    assert found("Port Halden", "", PLACES) == (2, "equal")


def test_that_a_withdrawn_identity_is_not_found() -> None:
    gone = Identity(1, "Port Halden", "GPE", withdrawn=True)
    assert found("Port Halden", "GPE", gone) is None


def test_that_an_identity_is_read_as_the_log_keeps_it() -> None:
    assert identity_from_plain(1, identity_to_plain(ANA)) == ANA
