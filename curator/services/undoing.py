"""Undo and redo: append change sets that take others back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from curator.domain.annotation import Annotation, State
from curator.domain.changes import Changes
from curator.domain.decisions import OPPOSITE, How, Subject, Verdict, verdict_back_to
from curator.domain.faults import Fault
from curator.domain.snapshot import snapshot
from curator.domain.undo import History
from curator.store import annotations as stored
from curator.store import candidates, documents, identities, log, projection, schemes
from curator.store.project import Project
from curator.store.transaction import Tx


def undo(project: Project, *, act: int | None = None, beside: bool = False) -> Changes:
    """Take back the newest act, or a given one.

    Args:
        project: held for writing.
        act: one to take back instead of the newest, such as an import.
        beside: whether the newest may be an import, which review passes over.

    Raises:
        Fault: ``undo.nothing``, or ``undo.touched_later`` with the change sets that decided
            the same things since.
    """
    with project.write() as tx:
        history = project.history(tx)
        if act is None:
            act = _newest(tx, history, beside=beside)
        if act is None or not history.is_done(act):
            raise Fault("undo.nothing")
        return _flip(tx, history, act)


def _newest(tx: Tx, history: History, *, beside: bool) -> int | None:
    """Return the newest act in force; of what ran beside the review only imports count."""
    newest = history.done[-1] if history.done else 0
    later = [act for act in history.beside if beside and act > newest]
    imported = [act for act in later if log.get(tx, act).code == "import"]
    return max([newest, *imported]) or None


def redo(project: Project, *, act: int | None = None) -> Changes:
    """Bring the act back that was undone last, or a given one.

    Args:
        project: held for writing.
        act: one to bring back instead, such as an import.

    Raises:
        Fault: ``redo.nothing``, or ``undo.touched_later``.
    """
    with project.write() as tx:
        history = project.history(tx)
        if act is None:
            act = history.undone[-1] if history.undone else None
        if act is None or not history.live(act) or history.is_done(act):
            raise Fault("redo.nothing")
        return _flip(tx, history, act)


def undo_together(project: Project, acts: Collection[int]) -> Changes:
    """Take acts back that stand in each other's way, the newest first, as one act.

    Args:
        project: held for writing.
        acts: what `in_the_way.together` named; where it is more by now, nothing is undone.

    Raises:
        Fault: ``undo.nothing``, ``undo.touched_later``.
    """
    with project.write() as tx:
        results: list[Changes] = []
        for act in sorted(acts, key=lambda one: max(project.history(tx).live(one)), reverse=True):
            history = project.history(tx)
            if not history.is_done(act):
                raise Fault("undo.nothing")
            number = results[0].act if results else None
            results.append(_flip(tx, history, act, number=number))
        if not results:
            raise Fault("undo.nothing")
        return _together(results)


def next_undo(project: Project, tx: Tx) -> log.ChangeSet | None:
    """Return the change set that undo would take back first, for its name."""
    return _top(tx, project.history(tx).done)


def next_redo(project: Project, tx: Tx) -> log.ChangeSet | None:
    """Return the change set whose act redo would bring back, for its name."""
    return _top(tx, project.history(tx).undone)


def to_revert(change_set: log.ChangeSet) -> list[log.Decision]:
    """Return what undoing a change set reverts: an import as a whole, by withdrawing its batch."""
    if change_set.code == "import":
        return [one for one in change_set.rows if one.subject is Subject.BATCH]
    return list(reversed(change_set.rows))


def _top(tx: Tx, acts: list[int]) -> log.ChangeSet | None:
    """The first change set of an act has its number, its code and its facts."""
    return log.get(tx, acts[-1]) if acts else None


def _flip(tx: Tx, history: History, act: int, *, number: int | None = None) -> Changes:
    """Revert the change sets of an act, the newest first, as one act: a new one, or a given."""
    results: list[Changes] = []
    live = [log.get(tx, change_set) for change_set in sorted(history.live(act), reverse=True)]
    reverted = [change_set for change_set in live if to_revert(change_set)]
    if above := history.above(act):
        later = above & set(log.touched_later(tx, 0, (d for one in reverted for d in one.rows)))
        if later:
            raise Fault("undo.touched_later", change_set=reverted[-1].id, later=sorted(later))
    for change_set in reverted:
        changes = _revert(tx, change_set, act=number, root=act)
        number = changes.act
        results.append(changes)
    return _together(results)


def _revert(tx: Tx, change_set: log.ChangeSet, *, act: int | None, root: int) -> Changes:
    annotations, decisions = _write_back(tx, change_set)
    promoted = _candidates(tx, annotations.values())
    original = log.get(tx, root)
    facts = {**original.facts, "of": original.code}
    code = "redo" if change_set.code == "undo" else "undo"
    row = log.append(
        tx,
        code,
        decisions,
        facts=facts,
        revision=schemes.revision(tx),
        act=act,
        reverts=change_set.id,
        beside=change_set.beside,
    )
    places = {one.document_id for one in annotations.values()}
    places |= {d.document_id for d in decisions if d.document_id is not None}
    return Changes(
        change_set=row.id,
        act=row.act,
        code=code,
        facts=facts,
        documents=frozenset(places),
        annotations=tuple(annotations.values()),
        vanished=tuple(number for number, one in promoted.items() if one is None),
        returned=tuple(one for one in promoted.values() if one is not None),
        layers=documents.layers_of(tx, places),
        queue=any(d.subject in (Subject.BATCH, Subject.DOCUMENT) for d in decisions),
        scheme=any(d.subject is Subject.SCHEME for d in decisions),
        identities=any(d.subject is Subject.IDENTITY for d in decisions),
        lists=any(d.subject is Subject.LIST for d in decisions),
        undoes=True,
    )


def _write_back(
    tx: Tx, change_set: log.ChangeSet
) -> tuple[dict[int, Annotation], list[log.Decision]]:
    """Put every subject back as it was; return its annotations now, and what is logged of it."""
    reverted = to_revert(change_set)
    marked = [one for one in reverted if one.subject is Subject.ANNOTATION]
    standing = {one.id: one for one in stored.get(tx, (one.subject_id for one in marked))}
    if changed := [one for one in reverted if not _is_as_left(tx, one, standing)]:
        later = log.touched_later(tx, change_set.id, changed)
        raise Fault("undo.touched_later", change_set=change_set.id, later=later)
    led = ((standing[one.subject_id], one.before) for one in marked)
    annotations = {one.id: one for one in projection.write_annotations(tx, led)}
    for one in reverted:
        if one.subject is not Subject.ANNOTATION:
            projection.write(tx, one.subject, one.subject_id, one.layer, one.before)
    _refuse_dangling(tx, change_set, reverted)
    return annotations, [_back(one) for one in reverted]


def _refuse_dangling(tx: Tx, change_set: log.ChangeSet, reverted: list[log.Decision]) -> None:
    """Whom an annotation refers to must be there: what was decided since stands in the way."""
    if not any(
        one.subject is Subject.IDENTITY or (one.before or {}).get("references") for one in reverted
    ):
        return
    subjects = [
        replace(reverted[0], subject=subject, subject_id=number, layer=None)
        for pair in identities.dangling(tx)
        for subject, number in zip((Subject.ANNOTATION, Subject.IDENTITY), pair, strict=True)
    ]
    if subjects:
        later = log.touched_later(tx, change_set.id, subjects)
        raise Fault("undo.touched_later", change_set=change_set.id, later=later)


def _candidates(tx: Tx, changed: Iterable[Annotation]) -> dict[int, Annotation | None]:
    """Return candidates that changed annotations come from, by their ids below zero.

    None for one that is an annotation now, else how the page shows it again.
    """
    changed = list(changed)
    promoted = candidates.promoted_from(tx, {one.document_id for one in changed})
    found: dict[int, Annotation | None] = {}
    for one in changed:
        if (number := promoted.get(one.id)) is not None:
            held = one.state is State.WITHDRAWN
            again = candidates.get(tx, number).annotation if held else None
            found[-number] = None if again is None else replace(again, id=-number)
    return found


def _is_as_left(tx: Tx, decision: log.Decision, standing: Mapping[int, Annotation]) -> bool:
    """Whether the subject is still as the decision left it; annotations as they stand by id."""
    if decision.subject is Subject.ANNOTATION:
        now = snapshot(standing[decision.subject_id])
    else:
        now = projection.read(tx, decision.subject, decision.subject_id, decision.layer)
    if decision.after is None:
        if decision.subject is Subject.ANNOTATION:
            return bool(now["state"] == State.WITHDRAWN.value)
        return bool(now.get("withdrawn"))
    return projection.same(now, decision.after)


def _back(decision: log.Decision) -> log.Decision:
    return replace(
        decision,
        verdict=_verdict_back(decision),
        how=How.KEY,
        before=decision.after,
        after=decision.before,
        reason=(decision.before or {}).get("reason"),
        shown_ms=None,
    )


def _verdict_back(decision: log.Decision) -> Verdict:
    if decision.subject is not Subject.ANNOTATION or decision.verdict is Verdict.COMMENT:
        return OPPOSITE[decision.verdict]
    before = None if decision.before is None else State(decision.before["state"])
    if decision.after is None:
        return Verdict.ADD
    return verdict_back_to(before, State(decision.after["state"]))


def _together(results: list[Changes]) -> Changes:
    """Join what the change sets of one act changed; of an annotation the last word counts."""
    last = results[-1]
    annotations = {one.id: one for changes in results for one in changes.annotations}
    layers = {(s.document_id, s.layer): s for changes in results for s in changes.layers}
    return replace(
        last,
        documents=frozenset().union(*(changes.documents for changes in results)),
        annotations=tuple(annotations.values()),
        vanished=tuple(number for changes in results for number in changes.vanished),
        returned=tuple(one for changes in results for one in changes.returned),
        layers=tuple(layers.values()),
        queue=any(changes.queue for changes in results),
        scheme=any(changes.scheme for changes in results),
        identities=any(changes.identities for changes in results),
        lists=any(changes.lists for changes in results),
    )
