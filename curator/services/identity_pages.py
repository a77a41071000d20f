"""What screens read of identities: who could be whom in a document, the list, the places."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from curator.assets import resources
from curator.domain.annotation import Annotation, Role
from curator.domain.identities.identity import Identity
from curator.domain.identities.mentions import mentions_of, shown
from curator.domain.identities.names import Titles
from curator.domain.identities.proposing import Sameness, propose
from curator.domain.identities.register import Register
from curator.store import annotations as stored
from curator.store import documents, identities, places
from curator.store.project import Project


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """An identity in the list.

    Attributes:
        identity: itself.
        mentions: entities that are it.
        sources: claims whose source it is.
        documents: in how many documents.
    """

    identity: Identity
    mentions: int = 0
    sources: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class NamedAt:
    """A place at which an identity is named.

    Attributes:
        document_id: of the document.
        title: of the document.
        annotation_id: the entity, or the claim whose source it is.
        start: where its words begin (code points).
        words: of the mention or the source.
        is_source: whether it is the source of a claim.
    """

    document_id: int
    title: str
    annotation_id: int
    start: int
    words: str
    is_source: bool


@dataclass(frozen=True, slots=True)
class DocumentIdentities:
    """What is known and what could be known of a document's mentions and sources.

    Attributes:
        document_id: of the document.
        proposed: whom undecided ones could be, by annotation.
        known: the identities that its annotations refer to, by id, with their counts.
    """

    document_id: int
    proposed: dict[int, Sameness]
    known: dict[int, IdentityRow]


@cache
def titles() -> Titles:
    """Return the shipped words before names."""
    words = (resources() / "lexicons" / "titles.toml").read_text(encoding="utf-8")
    return Titles.of(tomllib.loads(words)["titles"])


def register(project: Project) -> Register:
    """Return the project's identities as an index; good until identities change."""
    with project.read() as tx:
        return Register(identities.every(tx), titles())


def proposals(
    project: Project, document_id: int, *, known: Register | None = None
) -> dict[int, Sameness]:
    """Return whom the mentions and sources of a document could be, by annotation.

    Args:
        project: any.
        document_id: of the document.
        known: the project's identities, where they are at hand.
    """
    known = known or register(project)
    with project.read() as tx:
        text, _digest = documents.text(tx, document_id)
        found = stored.of_document(tx, document_id)
    return propose(text, mentions_of(found), known, titles=titles())


def of_document(
    project: Project, document_id: int, *, known: Register | None = None
) -> DocumentIdentities:
    """Return what the cards of a document's annotations say of identities.

    Args:
        project: any.
        document_id: of the document.
        known: the project's identities, where they are at hand.
    """
    proposed = proposals(project, document_id, known=known)
    with project.read() as tx:
        found = stored.of_document(tx, document_id)
        wanted = {link.target for one in found for link in one.references}
        counted = places.counts(tx) if wanted else {}
        rows = {
            number: IdentityRow(identities.get(tx, number), *counted.get(number, ()))
            for number in wanted
        }
    return DocumentIdentities(document_id, proposed, rows)


def listed(project: Project) -> list[IdentityRow]:
    """Return the project's identities by name, with how often they are named."""
    with project.read() as tx:
        counted = places.counts(tx)
        rows = [IdentityRow(one, *counted.get(one.id, ())) for one in identities.every(tx)]
    return sorted(rows, key=lambda row: (row.identity.name.casefold(), row.identity.id))


def of(project: Project, identity_id: int) -> list[NamedAt]:
    """Return the places of an identity by document and place."""
    with project.read() as tx:
        return [
            NamedAt(
                place.annotation.document_id,
                place.title,
                place.annotation.id,
                *_words(place.annotation, place.text),
            )
            for place in places.of(tx, identity_id)
        ]


def _words(one: Annotation, text: str) -> tuple[int, str, bool]:
    sources = one.spans(Role.SOURCE)
    part = sources[0] if sources else one.anchor
    return part.start, shown(text[part.start : part.end]), bool(sources)
