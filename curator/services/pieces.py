"""Split an annotation in two, merge several into one: ids stay, and neighbours are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from curator.domain import pieces
from curator.domain.annotation import Annotation, Layer, Part, State
from curator.domain.changes import Changes
from curator.domain.decisions import Change, Reason, Verdict, decide
from curator.domain.faults import Fault
from curator.services.deciding import placed, settled
from curator.services.recording import decision_on, facts_of, logged
from curator.services.taken_back import shown
from curator.store import documents
from curator.store.log import Decision
from curator.store.project import Project
from curator.store.transaction import Tx

Made = tuple[Annotation, Decision | None]
"""An annotation as it stands now, with the decision that made it so."""


def split(
    project: Project,
    number: int,
    cut: tuple[int, int] | None = None,
    *,
    shown_ms: int | None = None,
) -> Changes:
    """Split an annotation: the first piece keeps its id, the second is added by hand.

    Both are accepted. The second of a claim has its attributes and links. Where one lies already
    that is like the second piece, that one is accepted.

    Args:
        project: held for writing.
        number: of the annotation; below zero, of a candidate that the page shows.
        cut: a caret or a selection, in code points; None splits where words are joined.
        shown_ms: milliseconds since the annotation was shown.

    Returns:
        What changed, the first piece first.

    Raises:
        Fault: ``decision.gone``, or ``decision.no_split`` where it has no two pieces there.
    """
    with project.write() as tx:
        before = shown(tx, number)
        text, digest = documents.text(tx, before.document_id)
        parts = pieces.split(text, before, cut)
        if parts is None:
            raise Fault("decision.no_split", quote=before.quote(text))
        given = partial(_given, tx, text=text, digest=digest, shown_ms=shown_ms)
        first = given(before, Verdict.CORRECT, change=Change(parts=parts[0]))
        second = placed(tx, _second(first[0], parts[1]), text, digest)
        return _logged(tx, "split", [first, second], facts_of(before, text), [before])


def merge(
    project: Project,
    numbers: Sequence[int],
    *,
    shown_ms: int | None = None,
) -> Changes:
    """Merge annotations of one label: the first keeps its id, the others are taken away.

    Of those, a machine's are rejected (a claim's spans were wrong, it was one), those added by
    hand removed.

    Args:
        project: held for writing.
        numbers: of the annotations; below zero, of candidates that the page shows.
        shown_ms: milliseconds since the first was shown.

    Returns:
        What changed, the one that is left first.

    Raises:
        Fault: ``decision.gone``, or ``decision.no_merge`` where they are of several labels.
    """
    with project.write() as tx:
        ones = sorted((shown(tx, number) for number in numbers), key=lambda one: one.place)
        first, *others = ones
        if len({(one.document_id, one.layer, one.label) for one in ones}) > 1:
            raise Fault("decision.no_merge", label=first.label)
        text, digest = documents.text(tx, first.document_id)
        change = Change(parts=pieces.merged(text, ones))
        given = partial(_given, tx, text=text, digest=digest, shown_ms=shown_ms)
        verdict = Verdict.CORRECT if change.parts != first.parts else Verdict.ACCEPT
        reason = Reason.WRONG_SPAN.value if first.layer is Layer.CLAIM else None
        made = [given(first, verdict, change=change)]
        made += [given(one, Verdict.REMOVE, reason=reason) for one in others]
        return _logged(tx, "merge", made, facts_of(made[0][0], text), ones)


def _second(first: Annotation, parts: tuple[Part, ...]) -> Annotation:
    """Return the second piece, made by hand; a claim's is of the same source, within the same."""
    claim = first.layer is Layer.CLAIM
    return Annotation(
        0,
        first.document_id,
        first.layer,
        first.label,
        parts,
        attributes=first.attributes,
        state=State.ACCEPTED,
        links=first.links if claim else (),
        references=first.references if claim else (),
    )


def _logged(
    tx: Tx, code: str, made: Sequence[Made], facts: dict[str, Any], before: Sequence[Annotation]
) -> Changes:
    """Append the change set of what was made of annotations."""
    decisions = [decision for _after, decision in made if decision is not None]
    vanished = tuple(one.id for one in before if one.id < 0)
    return logged(tx, code, decisions, facts, [after for after, _ in made], vanished=vanished)


def _given(
    tx: Tx,
    before: Annotation,
    verdict: Verdict,
    *,
    text: str,
    digest: str,
    change: Change | None = None,
    reason: str | None = None,
    shown_ms: int | None = None,
) -> Made:
    """Give one verdict without logging it; no decision where it has it already."""
    after = decide(before, verdict, change=change, reason=reason)
    if after is before:
        return after, None
    after = settled(tx, before.id, after, text)
    known = None if before.id < 0 else before
    return after, decision_on(known, after, verdict, digest=digest, shown_ms=shown_ms)
