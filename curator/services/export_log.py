"""What was decided on a document, for formats that tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from curator.domain.annotation import Layer, Role
from curator.domain.document import DocumentView
from curator.domain.snapshot import parts_from_plain
from curator.formats.outgoing import OutDecision
from curator.services.export_ids import own_id
from curator.store import history
from curator.store.transaction import Tx


def decisions(
    tx: Tx, view: DocumentView, names: Mapping[int, str], *, until: int | None = None
) -> tuple[OutDecision, ...]:
    """Return the decisions on a document, its layers and its annotations, the oldest first.

    Args:
        tx: any transaction.
        view: the document.
        names: what its annotations are called in the export; the others get our own names.
        until: how many change sets count; None for all.
    """
    return tuple(
        _out(one, view, names)
        for one in history.logged(tx, view.id)
        if until is None or one.change_set <= until
    )


def _out(one: history.Logged, view: DocumentView, names: Mapping[int, str]) -> OutDecision:
    kept = one.after or one.before or {}
    layer, name, quote = one.layer, None, None
    if one.subject == "annotation":
        layer = kept.get("layer")
        name = names.get(one.subject_id)
        if name is None and layer is not None:
            name = own_id(Layer(layer), one.subject_id)
        quote = _quote(kept, view.text)
    return OutDecision(
        time=one.time,
        actor=one.actor,
        act=one.act,
        what=one.code,
        subject=one.subject,
        annotation=name,
        layer=layer,
        label=kept.get("label"),
        quote=quote,
        verdict=one.verdict,
        how=one.how,
        reason=one.reason,
        score=one.score,
        confidence=one.confidence,
        shown_ms=one.shown_ms,
    )


def _quote(kept: Mapping[str, Any], text: str) -> str | None:
    """Return the words of the part that stands for an annotation."""
    parts = parts_from_plain(kept["parts"]) if "parts" in kept else ()
    for role in (Role.MENTION, Role.CUE, Role.CONTENT):
        for part in parts:
            if part.role is role:
                return text[part.start : part.end]
    return None
