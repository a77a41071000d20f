"""Withdraw documents and batches, and bring them back: nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.faults import Fault
from curator.services.recording import logged
from curator.store import batches, documents, log
from curator.store.project import Project
from curator.store.transaction import Tx


class Named(NamedTuple):
    """Documents and batches by name.

    Attributes:
        documents: the senders' ids.
        batches: as they were named at import.
    """

    documents: list[str]
    batches: list[str]


class Numbered(NamedTuple):
    """The same by their ids in the project."""

    documents: Sequence[int] = ()
    batches: Sequence[int] = ()


def withdraw(project: Project, what: Numbered, *, back: bool = False) -> Changes:
    """Take documents and batches out of queue, counts, search, learning and export, as one act.

    What was decided in them stays in the log, and undo brings them back as they were.

    Args:
        project: held for writing.
        what: is withdrawn; what is out already is passed over.
        back: bring it back instead; what is there already is passed over.
    """
    with project.write() as tx:
        subjects = [(Subject.DOCUMENT, number) for number in what.documents]
        subjects += [(Subject.BATCH, number) for number in what.batches]
        turned = [_turn(tx, *one, withdrawn=not back) for one in subjects]
        decisions = [one for one in turned if one is not None]
        if not decisions:
            return Changes()
        code = "restore" if back else "withdraw"
        facts = _facts(tx, decisions)
        changes = logged(tx, code, decisions, facts, [])
    places = frozenset(one.subject_id for one in decisions if one.subject is Subject.DOCUMENT)
    return replace(changes, documents=places, queue=True)


def find(project: Project, named: Named) -> Numbered:
    """Return which documents and batches bear these names; of a batch's name all of them.

    Raises:
        Fault: ``document.unnamed`` or ``batch.unnamed`` with a name that nothing bears.
    """
    with project.read() as tx:
        known = documents.known(tx, named.documents)
        made: dict[str, list[int]] = {}
        for one in batches.every(tx):
            made.setdefault(one.name, []).append(one.id)
    for code, names, there in (
        ("document.unnamed", named.documents, known),
        ("batch.unnamed", named.batches, made),
    ):
        if unknown := [name for name in names if name not in there]:
            raise Fault(code, name=unknown[0])
    return Numbered(
        [known[name][0] for name in named.documents],
        [number for name in named.batches for number in made[name]],
    )


def withdrawn(project: Project) -> Named:
    """Return what is out by now; batches whose import was undone are among it."""
    with project.read() as tx:
        gone = [one.name for one in batches.every(tx) if one.withdrawn]
        return Named(documents.withdrawn(tx), gone)


def _turn(tx: Tx, subject: Subject, number: int, *, withdrawn: bool) -> log.Decision | None:
    before = documents.flags(tx, subject.value, number)
    if before["withdrawn"] == withdrawn:
        return None
    documents.set_withdrawn(tx, subject.value, number, withdrawn=withdrawn)
    return log.Decision(
        subject,
        number,
        Verdict.WITHDRAW if withdrawn else Verdict.RESTORE,
        How.KEY,
        before=before,
        after={**before, "withdrawn": withdrawn},
        document_id=number if subject is Subject.DOCUMENT else None,
    )


def _facts(tx: Tx, decisions: Sequence[log.Decision]) -> dict[str, Any]:
    """Return what the sentence needs: the title of a single document, else how many."""
    numbers = [one.subject_id for one in decisions if one.subject is Subject.DOCUMENT]
    gone = {one.subject_id for one in decisions if one.subject is Subject.BATCH}
    facts: dict[str, Any] = {}
    if len(numbers) == 1:
        facts |= {"document": numbers[0], "title": documents.view(tx, numbers[0]).title}
    elif numbers:
        facts["documents"] = len(numbers)
    if gone:
        facts["batch"] = ", ".join(one.name for one in batches.every(tx) if one.id in gone)
    return facts
