"""What a perfect analyst wants of a layer of a document: what is left to do, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from curator.domain.annotation import Annotation, Layer, Part, Role, entity_parts
from curator.domain.decisions import Change, Reason
from curator.domain.measuring.claim_scoring import ReadClaim, Words
from curator.domain.measuring.effort import Kind, Step, claim_steps, entity_steps
from curator.domain.measuring.scoring import Mention, ReadPolicy
from curator.services.measuring.evaluating import read_claim
from curator.services.measuring.gold import GoldClaim, GoldDocument

_COMPARED = frozenset({Role.SOURCE, Role.CUE, Role.CONTENT})
"""Parts that are compared; others of a suggestion stay unless gold has some."""


class Task(Protocol):
    """A layer of a document on its way to gold.

    Attributes:
        layer: entity or claim.
        left: places in gold's list of what is not there yet.
    """

    layer: Layer
    left: list[int]

    def steps(self, shown: Sequence[Annotation]) -> list[Step]:
        """Return what is left to do with undecided suggestions; places of gold in its list."""

    def start(self, gold: int) -> tuple[int, int]:
        """Return where gold lies in reading order."""

    def wanted(self, gold: int) -> tuple[str, tuple[Part, ...]]:
        """Return label and parts of gold that nothing was suggested for."""

    def change(self, gold: int, shown: Annotation) -> Change:
        """Return what makes gold of a suggestion."""

    def reason(self, shown: Annotation) -> Reason | None:
        """Return why a suggestion is rejected."""

    def is_right(self, step: Step, shown: Annotation) -> bool:
        """Say whether a suggestion is one that its confidence should count for."""


class EntityTask:
    """The entities of a document; see `Task`."""

    layer = Layer.ENTITY

    def __init__(self, gold: GoldDocument, policy: ReadPolicy) -> None:
        """Take gold as the policy reads it."""
        self._text = gold.text
        self._policy = policy
        self._gold = one_a_place(gold, policy)
        self.left = list(range(len(self._gold)))

    def steps(self, shown: Sequence[Annotation]) -> list[Step]:
        """Return what is left to do."""
        mentions = [
            self._policy.mention(self._text, Mention(one.start, one.end, one.label))
            for one in shown
        ]
        return _renumbered(entity_steps(mentions, [self._gold[n] for n in self.left]), self.left)

    def start(self, gold: int) -> tuple[int, int]:
        """Return where it begins, the longer first."""
        return (self._gold[gold].start, -self._gold[gold].end)

    def wanted(self, gold: int) -> tuple[str, tuple[Part, ...]]:
        """Return label and mention."""
        start, end, label = self._gold[gold]
        return label, entity_parts(start, end)

    def change(self, gold: int, shown: Annotation) -> Change:  # noqa: ARG002 - as a task does
        """Return label and mention."""
        label, parts = self.wanted(gold)
        return Change(label=label, parts=parts)

    def reason(self, shown: Annotation) -> Reason | None:  # noqa: ARG002 - as a task does
        """An entity is rejected without a reason."""
        return None

    def is_right(self, step: Step, shown: Annotation) -> bool:  # noqa: ARG002 - as a task does
        """Right are edges and label."""
        return step.kind is Kind.ACCEPT


class ClaimTask:
    """The claims of a document; see `Task`."""

    layer = Layer.CLAIM

    def __init__(self, gold: GoldDocument, *, default: str) -> None:
        """Take gold; claims without a word of content are left out.

        Args:
            gold: the document.
            default: the type of a claim that is added where gold does not say.
        """
        self._words = Words(gold.text)
        read = [
            (self._words.read(one.parts, label=one.label, attributes=one.attributes), one)
            for one in gold.claims
        ]
        self._gold: list[tuple[ReadClaim, GoldClaim]] = [
            (claim, one) for claim, one in read if claim is not None
        ]
        self._default = default
        self.left = list(range(len(self._gold)))

    def steps(self, shown: Sequence[Annotation]) -> list[Step]:
        """Return what is left to do; a suggestion without a word of content is rejected."""
        read = [(place, read_claim(self._words, one)) for place, one in enumerate(shown)]
        places = [place for place, claim in read if claim is not None]
        claims = [claim for _place, claim in read if claim is not None]
        found = claim_steps(claims, [self._gold[n][0] for n in self.left])
        steps = [
            step._replace(shown=None if step.shown is None else places[step.shown])
            for step in _renumbered(found, self.left)
        ]
        return steps + [Step(Kind.REJECT, place, None) for place, claim in read if claim is None]

    def start(self, gold: int) -> tuple[int, int]:
        """Return where its content begins."""
        content = [part for part in self._gold[gold][1].parts if part.role is Role.CONTENT]
        return (content[0].start, -content[0].end)

    def wanted(self, gold: int) -> tuple[str, tuple[Part, ...]]:
        """Return type and parts."""
        claim = self._gold[gold][1]
        return claim.label or self._default, claim.parts

    def change(self, gold: int, shown: Annotation) -> Change:
        """Return the parts, and the type and the attributes that gold has."""
        claim = self._gold[gold][1]
        roles = {part.role for part in claim.parts} | _COMPARED
        kept = [part for part in shown.parts if part.role not in roles]
        order = list(Role).index
        parts = sorted([*claim.parts, *kept], key=lambda one: (one.start, one.end, order(one.role)))
        attributes = {**shown.attributes, **claim.attributes} if claim.attributes else None
        return Change(label=claim.label, parts=tuple(parts), attributes=attributes)

    def reason(self, shown: Annotation) -> Reason | None:
        """Return ``wrong span`` where gold has a claim with a word of its cue, else no claim."""
        claim = read_claim(self._words, shown)
        if claim is not None and any(claim.cue & theirs.cue for theirs, _ in self._gold):
            return Reason.WRONG_SPAN
        return Reason.NOT_A_CLAIM

    def is_right(self, step: Step, shown: Annotation) -> bool:
        """Right is a cue that gold has; where its parts end is another matter."""
        claim = read_claim(self._words, shown)
        if step.gold is None or claim is None:
            return False
        return bool(claim.cue & self._gold[step.gold][0].cue)


def one_a_place(gold: GoldDocument, policy: ReadPolicy) -> list[Mention]:
    """Return the entities of gold as they are read, of those at equal places the first."""
    kept: dict[tuple[int, int], Mention] = {}
    for one in gold.entities:
        mention = policy.mention(gold.text, one)
        kept.setdefault(mention[:2], mention)
    return list(kept.values())


def _renumbered(steps: Iterable[Step], left: Sequence[int]) -> list[Step]:
    """Return steps with gold's places in the whole list instead of in what is left."""
    return [step._replace(gold=None if step.gold is None else left[step.gold]) for step in steps]
