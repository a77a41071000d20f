"""What two versions of a text share is found, and nothing is carried that is not the same."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import Annotation, Layer, Proposal, State, entity_parts
from curator.domain.revised import carried, compare

OLD = "The mayor of Lindholm said 12 ferries stay in port.\nNobody was hurt, she added."
NEW = "UPDATE\nThe mayor of Lindholm said 14 ferries stay in port.\nShe added that nobody was hurt."


def entity(text: str, words: str) -> Annotation:
    start = text.index(words)
    return Annotation(1, 1, Layer.ENTITY, "GPE", entity_parts(start, start + len(words)))


def test_that_what_is_the_same_moves_with_its_text() -> None:
    revision = compare(OLD, NEW)
    for words in ("Lindholm", "mayor of Lindholm", "in port."):
        start = OLD.index(words)
        by = revision.moved(start, start + len(words))
        assert by is not None
        assert NEW[start + by : start + by + len(words)] == words


def test_that_nothing_beside_a_changed_word_is_carried() -> None:
    revision = compare(OLD, NEW)
    for words in ("12", "said", "ferries", "Lindholm said 12", "Nobody", "she"):
        start = OLD.index(words)
        assert revision.moved(start, start + len(words)) is None


def test_that_edits_say_what_is_new_and_what_was_cut() -> None:
    edits = compare("Rain fell on Monday.", "Rain fell on Tuesday night.").edits()
    assert [(one.start, one.end, one.cut) for one in edits] == [(13, 26, "Monday")]
    assert compare("same", "same").edits() == ()
    (one,) = compare("a b c", "a c").edits()
    assert (one.start, one.end) in ((2, 2), (1, 1))
    assert one.cut.strip() == "b"


def test_that_what_the_machine_said_is_carried_along_or_forgotten() -> None:
    here = entity(OLD, "Lindholm")
    start = OLD.index("said 12")
    for proposed, kept in ((here.parts, True), (entity_parts(start, start + 7), False)):
        moved = carried(
            Annotation(
                1, 1, Layer.ENTITY, "GPE", here.parts, state=State.ACCEPTED,
                proposed=Proposal("ORG", proposed),
            ),
            compare(OLD, NEW),
        )  # fmt: skip
        assert moved is not None
        assert moved.quote(NEW) == "Lindholm"
        assert (moved.proposed is not None) is kept


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "port",
        "of",
        "Lindholm",
        "said",
        "12",
        "ferries",
        ".",
        ",",
        "\n",
        "😀",
        "é",
        "she",
        "added",
    ]
)
TEXT = st.lists(WORDS, max_size=40).map(" ".join)


@given(TEXT, TEXT, st.integers(0, 200), st.integers(1, 30))
def test_that_carrying_never_changes_the_words(older: str, newer: str, at: int, size: int) -> None:
    revision = compare(older, newer)
    for one in revision.same:
        assert older[one.older : one.older + one.length] == newer[one.newer :][: one.length]
    start = at % (len(older) + 1)
    end = min(len(older), start + size)
    if start < end and (by := revision.moved(start, end)) is not None:
        assert newer[start + by : end + by] == older[start:end]
    rebuilt, place = "", 0
    for edit in revision.edits():
        rebuilt += newer[place : edit.start] + edit.cut
        place = edit.end
    assert rebuilt + newer[place:] == older


@given(st.randoms(use_true_random=False))
def test_that_long_texts_with_few_words_are_compared_as_well(chance: random.Random) -> None:
    older = chance.choices(["the", "of", "said", "port", "ferry"], k=600)
    newer = list(older)
    for _ in range(6):
        newer[chance.randrange(600)] = "storm"
    del newer[100:130]
    revision = compare(" ".join(older), " ".join(newer))
    assert sum(one.length for one in revision.same) > 0.6 * len(" ".join(newer))
    for one in revision.same:
        assert (
            revision.older[one.older :][: one.length] == revision.newer[one.newer :][: one.length]
        )
