"""What claim extraction hands out: frames of who (source) says (cue) what (content)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]
"""Half-open, in code points of the document's text."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One claim that was found, shown or not.

    Attributes:
        label: claim type: assertion, belief, hope, demand, promise, denial, accusation, evaluation,
            question or other.
        content: what is claimed; one or more spans, sorted.
        cue: the words that attribute it; none or one span.
        source: who claims it; no span when the source is implicit.
        addressee: whom it is told.
        medium: where it is said (“in a statement”).
        attributes: mode, source_type, polarity, determinacy, certainty and stance.
        pattern: the construction it was found by (“clause”, “quotation”, “according” …).
        score: 0–1, how often this construction with a cue of this class is a claim.
        nested: its cue lies in the content of another claim or in a quotation.
        parent: the place in the returned list of the claim that it is nested in.
        features: what it looks like, as names that a scorer weighs (`features.py`).
        variants: other boundaries: by name (`variants.py`), the spans of the parts that differ,
            by role; those of the weakest candidates are not worked out.
    """

    label: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    addressee: tuple[Span, ...]
    medium: tuple[Span, ...]
    attributes: dict[str, str]
    pattern: str
    score: float
    nested: bool
    parent: int | None
    features: tuple[str, ...] = ()
    variants: Mapping[str, Mapping[str, tuple[Span, ...]]] = field(default_factory=dict)
