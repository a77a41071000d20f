"""Which documents an export takes, now or as of a moment, by the log's own account."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from curator.domain.annotation import GONE, Annotation, Layer
from curator.domain.canonical import EMPTY_DIGEST
from curator.domain.document import DocumentView
from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.domain.queue import QueueFilter
from curator.domain.snapshot import restore
from curator.store import annotations as stored
from curator.store import log, queue_filter, schemes
from curator.store.transaction import Tx

_BLIND = {"any": "", "only": "AND {}", "without": "AND NOT {}"}


def moment(tx: Tx, given: str) -> int | None:
    """Return how many change sets there were at a moment, None for no moment.

    Args:
        tx: any transaction.
        given: a number of change sets; a date, of which the end counts; or a time. Both are in
            UTC unless they say otherwise.

    Raises:
        Fault: ``export.as_of`` for what is neither, or lies behind the newest change set.
    """
    if not given:
        return None
    head = log.head(tx)[0]
    if given.isdecimal():
        if int(given) > head:
            raise Fault("export.as_of", given=given)
        return int(given)
    try:
        until = _time(given)
    except ValueError:
        raise Fault("export.as_of", given=given) from None
    found = tx.connection.exec_driver_sql(
        "SELECT count(*) FROM change_set WHERE time <= ?",
        (until.isoformat(timespec="milliseconds"),),
    )
    return int(found.scalar_one())


def _time(given: str) -> datetime:
    if len(given) == len("2024-05-01"):
        after = date.fromisoformat(given) + timedelta(days=1)
        return datetime.combine(after, time(), UTC) - timedelta(milliseconds=1)
    found = datetime.fromisoformat(given)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def head(tx: Tx, until: int | None) -> tuple[int, str]:
    """Return how many change sets count, and the digest of the last of them."""
    if until is None:
        return log.head(tx)
    found = tx.connection.exec_driver_sql(
        "SELECT digest FROM change_set WHERE id = ?", (until,)
    ).scalar()
    return until, EMPTY_DIGEST if found is None else str(found)


def revision(tx: Tx, until: int | None) -> int:
    """Return the revision of the scheme that was in force."""
    if until is None:
        return schemes.revision(tx)
    found = tx.connection.exec_driver_sql(
        "SELECT max(subject_id) FROM decision WHERE subject = 'scheme' AND change_set_id <= ?",
        (until,),
    )
    return int(found.scalar() or 1)


def numbers(tx: Tx, wanted: Selection, until: int | None) -> list[int]:
    """Return the documents of a selection, in the order in which they came in.

    Args:
        tx: any transaction.
        wanted: the selection.
        until: how many change sets count; None for all.
    """
    layers = sorted(wanted.layers or schemes.current(tx).layers)
    marks = ", ".join("?" * len(layers))
    of = (
        "SELECT 1 FROM document_layer AS dl WHERE dl.document_id = document.id "
        f"AND dl.layer IN ({marks})"
    )
    condition, values = queue_filter.where(QueueFilter(words=wanted.words))
    blind = _BLIND[wanted.blind].format(f"EXISTS ({of} AND dl.blind)")
    given = [*values, *(layers if blind else ())]
    now = until is None
    if now and wanted.documents == "reviewed":
        blind += f" AND EXISTS ({of} AND dl.reviewed)"
        given += layers
    gone = "AND NOT batch.withdrawn AND NOT document.withdrawn" if now else ""
    found = tx.connection.exec_driver_sql(
        "SELECT document.id, batch_id FROM document JOIN batch ON batch.id = batch_id "
        f"WHERE 1 {gone} {condition} {blind} ORDER BY document.id",
        tuple(given),
    ).all()
    if until is None:
        return [row[0] for row in found]
    there, closed = _there(tx, until), _closed(tx, wanted, until)
    return [
        number
        for number, batch in found
        if there("document", number)
        and there("batch", batch)
        and (closed is None or number in closed)
    ]


def _later(tx: Tx, subject: str, until: int) -> dict[tuple[int, str | None], dict[str, Any] | None]:
    """Return what each subject was that has been decided on since: before the first time."""
    found: dict[tuple[int, str | None], dict[str, Any] | None] = {}
    for number, layer, before in tx.connection.exec_driver_sql(
        "SELECT subject_id, layer, before FROM decision WHERE subject = ? AND change_set_id > ? "
        "ORDER BY id",
        (subject, until),
    ):
        found.setdefault((number, layer), None if before is None else json.loads(before))
    return found


def _there(tx: Tx, until: int) -> Any:
    """Return what tells whether a document or batch was there, and not withdrawn."""
    later = {subject: _later(tx, subject, until) for subject in ("document", "batch")}
    gone = {
        subject: {
            row[0]
            for row in tx.connection.exec_driver_sql(f"SELECT id FROM {subject} WHERE withdrawn")
        }
        for subject in later
    }

    def there(subject: str, number: int) -> bool:
        if (number, None) not in later[subject]:
            return number not in gone[subject]
        before = later[subject][number, None]
        return before is not None and not before.get("withdrawn")

    return there


def _closed(tx: Tx, wanted: Selection, until: int) -> set[int] | None:
    """Return the documents with a layer that was closed; None where that does not matter."""
    if wanted.documents != "reviewed":
        return None
    layers = wanted.layers or schemes.current(tx).layers
    closed = {
        (row[0], row[1])
        for row in tx.connection.exec_driver_sql(
            "SELECT document_id, layer FROM document_layer WHERE reviewed"
        )
    }
    for (number, layer), before in _later(tx, "document-layer", until).items():
        was = (before or {}).get("reviewed", False)
        (closed.add if was else closed.discard)((number, str(layer)))
    return {number for number, layer in closed if layer in layers}


def as_of(tx: Tx, view: DocumentView, until: int) -> DocumentView:
    """Return a document as it was decided then; what nobody has decided since is as it is now."""
    before = _before(tx, view.id, until)
    found = (before.get(one.id, one) for one in stored.of_document(tx, view.id, gone=True))
    there = [one for one in found if one is not None and one.state not in GONE]
    layers = dict(view.layers)
    for layer, was in _layers_before(tx, view.id, until):
        if layer in layers:
            layers[layer] = replace(layers[layer], reviewed=was)
    annotations = tuple(sorted(there, key=lambda one: one.place))
    return replace(view, annotations=annotations, layers=layers, candidates=())


def _before(tx: Tx, document_id: int, until: int) -> dict[int, Annotation | None]:
    found: dict[int, Annotation | None] = {}
    now = {one.id: one for one in stored.of_document(tx, document_id, gone=True)}
    for number, before in tx.connection.exec_driver_sql(
        "SELECT subject_id, before FROM decision WHERE subject = 'annotation' AND subject_id IN "
        "(SELECT id FROM annotation WHERE document_id = ?) AND change_set_id > ? ORDER BY id",
        (document_id, until),
    ):
        if number not in found:
            found[number] = None if before is None else restore(now[number], json.loads(before))
    return found


def _layers_before(tx: Tx, document_id: int, until: int) -> Iterator[tuple[Layer, bool]]:
    seen = set()
    for layer, before in tx.connection.exec_driver_sql(
        "SELECT layer, before FROM decision WHERE subject = 'document-layer' AND subject_id = ? "
        "AND change_set_id > ? ORDER BY id",
        (document_id, until),
    ):
        if layer not in seen:
            seen.add(layer)
            yield Layer(layer), bool(before and json.loads(before).get("reviewed"))


def means(tx: Tx, document_id: int, until: int | None) -> dict[int, str]:
    """Return by what means each annotation of a document was decided last; comments decide not."""
    found = tx.connection.exec_driver_sql(
        "SELECT subject_id, how FROM decision JOIN annotation ON annotation.id = subject_id "
        "WHERE subject = 'annotation' AND annotation.document_id = ? AND verdict <> 'comment' "
        "AND (? IS NULL OR change_set_id <= ?) ORDER BY decision.id",
        (document_id, until, until),
    )
    return {row[0]: row[1] for row in found}


def stories(tx: Tx) -> dict[int, str]:
    """Return what says of each document which story it tells: the title of the story's first.

    Later dispatches follow the first one, which no later document can move. Where a project knows
    of no stories, those with the same title are one.
    """
    columns = tx.connection.exec_driver_sql("SELECT name FROM pragma_table_info('document')")
    first = "document.id"
    if "story" in {row[0] for row in columns}:
        of_story = "SELECT min(id) FROM document AS other WHERE other.story = document.story"
        first = f"coalesce(({of_story}), {first})"
    found = tx.connection.exec_driver_sql(
        "SELECT document.id, first.title, first.sender_id FROM document "
        f"JOIN document AS first ON first.id = {first}"
    )
    return {row[0]: " ".join(row[1].casefold().split()) or row[2] for row in found}
