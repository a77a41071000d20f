"""Acts on identities and word lists, as short as can be: rows and their log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, Link
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.identities.identity import IS, Identity, identity_to_plain
from curator.domain.word_list import WordList, list_to_plain
from curator.services.recording import decision_on
from curator.store import annotations as stored
from curator.store import documents, identities, lists, log, schemes
from curator.store.project import Project
from curator.store.transaction import Tx


def _logged(tx: Tx, decisions: Sequence[log.Decision]) -> Changes:
    row = log.append(tx, "correct", decisions, facts={"quote": "x"}, revision=schemes.revision(tx))
    return Changes(change_set=row.id, act=row.act)


def _decision(
    subject: Subject, verdict: Verdict, before: Any, after: Any, plain: Callable[[Any], Any]
) -> log.Decision:
    return log.Decision(
        subject, after.id, verdict, How.KEY, before=before and plain(before), after=plain(after)
    )


def know(project: Project, name: str, *aliases: str) -> Changes:
    """Add an identity."""
    with project.write() as tx:
        new = identities.insert(tx, Identity(0, name, "PERSON", aliases))
        return _logged(tx, [_decision(Subject.IDENTITY, Verdict.ADD, None, new, identity_to_plain)])


def rename(project: Project, number: int, name: str) -> Changes:
    """Give an identity another name; the old one becomes an alias."""
    with project.write() as tx:
        old = identities.get(tx, number)
        new = replace(old, name=name, aliases=(*old.aliases, old.name))
        identities.update(tx, new)
        return _logged(
            tx, [_decision(Subject.IDENTITY, Verdict.CORRECT, old, new, identity_to_plain)]
        )


def refer(project: Project, annotation: int, identity: int, *, role: str = IS) -> Changes:
    """Say whom an annotation means."""
    with project.write() as tx:
        before = stored.get(tx, [annotation])[0]
        return _logged(tx, [_referring(tx, before, (Link(role, identity),))])


def take_out(project: Project, number: int) -> Changes:
    """Withdraw an identity; nobody refers to it any more."""
    with project.write() as tx:
        old = identities.get(tx, number)
        new = replace(old, withdrawn=True)
        identities.update(tx, new)
        referring = {annotation for _, annotation, _ in identities.references(tx, [number])}
        decisions = [
            _referring(tx, one, tuple(link for link in one.references if link.target != number))
            for one in stored.get(tx, sorted(referring))
        ]
        removal = _decision(Subject.IDENTITY, Verdict.REMOVE, old, new, identity_to_plain)
        return _logged(tx, [*decisions, removal])


def bring_list(project: Project, name: str, *entries: str) -> Changes:
    """Add a list of persons."""
    with project.write() as tx:
        new = lists.insert(tx, WordList(0, name, Layer.ENTITY, "PERSON", entries, "tests"))
        return _logged(tx, [_decision(Subject.LIST, Verdict.ADD, None, new, list_to_plain)])


def change_list(project: Project, number: int, *entries: str) -> Changes:
    """Give a list other entries; without any it is withdrawn."""
    with project.write() as tx:
        old = lists.get(tx, number)
        new = replace(old, entries=entries or old.entries, withdrawn=not entries)
        lists.update(tx, new)
        verdict = Verdict.CORRECT if entries else Verdict.REMOVE
        return _logged(tx, [_decision(Subject.LIST, verdict, old, new, list_to_plain)])


def anything(project: Project, number: int, *words: str) -> Changes:
    """Bring in an identity or a list, or change one, or take it out, as the number wants it."""
    found = known(project)
    one = found[number % len(found)] if found and number % 3 else None
    if isinstance(one, WordList):
        return change_list(project, one.id, *words)
    if one is not None:
        return rename(project, one.id, words[0]) if words else take_out(project, one.id)
    if number % 2:
        return bring_list(project, "ours", *words)
    return know(project, "Ana", *words)


def known(project: Project) -> list[Identity | WordList]:
    """Return every identity and list that is not withdrawn."""
    with project.read() as tx:
        return [*identities.every(tx), *lists.every(tx)]


def _referring(tx: Tx, before: Annotation, references: tuple[Link, ...]) -> log.Decision:
    after = replace(before, references=references)
    text, digest = documents.text(tx, before.document_id)
    stored.update(tx, [after], text)
    return decision_on(before, after, Verdict.CORRECT, digest=digest)
