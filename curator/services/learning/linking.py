"""Links of claims: to the entities that their sources are, and to the claims around them."""

from __future__ import annotations

from dataclasses import replace

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.learning.arranging_claims import features_of
from curator.domain.learning.claim_links import SOURCE, nested_link, source_links
from curator.store import annotations as stored
from curator.store import documents, log
from curator.store.transaction import Tx


def relink(tx: Tx, document_id: int) -> list[Annotation]:
    """Link the undecided claims of a document to the entities that their sources are now.

    What a decision names is left as it is, and so are claims whose suggester says nothing of how
    it found them.

    Args:
        tx: a writing transaction.
        document_id: of the document.

    Returns:
        The claims whose links are others now.
    """
    found = stored.of_document(tx, document_id)
    claims = [
        one
        for one in found
        if one.layer is Layer.CLAIM and one.undecided and features_of(one.evidence)
    ]
    if not claims:
        return []
    text, _digest = documents.text(tx, document_id)
    entities = _entities(found)
    pairs = [(one, _with_source(text, one, entities)) for one in claims]
    changed = {after.id: after for before, after in pairs if before.links != after.links}
    if changed:
        named = log.named(tx, document_id)
        changed = {number: one for number, one in changed.items() if number not in named}
        stored.update(tx, changed.values(), text)
    return list(changed.values())


def linked(tx: Tx, claim: Annotation, text: str) -> Annotation:
    """Return a claim that was hidden, with the links that it has now that it is one.

    Args:
        tx: any transaction.
        claim: which is about to be inserted; other annotations come back as they are.
        text: of its document.
    """
    if claim.layer is not Layer.CLAIM or claim.links:
        return claim
    found = stored.of_document(tx, claim.document_id)
    claim = _with_source(text, claim, _entities(found))
    return replace(claim, links=(*nested_link(claim, found), *claim.links))


def _entities(found: list[Annotation]) -> list[Annotation]:
    return [one for one in found if one.layer is Layer.ENTITY and one.state is not State.REJECTED]


def _with_source(text: str, claim: Annotation, entities: list[Annotation]) -> Annotation:
    others = [link for link in claim.links if link.role != SOURCE]
    links = tuple(sorted([*others, *source_links(text, claim, entities)]))
    return replace(claim, links=links)
