"""Edge lessons move an edge when most cases say so, and leave a word."""

from __future__ import annotations

import pytest

from curator.domain.learning.edges import Case, Edges, Side, Span, cases


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def taught(text: str, proposed: str, decided: str, times: int = 3) -> Edges:
    edges = Edges()
    for case in cases(text, place(text, proposed), place(text, decided), "PERSON"):
        edges.add(case, times)
    return edges


def moved(edges: Edges, text: str, words: str, label: str = "PERSON") -> str:
    start, end = edges.move(text, place(text, words), label)
    return text[start:end]


def test_that_a_decision_says_what_became_of_the_words_at_the_edges() -> None:
    text = "the captain Ana Torvand's boat"
    told = list(cases(text, place(text, "captain Ana Torvand"), place(text, "Ana Torvand"), "P"))
    assert told == [
        Case(Side.BEFORE, "the", "P", False),
        Case(Side.AFTER, "'", "P", False),
        Case(Side.FIRST, "captain", "P", True),
        Case(Side.LAST, "torvand", "P", False),
    ]


@pytest.mark.parametrize(
    ("text", "proposed", "decided", "other", "words", "expected"),
    [
        ("Captain Ana went", "Captain Ana", "Ana", "Captain Bo sat", "Captain Bo", "Bo"),
        ("Captain Ana went", "Ana", "Captain Ana", "Captain Bo sat", "Bo", "Captain Bo"),
        ("Ana Torvand Jr went", "Ana Torvand", "Ana Torvand Jr", "Bo Jr sat", "Bo", "Bo Jr"),
        ("Ana Torvand Jr went", "Ana Torvand Jr", "Ana Torvand", "Bo Jr sat", "Bo Jr", "Bo"),
    ],
)
def test_that_an_edge_follows_what_was_decided_three_times(
    text: str, proposed: str, decided: str, other: str, words: str, expected: str
) -> None:
    assert moved(taught(text, proposed, decided), other, words) == expected
    assert moved(taught(text, proposed, decided, times=2), other, words) == words
    assert moved(taught(text, proposed, decided), other, words, label="ORG") == words


def test_that_a_lesson_is_followed_only_while_most_cases_say_so() -> None:
    edges = taught("Captain Ana went", "Captain Ana", "Ana")
    edges.add(Case(Side.FIRST, "captain", "PERSON", False), 2)
    assert moved(edges, "Captain Bo", "Captain Bo") == "Bo"
    assert (Side.FIRST, "captain", "PERSON", 3, 5) in edges.lessons()
    edges.add(Case(Side.FIRST, "captain", "PERSON", False))
    assert moved(edges, "Captain Bo", "Captain Bo") == "Captain Bo"
    edges.add(Case(Side.FIRST, "captain", "PERSON", False), -3)
    assert moved(edges, "Captain Bo", "Captain Bo") == "Bo"


def test_that_the_last_word_and_other_lines_are_left_alone() -> None:
    edges = taught("Captain Ana went", "Captain Ana", "Ana")
    assert moved(edges, "the Captain sat", "Captain") == "Captain"
    edges = taught("Captain Ana went", "Ana", "Captain Ana")
    assert moved(edges, "Captain\nBo sat", "Bo") == "Bo"
    assert edges.move("Bo", (0, 2), "PERSON") == (0, 2)


@pytest.mark.parametrize("sign", [".", ",", ":", "“", "("])
def test_that_no_edge_is_moved_over_a_sign_that_parts(sign: str) -> None:
    text = f"They left{sign} Osmo stayed"
    edges = taught(text, "Osmo", f"left{sign} Osmo", times=5)
    assert moved(edges, text, "Osmo") == "Osmo"
    assert moved(edges, f"He left{sign} Osmo", "Osmo") == "Osmo"


def test_that_a_sign_that_belongs_to_a_word_is_taken_in() -> None:
    edges = taught("It cost $ 40 then", "40", "$ 40")
    assert moved(edges, "Paid $ 90 now", "90") == "$ 90"
