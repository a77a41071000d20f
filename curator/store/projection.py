"""The state of a subject as the log writes it: read it, write it, whatever the subject is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.decisions import Subject
from curator.domain.identities.identity import identity_from_plain, identity_to_plain
from curator.domain.scheme import scheme_from_plain, scheme_to_plain
from curator.domain.snapshot import restore, snapshot
from curator.domain.word_list import list_from_plain, list_to_plain
from curator.store import annotations as stored
from curator.store import documents, identities, lists, schemes
from curator.store.transaction import Tx


def read(tx: Tx, subject: Subject, number: int, layer: str | None) -> Any:
    """Return the state of a subject as a plain value, as decisions record it."""
    match subject:
        case Subject.ANNOTATION:
            return snapshot(stored.get(tx, [number])[0])
        case Subject.LAYER:
            state = documents.layers(tx, number)[Layer(layer or "")]
            return {"reviewed": state.reviewed}
        case Subject.DOCUMENT:
            return documents.flags(tx, "document", number)
        case Subject.BATCH:
            return documents.flags(tx, "batch", number)
        case Subject.SCHEME:
            return scheme_to_plain(schemes.current(tx))
        case Subject.IDENTITY:
            return identity_to_plain(identities.get(tx, number))
        case Subject.LIST:
            return list_to_plain(lists.get(tx, number))


def write(
    tx: Tx, subject: Subject, number: int, layer: str | None, state: Mapping[str, Any] | None
) -> None:
    """Write the state of a subject that is no annotation; None means that it did not exist."""
    match subject:
        case Subject.LAYER:
            reviewed = bool(state and state["reviewed"])
            documents.set_reviewed(tx, [(number, Layer(layer or ""))], reviewed=reviewed)
        case Subject.DOCUMENT:
            documents.set_flag(tx, number, flagged=bool(state and state["flagged"]))
            documents.set_comment(tx, number, (state or {}).get("comment"))
            gone = state is None or state["withdrawn"]
            documents.set_withdrawn(tx, "document", number, withdrawn=gone)
        case Subject.BATCH:
            gone = state is None or state["withdrawn"]
            documents.set_withdrawn(tx, "batch", number, withdrawn=gone)
        case Subject.SCHEME:
            if state is not None:
                schemes.add(tx, scheme_from_plain(state, revision=0))
        case Subject.IDENTITY:
            identity = identities.get(tx, number)
            gone = replace(identity, withdrawn=True)
            identities.update(tx, gone if state is None else identity_from_plain(number, state))
        case Subject.LIST:
            _write_list(tx, number, state)


def write_annotations(
    tx: Tx, states: Iterable[tuple[Annotation, Mapping[str, Any] | None]]
) -> list[Annotation]:
    """Write the states of annotations; None means that one did not exist.

    Args:
        tx: a writing transaction.
        states: each annotation as it stands, with the state that it is led to.

    Returns:
        The annotations as they stand then, in order.
    """
    led = [
        replace(one, state=State.WITHDRAWN) if state is None else restore(one, dict(state))
        for one, state in states
    ]
    by_document: dict[int, list[Annotation]] = {}
    for one in led:
        by_document.setdefault(one.document_id, []).append(one)
    for number, changed in by_document.items():
        text, _digest = documents.text(tx, number)
        stored.update(tx, changed, text)
    return led


def _write_list(tx: Tx, number: int, state: Mapping[str, Any] | None) -> None:
    now = lists.get(tx, number)
    gone = replace(now, withdrawn=True)
    lists.update(tx, gone if state is None else list_from_plain(number, state, origin=now.origin))


def same(one: Any, other: Any) -> bool:
    """Say whether two recorded states are equal as JSON."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
