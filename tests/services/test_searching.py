"""Finding words in all documents: ranked, with snippets, and never an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.search import Hit, findable
from curator.services import searching, undoing
from curator.store.project import Project
from tests.support import projects

TEXTS = (
    "The grain board met. The board of the grain office slept.",
    "Grain lay on the quay; nobody of the board saw it.",
    "The mayor of Velm ate a café crème in the café.",
    "Boarding began at noon.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with projects.make(tmp_path / "p.curator") as made:
        projects.take(made, *TEXTS, batch="morning")
        yield made


def titles(project: Project, words: str) -> list[int]:
    return [hit.document_id for hit in searching.everywhere(project, words).best]


def test_that_words_side_by_side_come_before_words_apart(project: Project) -> None:
    assert titles(project, "grain board") == [1, 2]


def test_that_the_last_word_may_be_a_beginning(project: Project) -> None:
    assert set(titles(project, "boar")) == {1, 2, 4}
    assert titles(project, "grain boar") == [1, 2]
    assert titles(project, "gra board") == []


def test_that_quotation_marks_keep_words_together(project: Project) -> None:
    assert titles(project, '"grain board"') == [1]
    assert titles(project, "“boar”") == []


def test_that_a_hit_shows_what_was_found_among_its_words(project: Project) -> None:
    (hit,) = searching.everywhere(project, "velm").best
    assert hit.batch == "morning"
    assert hit.words == ("Velm",)
    assert "".join(text for text, _ in hit.pieces) == TEXTS[2]


def test_that_all_are_counted_where_not_all_are_listed(project: Project) -> None:
    found = searching.everywhere(project, "boar", most=1)
    assert (len(found.best), found.total) == (1, 3)


ODD = '| |"|""|*|AND|grain AND|NEAR(|a:b|_|(|^x|-|a\'b|\x00'


@pytest.mark.parametrize("words", ODD.split("|"))
def test_that_nothing_typed_is_an_error(project: Project, words: str) -> None:
    searching.everywhere(project, words)


def test_that_a_withdrawn_batch_is_not_found(project: Project) -> None:
    undoing.undo(project, beside=True)
    assert searching.everywhere(project, "grain").total == 0


def test_that_a_hit_is_found_again_by_the_words_typed_or_by_those_marked() -> None:
    hit = Hit(1, "t", "b", (("a ", False), ("café", True)))
    assert findable("The Grain Board met.", "grain board", hit) == "grain board"
    assert findable("The Grain Board met.", '"grain board"', hit) == "grain board"
    assert findable("a café", "cafe", hit) == "café"
    assert findable("nothing", "cafe", hit) == "cafe"
