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
) -> Changes:
    """Give one annotation a verdict.

    Args:
        project: held for writing.
        number: of the annotation; below zero, of a candidate that the page shows, which
            becomes an annotation first.
        verdict: accept, reject, unsure, correct, remove or reopen.
        change: what a correction sets.
        reason: why it is rejected.
        how: by what means.
        code: what the act is called, the verdict's name unless given.
        shown_ms: milliseconds since the annotation was shown.
        join: the act to belong to, where it is still the newest.

    Returns:
        What changed; nothing when the annotation has this verdict already.

    Raises:
        Fault: ``decision.gone`` when a suggester has taken it back, ``decision.not_a_machines``.
    """
    with project.write() as tx:
        before = _shown(tx, number)
        after = decide(before, verdict, change=change, reason=reason)
        if after is before:
            return Changes(annotations=(before,))
        record = partial(decision_on, verdict=verdict, how=how, shown_ms=shown_ms)
        act = join if join is not None and _newest_act(project, tx) == join else None
        return _judged(tx, number, before, after, record, code=code or verdict.value, act=act)


def add(
    project: Project, document_id: int, layer: Layer, label: str, parts: tuple[Part, ...]
) -> Changes:
    """Add an annotation by hand; one that lies there already is corrected instead.

    Args:
        project: held for writing.
        document_id: of the document.
        layer: entity or claim.
        label: of the scheme.
        parts: spans in code points, with their roles.
    """
    with project.write() as tx:
        twin = _twin(tx, document_id, layer, label, parts)
        text, digest = documents.text(tx, document_id)
        if twin is not None:
            before, verdict = twin, Verdict.CORRECT if twin.label != label else Verdict.ACCEPT
            after = decide(twin, verdict, change=Change(label=label))
            if after is before:
                return Changes(annotations=(before,))
            stored.update(tx, [after], text)
            decision = decision_on(before, after, verdict, digest=digest)
        else:
            verdict = Verdict.ADD
            after = Annotation(
                stored.next_id(tx), document_id, layer, label, parts, state=State.ACCEPTED
            )
            stored.insert(tx, [after], text)
            decision = decision_on(None, after, verdict, digest=digest)
        return logged(tx, verdict.value, [decision], facts_of(after, text), [after])


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
    """Write what a verdict came to; a candidate did not exist as an annotation before."""
    text, digest = documents.text(tx, before.document_id)
    held = number < 0
    if held:
        after = _promoted(tx, number, after, text)
    else:
        stored.update(tx, [after], text)
    decision = record(None if held else before, after, digest=digest)
    return logged(
        tx,
        code,
        [decision],
        facts_of(after, text),
        [after],
        vanished=(number,) if held else (),
        act=act,
    )


def _twin(
    tx: Tx, document_id: int, layer: Layer, label: str, parts: tuple[Part, ...]
) -> Annotation | None:
    """Return what lies there already, what has the label first."""
    found = [
        one
        for one in stored.of_document(tx, document_id)
        if one.layer is layer and one.parts == parts
    ]
    return min(found, key=lambda one: one.label != label, default=None)


def _shown(tx: Tx, number: int) -> Annotation:
    """Load what the page shows under a number: an annotation, or below zero a candidate."""
    if number >= 0:
        return stored.get(tx, [number])[0]
    return replace(candidates.get(tx, -number).annotation, id=number)


def _promoted(tx: Tx, number: int, after: Annotation, text: str) -> Annotation:
    """Make a candidate an annotation with an id of its own."""
    after = linked(tx, replace(after, id=stored.next_id(tx)), text)
    stored.insert(tx, [after], text)
    candidates.promote(tx, -number, after.id)
    return after


def _newest_act(project: Project, tx: Tx) -> int | None:
    done = project.history(tx).done
    return done[-1] if done else None
