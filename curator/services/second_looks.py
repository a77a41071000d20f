"""Look again at what was decided before a label came to mean something else."""

from __future__ import annotations

from collections.abc import Sequence

from curator.domain.annotation import Annotation, State
from curator.domain.changes import Changes
from curator.domain.decisions import Verdict
from curator.domain.second_looks import Worklist
from curator.services.recording import decision_on, facts_of, logged
from curator.store import annotations as stored
from curator.store import documents, schemes
from curator.store import second_looks as looks
from curator.store.project import Project

_SAME = {
    State.ACCEPTED: Verdict.ACCEPT,
    State.REJECTED: Verdict.REJECT,
    State.UNSURE: Verdict.UNSURE,
}


def worklist(project: Project) -> Worklist:
    """Return every place to look at again."""
    with project.read() as tx:
        scheme, history = schemes.current(tx), project.history(tx)
        return Worklist.of(
            one
            for layer, part in scheme.layers.items()
            for label in part.labels
            if label.since
            for one in looks.of_label(tx, layer, label, in_force=history.is_done)
        )


def keep(project: Project, numbers: Sequence[int]) -> Changes:
    """Say of decided annotations that they stay as they are under the scheme in force.

    Args:
        project: held for writing.
        numbers: of the annotations; those without a verdict are passed over.

    Returns:
        What changed: nothing but the log, and what is to be looked at again.

    Raises:
        Fault: ``decision.gone``.
    """
    with project.write() as tx:
        kept = [one for one in stored.get(tx, numbers) if one.state in _SAME]
        if not kept:
            return Changes()
        texts = {one.document_id: documents.text(tx, one.document_id) for one in kept}
        decisions = [
            decision_on(one, one, _SAME[one.state], digest=texts[one.document_id][1])
            for one in kept
        ]
        facts = facts_of(kept[0], texts[kept[0].document_id][0]) | {"more": len(kept) - 1}
        return logged(tx, "keep", decisions, facts, kept)


def can_keep(one: Annotation) -> bool:
    """Whether an annotation has a verdict that can be kept."""
    return one.state in _SAME
