"""CoNLL-2003 as the shared task has it."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.annotation import Annotation, Layer, Part, Role, State
from curator.domain.gold import Fit
from curator.formats.conll import BIOES, FORMAT
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Piece, Sentences
from tests.formats.builders import entity

Spans = list[tuple[int, int]]


def tokens(text: str) -> Sentences:
    """One token a word, one sentence a stop."""
    sentences: list[Spans] = [[]]
    for word in re.finditer(r"[^\s.]+|\.", text):
        sentences[-1].append(word.span())
        if word[0] == ".":
            sentences.append([])
    return sentences


def written(
    text: str, *annotations: OutAnnotation, sentences: Sentences | None = None, **fit: str
) -> Piece:
    outgoing = Outgoing("a", "", text, annotations=annotations, fit=Fit(**fit))
    return write(outgoing, tokens(text) if sentences is None else sentences)


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
    assert FORMAT.write is not None
    return FORMAT.write(outgoing, sentences)


def reasons(piece: Piece) -> list[str]:
    return [f"{one.annotation} {one.reason}" for one in piece.report.left_out]


def tagged(piece: Piece) -> str:
    """The sentences, a line each, tokens with their tags where they have one."""
    lines = piece.text.split("\n")
    assert lines[:2] == ["-DOCSTART- -X- O O", ""]
    cells = [line.replace(" -X- -X- O", "").replace(" -X- -X- ", "/") for line in lines[2:]]
    return " ".join(cell or "|" for cell in cells).strip(" |")


def test_that_a_document_is_tokens_with_tags_between_empty_lines() -> None:
    piece = written("Anna Lund spoke. He left.", entity(0, 9, "PERSON"))
    assert piece.text == (
        "-DOCSTART- -X- O O\n\n"
        "Anna -X- -X- B-PERSON\nLund -X- -X- I-PERSON\nspoke -X- -X- O\n. -X- -X- O\n\n"
        "He -X- -X- O\nleft -X- -X- O\n. -X- -X- O\n\n"
    )
    assert piece.report.counts == {
        "documents": 1,
        "sentences": 2,
        "tokens": 7,
        "entity": 1,
        "split_tokens": 0,
        "joined_sentences": 0,
    }


def test_that_neighbours_with_one_label_are_two_entities() -> None:
    piece = written("Lund Berg", entity(0, 4, "PER"), entity(5, 9, "PER"))
    assert tagged(piece) == "Lund/B-PER Berg/B-PER"


def test_that_of_overlapping_entities_the_longest_then_the_first_is_written() -> None:
    piece = written("one two three", entity(0, 7, "A"), entity(4, 13, "B"), entity(0, 3, "C"))
    assert tagged(piece) == "one/B-C two/B-B three/I-B"
    assert piece.report.left_out == (LeftOut("a", "A0-7", "overlap"),)
    same = written("one two", entity(4, 7, "B"), entity(0, 3, "A"), entity(0, 3, "C"))
    assert tagged(same) == "one/B-A two/B-B"


def test_that_an_edge_inside_a_token_splits_it() -> None:
    piece = written("pro-Ostmark forces", entity(4, 11, "LOC"))
    assert tagged(piece) == "pro- Ostmark/B-LOC forces"
    assert piece.report.counts["split_tokens"] == 1


def test_that_blanks_are_no_tokens_and_split_them() -> None:
    text = "a \u00a0 b\nc"
    piece = written(text, sentences=[[(0, 1), (1, 4), (4, 7)]])
    assert tagged(piece) == "a b c"


def test_that_a_sentence_does_not_end_inside_an_entity() -> None:
    piece = written("St. Bren slept. He too.", entity(0, 8, "LOC"))
    assert tagged(piece) == "St/B-LOC ./I-LOC Bren/I-LOC slept . | He too ."
    assert piece.report.counts["joined_sentences"] == 1


def test_that_what_cannot_be_held_is_listed() -> None:
    claim = Annotation(1, 1, Layer.CLAIM, "hope", (Part(Role.CUE, 0, 4),), state=State.ACCEPTED)
    piece = written(
        "Anna left \u00a0 now",
        entity(0, 4, "P", name="e1", state=State.SUGGESTED),
        entity(5, 9, "P", name="e2", state=State.REJECTED),
        entity(10, 11, "P", name="e3"),
        OutAnnotation("c1", claim),
    )
    assert tagged(piece) == "Anna/B-P left now"
    assert [(one.annotation, one.reason) for one in piece.report.left_out] == [
        ("c1", "claim"),
        ("e1", "state"),
        ("e2", "state"),
        ("e3", "no_token"),
    ]


def test_that_a_document_not_reviewed_for_entities_is_left_out() -> None:
    outgoing = Outgoing("a", "", "text", layers=(Layer.CLAIM,))
    piece = write(outgoing, [[(0, 4)]])
    assert piece.text == ""
    assert piece.report.left_out == (LeftOut("a", None, "not_reviewed"),)


def test_that_a_label_has_no_blanks_and_a_word_is_no_mark() -> None:
    piece = written("-DOCSTART- x", entity(11, 12, "WORK OF ART"))
    assert tagged(piece) == "- DOCSTART- x/B-WORK_OF_ART"
    assert reasons(piece) == ["WORK OF ART11-12 relabelled"]


def test_that_an_entity_inside_a_word_makes_no_mark_of_a_document() -> None:
    piece = written("go-DOCSTART-now", entity(2, 12))
    assert tagged(piece) == "go -/B-ORG DOCSTART-/I-ORG now"


@pytest.mark.parametrize(
    ("edges", "expected", "told"),
    [
        ("split", "pro- Ost/B-LOC mark forces", []),
        ("expand", "pro-Ostmark/B-LOC forces", ["LOC4-7 expanded"]),
        ("contract", "pro-Ostmark forces", ["LOC4-7 edge"]),
        ("drop", "pro-Ostmark forces", ["LOC4-7 edge"]),
    ],
)
def test_that_an_edge_inside_a_token_is_treated_by_choice_and_told(
    edges: str, expected: str, told: list[str]
) -> None:
    piece = written("pro-Ostmark forces", entity(4, 7, "LOC"), edges=edges)
    assert tagged(piece) == expected
    assert reasons(piece) == told


def test_that_an_entity_shrinks_to_whole_tokens_where_asked_to() -> None:
    piece = written("pro-Ostmark forces left", entity(4, 18, "LOC"), edges="contract")
    assert tagged(piece) == "pro-Ostmark forces/B-LOC left"
    assert reasons(piece) == ["LOC4-18 contracted"]


def test_that_entities_that_grow_into_one_another_are_not_both_written() -> None:
    two = entity(0, 3, "A"), entity(4, 11, "B")
    piece = written("pro-Ostmark", *two, edges="expand")
    assert tagged(piece) == "pro-Ostmark/B-A"
    assert reasons(piece) == ["A0-3 expanded", "B4-11 overlap"]


def test_that_the_innermost_of_nested_entities_is_written_where_asked_for() -> None:
    piece = written("Bank of Velm", entity(0, 12), entity(8, 12, "LOC"), nested="innermost")
    assert tagged(piece) == "Bank of Velm/B-LOC"
    assert reasons(piece) == ["ORG0-12 overlap"]


def test_that_bioes_says_where_an_entity_ends() -> None:
    assert BIOES.write is not None
    text = "Anna Maria Lund met Bo"
    annotations = (entity(0, 15, "PER"), entity(20, 22, "PER"))
    piece = BIOES.write(Outgoing("a", "", text, annotations=annotations), tokens(text))
    assert tagged(piece) == "Anna/B-PER Maria/I-PER Lund/E-PER met Bo/S-PER"


@given(st.data(), st.text(st.sampled_from("ab.\u00a0 \n\u0301日-"), min_size=1, max_size=30))
def test_that_entities_are_read_back_as_they_were_chosen(data: st.DataObject, text: str) -> None:
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges), max_size=5))
    spans = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    annotations = [entity(*span, name=str(n)) for n, span in enumerate(spans)]
    cuts = sorted(data.draw(st.sets(edges)) | {0, len(text)})
    pieces = list(itertools.pairwise(cuts))
    piece = written(text, *annotations, sentences=[pieces[:2], pieces[2:]])
    cells = [line.split(" ") for line in piece.text.split("\n") if line][1:]
    assert all(len(cell) == 4 and not re.search(r"\s", cell[0]) for cell in cells)
    assert "".join(cell[0] for cell in cells) == "".join(text.split())
    lost = {one.annotation for one in piece.report.left_out if one.reason != "trimmed"}
    kept = sorted(span for n, span in enumerate(spans) if str(n) not in lost)
    assert read_back(cells) == ["".join(text[start:end].split()) for start, end in kept]


def read_back(cells: list[list[str]]) -> list[str]:
    found: list[str] = []
    for word, _, _, tag in cells:
        if tag.startswith("B-"):
            found.append(word)
        elif tag.startswith("I-"):
            found[-1] += word
    return found
