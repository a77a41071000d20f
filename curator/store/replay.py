"""Replay: fold the raw log by itself and compare it with what the tables say now."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple

from sqlalchemy.exc import NoResultFound

from curator.domain.annotation import Annotation, State
from curator.domain.decisions import Subject
from curator.domain.faults import Bug, Fault
from curator.domain.scheme import scheme_to_plain
from curator.domain.snapshot import snapshot
from curator.store import annotations as stored
from curator.store import projection, schemes
from curator.store.transaction import Tx

UNREADABLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, Bug)
"""What reading a row can raise that somebody else wrote."""


class Key(NamedTuple):
    """A subject of decisions."""

    subject: str
    number: int
    layer: str | None = None


class Difference(NamedTuple):
    """A subject whose state is not what the log adds up to."""

    key: Key
    log: Any
    table: Any


def fold(tx: Tx) -> dict[Key, Any]:
    """Return the state that the log leaves each subject in, from nothing but its raw rows.

    The subject that was decided last comes last.
    """
    state: dict[Key, Any] = {}
    for subject, number, layer, after in tx.connection.exec_driver_sql(
        "SELECT subject, subject_id, layer, after FROM decision ORDER BY id"
    ):
        key = Key(subject, number, layer)
        state.pop(key, None)
        state[key] = None if after is None else _read(after)
    return state


def _read(after: str) -> Any:
    try:
        found = json.loads(after)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"unreadable": after}


def differences(tx: Tx) -> Iterator[Difference]:
    """Yield every subject whose tables and log disagree; nothing when replay is faithful."""
    state = fold(tx)
    seen: set[Key] = set()
    for one in (_annotations, _layers, _flags, _knowledge):
        yield from one(tx, state, seen)
    for key, logged in state.items():
        if key.subject != "scheme" and key not in seen:
            yield Difference(key, logged, None)
    yield from _scheme(tx, state)


def _annotations(tx: Tx, state: dict[Key, Any], seen: set[Key]) -> Iterator[Difference]:
    for document_id in [
        row[0] for row in tx.connection.exec_driver_sql("SELECT id FROM document ORDER BY id")
    ]:
        try:
            found = stored.of_document(tx, document_id, gone=True)
        except UNREADABLE:
            found = yield from _readable(tx, document_id, state, seen)
        for annotation in found:
            key = Key("annotation", annotation.id)
            seen.add(key)
            if key not in state:
                if annotation.state is not State.SUGGESTED or annotation.proposed:
                    yield Difference(key, "nothing", snapshot(annotation))
            elif not _same(annotation, state[key]):
                yield Difference(key, state[key], snapshot(annotation))


def _readable(
    tx: Tx, document_id: int, state: dict[Key, Any], seen: set[Key]
) -> Generator[Difference, None, list[Annotation]]:
    """Return the annotations that can be read one by one; the others are differences."""
    found: list[Annotation] = []
    for (number,) in tx.connection.exec_driver_sql(
        "SELECT id FROM annotation WHERE document_id = ? ORDER BY id", (document_id,)
    ).all():
        try:
            found += stored.get(tx, [number])
        except UNREADABLE as error:
            key = Key("annotation", number)
            seen.add(key)
            yield Difference(key, state.get(key), f"unreadable: {error}")
    return found


def _same(annotation: Annotation, logged: Any) -> bool:
    """An annotation whose adding was undone is withdrawn; all else is as logged."""
    if logged is None:
        return annotation.state is State.WITHDRAWN
    return projection.same(snapshot(annotation), logged)


def _layers(tx: Tx, state: dict[Key, Any], seen: set[Key]) -> Iterator[Difference]:
    for document_id, layer, reviewed in tx.connection.exec_driver_sql(
        "SELECT document_id, layer, reviewed FROM document_layer ORDER BY document_id, layer"
    ):
        key = Key("document-layer", document_id, layer)
        seen.add(key)
        logged = state.get(key) or {"reviewed": False}
        if logged.get("reviewed") != bool(reviewed):
            yield Difference(key, logged, {"reviewed": bool(reviewed)})


def _flags(tx: Tx, state: dict[Key, Any], seen: set[Key]) -> Iterator[Difference]:
    for subject, columns in (
        ("document", "flagged, withdrawn, comment"),
        ("batch", "0, withdrawn, NULL"),
    ):
        for number, flagged, withdrawn, comment in tx.connection.exec_driver_sql(
            f"SELECT id, {columns} FROM {subject} ORDER BY id"
        ):
            key = Key(subject, number)
            seen.add(key)
            logged = state.get(key) or {}
            now: dict[str, Any] = {"flagged": bool(flagged), "withdrawn": bool(withdrawn)}
            then: dict[str, Any] = {name: bool(logged.get(name, False)) for name in now}
            now["comment"], then["comment"] = comment, logged.get("comment")
            if key in state and state[key] is None:
                then["withdrawn"] = True
            if now != then:
                yield Difference(key, then, now)


def _knowledge(tx: Tx, state: dict[Key, Any], seen: set[Key]) -> Iterator[Difference]:
    """Identities and word lists: each is as logged; one whose adding was undone is withdrawn."""
    for subject, table in ((Subject.IDENTITY, "identity"), (Subject.LIST, "word_list")):
        for number, withdrawn in tx.connection.exec_driver_sql(
            f"SELECT id, withdrawn FROM {table} ORDER BY id"
        ).all():
            key = Key(subject.value, number)
            seen.add(key)
            logged = state.get(key, "nothing")
            now: Any
            try:
                now = projection.read(tx, subject, number, None)
            except UNREADABLE as error:
                now = f"unreadable: {error}"
            if not (bool(withdrawn) if logged is None else projection.same(now, logged)):
                yield Difference(key, logged, now)


def _scheme(tx: Tx, state: dict[Key, Any]) -> Iterator[Difference]:
    logged = [value for key, value in state.items() if key.subject == "scheme"]
    now: Any
    try:
        now = json.loads(json.dumps(scheme_to_plain(schemes.current(tx))))
    except (*UNREADABLE, NoResultFound, Fault) as error:
        now = f"unreadable: {error}"
    if not logged or not projection.same(logged[-1], now):
        yield Difference(Key("scheme", schemes.revision(tx)), logged[-1:], now)
