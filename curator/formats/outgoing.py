"""A document on its way out, and what writing it came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from curator.domain.annotation import Annotation, Layer
from curator.domain.gold import Fit

Sentences = Sequence[Sequence[tuple[int, int]]]
"""Sentences in reading order, each the half-open token spans in it (code points)."""


CANDIDATE = "candidate"
"""What stands for a state where a candidate is exported."""


@dataclass(frozen=True, slots=True)
class OutAnnotation:
    """An annotation with the names that it bears outside.

    Attributes:
        id: unique in its document.
        annotation: what it is.
        suggester: the name of who proposed it; None when a person added it.
        links: role and export id of the target.
        candidate: whether it is one, kept apart from suggestions; its state says so.
    """

    id: str
    annotation: Annotation
    suggester: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    candidate: bool = False

    @property
    def state(self) -> str:
        """The name of its state outside."""
        return CANDIDATE if self.candidate else self.annotation.state.value


class OutDecision(NamedTuple):
    """A decision on a document or what is in it.

    Attributes:
        time: in UTC, ISO 8601.
        actor: who decided.
        act: its number.
        what: the act's code, such as ``accept`` or ``undo``.
        subject: ``annotation``, ``document-layer`` or ``document``.
        annotation: the annotation's export id, also where it does not go out itself.
        layer, label, quote: of the annotation as it was afterwards.
        verdict, how, reason: as logged.
        score, confidence: as shown, 0–1.
        shown_ms: milliseconds since it was shown.
    """

    time: str
    actor: str
    act: int
    what: str
    subject: str
    annotation: str | None
    layer: str | None
    label: str | None
    quote: str | None
    verdict: str
    how: str
    reason: str | None
    score: float | None
    confidence: float | None
    shown_ms: int | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One selected document.

    Attributes:
        id: the sender's id.
        title: its title, or its first sentence.
        text: normalised.
        meta: what is known of it.
        extra: keys of the sender that Curator does not know.
        reviewed: closed layers.
        annotations: those selected, in the order in which they are written.
        layers: layers that get a key; of a gold export only those that are reviewed.
        fit: what to do where the format cannot hold an annotation as it is.
        colours: the colour family of each label, by layer.
        decisions: what was decided on it, for a format that needs the log.
    """

    id: str
    title: str
    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    reviewed: tuple[Layer, ...] = ()
    annotations: tuple[OutAnnotation, ...] = ()
    layers: tuple[Layer, ...] = (Layer.ENTITY, Layer.CLAIM)
    fit: Fit = field(default_factory=Fit)
    colours: Mapping[Layer, Mapping[str, str]] = field(default_factory=dict)
    decisions: tuple[OutDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a format could not hold, or not as it is.

    Attributes:
        document: the document's id.
        annotation: the annotation's export id; None for the whole document.
        reason: its words are in `curator.services.sentences`, such as ``claim``, ``overlap``,
            ``state`` (not written, or written without its state), ``not_reviewed``.
    """

    document: str
    annotation: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What writing came to.

    Attributes:
        counts: by what is counted, such as ``documents``, ``entity``, ``split_tokens``.
        left_out: what the format could not hold.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One document's share of a file.

    Attributes:
        text: as it stands in the file, where pieces stand one after the other.
        report: what writing it came to.
        more: what a format that packs its pieces needs of it.
    """

    text: str
    report: Report
    more: Mapping[str, Any] = field(default_factory=dict)


Write = Callable[[Outgoing, Sentences], Piece]

Pack = Callable[[Iterator[Piece]], Iterator[tuple[str, str | bytes]]]
"""Puts pieces together: yields names and what to add to them; a single file's name is empty."""


class Adding:
    """Adds reports up as they come, so that none of them is kept."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._left_out: list[LeftOut] = []

    def add(self, report: Report) -> None:
        """Take one more."""
        self._counts.update(report.counts)
        self._left_out += report.left_out

    @property
    def total(self) -> Report:
        """What they come to; counts in the order of their names."""
        return Report(dict(sorted(self._counts.items())), tuple(self._left_out))


def total(reports: Iterable[Report]) -> Report:
    """Add reports up; counts in the order of their names."""
    adding = Adding()
    for report in reports:
        adding.add(report)
    return adding.total


def in_order(value: Any) -> Any:
    """Return a plain value with sorted keys at every depth, so that equal values look equal."""
    if isinstance(value, Mapping):
        return {key: in_order(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [in_order(one) for one in value]
    return value
