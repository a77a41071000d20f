"""The memory suggests what was mostly accepted, the longest first, and says what speaks for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import Layer
from curator.domain.learning.memory import Conflict, StringMemory
from curator.domain.learning.strings import Tokens, key_of
from curator.domain.word_list import WordList


def knowing(**labels: str) -> StringMemory:
    """A memory in which words were accepted once; an underscore is a blank."""
    memory = StringMemory()
    for words, label in labels.items():
        memory.add(words.replace("_", " "), label)
    return memory


def found(memory: StringMemory, text: str) -> list[str]:
    return [f"{text[one.start : one.end]}:{one.voice.label}" for one in memory.find(text)]


def test_that_a_string_is_found_token_by_token_and_in_its_case() -> None:
    memory = knowing(Port_Halden="GPE")
    text = "Port\nHalden, port Halden, Port Haldenby, Port Halden's"
    assert found(memory, text) == ["Port\nHalden:GPE", "Port Halden:GPE"]
    assert key_of("the U.S. Navy’s") == ("the", "U", ".", "S", ".", "Navy", "’", "s")


def test_that_the_longest_string_wins_from_left_to_right() -> None:
    memory = knowing(Halden="GPE", Port_Halden="ORG", Halden_Council="ORG")
    assert found(memory, "Port Halden Council met at Halden Council in Halden") == [
        "Port Halden:ORG", "Halden Council:ORG", "Halden:GPE",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("accepted", "missed", "rejected", "suggested"),
    [(1, 0, 0, True), (1, 1, 0, False), (2, 1, 0, True), (2, 1, 1, False), (3, 1, 1, True)],
)
def test_that_a_string_is_suggested_when_half_of_its_occurrences_are_accepted(
    accepted: int, missed: int, rejected: int, suggested: bool
) -> None:
    memory = StringMemory()
    memory.add("Halden", "GPE", accepted)
    memory.miss("Halden", missed)
    memory.reject("Halden", rejected)
    assert bool(memory.find("at Halden")) is suggested


def test_that_a_string_that_is_not_sure_enough_holds_its_place() -> None:
    memory = knowing(Port="FAC", Port_Halden="GPE")
    memory.miss("Port Halden", 3)
    assert found(memory, "Port Halden is no Port") == ["Port:FAC"]


def test_that_counts_are_taken_back() -> None:
    memory = knowing(Halden="GPE")
    memory.reject("Velm", 2)
    memory.add("Halden", "GPE", -1)
    memory.reject("Velm", -1)
    assert memory.find("Halden and Velm") == []
    assert list(memory.occurrences(Tokens("Halden"))) == []
    entry = memory.of("Velm")
    assert entry is not None
    assert not entry.banned


def test_that_a_string_rejected_twice_and_oftener_than_accepted_is_banned() -> None:
    memory = StringMemory()
    memory.reject("Monday", 2)
    entry = memory.of("Monday")
    assert entry is not None
    assert entry.says == (None, True)
    memory.add("Monday", "DATE")
    assert entry.banned
    memory.add("Monday", "DATE")
    assert not entry.banned


def test_that_of_several_labels_the_majority_is_suggested_and_its_share_weighs() -> None:
    memory = knowing(Halden="GPE")
    memory.add("Halden", "ORG", 3)
    memory.add("Velm", "GPE", 4)
    memory.reject("Halden")
    halden, velm = memory.find("Halden, Velm")
    assert (halden.voice.label, halden.voice.accepted, halden.voice.rejected) == ("ORG", 4, 1)
    assert halden.voice.share == pytest.approx(4 / 5.5 * 3 / 4)
    assert velm.voice.share == pytest.approx(4 / 4.5)
    assert memory.conflicts() == [Conflict("Halden", (("ORG", 3), ("GPE", 1)), 1, 0)]


def a_list(*entries: str, name: str = "ports", label: str = "GPE") -> WordList:
    return WordList(1, name, Layer.ENTITY, label, entries)


def test_that_a_list_counts_as_one_acceptance_and_keeps_its_name() -> None:
    memory = StringMemory()
    memory.set_lists([a_list("Halden", "Velm"), a_list("Velm", name="others")])
    halden, velm = memory.find("Halden, Velm")
    assert (halden.voice.list_name, halden.voice.accepted) == ("ports", 0)
    assert velm.voice.list_name == "ports"
    memory.miss("Halden")
    memory.set_lists([a_list("Halden")])
    assert found(memory, "Halden, Velm") == []


def test_that_decisions_and_lists_vote_together() -> None:
    memory = knowing(Halden="ORG")
    memory.set_lists([a_list("Halden")])
    assert found(memory, "Halden") == ["Halden:GPE"]
    memory.add("Halden", "ORG")
    [one] = memory.find("Halden")
    assert (one.voice.label, one.voice.list_name) == ("ORG", None)


def test_that_every_occurrence_of_a_known_string_is_told() -> None:
    memory = knowing(Halden="GPE", Port_Halden="ORG")
    memory.reject("Port")
    text = "Port Halden"
    places = [(start, end) for start, end, _entry in memory.occurrences(Tokens(text))]
    assert places == [(0, 11), (5, 11)]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "."]), min_size=1, max_size=3).map(" ".join)


@given(strings=st.sets(WORDS), text=st.lists(st.sampled_from(["a", "b", "c", "."]), max_size=12))
def test_that_what_is_found_is_what_looking_at_every_place_finds(
    strings: set[str], text: list[str]
) -> None:
    memory = StringMemory()
    for string in strings:
        memory.add(string, "X")
    expected, place = [], 0
    while place < len(text):
        ends = [end for end in range(place + 1, len(text) + 1)
                if " ".join(text[place:end]) in strings]  # fmt: skip
        if ends:
            expected.append(" ".join(text[place : ends[-1]]) + ":X")
        place = ends[-1] if ends else place + 1
    assert found(memory, " ".join(text)) == expected
