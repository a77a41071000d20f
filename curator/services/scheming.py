"""Change the label scheme of a project: one act, undone as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.faults import Fault
from curator.domain.identities.identity import identity_to_plain
from curator.domain.scheme import Scheme, scheme_to_plain
from curator.domain.scheme_draft import Place, SchemeDraft, check
from curator.domain.scheme_steps import Use
from curator.domain.scheme_toml import draft_from_toml, scheme_to_toml
from curator.domain.undo import ChangeSetRow
from curator.domain.word_list import list_to_plain
from curator.services.recording import decision_on
from curator.store import annotations as stored
from curator.store import documents, identities, lists, log, relabelling, schemes
from curator.store.project import Project
from curator.store.transaction import Tx

ACT = "scheme edit"


@dataclass(frozen=True, slots=True)
class Survey:
    """The scheme in force, and how many annotations bear each of its labels."""

    scheme: Scheme
    uses: Mapping[Place, Use]


def survey(project: Project) -> Survey:
    """Return the scheme in force and what bears its labels, for an editor."""
    with project.read() as tx:
        return Survey(schemes.current(tx), relabelling.uses(tx))


def read_draft(project: Project, path: Path) -> SchemeDraft:
    """Read a TOML file as what the project's scheme is to be.

    Raises:
        Fault: ``scheme.file``, or what is wrong with it.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault("scheme.file", path=str(path), reason=_reason(error)) from error
    with project.read() as tx:
        return draft_from_toml(schemes.current(tx), source, name=path.stem)


def write_scheme(project: Project, path: Path) -> Scheme:
    """Write the scheme in force as a TOML file, and return it.

    Raises:
        Fault: ``scheme.file``.
    """
    with project.read() as tx:
        scheme = schemes.current(tx)
    try:
        path.write_text(scheme_to_toml(scheme), encoding="utf-8")
    except OSError as error:
        raise Fault("scheme.file", path=str(path), reason=_reason(error)) from error
    return scheme


def revise(project: Project, draft: SchemeDraft, *, look_again: bool = True) -> Changes:
    """Put a draft in force, with everything that bears its labels.

    What is renamed or merged keeps ids, proposals, scores and states; suggestions of a retired
    label are given up until it is offered again. Word lists and kinds of identities follow.

    Args:
        project: held for writing.
        draft: of the scheme in force.
        look_again: whether what was decided under a changed label is to be looked at again.

    Returns:
        What changed; nothing where the draft changes nothing.

    Raises:
        Fault: ``scheme.moved_on`` when the scheme was changed meanwhile, and those of `check`.
    """
    check(draft)
    if not draft.changed:
        return Changes()
    with project.write() as tx:
        base = schemes.current(tx)
        if base.revision != draft.base.revision:
            raise Fault("scheme.moved_on", base=draft.base.revision, revision=base.revision)
        after = draft.finished(look_again=look_again)
        number = schemes.add(tx, after)
        carried = _Carried([_of_scheme(base, after, number)])
        for layer in draft.scheme.layers:
            _carry_annotations(tx, draft, layer, carried)
        _carry_knowledge(tx, draft, carried)
        facts = {"scheme": after.name, "revision": number, "changed": carried.relabelled}
        row = log.append(tx, ACT, carried.decisions, facts=facts, revision=number)
        return carried.changes(row, facts)


@dataclass(slots=True)
class _Carried:
    """What follows a scheme: its decisions, its annotations."""

    decisions: list[log.Decision]
    annotations: list[Annotation] = field(default_factory=list)
    relabelled: int = 0

    def changes(self, row: ChangeSetRow, facts: Mapping[str, Any]) -> Changes:
        """Return what the act changed."""
        subjects = {one.subject for one in self.decisions}
        return Changes(
            change_set=row.id,
            act=row.act,
            code=ACT,
            facts=facts,
            documents=frozenset(one.document_id for one in self.annotations),
            annotations=tuple(self.annotations),
            scheme=True,
            identities=Subject.IDENTITY in subjects,
            lists=Subject.LIST in subjects,
        )


def _of_scheme(before: Scheme, after: Scheme, number: int) -> log.Decision:
    return log.Decision(
        subject=Subject.SCHEME,
        subject_id=number,
        verdict=Verdict.SCHEME,
        how=How.KEY,
        before=scheme_to_plain(before),
        after=scheme_to_plain(after),
    )


def _carry_annotations(tx: Tx, draft: SchemeDraft, layer: Layer, carried: _Carried) -> None:
    """Relabel what bears a label that moved; give up suggestions of one that is retired."""
    moved = {old: new for (of, old), new in draft.moved.items() if of is layer}
    retired = {
        old
        for (of, old), new in draft.now.items()
        if of is layer and draft.label(layer, new).retired and not _was_retired(draft, layer, old)
    }
    names = sorted(moved.keys() | retired)
    if not names:
        return
    for document_id, here in relabelling.bearing(tx, layer, names):
        text, digest = documents.text(tx, document_id)
        pairs = [(one, _carried(one, moved, retired)) for one in here]
        pairs = [(before, after) for before, after in pairs if before != after]
        stored.update(tx, [after for _before, after in pairs], text)
        for before, after in pairs:
            gone = after.state is State.SUPERSEDED and before.undecided
            verdict = Verdict.WITHDRAW if gone else Verdict.CORRECT
            carried.decisions.append(
                decision_on(before, after, verdict, digest=digest, how=How.CARRIED)
            )
            carried.annotations.append(after)
            carried.relabelled += before.label != after.label


def _was_retired(draft: SchemeDraft, layer: Layer, name: str) -> bool:
    label = draft.base.layer(layer).label(name)
    return label is not None and label.retired


def _carried(one: Annotation, moved: Mapping[str, str], retired: set[str]) -> Annotation:
    """Return an annotation under the names that labels have now; what it was proposed as too."""
    first = one.proposed
    if first is not None:
        first = replace(first, label=moved.get(first.label, first.label))
        said = (first.label, first.parts, dict(first.attributes))
        if said == (moved.get(one.label, one.label), one.parts, dict(one.attributes)):
            first = None
    gone = one.undecided and one.label in retired
    return replace(
        one,
        label=moved.get(one.label, one.label),
        proposed=first,
        state=State.SUPERSEDED if gone else one.state,
    )


def _carry_knowledge(tx: Tx, draft: SchemeDraft, carried: _Carried) -> None:
    """Have word lists and kinds of identities follow their labels."""
    moved = draft.moved
    if not moved:
        return
    never = {one: log.never_were(tx, one) for one in (Subject.LIST, Subject.IDENTITY)}
    for words in lists.every(tx, gone=True):
        to = moved.get((words.layer, words.label))
        if to is not None and words.id not in never[Subject.LIST]:
            listed = replace(words, label=to)
            lists.update(tx, listed)
            states = list_to_plain(words), list_to_plain(listed)
            carried.decisions.append(_followed(Subject.LIST, words.id, *states))
    for one in identities.every(tx, gone=True):
        to = moved.get((Layer.ENTITY, one.kind))
        if to is not None and one.id not in never[Subject.IDENTITY]:
            known = replace(one, kind=to)
            identities.update(tx, known)
            states = identity_to_plain(one), identity_to_plain(known)
            carried.decisions.append(_followed(Subject.IDENTITY, one.id, *states))


def _followed(subject: Subject, number: int, before: object, after: object) -> log.Decision:
    return log.Decision(subject, number, Verdict.CORRECT, How.CARRIED, before=before, after=after)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "not in UTF-8"
