"""What settling came to in one transaction: logged, and told to screens."""

from __future__ import annotations

from curator.domain.annotation import Annotation
from curator.domain.changes import Changes
from curator.services.learning.linking import relink
from curator.services.learning.settling import Settling
from curator.store import documents, log, schemes
from curator.store.transaction import Tx


class Kept:
    """What settling came to in one transaction, over all of its documents."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._documents: set[int] = set()
        self._decisions: list[log.Decision] = []
        self._changed: dict[int, Annotation] = {}
        self._vanished: list[int] = []
        self._held = False

    def add(self, document_id: int, settling: Settling) -> None:
        """Add a layer of a document that was settled."""
        self._documents.add(document_id)
        self._decisions += settling.decisions
        self._changed |= {one.id: one for one in settling.changed}
        self._vanished += settling.vanished
        self._held = self._held or settling.moved

    def link(self, tx: Tx, document_id: int) -> None:
        """Link the undecided claims of a document to its entities as they are now."""
        for one in relink(tx, document_id):
            self._documents.add(document_id)
            self._changed[one.id] = one

    def changes(self, tx: Tx, code: str) -> Changes:
        """Log what is to be logged, and say what changed.

        Args:
            tx: the transaction.
            code: what was done, ``suggest`` or ``refresh``.
        """
        for number in sorted(self._documents):
            self.link(tx, number)
        if self._decisions:
            facts, revision = {"documents": len(self._documents)}, schemes.revision(tx)
            log.append(tx, code, self._decisions, facts=facts, revision=revision, beside=True)
        places = sorted(self._documents)
        return Changes(
            change_set=tx.logged[-1].id if tx.logged else 0,
            code=code,
            documents=frozenset(places),
            annotations=tuple(self._changed.values()),
            vanished=tuple(self._vanished),
            held=self._held,
            layers=tuple(s for n in places for s in documents.layers(tx, n).values()),
        )
