"""A document becomes a UIMA CAS."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from curator.domain.annotation import Layer
from curator.domain.canonical import canonical
from curator.formats.cas_types import (
    CLAIM,
    CLAIM_PART,
    DETAILS,
    DOCUMENT,
    ENTITY,
    LINK,
    META,
    NAMED_ENTITY,
    SENTENCE,
    TOKEN,
    is_feature,
    type_system,
)
from curator.formats.flat import Flat, FlatRelation, FlatSpan
from curator.formats.jsonl_line import whole
from curator.formats.losses import HELD
from curator.formats.outgoing import OutAnnotation, Outgoing, Sentences

if TYPE_CHECKING:
    from cassis import Cas

Clean = Callable[[str], str]
"""Replaces characters that a file cannot hold, one for one."""

_COLUMNS = ("id", "state", "score", "confidence", "suggester")


def features(flat: Flat) -> set[str]:
    """Return the attributes of claims that are features of their own."""
    owners = [one.owner.annotation for one in flat.spans if one.owner is not None]
    return {
        name
        for annotation in owners
        if annotation.layer is Layer.CLAIM
        for name in annotation.attributes
        if is_feature(name)
    }


def cas_of(outgoing: Outgoing, sentences: Sentences, flat: Flat, clean: Clean) -> Cas:
    """Return the CAS of a document.

    Args:
        outgoing: the document.
        sentences: its tokens.
        flat: its annotations as spans and relations.
        clean: what becomes of its strings.
    """
    return _Building(outgoing, features(flat), clean).cas(sentences, flat)


class _Building:
    """A CAS under way; offsets are code points until it is written."""

    def __init__(self, outgoing: Outgoing, attributes: set[str], clean: Clean) -> None:
        from cassis import Cas

        self._outgoing = outgoing
        self._clean = clean
        self._types = type_system(attributes)
        self._cas = Cas(typesystem=self._types)
        self._cas.sofa_string = clean(outgoing.text)
        self._cas.sofa_mime = "text/plain"
        self._annotations: dict[str, Any] = {}

    def _add(self, kind: str, start: int, end: int, **values: Any) -> Any:
        cleaned = {
            name: self._clean(value) if isinstance(value, str) else value
            for name, value in values.items()
        }
        made = self._types.get_type(kind)(begin=start, end=end, **cleaned)
        self._cas.add(made)
        return made

    def cas(self, sentences: Sentences, flat: Flat) -> Cas:
        """Fill it."""
        self._document()
        for sentence in sentences:
            if sentence:
                self._add(SENTENCE, sentence[0][0], sentence[-1][1])
            for start, end in sentence:
                self._add(TOKEN, start, end)
        roles = {one.child: one.label for one in flat.relations}
        for span in flat.spans:
            self._annotations[span.id] = self._span(span, roles)
        owners = {one.id for one in flat.spans if one.owner is not None}
        for relation in flat.relations:
            self._relation(relation, CLAIM_PART if relation.child not in owners else LINK)
        for span in flat.spans:
            if span.owner is not None:
                self._details(span, span.owner)
        return self._cas

    def _document(self) -> None:
        outgoing = self._outgoing
        meta = outgoing.meta
        url, language = meta.get("url"), meta.get("language")
        self._add(
            META,
            0,
            len(outgoing.text),
            documentId=outgoing.id,
            documentTitle=outgoing.title or None,
            documentUri=url if isinstance(url, str) else None,
            language=language if isinstance(language, str) else "x-unspecified",
        )
        self._add(
            DOCUMENT,
            0,
            len(outgoing.text),
            meta=canonical(dict(meta)),
            extra=canonical(dict(outgoing.extra)),
            reviewed=" ".join(layer.value for layer in Layer if layer in outgoing.reviewed),
            layers=" ".join(layer.value for layer in Layer if layer in outgoing.layers),
        )

    def _span(self, span: FlatSpan, roles: dict[str, str]) -> Any:
        if span.owner is None:
            return self._add(CLAIM, span.start, span.end, role=roles[span.id])
        annotation = span.owner.annotation
        if annotation.layer is Layer.ENTITY:
            kind = NAMED_ENTITY if span.owner.state in HELD else ENTITY
            return self._add(kind, span.start, span.end, value=annotation.label)
        told = {name: one for name, one in annotation.attributes.items() if is_feature(name)}
        role = annotation.anchor.role.value
        return self._add(CLAIM, span.start, span.end, value=annotation.label, role=role, **told)

    def _relation(self, relation: FlatRelation, kind: str) -> None:
        head, child = self._annotations[relation.head], self._annotations[relation.child]
        self._add(kind, child.begin, child.end, Governor=head, Dependent=child, role=relation.label)

    def _details(self, span: FlatSpan, one: OutAnnotation) -> None:
        known = whole(one)
        told = {name: known.pop(name) for name in _COLUMNS if name in known}
        del known["label"]
        known.pop("links", None)
        if one.annotation.layer is Layer.CLAIM:
            kept = {
                name: value
                for name, value in known.pop("attributes", {}).items()
                if not is_feature(name)
            }
            known |= {"attributes": kept} if kept else {}
        more = canonical(known) if known else None
        of = self._annotations[span.id]
        self._add(DETAILS, span.start, span.end, of=of, more=more, **told)
