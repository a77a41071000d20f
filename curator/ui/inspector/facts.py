"""What a card shows of an annotation, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer, Role, State
from curator.domain.scheme import Label, LayerScheme, Scheme
from curator.services.sentences.names import named
from curator.translation import gettext as _

ICONS = {
    Role.MENTION: "entity",
    Role.SOURCE: "source",
    Role.CUE: "cue",
    Role.CONTENT: "content",
    Role.ADDRESSEE: "addressee",
    Role.MEDIUM: "medium",
}


@dataclass(frozen=True, slots=True)
class SameFacts:
    """Whom a mention or a source is.

    Attributes:
        name: of the identity; empty while nobody is proposed.
        detail: why it is proposed, or how often it is named.
        decided: whether a person decided it.
        writable: whether it can be decided.
    """

    name: str = ""
    detail: str = ""
    decided: bool = False
    writable: bool = True


class Rung(NamedTuple):
    """One claim of a ladder of claims that are nested in each other.

    Attributes:
        claim: as it stands.
        depth: how many claims of the ladder it is nested in.
        words: of its content, on one line.
        current: whether it is the claim of the card.
    """

    claim: Annotation
    depth: int
    words: str
    current: bool


@dataclass(frozen=True, slots=True)
class CardFacts:
    """An annotation with all that its card needs.

    Attributes:
        annotation: as it stands.
        text: the document's.
        scheme: the project's.
        why: icon and sentence: what proposed it, what was done before.
        linked: what a part is linked to, by role, such as the entity of a source.
        kept: parts of a suggested claim that a person kept.
        ladder: the claims that it is nested in or that are nested in it, itself among them;
            empty for one that stands alone.
        figures: whether the score is a figure; otherwise one of three levels.
        same: whom it, or its source, is; None for what is nobody in particular.
    """

    annotation: Annotation
    text: str
    scheme: Scheme
    why: tuple[tuple[str, str], ...] = ()
    linked: Mapping[Role, str] = field(default_factory=dict)
    kept: frozenset[Role] = frozenset()
    ladder: tuple[Rung, ...] = ()
    figures: bool = False
    same: SameFacts | None = None

    @property
    def layer(self) -> LayerScheme:
        """The scheme of the annotation's layer."""
        return self.scheme.layer(self.annotation.layer)

    @property
    def family(self) -> str:
        """The colour family of its label."""
        return family(self.scheme, self.annotation)

    @property
    def score(self) -> float | None:
        """Its calibrated confidence, else the suggester's score, 0–1."""
        return score(self.annotation)

    def quote(self, role: Role) -> str:
        """Return the words of the parts with a role; pieces are joined by an ellipsis."""
        spans = self.annotation.spans(role)
        return flat(" … ".join(self.text[part.start : part.end] for part in spans))

    def changed(self, role: Role) -> bool:
        """Whether a person picked the parts with a role anew."""
        proposed = self.annotation.proposed
        if proposed is None:
            return False
        before = tuple(part for part in proposed.parts if part.role is role)
        return before != self.annotation.spans(role)

    def value(self, name: str) -> str:
        """Return the value of an attribute, its default where none is set."""
        default = next((a.values[0] for a in self.layer.attributes if a.name == name), "")
        return self.annotation.attributes.get(name, default)

    def set_by_hand(self, name: str) -> bool:
        """Whether a person set an attribute."""
        annotation = self.annotation
        if annotation.by_hand:
            return name in annotation.attributes
        proposed = annotation.proposed
        return proposed is not None and proposed.attributes.get(name) != (
            annotation.attributes.get(name)
        )


def family(scheme: Scheme, annotation: Annotation) -> str:
    """Return the colour family of an annotation's label, grey when it is not in the scheme."""
    label = scheme.layer(annotation.layer).label(annotation.label)
    return label.family if label else Label(annotation.label).family


def score(annotation: Annotation) -> float | None:
    """Return the calibrated confidence, else the suggester's score, 0–1."""
    return annotation.score if annotation.confidence is None else annotation.confidence


def listed_quote(annotation: Annotation, text: str) -> str:
    """Return the words by which a list shows it: of the mention, of a claim's content."""
    if annotation.layer is Layer.CLAIM and (content := annotation.spans(Role.CONTENT)):
        return flat(text[content[0].start : content[-1].end])
    return flat(annotation.quote(text))


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def state_word(annotation: Annotation) -> str:
    """Return how an annotation stands, in a word or two."""
    if annotation.state is State.ACCEPTED and annotation.by_hand:
        return _("added by hand")
    if annotation.state is State.ACCEPTED and annotation.corrected:
        return _("corrected")
    return named(annotation.state)
