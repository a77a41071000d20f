"""What decided claims teach besides: where their parts end, what type a cue has, new cues."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from curator.domain.annotation import Part, Role
from curator.domain.learning.scorer import Example

Variants = Mapping[str, tuple[Part, ...]]
"""By name, the parts that a claim could have had instead."""

_CASES = 3
"""So many cases it takes for a boundary to be believed."""

_CHANGES = 2
"""So often a cue's type has to be changed for it to move."""

_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """What a lesson is about."""

    BOUNDARY = "boundary"
    TYPE = "type"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class TypeCase:
    """A decided claim's type: its cue's lemma, what the machine says and what it is."""

    cue: str
    proposed: str
    label: str


@dataclass(frozen=True, slots=True)
class Teaching:
    """What the claims of one document teach.

    Attributes:
        examples: for the scorer.
        held: variants that a person's parts were equal to.
        failed: variants that were at hand where a person kept the plain parts, or that a person
            called a wrong span.
        types: the types of claims that were accepted.
        cues: the cues, in lower case, of claims that only a person found, with their types.
        known: the cues, in lower case, of what the machine found.
    """

    examples: tuple[Example, ...] = ()
    held: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    types: tuple[TypeCase, ...] = ()
    cues: tuple[tuple[str, str], ...] = ()
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing learned, as a page lists it.

    Attributes:
        name: by which it is switched off: its kind, a colon, what it is about.
        kind: boundary, type or cue.
        about: the variant; the cue.
        label: the type that it comes to (types and cues).
        before: the type that the machine gives by itself (types).
        held: cases that speak for it.
        cases: all cases.
        ready: whether there are enough of them.
        on: whether the analyst lets it be used.
    """

    name: str
    kind: Kind
    about: str
    held: int
    cases: int
    ready: bool
    on: bool
    label: str = ""
    before: str = ""

    @property
    def used(self) -> bool:
        """Whether suggestions are arranged by it."""
        return self.ready and self.on


@dataclass(frozen=True, slots=True)
class ClaimLessons:
    """What the decisions of a project teach about claims, the scorer's weights aside.

    Attributes:
        lessons: all of them, also those that are not used, by kind and name.
        boundaries: share of cases that held, of the variants in use.
        types: by cue and the machine's type, the type in use instead.
        cues: by cue in lower case, its type.
    """

    lessons: tuple[Lesson, ...] = ()
    boundaries: Mapping[str, float] = field(default_factory=dict)
    types: Mapping[tuple[str, str], str] = field(default_factory=dict)
    cues: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, teachings: Iterable[Teaching], *, off: frozenset[str] = frozenset()
    ) -> ClaimLessons:
        """Sum up what documents teach.

        Args:
            teachings: of the documents.
            off: names of lessons that are not to be used.
        """
        taught = list(teachings)
        lessons = (*_boundaries(taught, off), *_types(taught, off), *_cues(taught, off))
        used = [one for one in lessons if one.used]
        return cls(
            lessons,
            {one.about: one.held / one.cases for one in used if one.kind is Kind.BOUNDARY},
            {(one.about, one.before): one.label for one in used if one.kind is Kind.TYPE},
            {one.about: one.label for one in used if one.kind is Kind.CUE},
        )

    def parts(
        self, plain: tuple[Part, ...], variants: Variants
    ) -> tuple[tuple[Part, ...], list[str]]:
        """Return a claim's parts with the boundaries in use, and the lessons that moved them.

        Args:
            plain: its parts as the rules find them.
            variants: those it could have.
        """
        chosen: dict[Role, tuple[float, str]] = {}
        for name in sorted(variants):
            if share := self.boundaries.get(name):
                for role in differing(plain, variants[name]):
                    chosen[role] = max(chosen.get(role, (0.0, "")), (share, name))
        if not chosen:
            return plain, []
        moved = [part for part in plain if part.role not in chosen]
        for role, (_share, name) in chosen.items():
            moved += of_role(variants[name], role)
        names = sorted({f"{Kind.BOUNDARY}:{name}" for _share, name in chosen.values()})
        return tuple(sorted(moved, key=_place)), names


def boundary_cases(
    text: str, plain: tuple[Part, ...], variants: Variants, final: tuple[Part, ...]
) -> tuple[list[str], list[str]]:
    """Say which variants a person's parts speak for, and which against.

    A variant is looked at in the roles in which it differs from the plain parts; punctuation does
    not matter unless it makes the difference.

    Args:
        text: of the document.
        plain: the claim's parts as the rules find them.
        variants: those it could have.
        final: those that the person gave or accepted.

    Returns:
        The names that held and those that failed.
    """
    held, failed = [], []
    for name in sorted(variants):
        roles = differing(plain, variants[name])
        if not roles:
            continue
        if all(_same(text, final, variants[name], plain, role) for role in roles):
            held.append(name)
        elif all(_same(text, final, plain, variants[name], role) for role in roles):
            failed.append(name)
    return held, failed


def differing(one: tuple[Part, ...], other: tuple[Part, ...]) -> list[Role]:
    """Return the roles in which two claims' parts differ."""
    return [role for role in Role if of_role(one, role) != of_role(other, role)]


def of_role(parts: Iterable[Part], role: Role) -> list[Part]:
    """Return the parts of a role."""
    return [part for part in parts if part.role is role]


def word_starts(text: str, parts: Iterable[Part], role: Role) -> frozenset[int]:
    """Return where the words of a role begin (code points)."""
    return frozenset(
        match.start()
        for part in parts
        if part.role is role
        for match in _WORD.finditer(text, part.start, part.end)
    )


def _same(
    text: str,
    final: Sequence[Part],
    one: Sequence[Part],
    other: Sequence[Part],
    role: Role,
) -> bool:
    """Whether final parts are those of one rather than those of the other, in a role."""
    if of_role(final, role) == of_role(one, role):
        return True
    words = word_starts(text, one, role)
    if words == word_starts(text, other, role):
        return False
    return words == word_starts(text, final, role)


def _boundaries(taught: Sequence[Teaching], off: frozenset[str]) -> list[Lesson]:
    held = Counter(name for one in taught for name in one.held)
    cases = held + Counter(name for one in taught for name in one.failed)
    return [
        _lesson(
            Kind.BOUNDARY,
            name,
            off,
            held=held[name],
            cases=cases[name],
            ready=cases[name] >= _CASES and 2 * held[name] > cases[name],
        )
        for name in sorted(cases)
        if held[name]
    ]


def _types(taught: Sequence[Teaching], off: frozenset[str]) -> list[Lesson]:
    """A cue's type moves when it was changed twice, and more than half as often as it was kept.

    Keeping a type is often no more than not looking at it.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    for case in (case for one in taught for case in one.types):
        counts.setdefault((case.cue, case.proposed), Counter())[case.label] += 1
    lessons = []
    for (cue, before), labels in sorted(counts.items()):
        changed = [(n, label) for label, n in labels.items() if label != before]
        if not changed:
            continue
        held, label = max(changed)
        ready = held >= _CHANGES and 2 * held > labels[before]
        about = f"{cue}:{before}"
        lesson = _lesson(Kind.TYPE, about, off, held=held, cases=labels.total(), ready=ready)
        lessons.append(_about(lesson, cue, label, before))
    return lessons


def _cues(taught: Sequence[Teaching], off: frozenset[str]) -> list[Lesson]:
    known = frozenset[str]().union(*(one.known for one in taught))
    counts: dict[str, Counter[str]] = {}
    for cue, label in (pair for one in taught for pair in one.cues):
        if cue not in known:
            counts.setdefault(cue, Counter())[label] += 1
    lessons = []
    for cue, labels in sorted(counts.items()):
        label, held = min(labels.items(), key=lambda pair: (-pair[1], pair[0]))
        lesson = _lesson(Kind.CUE, cue, off, held=held, cases=labels.total(), ready=True)
        lessons.append(_about(lesson, cue, label, ""))
    return lessons


def _lesson(
    kind: Kind, about: str, off: frozenset[str], *, held: int, cases: int, ready: bool
) -> Lesson:
    name = f"{kind}:{about}"
    return Lesson(name, kind, about, held, cases, ready=ready, on=name not in off)


def _about(lesson: Lesson, about: str, label: str, before: str) -> Lesson:
    return Lesson(
        lesson.name, lesson.kind, about, lesson.held, lesson.cases,
        ready=lesson.ready, on=lesson.on, label=label, before=before,
    )  # fmt: skip


def _place(part: Part) -> tuple[int, int, int]:
    return (part.start, part.end, list(Role).index(part.role))
