"""Decide: accept, reject, correct, add, remove; close and flag. One function per act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from curator.domain.annotation import Annotation, Layer, Part, Role, State, entity_parts, ordered
from curator.domain.changes import Changes
from curator.domain.decisions import Change, How, Verdict, decide
from curator.services.learning.linking import linked
from curator.services.recording import decision_on, facts_of, logged
from curator.services.taken_back import found_again
from curator.store import annotations as stored
from curator.store import candidates, documents
from curator.store.log import Decision
from curator.store.project import Project
from curator.store.transaction import Tx


def judge(
    project: Project,
    number: int,
    verdict: Verdict,
    *,
    change: Change | None = None,
    reason: str | None = None,
    how: How = How.KEY,
    code: str | None = None,
    shown_ms: int | None = None,
    join: int | None = None,
    seen: Annotation | None = None,
) -> Changes:
    """Give one annotation a verdict.

    Args:
        project: held for writing.
        number: of the annotation; below zero, of a candidate, which becomes one first.
        verdict: accept, reject, unsure, correct, remove or reopen.
        change: what a correction sets.
        reason: why it is rejected.
        how: by what means.
        code: what the act is called, the verdict's name unless given.
        shown_ms: milliseconds since the annotation was shown.
        join: the act to belong to, where it is still the newest.
        seen: as the page showed it; a verdict on a suggestion that was taken back since is kept.

    Returns what changed; nothing when the annotation has this verdict already.

    Raises:
        Fault: ``decision.gone`` when it is there no more, ``decision.not_a_machines``.
    """
    with project.write() as tx:
        before = found_again(tx, number, seen)
        after = decide(before, verdict, change=change, reason=reason)
        if after is before:
            return Changes(annotations=(before,))
        record = partial(decision_on, verdict=verdict, how=how, shown_ms=shown_ms)
        act = join if join is not None and _newest_act(project, tx) == join else None
        return _judged(tx, number, before, after, record, code=code or verdict.value, act=act)


def add(
    project: Project, document_id: int, layer: Layer, label: str, parts: tuple[Part, ...]
) -> Changes:
    """Add an annotation by hand.

    One that lies there already is decided instead, with the label if it has another; but what was
    accepted there stays as it is, and gets a second beside it.

    Args:
        project: held for writing.
        document_id: of the document.
        layer: entity or claim.
        label: of the scheme.
        parts: spans in code points, with their roles.
    """
    with project.write() as tx:
        text, digest = documents.text(tx, document_id)
        new = Annotation(0, document_id, layer, label, parts, state=State.ACCEPTED)
        after, decision = placed(tx, new, text, digest)
        if decision is None:
            return Changes(annotations=(after,))
        return logged(tx, decision.verdict.value, [decision], facts_of(after, text), [after])


def add_entity(project: Project, document_id: int, label: str, *, start: int, end: int) -> Changes:
    """Add an entity over [start, end) in code points."""
    return add(project, document_id, Layer.ENTITY, label, entity_parts(start, end))


def with_part(
    annotation: Annotation, role: Role, spans: Sequence[tuple[int, int]]
) -> tuple[Part, ...]:
    """Return an annotation's parts with those of one role picked anew, in reading order."""
    others = [part for part in annotation.parts if part.role is not role]
    return ordered([*others, *(Part(role, *span) for span in spans)])


def _judged(
    tx: Tx,
    number: int,
    before: Annotation,
    after: Annotation,
    record: Callable[..., Decision],
    *,
    code: str,
    act: int | None,
) -> Changes:
    """Write what a verdict came to; `number` is under what the page showed the annotation."""
    text, digest = documents.text(tx, before.document_id)
    here = before.id
    after = settled(tx, here, after, text)
    decision = record(None if here < 0 else before, after, digest=digest)
    vanished = tuple(sorted({one for one in (number, here) if one < 0 or one != here}))
    facts = facts_of(after, text)
    return logged(tx, code, [decision], facts, [after], vanished=vanished, act=act)


def settled(tx: Tx, number: int, after: Annotation, text: str) -> Annotation:
    """Write an annotation as a verdict leaves it; a candidate becomes one, with its own id.

    Args:
        tx: a writing transaction.
        number: under which the page shows it.
        after: as it is to be.
        text: of its document.
    """
    if number >= 0:
        stored.update(tx, [after], text)
        return after
    after = linked(tx, replace(after, id=stored.next_id(tx)), text)
    stored.insert(tx, [after], text)
    candidates.promote(tx, -number, after.id)
    return after


def placed(tx: Tx, new: Annotation, text: str, digest: str) -> tuple[Annotation, Decision | None]:
    """Put an annotation made by hand where it belongs, or decide the one that lies there.

    Args:
        tx: a writing transaction.
        new: without an id.
        text: of its document.
        digest: of the text.

    Returns:
        The annotation as it stands now, and the decision; None where nothing had to be decided.
    """
    twin = _twin(tx, new)
    if twin is None:
        after = replace(new, id=stored.next_id(tx))
        stored.insert(tx, [after], text)
        return after, decision_on(None, after, Verdict.ADD, digest=digest)
    verdict = Verdict.CORRECT if twin.label != new.label else Verdict.ACCEPT
    after = decide(twin, verdict, change=Change(label=new.label))
    if after is twin:
        return twin, None
    stored.update(tx, [after], text)
    return after, decision_on(twin, after, verdict, digest=digest)


def _twin(tx: Tx, new: Annotation) -> Annotation | None:
    """Return what lies there already: with the label, else with another that is not accepted."""
    found = [
        one
        for one in stored.of_document(tx, new.document_id)
        if one.layer is new.layer
        and one.parts == new.parts
        and (one.label == new.label or one.state is not State.ACCEPTED)
    ]
    return min(found, key=lambda one: one.label != new.label, default=None)


def _newest_act(project: Project, tx: Tx) -> int | None:
    done = project.history(tx).done
    return done[-1] if done else None
