"""Verdicts, and what each does to an annotation: one pure function for page and store alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from curator.domain.annotation import Annotation, Part, Proposal, State
from curator.domain.faults import Fault


class Verdict(StrEnum):
    """What a decision says of its subject."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    CORRECT = "correct"
    ADD = "add"
    REMOVE = "remove"
    REOPEN = "reopen"
    CLOSE = "close"
    OPEN = "open"
    FLAG = "flag"
    UNFLAG = "unflag"
    COMMENT = "comment"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    SCHEME = "scheme"


class How(StrEnum):
    """By what means a decision was made; manifests count it."""

    KEY = "key"
    BULK = "bulk"
    IDENTICAL = "identical"
    CLOSING = "closing"
    IMPORT = "import"
    CARRIED = "carried"
    MACHINE = "machine"


class Subject(StrEnum):
    """What a decision is about."""

    ANNOTATION = "annotation"
    LAYER = "document-layer"
    DOCUMENT = "document"
    BATCH = "batch"
    SCHEME = "scheme"
    IDENTITY = "identity"
    LIST = "word-list"


class Reason(StrEnum):
    """Why an annotation was rejected."""

    NOT_A_CLAIM = "not a claim"
    WRONG_SPAN = "wrong span"
    WRONG_SOURCE = "wrong source"
    BY_CLOSING = "by closing"


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction sets anew; None leaves a thing as it is."""

    label: str | None = None
    parts: tuple[Part, ...] | None = None
    attributes: Mapping[str, str] | None = None


_STATE_AFTER = {
    Verdict.ACCEPT: State.ACCEPTED,
    Verdict.REJECT: State.REJECTED,
    Verdict.UNSURE: State.UNSURE,
    Verdict.REOPEN: State.SUGGESTED,
    Verdict.REMOVE: State.WITHDRAWN,
}


def decide(
    annotation: Annotation,
    verdict: Verdict,
    *,
    change: Change | None = None,
    reason: str | None = None,
) -> Annotation:
    """Return the annotation as a verdict leaves it.

    Rejecting one that a person added removes it, and removing a machine's rejects it.

    Args:
        annotation: as it stands.
        verdict: accept, reject, unsure, correct, remove or reopen.
        change: what a correction sets; ignored by the others.
        reason: why it is rejected.

    Returns:
        The annotation afterwards; the very same object where the verdict is no act, because it
        already has it or corrects nothing.

    Raises:
        Fault: ``decision.not_a_machines`` when one added by a person is reopened.
    """
    if verdict is Verdict.CORRECT:
        return _correct(annotation, change or Change())
    verdict = _meant(annotation, verdict)
    if verdict is Verdict.REOPEN and annotation.by_hand:
        raise Fault("decision.not_a_machines", annotation=annotation.id)
    state = _STATE_AFTER[verdict]
    reason = reason if state is State.REJECTED else None
    if annotation.state is state and (reason is None or annotation.reason == reason):
        return annotation
    return replace(annotation, state=state, reason=reason)


def _meant(annotation: Annotation, verdict: Verdict) -> Verdict:
    if verdict is Verdict.REJECT and annotation.by_hand:
        return Verdict.REMOVE
    if verdict is Verdict.REMOVE and not annotation.by_hand:
        return Verdict.REJECT
    return verdict


def _correct(annotation: Annotation, change: Change) -> Annotation:
    label = annotation.label if change.label is None else change.label
    parts = annotation.parts if change.parts is None else change.parts
    attributes = annotation.attributes if change.attributes is None else change.attributes
    same = (label, parts, dict(attributes)) == (
        annotation.label,
        annotation.parts,
        dict(annotation.attributes),
    )
    if same:
        return annotation
    return replace(
        annotation,
        label=label,
        parts=parts,
        attributes=attributes,
        state=State.ACCEPTED,
        reason=None,
        proposed=_proposed(annotation, label, parts, attributes),
    )


def _proposed(
    annotation: Annotation, label: str, parts: tuple[Part, ...], attributes: Mapping[str, str]
) -> Proposal | None:
    """Keep the machine's first words; forget them when a person comes back to them."""
    if annotation.by_hand:
        return None
    first = annotation.proposed or Proposal(
        annotation.label, annotation.parts, annotation.attributes
    )
    again = (label, parts, dict(attributes)) == (first.label, first.parts, dict(first.attributes))
    return None if again else first


def verdict_back_to(before: State | None, after: State) -> Verdict:
    """Name the verdict by which undoing leads an annotation back.

    Args:
        before: its state before the decision that is undone, None where it did not exist.
        after: its state now.

    Returns:
        The verdict that the undoing change set records.
    """
    match before:
        case None | State.WITHDRAWN:
            return Verdict.REMOVE
        case State.SUPERSEDED:
            return Verdict.WITHDRAW
        case State.SUGGESTED:
            return Verdict.REOPEN
        case State.ACCEPTED:
            return Verdict.CORRECT if after is State.ACCEPTED else Verdict.ACCEPT
        case State.REJECTED:
            return Verdict.REJECT
        case State.UNSURE:
            return Verdict.UNSURE


OPPOSITE = {
    Verdict.CLOSE: Verdict.OPEN,
    Verdict.OPEN: Verdict.CLOSE,
    Verdict.FLAG: Verdict.UNFLAG,
    Verdict.UNFLAG: Verdict.FLAG,
    Verdict.ADD: Verdict.WITHDRAW,
    Verdict.WITHDRAW: Verdict.RESTORE,
    Verdict.RESTORE: Verdict.WITHDRAW,
    Verdict.COMMENT: Verdict.COMMENT,
    Verdict.SCHEME: Verdict.SCHEME,
    Verdict.CORRECT: Verdict.CORRECT,
    Verdict.REMOVE: Verdict.RESTORE,
}
"""The verdict that undoes one on anything but an annotation."""
