"""Decisions on an older version of a text are carried over to a newer one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.changes import Changes
from curator.domain.decisions import How, Verdict
from curator.domain.faults import Fault
from curator.domain.revised import CARRIED_FROM, carried, compare
from curator.services.recording import decision_on, logged
from curator.store import annotations as stored
from curator.store import documents, log, schemes, stories
from curator.store.project import Project
from curator.store.transaction import Tx

ACT = "carry"
"""The code of its change sets."""

_RULE = "carry decisions"
_DECIDED = (State.ACCEPTED, State.REJECTED, State.UNSURE)
_VERDICT = {
    State.ACCEPTED: Verdict.ACCEPT,
    State.REJECTED: Verdict.REJECT,
    State.UNSURE: Verdict.UNSURE,
}


@dataclass(slots=True)
class Carried:
    """What was carried into a document: annotations as they stand, and what is logged of each."""

    annotations: list[Annotation] = field(default_factory=list)
    decisions: list[log.Decision] = field(default_factory=list)


def carries(project: Project) -> bool:
    """Say whether imports carry decisions over to newer versions, as the project has it."""
    with project.read() as tx:
        return rule(tx)


def set_carries(project: Project, *, on: bool) -> None:
    """Have imports carry decisions over to newer versions, or not."""
    with project.write() as tx:
        schemes.set_setting(tx, _RULE, "on" if on else "off")


def rule(tx: Tx) -> bool:
    """Say the same inside a transaction."""
    return schemes.setting(tx, _RULE, "on") == "on"


def carry_over(project: Project, document_id: int) -> Changes:
    """Carry the decisions of the version before over to a document, as one act.

    Args:
        project: held for writing.
        document_id: of the newer version.

    Raises:
        Fault: ``carry.no_older`` where it is the oldest, ``carry.nothing`` where nothing of an
            older one is the same here, or all of it is here already.
    """
    with project.write() as tx:
        older = decided_before(tx, document_id)
        if older is None:
            raise Fault("carry.no_older", document=document_id)
        found = carry(tx, older, document_id)
        if not found.decisions:
            raise Fault("carry.nothing", document=document_id)
        facts = {"title": documents.view(tx, older).title, "n": len(found.decisions)}
        return logged(tx, ACT, found.decisions, facts, found.annotations)


def decided_before(tx: Tx, document_id: int) -> int | None:
    """Return the newest older version of a document in which anything is decided, if any."""
    story = stories.stories(tx, [document_id]).get(document_id)
    versions = stories.members(tx, story) if story is not None else []
    if document_id not in versions:
        return None
    older = versions[: versions.index(document_id)]
    return next((one for one in reversed(older) if stories.is_decided(tx, one)), None)


def carry(tx: Tx, older: int, newer: int) -> Carried:
    """Carry what is decided in one document over to another, where the text is the same.

    Only open layers take anything, and blind ones nothing. What is decided there already stays as
    it is; what waits there gets the verdict.

    Args:
        tx: a writing transaction.
        older: the document with the decisions.
        newer: the one that gets them.

    Returns:
        What is to be logged, written already.
    """
    text, digest = documents.text(tx, newer)
    wanted = _wanted(tx, older, newer)
    if not wanted:
        return Carried()
    revision = compare(documents.text(tx, older)[0], text)
    there = stored.of_document(tx, newer)
    origin = {CARRIED_FROM: documents.sender_id(tx, older)}
    first = stored.next_id(tx)
    new: list[Annotation] = []
    changed: list[tuple[Annotation, Annotation]] = []
    numbers: dict[int, int] = {}
    for one in wanted:
        moved = carried(one, revision)
        if moved is None or _in_the_way(moved, there):
            continue
        twin = _twin(moved, there)
        number = first + len(new) if twin is None else twin.id
        numbers[one.id] = number
        kept = replace(moved, id=number, document_id=newer, sender_id=None)
        kept = replace(kept, extra={**(one.extra or {}), **origin})
        if twin is None:
            new.append(kept)
        else:
            changed.append((twin, _decided(twin, kept, origin)))
    return _written(tx, new, changed, numbers, text=text, digest=digest)


def _wanted(tx: Tx, older: int, newer: int) -> list[Annotation]:
    """Return what is decided in the older version, in layers that may take it in the newer."""
    layers = documents.layers_of(tx, [newer])
    taking = {one.layer for one in layers if not one.reviewed and not one.blind}
    scheme = schemes.current(tx)
    return [
        one
        for one in stored.of_document(tx, older)
        if one.state in _DECIDED and one.layer in taking
        if scheme.layer(one.layer).label(one.label) is not None
    ]


def _decided(twin: Annotation, kept: Annotation, origin: dict[str, Any]) -> Annotation:
    """Return what waits in the newer version with the verdict of the older one."""
    return replace(
        twin,
        label=kept.label,
        attributes=kept.attributes,
        state=kept.state,
        reason=kept.reason,
        proposed=kept.proposed,
        links=kept.links,
        references=kept.references,
        comment=twin.comment or kept.comment,
        extra={**(twin.extra or {}), **origin},
    )


def _written(
    tx: Tx,
    new: Sequence[Annotation],
    changed: Sequence[tuple[Annotation, Annotation]],
    numbers: dict[int, int],
    *,
    text: str,
    digest: str,
) -> Carried:
    """Write annotations with their links among each other, and say what is to be logged."""
    found = Carried()
    inserted = [_linked(one, numbers) for one in new]
    updated = [(before, _linked(after, numbers)) for before, after in changed]
    stored.insert(tx, inserted, text)
    stored.update(tx, [after for _, after in updated], text)
    for before, after in [*((None, one) for one in inserted), *updated]:
        verdict = _VERDICT[after.state]
        if verdict is Verdict.ACCEPT and before is None and after.by_hand:
            verdict = Verdict.ADD
        if verdict is Verdict.ACCEPT and before is not None and before.label != after.label:
            verdict = Verdict.CORRECT
        found.annotations.append(after)
        found.decisions.append(decision_on(before, after, verdict, digest=digest, how=How.CARRIED))
    return found


def _linked(one: Annotation, numbers: dict[int, int]) -> Annotation:
    """Return an annotation with its links to what was carried along; others stay behind."""
    links = (link._replace(target=numbers.get(link.target, 0)) for link in one.links)
    return replace(one, links=tuple(sorted(link for link in links if link.target)))


def _twin(moved: Annotation, there: Sequence[Annotation]) -> Annotation | None:
    """Return what waits in the newer version at the very place."""
    same = (one for one in there if one.layer is moved.layer and one.parts == moved.parts)
    return next((one for one in same if one.undecided and not one.by_hand), None)


def _in_the_way(moved: Annotation, there: Sequence[Annotation]) -> bool:
    """Whether something decided has the place: of entities none lies over another."""
    for one in there:
        if one.layer is moved.layer and not one.undecided:
            if one.parts == moved.parts:
                return True
            over = one.start < moved.end and moved.start < one.end
            if moved.layer is Layer.ENTITY and over and moved.state is State.ACCEPTED:
                return True
    return False
