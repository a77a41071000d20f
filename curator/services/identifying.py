"""Say who is the same somebody: the acts on identities and on what refers to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, Link, Role
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.faults import Fault
from curator.domain.identities.identity import IS, IS_NOT, Identity, identity_to_plain
from curator.domain.identities.mentions import names_in, shown
from curator.services.identity_pages import titles
from curator.services.recording import decision_on, facts_of, logged
from curator.store import annotations as stored
from curator.store import documents, identities
from curator.store.log import Decision
from curator.store.project import Project
from curator.store.transaction import Tx

_QUOTE = 80
"""So many characters of a name are kept for the sentence that names its act."""


def accept(
    project: Project,
    annotation_ids: Sequence[int],
    identity_id: int | None,
    *,
    name: str = "",
    kind: str = "",
    how: How = How.KEY,
) -> Changes:
    """Say that mentions and sources are an identity; names that are new become its aliases.

    Args:
        project: held for writing.
        annotation_ids: entities, and claims for their sources; the first is named by the act.
        identity_id: whom; None for a new identity.
        name: of the new one.
        kind: of the new one; the label of the first entity by default.
        how: by what means.

    Returns:
        What changed; nothing when all was so already.

    Raises:
        Fault: ``identity.no_name``, ``identity.gone``.
    """
    with project.write() as tx:
        before = stored.get(tx, annotation_ids)
        known = None if identity_id is None else _living(tx, identity_id)
        one = known or _added(tx, name, kind or _kind(before))
        one = _with_names(tx, one, before)
        act = _Act(tx, how)
        act.identity(known, one)
        act.refer(before, lambda links: _is(links, one.id))
        return act.log("identify", name=one.name)


def reject(
    project: Project,
    annotation_ids: Sequence[int],
    identity_id: int | None,
    *,
    name: str = "",
    kind: str = "",
) -> Changes:
    """Say that mentions and sources are not an identity; it is never proposed for them again.

    Args:
        project: held for writing.
        annotation_ids: entities, and claims for their sources.
        identity_id: whom they are not; None for a proposed new identity, which is made: it is
            whom the other mentions of the proposal are.
        name: of the new one.
        kind: of the new one.

    Raises:
        Fault: ``identity.no_name``, ``identity.gone``.
    """
    with project.write() as tx:
        before = stored.get(tx, annotation_ids)
        act = _Act(tx, How.KEY)
        if identity_id is None:
            one = _added(tx, name, kind or _kind(before))
            act.identity(None, one)
        else:
            one = _living(tx, identity_id)
        act.refer(before, lambda links: _is_not(links, one.id))
        return act.log("not identical", name=one.name)


def clear(project: Project, annotation_ids: Sequence[int]) -> Changes:
    """Take mentions and sources from the identity that they were decided to be."""
    with project.write() as tx:
        act = _Act(tx, How.KEY)
        before = stored.get(tx, annotation_ids)
        act.refer(before, lambda links: tuple(one for one in links if one.role != IS))
        return act.log("identity clear")


def rename(project: Project, identity_id: int, name: str, *, kind: str | None = None) -> Changes:
    """Give an identity another name, and another kind; the old name becomes an alias.

    Raises:
        Fault: ``identity.no_name``, ``identity.gone``.
    """
    with project.write() as tx:
        before = _living(tx, identity_id)
        name = _named(name)
        others = tuple(one for one in before.names if one != name)
        after = replace(
            before, name=name, kind=before.kind if kind is None else kind, aliases=others
        )
        act = _Act(tx, How.KEY)
        act.identity(before, after)
        return act.log("identity rename", name=name, before=before.name)


def merge(project: Project, into: int, others: Iterable[int]) -> Changes:
    """Make several identities one: it takes their names and everything that refers to them.

    Args:
        project: held for writing.
        into: the identity that stays.
        others: those that are withdrawn.

    Raises:
        Fault: ``identity.gone``.
    """
    with project.write() as tx:
        before = _living(tx, into)
        gone = [_living(tx, number) for number in dict.fromkeys(others) if number != into]
        if not gone:
            return Changes()
        names = dict.fromkeys([*before.names, *(name for one in gone for name in one.names)])
        after = replace(before, aliases=tuple(name for name in names if name != before.name))
        act = _Act(tx, How.KEY)
        act.identity(before, after)
        numbers = {one.id for one in gone}
        referring = dict.fromkeys(row[1] for row in identities.references(tx, numbers))
        act.refer(stored.get(tx, referring), lambda links: _moved(links, numbers, into))
        for one in gone:
            act.identity(one, replace(one, withdrawn=True))
        return act.log("identity merge", name=after.name, others=len(gone))


def split(project: Project, annotation_ids: Sequence[int], *, name: str, kind: str = "") -> Changes:
    """Make some mentions and sources of an identity another, new one.

    Raises:
        Fault: ``identity.no_name``.
    """
    with project.write() as tx:
        before = stored.get(tx, annotation_ids)
        act = _Act(tx, How.KEY)
        one = _added(tx, name, kind or _kind(before))
        act.identity(None, one)
        act.refer(before, lambda links: _split(links, one.id))
        return act.log("identity split", name=one.name)


class _Act:
    """The decisions of an act on identities and on what refers to them, while they are made."""

    def __init__(self, tx: Tx, how: How) -> None:
        self._tx, self._how = tx, how
        self._decisions: list[Decision] = []
        self._changed: list[Annotation] = []
        self._facts: dict[str, Any] = {}

    def identity(self, before: Identity | None, after: Identity) -> None:
        """Write an identity as it is now; nothing when it is as it was."""
        if before == after:
            return
        identities.update(self._tx, after)
        verdict = Verdict.ADD if before is None else Verdict.CORRECT
        self._decisions.append(
            Decision(
                subject=Subject.IDENTITY,
                subject_id=after.id,
                verdict=Verdict.REMOVE if after.withdrawn else verdict,
                how=self._how,
                before=None if before is None else identity_to_plain(before),
                after=identity_to_plain(after),
            )
        )

    def refer(
        self, found: Sequence[Annotation], turn: Callable[[tuple[Link, ...]], tuple[Link, ...]]
    ) -> None:
        """Write the references of annotations anew.

        The first names the act; it is written last, for undoing goes to what it comes to first.
        """
        last_first = found[::-1]
        for document_id in dict.fromkeys(one.document_id for one in last_first):
            text, digest = documents.text(self._tx, document_id)
            for before in (one for one in last_first if one.document_id == document_id):
                if before is found[0]:
                    self._facts = {**facts_of(before, text), "quote": _quoted(before, text)}
                after = replace(before, references=tuple(sorted(turn(before.references))))
                if after == before:
                    continue
                stored.update(self._tx, [after], text)
                self._changed.append(after)
                self._decisions.append(
                    decision_on(before, after, Verdict.CORRECT, digest=digest, how=self._how)
                )

    def log(self, code: str, **facts: Any) -> Changes:
        """Put the act on record; no decision is no act."""
        if not self._decisions:
            return Changes()
        more = len(self._changed) - 1
        told = {**self._facts, **facts} | ({"more": more} if more > 0 else {})
        changes = logged(self._tx, code, self._decisions, told, self._changed)
        return replace(changes, identities=True)


def _living(tx: Tx, number: int | None) -> Identity:
    found = {one.id: one for one in identities.every(tx)}.get(number or 0)
    if found is None:
        raise Fault("identity.gone", identity=number)
    return found


def _added(tx: Tx, name: str, kind: str) -> Identity:
    return identities.insert(tx, Identity(0, _named(name), kind))


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Fault("identity.no_name")
    return name


def _kind(found: Sequence[Annotation]) -> str:
    return next((one.label for one in found if one.layer is Layer.ENTITY), "")


def _with_names(tx: Tx, one: Identity, found: Sequence[Annotation]) -> Identity:
    """Return an identity with the names of mentions that it was not known by."""
    texts = {number: documents.text(tx, number)[0] for number in {a.document_id for a in found}}
    return replace(one, aliases=names_in(one, [(texts[a.document_id], a) for a in found], titles()))


def _quoted(one: Annotation, text: str) -> str:
    """Return the words that are the same somebody: of a claim, its source's."""
    sources = one.spans(Role.SOURCE)
    return shown(text[sources[0].start : sources[0].end] if sources else one.quote(text))[:_QUOTE]


def _is(links: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    kept = (one for one in links if one.role != IS and one.target != number)
    return (*kept, Link(IS, number))


def _is_not(links: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    return (*(one for one in links if one.target != number), Link(IS_NOT, number))


def _split(links: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    """Whom they were is whom they are not any more."""
    return (*(Link(IS_NOT, one.target) for one in links), Link(IS, number))


def _moved(links: tuple[Link, ...], numbers: set[int], into: int) -> tuple[Link, ...]:
    """Point to the identity that stays; who is somebody cannot be told not to be."""
    moved = {Link(one.role, into if one.target in numbers else one.target) for one in links}
    if Link(IS, into) in moved:
        moved.discard(Link(IS_NOT, into))
    return tuple(moved)
