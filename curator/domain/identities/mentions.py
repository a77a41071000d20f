"""Mentions of one document, and the groups of them that are the same somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from curator.domain.annotation import Annotation, Layer, Role, State
from curator.domain.identities.identity import IS, IS_NOT, Identity
from curator.domain.identities.names import Titles, bare, folded, is_name, looks_acronym, person
from curator.domain.identities.offices import Office

PERSON = "PERSON"
PLACES = frozenset(("ORG", "GPE", "LOC", "FAC"))
"""Kinds that guidelines part differently: a country that acts is an ORG to some."""
NEVER = frozenset(
    ("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL", "LANGUAGE")
)
"""Labels of what is nobody and nothing in particular."""
SURE = {
    "equal": 0.97,
    "title": 0.95,
    "source": 0.95,
    "defined": 0.95,
    "surname": 0.9,
    "middle": 0.88,
    "acronym": 0.85,
    "office": 0.85,
    "contained": 0.8,
    "pronoun": 0.8,
    "spelling": 0.75,
    "given": 0.75,
    "head": 0.7,
    "role": 0.6,
}
"""How sure a pattern is (0–1); by hand, not measured."""

_PROPOSED = (State.SUGGESTED, State.ACCEPTED)
_LEAD = re.compile(r"(?i)^(?:the|an?)\s+")
_TAIL = re.compile(r"['’ʼ]s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names somebody or something.

    Attributes:
        annotation_id: of the entity, or of the claim whose source it is.
        start: where it begins (code points).
        end: where it ends.
        label: the entity's; empty for a source.
        identity: whom it was decided to be.
        refused: whom it was decided not to be.
    """

    annotation_id: int
    start: int
    end: int
    label: str = ""
    identity: int | None = None
    refused: frozenset[int] = frozenset()

    @property
    def is_source(self) -> bool:
        """Whether it is the source of a claim."""
        return not self.label


def mentions_of(annotations: Iterable[Annotation]) -> list[Mention]:
    """Return the mentions among a document's annotations, by place.

    Accepted and suggested ones count; of the claims those with one source.
    """
    found: list[Mention] = []
    for one in annotations:
        if one.state not in _PROPOSED:
            continue
        claim = one.layer is Layer.CLAIM
        spans = one.spans(Role.SOURCE if claim else Role.MENTION)
        if len(spans) != 1 or one.label in NEVER:
            continue
        is_ = [link.target for link in one.references if link.role == IS]
        not_ = frozenset(link.target for link in one.references if link.role == IS_NOT)
        label = "" if claim else one.label
        settled = is_[0] if is_ else None
        found.append(Mention(one.id, spans[0].start, spans[0].end, label, settled, not_))
    return sorted(found, key=lambda one: (one.start, -one.end, one.is_source, one.annotation_id))


def compatible(one: str, other: str) -> bool:
    """Whether two kinds can be of one identity; an unknown one can be any."""
    return one == other or not one or not other or {one, other} <= PLACES


def shown(name: str) -> str:
    """Return a name as it is listed: on one line, without an article and a possessive."""
    line = " ".join(name.split())
    return _TAIL.sub("", _LEAD.sub("", line)) or line


def names_in(
    identity: Identity, found: Iterable[tuple[str, Annotation]], titles: Titles
) -> tuple[str, ...]:
    """Return the aliases of an identity with the names by which mentions call it.

    A surname, an office and a word like “the Service” are no names of their own.

    Args:
        identity: as it is.
        found: texts with an entity each that is the identity.
        titles: words before names.
    """
    aliases = list(identity.aliases)
    known = {_form(name, identity.kind, titles) for name in identity.names}
    for text, one in found:
        written = shown(text[one.start : one.end])
        form = _form(written, one.label, titles)
        whole = len(form) > 1 or (one.label != PERSON and looks_acronym(written))
        fits = one.layer is Layer.ENTITY and compatible(one.label, identity.kind)
        if fits and whole and form not in known and is_name(written):
            known.add(form)
            aliases.append(bare(written, titles) if one.label == PERSON else written)
    return tuple(aliases)


def _form(name: str, kind: str, titles: Titles) -> tuple[str, ...]:
    return person(name, titles) if kind == PERSON else folded(name)


@dataclass(frozen=True, slots=True)
class Member:
    """A mention in a group, and why it is there.

    Attributes:
        mention: itself.
        pattern: what brought it in, a key of `SURE`; ``equal`` for what the name stands in.
        confidence: 0–1.
        evidence: the words that it goes by.
        by_name: whether its words are a name of the group.
    """

    mention: Mention
    pattern: str
    confidence: float
    evidence: str = ""
    by_name: bool = False


@dataclass(slots=True)
class Group:
    """Mentions of one document that are the same somebody.

    Attributes:
        number: counted in the document.
        kind: the label of its mentions; empty where only sources name it.
        forms: its names, folded, with how they are written.
        members: in the order in which they were found.
        offices: what it is said to hold.
        gender: ``m`` or ``f`` where it is known.
    """

    number: int
    kind: str
    forms: dict[tuple[str, ...], str] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    gender: str = ""

    def take(self, mention: Mention, pattern: str, *, by: str = "", share: float = 1.0) -> None:
        """Take a mention in that goes by something else than a name of its own."""
        sure = round(SURE[pattern] * share, 3)
        self.members.append(Member(mention, pattern, sure, by or self.name))

    def take_name(self, mention: Mention, form: tuple[str, ...], written: str, why: str) -> None:
        """Take a mention in whose words are a name of the group."""
        known = bool(self.members)
        sure = SURE[why] if known else SURE["equal"]
        evidence = self.name if known else ""
        self.members.append(
            Member(mention, why if known else "equal", sure, evidence, by_name=True)
        )
        self.forms.setdefault(form, written)
        self.kind = self.kind or mention.label

    @property
    def name(self) -> str:
        """The fullest of its names."""
        if not self.forms:
            return ""
        return self.forms[max(self.forms, key=lambda form: (len(form), len("".join(form))))]

    @property
    def first(self) -> int:
        """Where it is mentioned first (code points)."""
        return min(member.mention.start for member in self.members)
