"""Replay: fold the raw log by itself and compare it with what the tables say now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from curator.domain.annotation import Annotation, State
from curator.domain.scheme import scheme_to_plain
from curator.domain.snapshot import snapshot
from curator.store import annotations as stored
from curator.store import projection, schemes

if TYPE_CHECKING:
    from curator.store.project import Tx


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
    """Return the state that the log leaves each subject in, from nothing but its raw rows."""
    state: dict[Key, Any] = {}
    for subject, number, layer, after in tx.connection.exec_driver_sql(
        "SELECT subject, subject_id, layer, after FROM decision ORDER BY id"
    ):
        state[Key(subject, number, layer)] = None if after is None else json.loads(after)
    return state


def differences(tx: Tx) -> Iterator[Difference]:
    """Yield every subject whose tables and log disagree; nothing when replay is faithful."""
    state = fold(tx)
    yield from _annotations(tx, state)
    yield from _layers(tx, state)
    yield from _flags(tx, state)
    yield from _scheme(tx, state)


def _annotations(tx: Tx, state: dict[Key, Any]) -> Iterator[Difference]:
    named = {key.number for key in state if key.subject == "annotation"}
    for document_id in [
        row[0] for row in tx.connection.exec_driver_sql("SELECT id FROM document ORDER BY id")
    ]:
        for annotation in stored.of_document(tx, document_id, gone=True):
            key = Key("annotation", annotation.id)
            named.discard(annotation.id)
            if key not in state:
                if annotation.state is not State.SUGGESTED or annotation.proposed:
                    yield Difference(key, "nothing", snapshot(annotation))
            elif not _same(annotation, state[key]):
                yield Difference(key, state[key], snapshot(annotation))
    for number in sorted(named):
        yield Difference(Key("annotation", number), state[Key("annotation", number)], None)


def _same(annotation: Annotation, logged: Any) -> bool:
    """An annotation whose adding was undone is withdrawn; all else is as logged."""
    if logged is None:
        return annotation.state is State.WITHDRAWN
    return projection.same(snapshot(annotation), logged)


def _layers(tx: Tx, state: dict[Key, Any]) -> Iterator[Difference]:
    for document_id, layer, reviewed in tx.connection.exec_driver_sql(
        "SELECT document_id, layer, reviewed FROM document_layer ORDER BY document_id, layer"
    ):
        key = Key("document-layer", document_id, layer)
        logged = state.get(key) or {"reviewed": False}
        if logged["reviewed"] != bool(reviewed):
            yield Difference(key, logged, {"reviewed": bool(reviewed)})


def _flags(tx: Tx, state: dict[Key, Any]) -> Iterator[Difference]:
    for subject, columns in (("document", "flagged, withdrawn"), ("batch", "0, withdrawn")):
        for number, flagged, withdrawn in tx.connection.exec_driver_sql(
            f"SELECT id, {columns} FROM {subject} ORDER BY id"
        ):
            key = Key(subject, number)
            logged = state.get(key) or {}
            now = {"flagged": bool(flagged), "withdrawn": bool(withdrawn)}
            then = {name: bool(logged.get(name, False)) for name in now}
            if key in state and state[key] is None:
                then["withdrawn"] = True
            if now != then:
                yield Difference(key, then, now)


def _scheme(tx: Tx, state: dict[Key, Any]) -> Iterator[Difference]:
    logged = [value for key, value in state.items() if key.subject == "scheme"]
    now = json.loads(json.dumps(scheme_to_plain(schemes.current(tx))))
    if not logged or not projection.same(logged[-1], now):
        yield Difference(Key("scheme", schemes.revision(tx)), logged[-1:], now)
