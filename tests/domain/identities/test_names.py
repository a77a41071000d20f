"""Names as strings: titles, spellings, acronyms, parts of names."""

from __future__ import annotations

import pytest

from curator.domain.identities.names import (
    Titles,
    acronym,
    contained,
    folded,
    gender,
    is_name,
    person,
    similar,
    spelled_alike,
)

TITLES = Titles.of(
    {
        "address": "mr | mrs",
        "rank": "general | colonel general | commander",
        "office": "president | foreign minister | chief | press secretary",
        "before": "former | deputy",
    }
)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Colonel General Ali Naghiyev", "ali naghiyev"),
        ("Former President Ilse Torvand", "ilse torvand"),
        ("the French President Hollande", "hollande"),
        ("Pentagon Press Secretary Peter Cook", "peter cook"),
        ("Ali Naghiyev, chief of the service", "ali naghiyev"),
        ("Bashar al-Assad", "bashar al assad"),
        ("Recep Tayyip Erdoğan’s", "recep tayyip erdogan"),
        ("the Iraqi Foreign Minister", ""),
        ("the chief", ""),
        ("two soldiers", ""),
    ],
)
def test_that_a_persons_name_is_what_titles_leave(written: str, left: str) -> None:
    assert " ".join(person(written, TITLES)) == left


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("naghiyev", "nagiyev"),
        ("zelensky", "zelenskiy"),
        ("qasim", "kasim"),
        ("khartoum", "hartum"),
        ("abdulrahman", "abdurrahman"),
    ],
)
def test_that_transliterations_of_a_name_are_similar(one: str, other: str) -> None:
    assert similar(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("johnson", "johnston"),
        ("iran", "iraq"),
        ("austria", "australia"),
        ("naghiyev", "naghiyeva"),
        ("petrov", "petrova"),
        ("niger", "nigeria"),
        ("anderson", "andersen"),
        ("slovakia", "slovenia"),
        ("battalion4th", "battalion5th"),
        ("government", "governments"),
    ],
)
def test_that_different_names_are_not_similar(one: str, other: str) -> None:
    assert not similar(one, other)


def test_that_another_first_name_is_another_person() -> None:
    assert spelled_alike(("ali", "naghiyev"), ("ali", "nagiyev"))
    assert not spelled_alike(("ali", "naghiyev"), ("vali", "nagiyev"))
    assert not spelled_alike(("ali", "naghiyev"), ("vali", "naghiyev"))


def test_that_middle_names_and_initials_may_be_left_out() -> None:
    full = ("hillary", "rodham", "clinton")
    assert contained(("hillary", "clinton"), full)
    assert contained(("h", "clinton"), full)
    assert not contained(("bill", "clinton"), full)
    assert not contained(("rodham", "clinton"), full)
    assert not contained(("h",), full)


def test_that_an_acronym_passes_over_small_words() -> None:
    assert acronym("State Security Service") == "sss"
    assert acronym("Islamic State of Iraq and the Levant") == "isil"


def test_that_names_are_compared_without_case_article_accents_and_possessive() -> None:
    assert folded("The Ministry of Défense’s") == ("ministry", "of", "defense")
    assert folded("U.S.") == folded("US")


def test_that_what_ends_in_a_common_noun_is_no_name() -> None:
    assert is_name("the State Security Service")
    assert is_name("Task Force 50")
    assert not is_name("ISIL fighters")
    assert not is_name("our partners")


def test_that_titles_tell_a_gender() -> None:
    assert (gender("Mr. Votel"), gender("Mrs Clinton"), gender("Dr. Stoll")) == ("m", "f", "")
