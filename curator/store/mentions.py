"""Where words stand: documents that hold them, what is annotated there, and the next such place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from curator.domain.annotation import Layer, State
from curator.store import lessons
from curator.store.documents import SHOWN
from curator.store.transaction import Tx

_DECIDED = "annotation.state IN ('accepted', 'rejected')"


class Held(NamedTuple):
    """A document that may hold the words, with the state of the layer in it."""

    id: int
    title: str
    text: str
    closed: bool
    blind: bool


class Span(NamedTuple):
    """An annotation whose words matter: where it lies and how it stands."""

    id: int
    document_id: int
    start: int
    end: int
    label: str
    quote: str
    state: State
    by_hand: bool


def holding(tx: Tx, words: str, layer: Layer, *, match_case: bool) -> list[int]:
    """Return shown documents in which words may stand, by id; in all others they do not."""
    if match_case or words.isascii():
        found = {
            number
            for reviewed in (False, True)
            for number in lessons.containing(tx, words, layer, reviewed=reviewed)
        }
        return sorted(found)
    every = tx.connection.exec_driver_sql(
        f"SELECT document.id FROM {SHOWN} JOIN document_layer AS dl ON dl.document_id = "
        "document.id WHERE dl.layer = ? ORDER BY document.id",
        (layer.value,),
    )
    return [row[0] for row in every]


def held(tx: Tx, numbers: Sequence[int], layer: Layer) -> list[Held]:
    """Return shown documents with their texts, by id."""
    marks = ", ".join("?" * len(numbers))
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id, title, text, dl.reviewed, dl.blind FROM {SHOWN} "
        "JOIN document_text ON document_text.document_id = document.id "
        "JOIN document_layer AS dl ON dl.document_id = document.id AND dl.layer = ? "
        f"WHERE document.id IN ({marks}) ORDER BY document.id",
        (layer.value, *numbers),
    )
    return [Held(row[0], row[1], row[2], bool(row[3]), bool(row[4])) for row in found]


def spans(tx: Tx, numbers: Sequence[int], layer: Layer, *, word: str) -> list[Span]:
    """Return annotations of documents whose quote contains a word, by document and place.

    Args:
        tx: any transaction.
        numbers: of the documents.
        layer: theirs.
        word: as it is written; empty for all.
    """
    marks = ", ".join("?" * len(numbers))
    found = tx.connection.exec_driver_sql(
        'SELECT id, document_id, start, "end", label, quote, state, suggester_id IS NULL '
        f"FROM annotation WHERE document_id IN ({marks}) AND layer = ? "
        "AND state NOT IN ('superseded', 'withdrawn') AND (? = '' OR instr(quote, ?)) "
        "ORDER BY document_id, start, id",
        (*numbers, layer.value, word, word),
    )
    return [Span._make([*row[:6], State(row[6]), bool(row[7])]) for row in found]


def next_decided(
    tx: Tx, layer: Layer, quote: str, here: tuple[int, int, int], *, rejected: bool
) -> tuple[int, int] | None:
    """Return the next place at which words were decided, going round through all documents.

    Args:
        tx: any transaction.
        layer: of the decided annotations.
        quote: their words; of a claim its cue.
        here: document, start and id to go on from.
        rejected: whether rejected ones count.

    Returns:
        Document and annotation; None where there is none but this.
    """
    sought = (
        f"SELECT document.id, annotation.id FROM annotation JOIN ({SHOWN}) ON document.id = "
        f"document_id WHERE quote = ? AND layer = ? AND {_DECIDED} AND annotation.id <> ? "
        f"AND (? OR annotation.state = 'accepted') "
    )
    order = "ORDER BY document_id, start, annotation.id LIMIT 1"
    values = (quote, layer.value, here[2], int(rejected))
    after = "AND (document_id, start, annotation.id) > (?, ?, ?) "
    found = tx.connection.exec_driver_sql(f"{sought}{after}{order}", (*values, *here)).first()
    if found is None:
        found = tx.connection.exec_driver_sql(f"{sought}{order}", values).first()
    return None if found is None else (found[0], found[1])
