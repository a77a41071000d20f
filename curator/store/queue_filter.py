"""What a filter of the queue leaves, as conditions on a document."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase
from typing import Any

from curator.domain.queue import QueueFilter, Which
from curator.domain.queue_words import Key, Term, read

Condition = tuple[str, tuple[Any, ...]]
"""SQL that is true of a document, and the values of its marks."""

_WHICH = {
    Which.ALL: "",
    Which.TO_DO: "AND NOT document.done",
    Which.DONE: "AND document.done",
    Which.FLAGGED: "AND document.flagged",
}
STORIED = (
    "document.story IS NOT NULL AND EXISTS (SELECT 1 FROM document AS version "
    "JOIN batch AS its ON its.id = version.batch_id AND NOT its.withdrawn "
    "WHERE version.story = document.story AND version.id <> document.id AND NOT version.withdrawn)"
)
"""Whether a document has other versions that are shown."""
_END = "SELECT {}(id) FROM document WHERE batch_id = ?"
"""The first or the last document of a batch, by its id."""
_CHEAP = (Key.FLAG, Key.DATE, Key.BATCH)
"""Keys that a column of the document answers."""
_TALLIED = (Key.FLAG, Key.BATCH, Key.LABEL, Key.ENTITIES, Key.CLAIMS)
"""Keys that need no more of a document than `queue_tally` has."""
_LAYER = {Key.ENTITIES: "entity", Key.CLAIMS: "claim"}
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
"""What SQLite's ``lower`` does."""


def where(wanted: QueueFilter, *, batch_id: int | None = None) -> Condition:
    """Return what follows other conditions on ``document``; it begins with ``AND``.

    Args:
        wanted: the filter.
        batch_id: of the only batch that the other conditions leave, if it is one: words are
            looked for in no other.

    Raises:
        Fault: what `read` raises.
    """
    sql: list[str] = [_WHICH[wanted.which]]
    values: list[Any] = []
    # What costs little to tell of a document goes first: the others are asked of those it leaves.
    terms = sorted(read(wanted.words), key=lambda term: term.key not in _CHEAP)
    conditions = [(term.wanted, _condition(term)) for term in terms if term.key is not Key.TEXT]
    conditions += _texts([term for term in terms if term.key is Key.TEXT], batch_id)
    for affirmed, (condition, given) in conditions:
        sql.append(f"AND {'' if affirmed else 'NOT '}({condition})")
        values += given
    return " ".join(sql), tuple(values)


def is_tallied(wanted: QueueFilter) -> bool:
    """Return whether the condition of a filter may be asked of `queue_tally` as well.

    Raises:
        Fault: what `read` raises.
    """
    return all(term.key in _TALLIED for term in read(wanted.words))


def _texts(terms: list[Term], batch_id: int | None) -> list[tuple[bool, Condition]]:
    """All words together must be in the text, or all in the title; none of the unwanted in any."""
    together = tuple(term.values[0] for term in terms if term.wanted)
    unwanted = [(term.values[0],) for term in terms if not term.wanted]
    apart = [(False, _in_words(words, batch_id)) for words in unwanted]
    return [(True, _in_words(together, batch_id)), *apart] if together else list(apart)


def _in_words(words: tuple[str, ...], batch_id: int | None) -> Condition:
    query = " ".join(f'"{one}"' if " " in one else f'"{one}"*' for one in words)
    titled = " AND ".join("named.title LIKE ? ESCAPE '!'" for _ in words)
    found = tuple(map(_part, words))
    if batch_id is None:
        return (
            f"document.id IN (SELECT id FROM document AS named WHERE {titled} "
            "UNION ALL SELECT rowid FROM search WHERE search MATCH ?)",
            (*found, query),
        )
    return (
        f"document.id IN (SELECT id FROM document AS named WHERE named.batch_id = ? AND {titled} "
        "UNION ALL SELECT rowid FROM search WHERE search MATCH ? "
        f"AND rowid BETWEEN ({_END.format('min')}) AND ({_END.format('max')}))",
        (batch_id, *found, query, batch_id, batch_id),
    )


def _condition(term: Term) -> Condition:
    values, any_of = term.values, " OR ".join
    match term.key:
        case Key.LABEL:
            return _traits([f"label={value}" for value in values])
        case Key.BATCH:
            named = any_of("name LIKE ? ESCAPE '!'" for _ in values)
            parts = tuple(map(_part, values))
            return f"document.batch_id IN (SELECT id FROM batch WHERE {named})", parts
        case Key.SOURCE:
            named = any_of("document.agency LIKE ? ESCAPE '!'" for _ in values)
            return named, tuple(map(_part, values))
        case Key.DATE:
            return _dated(values)
        case Key.FLAG:
            return "document.flagged", ()
        case Key.STORY:
            return STORIED, ()
        case Key.COMMENT:
            return _commented(values)
        case _:
            return _traits([f"{_LAYER[term.key]}={value}" for value in values])


def _traits(wanted: list[str]) -> Condition:
    """Return the condition that a document has any of some traits (`tally.TRAITS`)."""
    found = " OR ".join("instr(document.traits, ?) > 0" for _ in wanted)
    return found, tuple(f"|{one.translate(_SMALL)}|" for one in wanted)


def _dated(values: tuple[str, ...]) -> Condition:
    """ISO dates compare as their letters do; one without a date is in no range."""
    if not values:
        return "document.date = ''", ()
    first, after = values
    sides = [("document.date >= ?", first or "0"), ("document.date < ?", after)]
    given = [(sql, value) for sql, value in sides if value]
    return " AND ".join(sql for sql, _ in given), tuple(value for _, value in given)


def _commented(words: tuple[str, ...]) -> Condition:
    """Comments on the document, and on its annotations."""
    said = "comment IS NOT NULL"
    if words:
        any_of = " OR ".join("comment LIKE ? ESCAPE '!'" for _ in words)
        said += f" AND ({any_of})"
    values = tuple(map(_part, words))
    return (
        f"document.id IN (SELECT id FROM document WHERE {said} "
        f"UNION ALL SELECT document_id FROM annotation WHERE {said} AND state NOT IN "
        "('superseded', 'withdrawn'))",
        values + values,
    )


def _part(words: str) -> str:
    """Return words as a pattern that finds them anywhere."""
    for sign in "!%_":
        words = words.replace(sign, f"!{sign}")
    return f"%{words}%"
