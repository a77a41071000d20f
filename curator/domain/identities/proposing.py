"""Which mentions and sources are the same somebody: proposed by their words, precision first.

A document's mentions are grouped first: people by full name, then by surname; organisations and
places by name, acronym and spelling; sources by whom they name, by office, then by pronoun. A
group is then looked up among the project's identities. What could be two is proposed as none.
The passes follow Lee et al. 2013, “Deterministic coreference resolution based on entity-centric,
precision-ranked rules”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.domain.identities.groups import group_mentions
from curator.domain.identities.mentions import Group, Member, Mention
from curator.domain.identities.names import Titles
from curator.domain.identities.register import Match, Register


@dataclass(frozen=True, slots=True)
class Sameness:
    """Whom a mention or a source is proposed to be.

    Attributes:
        annotation_id: of the entity, or of the claim whose source it is.
        identity: one of the project; None for a new one.
        name: the identity's, or the one that a new one would have.
        kind: its label, empty when unknown.
        confidence: 0–1.
        pattern: why, a key of `curator.domain.identities.mentions.SURE`.
        evidence: the words that it goes by.
        together: the annotations that would share a new identity, this one among them; of a
            known one those that are proposed to be it.
    """

    annotation_id: int
    identity: int | None
    name: str
    kind: str
    confidence: float
    pattern: str
    evidence: str
    together: tuple[int, ...]


def propose(
    text: str, mentions: Sequence[Mention], register: Register, *, titles: Titles
) -> dict[int, Sameness]:
    """Return whom the undecided mentions of a document could be.

    Args:
        text: the document's.
        mentions: all of them, decided ones too, by place.
        register: the project's identities.
        titles: words before names.

    Returns:
        At most one proposal for each annotation; none where candidates conflict, or where it was
        refused already.
    """
    found: dict[int, Sameness] = {}
    for group in group_mentions(text, mentions, titles):
        match = _match(group, register)
        if match is not None:
            found |= _proposals(group, match)
    return found


def _is_somebody(group: Group) -> bool:
    """Whether a group is worth an identity: several mentions, and no mere adjective."""
    spoken = group.kind != "NORP" or any(member.mention.is_source for member in group.members)
    return spoken and len(group.members) > 1


NEW = Match(None, "", 1.0)
"""What a group is matched with that no identity of the project fits."""


def _match(group: Group, register: Register) -> Match | None:
    """Return the identity of a group; `NEW` for one that nobody has, None for no proposal."""
    decided = {member.mention.identity for member in group.members} - {None}
    if len(decided) > 1:
        return None
    for number in decided:
        identity = register.get(number) if number is not None else None
        return Match(identity, "", 1.0, identity.name) if identity else None
    found = register.find(group.kind, list(group.forms), list(group.forms.values()))
    if found is None:
        return NEW if _is_somebody(group) else None
    return found if found.identity is not None else None


def _proposals(group: Group, match: Match) -> dict[int, Sameness]:
    """Propose what a group was matched with to each of its undecided members."""
    identity = match.identity
    number = identity.id if identity else None
    open_ = [one for one in group.members if _open(one, number)]
    together = tuple(member.mention.annotation_id for member in open_)
    if number is None and len(together) < 2:
        return {}
    return {
        member.mention.annotation_id: Sameness(
            annotation_id=member.mention.annotation_id,
            identity=number,
            name=identity.name if identity else group.name,
            kind=identity.kind if identity else group.kind,
            confidence=round(member.confidence * match.confidence, 2),
            pattern=_pattern(member, match),
            evidence=match.evidence if _by_match(member, match) else member.evidence,
            together=together,
        )
        for member in open_
    }


def _open(member: Member, identity: int | None) -> bool:
    mention = member.mention
    return mention.identity is None and (identity is None or identity not in mention.refused)


def _by_match(member: Member, match: Match) -> bool:
    return member.by_name and bool(match.pattern)


def _pattern(member: Member, match: Match) -> str:
    """What a name was found by in the project, else what brought the mention to the name."""
    return match.pattern if _by_match(member, match) else member.pattern
