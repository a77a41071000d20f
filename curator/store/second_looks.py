"""What was decided before its label came to mean something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Reason
from curator.domain.scheme import Label
from curator.domain.second_looks import SecondLook
from curator.store.documents import SHOWN
from curator.store.transaction import Tx

_LOOKED = (
    "SELECT DISTINCT subject_id, act FROM decision "
    "JOIN change_set ON change_set.id = change_set_id "
    "WHERE decision.id > ? AND +subject = 'annotation' AND how <> 'carried' AND reverts IS NULL "
    "AND verdict <> 'comment'"
)
"""What was decided since; the plus keeps the scan to the rows that are newer."""

_BEFORE = (
    "EXISTS (SELECT 1 FROM decision WHERE subject = 'annotation' AND subject_id = annotation.id "
    "AND decision.layer IS NULL AND decision.id < ?)"
)


def of_label(
    tx: Tx, layer: Layer, label: Label, *, in_force: Callable[[int], bool]
) -> Iterator[SecondLook]:
    """Yield annotations that were decided before their label changed.

    Args:
        tx: any transaction.
        layer: of the label.
        label: which changed in its revision `since`.
        in_force: whether an act is not undone.
    """
    changed = _change(tx, label.since)
    looked = {
        number
        for number, act in tx.connection.exec_driver_sql(_LOOKED, (changed,)).all()
        if in_force(act)
    }
    for row in tx.connection.exec_driver_sql(
        "SELECT annotation.id, document.batch_id, document.id, document.title, "
        "annotation.start, quote, "
        f"annotation.state FROM annotation JOIN ({SHOWN}) ON document.id = document_id "
        "WHERE annotation.layer = ? AND label = ? AND annotation.state IN (?, ?, ?) "
        f"AND coalesce(reason, '') <> ? AND {_BEFORE}",
        (layer.value, label.name, *_DECIDED, Reason.BY_CLOSING.value, changed),
    ).all():
        yield SecondLook(
            annotation_id=row[0],
            batch_id=row[1],
            document_id=row[2],
            title=row[3],
            layer=layer,
            label=label.name,
            start=row[4],
            quote=row[5],
            state=State(row[6]),
            looked=row[0] in looked,
        )


_DECIDED = (State.ACCEPTED.value, State.UNSURE.value, State.REJECTED.value)


def _change(tx: Tx, revision: int) -> int:
    """Return the decision that put a revision in force."""
    found = tx.connection.exec_driver_sql(
        "SELECT min(id) FROM decision WHERE subject = 'scheme' AND subject_id = ?", (revision,)
    ).scalar()
    return int(found or 0)
