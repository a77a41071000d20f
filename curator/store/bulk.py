"""Suggestions over the whole project, grouped in the database by identical words and label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from curator.domain.annotation import Layer, State
from curator.domain.bulk import AGREED, SURE_FROM, WRONG_BELOW, BulkFilter, Key, Sort, Tier
from curator.domain.canonical import canonical
from curator.store.transaction import Tx

_SURE = "coalesce(a.confidence, a.score)"
_AROUND = 60
"""Code points of context on either side."""

_OPEN = (
    "SELECT dl.document_id FROM document_layer AS dl JOIN document AS d ON d.id = dl.document_id "
    "AND NOT d.withdrawn JOIN batch AS b ON b.id = d.batch_id AND NOT b.withdrawn "
    "WHERE dl.layer = ? AND NOT dl.reviewed AND NOT dl.blind AND (? = 0 OR d.batch_id = ?)"
)
"""Only open layers are listed; blind documents do not show what is proposed in them."""

_FROM = f"FROM annotation AS a WHERE a.layer = ? AND a.state = ? AND a.document_id IN ({_OPEN})"

_GROUPS = f"""
WITH listed AS (
    SELECT a.quote, a.label, count(*) AS mentions, count(DISTINCT a.document_id) AS documents,
        avg({_SURE}) AS score, min(a.id) AS first {_FROM} {{where}} GROUP BY a.quote, a.label
), before AS (
    SELECT quote, label, state, count(*) AS n FROM annotation
    WHERE state IN ('accepted', 'rejected') AND layer = ? AND quote IN (SELECT quote FROM listed)
    GROUP BY quote, label, state
), known AS (
    SELECT l.*,
        coalesce((SELECT sum(n) FROM before AS p WHERE p.quote = l.quote AND p.label = l.label
            AND p.state = 'accepted'), 0) AS agreed,
        coalesce((SELECT sum(n) FROM before AS p WHERE p.quote = l.quote), 0) AS decided
    FROM listed AS l
)
SELECT CASE
        WHEN score < {WRONG_BELOW} OR 2 * agreed < decided THEN {int(Tier.WRONG)}
        WHEN score >= {SURE_FROM} AND agreed >= {AGREED} * decided THEN {int(Tier.SURE)}
        ELSE {int(Tier.LOOK)} END AS tier,
    quote, label, mentions, documents, score, agreed, decided, first
FROM known ORDER BY tier, {{order}}
"""

_ORDER = {
    Sort.WORDS: "quote COLLATE NOCASE {way}, quote, label",
    Sort.LABEL: "label {way}, score DESC, quote",
    Sort.MENTIONS: "mentions {way}, quote, label",
    Sort.DOCUMENTS: "documents {way}, quote, label",
    Sort.SCORE: "score {way}, mentions DESC, quote, label",
    Sort.BEFORE: "decided {way}, agreed {way}, quote, label",
}


class Listed(NamedTuple):
    """An annotation that a group consists of."""

    id: int
    document_id: int
    quote: str
    label: str
    sure: float | None


class Shown(NamedTuple):
    """An annotation in its context.

    Attributes:
        id: of the annotation.
        document_id, title: of its document.
        layer, label: of it.
        start, end: of its extent, in code points.
        before, text, after: the words around its extent, and those in it.
        quote: its words; of a claim its cue.
        sure: its confidence, 0–1; None where nobody says.
    """

    id: int
    document_id: int
    title: str
    layer: Layer
    label: str
    start: int
    end: int
    before: str
    text: str
    after: str
    quote: str
    sure: float | None


def groups(tx: Tx, wanted: BulkFilter) -> Sequence[Sequence[Any]]:
    """Return groups as plain rows in the order of `curator.domain.bulk.Group`, by tier."""
    where, values = _where(wanted)
    order = _ORDER[wanted.sort].format(way="DESC" if wanted.falling else "ASC")
    return tx.connection.exec_driver_sql(
        _GROUPS.format(where=where, order=order),
        (*values, wanted.layer.value),
    ).all()


def documents(tx: Tx, wanted: BulkFilter, keys: Iterable[Key]) -> int:
    """Return in how many documents the annotations of some groups lie."""
    where, values = _where(wanted)
    found = tx.connection.exec_driver_sql(
        f"SELECT count(DISTINCT a.document_id) {_FROM} {where} AND (a.quote, a.label) IN "
        "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))",
        (*values, canonical([list(key) for key in keys])),
    )
    return int(found.scalar_one())


def listed(tx: Tx, wanted: BulkFilter) -> Iterable[Listed]:
    """Return every annotation that a filter lists, by document."""
    where, values = _where(wanted)
    found = tx.connection.exec_driver_sql(
        f"SELECT a.id, a.document_id, a.quote, a.label, {_SURE} {_FROM} {where} "
        "ORDER BY a.document_id, a.start, a.id",
        values,
    )
    return [Listed(*row) for row in found]


def shown(tx: Tx, numbers: Sequence[int], *, around: int = _AROUND) -> dict[int, Shown]:
    """Return annotations in their context, by id.

    Args:
        tx: any transaction.
        numbers: of annotations.
        around: code points of context on either side.
    """
    marks = ", ".join("?" * len(numbers))
    found = tx.connection.exec_driver_sql(
        'SELECT a.id, a.document_id, d.title, a.layer, a.label, a.start, a."end", '
        "substr(t.text, max(1, a.start + 1 - ?), min(?, a.start)), "
        'substr(t.text, a.start + 1, a."end" - a.start), substr(t.text, a."end" + 1, ?), '
        f"a.quote, {_SURE} FROM annotation AS a JOIN document AS d ON d.id = a.document_id "
        f"JOIN document_text AS t ON t.document_id = a.document_id WHERE a.id IN ({marks})",
        (around, around, around, *numbers),
    )
    return {row[0]: Shown._make([*row[:3], Layer(row[3]), *row[4:]]) for row in found}


def before(tx: Tx, layer: Layer, quotes: Sequence[str]) -> list[tuple[str, str, State, int]]:
    """Return what strings were decided to be: quote, label, state and how often."""
    marks = ", ".join("?" * len(quotes))
    found = tx.connection.exec_driver_sql(
        "SELECT quote, label, state, count(*) FROM annotation WHERE "
        f"state IN ('accepted', 'rejected') AND layer = ? AND quote IN ({marks}) "
        "GROUP BY quote, label, state ORDER BY count(*) DESC, label",
        (layer.value, *quotes),
    )
    return [(row[0], row[1], State(row[2]), row[3]) for row in found]


def batches(tx: Tx) -> list[tuple[int, str]]:
    """Return the batches that are not withdrawn, the newest first: id and name."""
    found = tx.connection.exec_driver_sql(
        "SELECT id, name FROM batch WHERE NOT withdrawn ORDER BY id DESC"
    )
    return [(row[0], row[1]) for row in found]


def done(tx: Tx) -> int:
    """Return how many shown documents are done."""
    found = tx.connection.exec_driver_sql(
        "SELECT coalesce(sum(d.done), 0) FROM document AS d JOIN batch AS b ON b.id = d.batch_id "
        "AND NOT b.withdrawn WHERE NOT d.withdrawn"
    )
    return int(found.scalar_one())


def _where(wanted: BulkFilter) -> tuple[str, tuple[Any, ...]]:
    """Return what a filter adds to `_FROM`, and the values of both."""
    words = "%" + wanted.words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
    asked: list[tuple[str, Any, bool]] = [
        ("AND a.quote LIKE ? ESCAPE '!'", words, bool(wanted.words)),
        ("AND a.label = ?", wanted.label, bool(wanted.label)),
        ("AND a.suggester_id = ?", wanted.suggester, bool(wanted.suggester)),
        (f"AND {_SURE} >= ?", wanted.least, wanted.least > 0),
        (f"AND {_SURE} < ?", wanted.most, wanted.most is not None),
    ]
    kept = [(words, value) for words, value, on in asked if on]
    layer, batch = wanted.layer.value, wanted.batch
    always = (layer, wanted.state.value, layer, batch, batch)
    return " ".join(words for words, _ in kept), (*always, *(value for _, value in kept))
