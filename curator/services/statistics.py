"""What a project holds, in numbers."""

from __future__ import annotations

from typing import Any

from curator.domain.queue import QueueFilter
from curator.domain.scheme import Scheme
from curator.services.measuring.blind_figures import blind_figures
from curator.store import candidates, documents, log, queue, schemes, tally
from curator.store.project import Project
from curator.store.transaction import Tx


def statistics(project: Project) -> dict[str, Any]:
    """Return the counts of a project, withdrawn documents left out.

    Returns:
        ``documents``, ``batches`` (id, name, documents, done), ``reviewed`` by layer,
        ``annotations`` by layer and state, ``labels`` by layer, label and state, ``candidates``
        by layer, ``blind`` (see `blind_figures`), ``change_sets``, ``suggesters`` (name, version,
        layer), and ``scheme``.
    """
    with project.read() as tx:
        outline = queue.outline(tx, QueueFilter())
        scheme = schemes.current(tx)
        held = candidates.count(tx)
        return {
            "documents": outline.total,
            "batches": [
                {"id": row.id, "name": row.name, "documents": row.total, "done": row.done}
                for row in sorted(outline.batches, key=lambda row: row.id)
            ],
            "reviewed": {
                layer.value: len(documents.shown_ids(tx, reviewed=[layer]))
                for layer in scheme.layers
            },
            **_annotations(tx, scheme),
            "blind": blind_figures(tx),
            "candidates": {layer.value: held.get(layer, 0) for layer in scheme.layers},
            "change_sets": log.head(tx)[0],
            "suggesters": [
                {"name": one.name, "version": one.version, "layer": one.layer.value}
                for one in schemes.suggesters(tx).values()
            ],
            "scheme": {"name": scheme.name, "revision": scheme.revision},
        }


def _annotations(tx: Tx, scheme: Scheme) -> dict[str, Any]:
    """Count annotations by layer and state, and by layer, label and state."""
    states: dict[str, dict[str, int]] = {layer.value: {} for layer in scheme.layers}
    labels: dict[str, dict[str, dict[str, int]]] = {layer.value: {} for layer in scheme.layers}
    for layer, by_label in tally.totals(tx).items():
        for label, by_state in by_label.items():
            for state, n in by_state.items():
                counts = states.setdefault(layer.value, {})
                counts[state.value] = counts.get(state.value, 0) + n
                labels.setdefault(layer.value, {}).setdefault(label, {})[state.value] = n
    return {"annotations": states, "labels": labels}
