"""What the claims of one document teach: each decided one by itself, hidden ones by its review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curator.domain.annotation import Annotation, Part, Role, State
from curator.domain.decisions import Reason
from curator.domain.document import Candidate
from curator.domain.learning.arranging_claims import QUOTED, cue_of, features_of, variants_of
from curator.domain.learning.claim_lessons import Teaching, TypeCase, boundary_cases, word_starts
from curator.domain.learning.scorer import Example
from curator.domain.snapshot import parts_from_plain

_PASSED_OVER = 0.5
"""What a hidden claim's example weighs that a person had reason to add and did not."""

_NESTED = "nested=yes"
_LONGEST_CUE = 4
"""A cue of more words is no entry of a lexicon."""

_MISDRAWN = (Reason.WRONG_SPAN.value, Reason.WRONG_SOURCE.value)


def teach(
    text: str, claims: Sequence[Annotation], held: Sequence[Candidate], *, reviewed: bool
) -> Teaching:
    """Say what the claims of a document teach.

    A claim that was rejected for its span or source is a claim all the same. One that a person
    added is an accept of the hidden candidate that it matches; without one its cue is new. What
    stays hidden in a document that was reviewed for claims is none, unless it is nested.

    Args:
        text: of the document.
        claims: its claims, gone ones aside.
        held: its candidates.
        reviewed: whether it was reviewed for claims.
    """
    lesson = _Lesson(text)
    found = [_Shape.of(text, one.annotation) for one in held]
    own = [_Shape.of(text, one) for one in claims if not one.by_hand]
    added = [_Shape.of(text, one) for one in claims if one.by_hand and one.state is State.ACCEPTED]
    taken: set[int] = set()
    for hand in added:
        best = max(found, key=hand.likeness, default=None)
        if best is not None and hand.likeness(best) > 0.0 and best.one.id not in taken:
            taken.add(best.one.id)
            lesson.accept(best.one, hand.one, hidden=True)
        elif not any(hand.meets(other) for other in (*found, *own)):
            lesson.add_cue(hand.one)
    for shape in own:
        lesson.decide(shape.one, redrawn=any(shape.meets(hand) for hand in added))
    if reviewed:
        judged = [one for one in (*own, *added) if one.one.state is not State.REJECTED]
        for shape in found:
            if shape.one.id not in taken and not any(shape.meets(other) for other in judged):
                lesson.pass_over(shape.one)
    return lesson.done([one.one for one in (*found, *own)])


@dataclass(frozen=True, slots=True)
class _Shape:
    """What two claims are compared by: the words of cue and content, by where they begin."""

    one: Annotation
    cue: frozenset[int]
    content: frozenset[int]

    @classmethod
    def of(cls, text: str, one: Annotation) -> _Shape:
        content = word_starts(text, one.parts, Role.CONTENT)
        cue = word_starts(text, one.parts, Role.CUE) or frozenset(sorted(content)[:1])
        return cls(one, cue, content)

    def meets(self, other: _Shape) -> bool:
        """Whether the cues have a word in common."""
        return not self.cue.isdisjoint(other.cue)

    def likeness(self, other: _Shape) -> float:
        """Return how alike they are, above 0 only where the cues have a word in common."""
        if not self.meets(other):
            return 0.0
        cue = len(self.cue & other.cue) / len(self.cue | other.cue)
        union = len(self.content | other.content)
        return cue + (len(self.content & other.content) / union if union else 1.0)


class _Lesson:
    """A document's teaching in the making."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._examples: list[Example] = []
        self._held: list[str] = []
        self._failed: list[str] = []
        self._types: list[TypeCase] = []
        self._cues: list[tuple[str, str]] = []

    def decide(self, one: Annotation, *, redrawn: bool) -> None:
        """Learn from a machine's claim that has its verdict."""
        if one.state is State.ACCEPTED:
            self.accept(one, one, hidden=False)
        elif one.state is State.REJECTED and one.reason in _MISDRAWN:
            self._example(one, 1.0)
            if one.reason == Reason.WRONG_SPAN.value:
                self._failed += _used(one)
        elif one.state is State.REJECTED and not redrawn:
            self._example(one, 0.0)

    def accept(self, machine: Annotation, final: Annotation, *, hidden: bool) -> None:
        """Learn from a machine's claim and what a person made of it."""
        if not hidden or not _is_nested(machine):
            self._example(machine, 1.0)
        label, parts = raw_of(machine)
        variants = variants_of(machine.evidence)
        held, failed = boundary_cases(self._text, parts, variants, final.parts)
        self._held += held
        self._failed += failed
        cue = cue_of(features_of(machine.evidence))
        if cue is not None and not hidden:
            self._types.append(TypeCase(cue, label, final.label))

    def pass_over(self, one: Annotation) -> None:
        """Learn from a hidden claim that a person had reason to add and did not."""
        if not _is_nested(one):
            self._example(one, 0.0, weight=_PASSED_OVER, decided=False)

    def add_cue(self, one: Annotation) -> None:
        """Learn a cue that the machine does not know."""
        cue = _cue_words(self._text, one.parts)
        if 0 < len(cue.split()) <= _LONGEST_CUE:
            self._cues.append((cue, one.label))

    def done(self, found: Iterable[Annotation]) -> Teaching:
        """Return what was learned; the cues of what the machine found are known."""
        return Teaching(
            tuple(self._examples),
            tuple(self._held),
            tuple(self._failed),
            tuple(self._types),
            tuple(self._cues),
            frozenset(_cue_words(self._text, one.parts) for one in found) - {""},
        )

    def _example(
        self, one: Annotation, target: float, *, weight: float = 1.0, decided: bool = True
    ) -> None:
        features = tuple(features_of(one.evidence))
        if features and one.score is not None:
            self._examples.append(Example(one.score, features, target, weight, decided))


def raw_of(one: Annotation) -> tuple[str, tuple[Part, ...]]:
    """Return label and parts of a machine's claim as its suggester found it."""
    if raw := (one.evidence or {}).get("raw"):
        return raw["label"], parts_from_plain(raw["parts"])
    if one.proposed is not None:
        return one.proposed.label, one.proposed.parts
    return one.label, one.parts


def _used(one: Annotation) -> list[str]:
    """Return the variants that a claim was given."""
    lessons: Sequence[str] = (one.evidence or {}).get("lessons") or ()
    return [name.partition(":")[2] for name in lessons if name.startswith("boundary:")]


def _is_nested(one: Annotation) -> bool:
    features = features_of(one.evidence)
    return QUOTED in features or _NESTED in features


def _cue_words(text: str, parts: Iterable[Part]) -> str:
    """Return the words of a cue in lower case; nothing for one without a letter."""
    cue = " ".join(text[part.start : part.end] for part in parts if part.role is Role.CUE)
    words = " ".join(cue.lower().split())
    return words if any(mark.isalpha() for mark in words) else ""
