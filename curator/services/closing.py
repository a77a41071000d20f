"""Close a document's layers, open them again, flag it."""

from __future__ import annotations

from collections.abc import Iterable

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.changes import Changes
from curator.domain.decisions import How, Reason, Subject, Verdict, decide
from curator.services.recording import decision_on, logged
from curator.store import annotations as stored
from curator.store import documents, log
from curator.store.project import Project


def close(
    project: Project,
    document_id: int,
    layers: Iterable[Layer],
    *,
    leftover: State | None,
    unseen: frozenset[int] = frozenset(),
) -> Changes:
    """Close layers of a document for this analyst.

    Args:
        project: held for writing.
        document_id: of the document.
        layers: what is in view.
        leftover: what becomes of suggestions left over; None leaves them open.
        unseen: suggestions below the page's threshold; never accepted by closing, but rejected.
    """
    with project.write() as tx:
        text, digest = documents.text(tx, document_id)
        states = documents.layers(tx, document_id)
        if not (wanted := [n for n in layers if n in states and not states[n].reviewed]):
            return Changes()
        found = [one for one in stored.of_document(tx, document_id) if one.layer in wanted]
        left = [one for one in found if one.undecided and leftover is not None]
        accepted = frozenset(one.id for one in left if leftover is State.ACCEPTED) - unseen
        settled = [_settle(one, accepted) for one in left]
        closed = [after for _verdict, after in settled]
        stored.update(tx, closed, text)
        decisions = [_layer_decision(document_id, layer, reviewed=True) for layer in wanted]
        decisions[:0] = [
            decision_on(one, after, verdict, how=How.CLOSING, digest=digest)
            for one, (verdict, after) in zip(left, settled, strict=True)
        ]
        documents.set_reviewed(tx, [(document_id, layer) for layer in wanted], reviewed=True)
        decided = len(left) + sum(not one.undecided for one in found)
        facts = {"document": document_id, "decided": decided, "left": len(left)}
        return logged(tx, "close", decisions, facts, closed, document_id=document_id)


def _settle(one: Annotation, accepted: frozenset[int]) -> tuple[Verdict, Annotation]:
    """Give a suggestion that was left over its verdict."""
    verdict = Verdict.ACCEPT if one.id in accepted else Verdict.REJECT
    return verdict, decide(one, verdict, reason=Reason.BY_CLOSING.value)


def reopen(project: Project, document_id: int, layers: Iterable[Layer]) -> Changes:
    """Open closed layers of a document again; what was decided stays decided."""
    with project.write() as tx:
        states = documents.layers(tx, document_id)
        wanted = [layer for layer in layers if layer in states and states[layer].reviewed]
        if not wanted:
            return Changes()
        documents.set_reviewed(tx, [(document_id, layer) for layer in wanted], reviewed=False)
        decisions = [_layer_decision(document_id, layer, reviewed=False) for layer in wanted]
        facts = {"document": document_id}
        return logged(tx, "open", decisions, facts, [], document_id=document_id)


def flag(project: Project, document_id: int, *, flagged: bool) -> Changes:
    """Flag a document, or take its flag away."""
    with project.write() as tx:
        before = documents.flags(tx, "document", document_id)
        if before["flagged"] == flagged:
            return Changes()
        documents.set_flag(tx, document_id, flagged=flagged)
        verdict = Verdict.FLAG if flagged else Verdict.UNFLAG
        decision = log.Decision(
            Subject.DOCUMENT,
            document_id,
            verdict,
            How.KEY,
            before=before,
            after={**before, "flagged": flagged},
            document_id=document_id,
        )
        facts = {"document": document_id}
        return logged(tx, verdict.value, [decision], facts, [], document_id=document_id)


def _layer_decision(document_id: int, layer: Layer, *, reviewed: bool) -> log.Decision:
    return log.Decision(
        subject=Subject.LAYER,
        subject_id=document_id,
        verdict=Verdict.CLOSE if reviewed else Verdict.OPEN,
        how=How.KEY,
        layer=layer.value,
        before={"reviewed": not reviewed},
        after={"reviewed": reviewed},
        document_id=document_id,
    )
