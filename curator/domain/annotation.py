"""An annotation: a label with parts, attributes and a state, and an id for its whole life."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from curator.domain.faults import Bug


class Layer(StrEnum):
    """What an annotation is about."""

    ENTITY = "entity"
    CLAIM = "claim"


class State(StrEnum):
    """Where an annotation stands between the machine and the analyst."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


GONE = frozenset({State.SUPERSEDED, State.WITHDRAWN})
"""States that no list, count or page shows."""


class Role(StrEnum):
    """What a part does inside its annotation."""

    MENTION = "mention"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    ADDRESSEE = "addressee"
    MEDIUM = "medium"


CLAIM_ROLES = (Role.SOURCE, Role.CUE, Role.CONTENT, Role.ADDRESSEE, Role.MEDIUM)


class Part(NamedTuple):
    """A half-open span [start, end) in code points of the document's text, with its role."""

    role: Role
    start: int
    end: int


class Link(NamedTuple):
    """A role from an annotation to another one (``source`` → entity), or to an identity."""

    role: str
    target: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine said, kept when a person corrects it."""

    label: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation in one layer of one document.

    Attributes:
        id: counted per project, never used again.
        document_id: the document it lies in.
        layer: entity or claim.
        label: entity label or claim type.
        parts: sorted by start; an entity has exactly one mention, a claim at least one content
            or cue.
        attributes: values by name (claims).
        state: where it stands.
        suggester_id: which suggester proposed it; None when a person added it.
        score: what the suggester said, 0–1.
        confidence: the calibrated probability as of its writing, 0–1.
        pattern: the rule or pattern that found it, as its suggester names it.
        reason: why it was rejected.
        proposed: the machine's own words, kept by a correction.
        links: to other annotations.
        references: to identities: ``is`` or ``is not``, and the identity's id.
        comment: a person's remark.
        sender_id: the id that the sender of an imported annotation gave it.
        extra: keys of the sender that Curator does not know, kept for the export.
        evidence: what the suggester weighed; the machine's own, like the score.
    """

    id: int
    document_id: int
    layer: Layer
    label: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    state: State = State.SUGGESTED
    suggester_id: int | None = None
    score: float | None = None
    confidence: float | None = None
    pattern: str | None = None
    reason: str | None = None
    proposed: Proposal | None = None
    links: tuple[Link, ...] = ()
    references: tuple[Link, ...] = ()
    comment: str | None = None
    sender_id: str | None = None
    extra: Mapping[str, Any] | None = None
    evidence: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        check_parts(self.layer, self.parts)

    @property
    def start(self) -> int:
        """Where its extent begins (code points)."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where its extent ends (code points, exclusive)."""
        parts = self.parts
        return parts[0].end if len(parts) == 1 else max(part.end for part in parts)

    @property
    def by_hand(self) -> bool:
        """Whether a person added it."""
        return self.suggester_id is None

    @property
    def corrected(self) -> bool:
        """Whether a person changed what the machine proposed."""
        return self.proposed is not None

    @property
    def undecided(self) -> bool:
        """Whether it waits for a verdict."""
        return self.state is State.SUGGESTED

    def spans(self, role: Role) -> tuple[Part, ...]:
        """Return the parts with a role, in reading order."""
        return tuple(part for part in self.parts if part.role is role)

    @property
    def anchor(self) -> Part:
        """The part whose words stand for the annotation: mention, else cue, else content."""
        for role in (Role.MENTION, Role.CUE, Role.CONTENT):
            if spans := self.spans(role):
                return spans[0]
        return self.parts[0]

    @property
    def place(self) -> tuple[int, int, bool, int]:
        """Its place in reading order: a claim where its content begins, before entities in it."""
        if self.layer is Layer.ENTITY:
            mention = self.parts[0]
            return (mention.start, -mention.end, True, self.id)
        content = self.spans(Role.CONTENT)
        start = content[0].start if content else self.start
        return (start, -self.end, False, self.id)

    def quote(self, text: str) -> str:
        """Return the words of the mention; of a claim's cue, or its content without one."""
        return text[self.anchor.start : self.anchor.end]


def check_parts(layer: Layer, parts: tuple[Part, ...]) -> None:
    """Raise `Bug` unless the parts can make up an annotation of the layer."""
    if any(part.start < 0 or part.end <= part.start for part in parts):
        raise Bug(f"empty or negative span in {parts}")
    roles = [part.role for part in parts]
    if layer is Layer.ENTITY:
        if roles != [Role.MENTION]:
            raise Bug(f"an entity has exactly one mention, not {roles}")
    elif Role.MENTION in roles or not {Role.CUE, Role.CONTENT} & set(roles):
        raise Bug(f"a claim has a cue or a content, and no mention: {roles}")


def entity_parts(start: int, end: int) -> tuple[Part, ...]:
    """Return the one part of an entity that covers [start, end) in code points."""
    return (Part(Role.MENTION, start, end),)


def ordered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts in reading order; equal places in the order of the roles."""
    return tuple(sorted(parts, key=_place))


def sorted_parts(parts: Mapping[Role, list[tuple[int, int]]]) -> tuple[Part, ...]:
    """Return spans by role as parts in reading order."""
    return ordered(Part(role, *span) for role, spans in parts.items() for span in spans)


_ORDER = {role: place for place, role in enumerate(Role)}


def _place(part: Part) -> tuple[int, int, int]:
    return (part.start, part.end, _ORDER[part.role])
