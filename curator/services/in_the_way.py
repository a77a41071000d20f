"""What stands in the way of undoing an act: later ones that decided the same, or build on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from curator.domain.decisions import Subject
from curator.services.undoing import to_revert
from curator.store import identities, log
from curator.store.project import Project
from curator.store.transaction import Tx


def together(project: Project, tx: Tx, act: int) -> list[int]:
    """Return the acts that must be undone for one to be undone, it among them, the newest first.

    Those are the later ones in force that decided what it decided, those that refer to an
    identity which it brought, and what stands in their way in turn.
    """
    history = project.history(tx)
    found, waiting = {act}, [act]
    while waiting:
        for number in history.live(waiting.pop()):
            reverted = to_revert(log.get(tx, number))
            later = log.touched_later(tx, number, [*reverted, *_referred(tx, reverted)])
            acts = {history.act_of(one) for one in later} - found
            more = [one for one in acts if history.is_done(one)]
            found.update(more)
            waiting += more
    return sorted(found, key=lambda one: max(history.live(one), default=0), reverse=True)


def _referred(tx: Tx, reverted: Iterable[log.Decision]) -> Iterator[log.Decision]:
    """Yield stand-ins for what would refer to nobody: annotations, and identities now gone."""
    for one in reverted:
        before = one.before or {}
        if one.subject is Subject.IDENTITY and (not before or before.get("withdrawn")):
            for number in identities.referring(tx, one.subject_id):
                yield replace(one, subject=Subject.ANNOTATION, subject_id=number, layer=None)
        for _role, target in before.get("references", ()):
            if identities.get(tx, target).withdrawn:
                yield replace(one, subject=Subject.IDENTITY, subject_id=target, layer=None)
