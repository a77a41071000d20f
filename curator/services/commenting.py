"""Comment: a person's remark on an annotation or a document; nothing is decided by it."""

from __future__ import annotations

from dataclasses import replace

from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.faults import Fault
from curator.services.recording import decision_on, facts_of, logged
from curator.store import annotations as stored
from curator.store import documents, log
from curator.store.project import Project

LONGEST = 2000
"""Characters of a comment; what is longer is cut."""


def annotation(project: Project, number: int, words: str) -> Changes:
    """Put a comment on an annotation, in place of the one it has.

    Args:
        project: held for writing.
        number: of the annotation.
        words: of the comment; empty takes it away.

    Raises:
        Fault: ``comment.candidate`` below zero: what is no annotation yet takes none;
            ``decision.gone``.
    """
    if number < 0:
        raise Fault("comment.candidate")
    with project.write() as tx:
        (before,) = stored.get(tx, [number])
        after = replace(before, comment=_trimmed(words))
        if after == before:
            return Changes(annotations=(before,))
        text, digest = documents.text(tx, before.document_id)
        stored.update(tx, [after], text)
        decision = decision_on(before, after, Verdict.COMMENT, digest=digest)
        facts = facts_of(after, text)
        facts |= {"comment": after.comment or "", "before": before.comment or ""}
        return logged(tx, "comment", [decision], facts, [after])


def document(project: Project, document_id: int, words: str) -> Changes:
    """Put a comment on a document, in place of the one it has; empty takes it away."""
    with project.write() as tx:
        before = documents.flags(tx, "document", document_id)
        comment = _trimmed(words)
        if before.get("comment") == comment:
            return Changes()
        documents.set_comment(tx, document_id, comment)
        decision = log.Decision(
            Subject.DOCUMENT,
            document_id,
            Verdict.COMMENT,
            How.KEY,
            before=before,
            after=documents.flags(tx, "document", document_id),
            document_id=document_id,
        )
        said = {
            "document": document_id,
            "comment": comment or "",
            "before": before.get("comment", ""),
        }
        return logged(tx, "comment document", [decision], said, [], document_id=document_id)


def _trimmed(words: str) -> str | None:
    return words.strip()[:LONGEST].strip() or None
