"""W3C Web Annotation as JSON-LD: an array of pages, a document each.

The document's text is the body of an annotation that describes it. Each span has two selectors,
its position in code points and its words with their context; relations are annotations that link
others. What the vocabulary has no word for stands under terms of our own, which the context
explains.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote as quoted

from curator.formats.anchoring import quote
from curator.formats.base import Format
from curator.formats.flat import FlatRelation, FlatSpan, flatten
from curator.formats.json_items import array
from curator.formats.losses import ATTRIBUTES, REMARKS, counts, details, select
from curator.formats.outgoing import (
    OutAnnotation,
    Outgoing,
    Piece,
    Report,
    Sentences,
    in_order,
)
from curator.formats.web_annotation_item import STATES
from curator.formats.web_annotation_reading import DOCUMENT, read, recognises
from curator.translation import gettext as _

_JSON = {"@type": "@json"}
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "meta": {"@id": "urn:curator:meta", **_JSON},
        "extra": {"@id": "urn:curator:extra", **_JSON},
        "attributes": {"@id": "urn:curator:attributes", **_JSON},
        "score": "urn:curator:score",
        "reason": "urn:curator:reason",
    },
]
_IRI = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`#]+(?:#[^\s<>\"{}|\\^`#]*)?")
_PAGE = "urn:curator:page:"

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document as a page: its text, its spans, and what links them."""
    chosen, left_out = select(outgoing, written=STATES, told=STATES)
    flat = flatten(outgoing.id, chosen)
    source = iri(DOCUMENT, outgoing.id)
    names = {span.id: iri(f"{source}#", span.id) for span in flat.spans}
    page: dict[str, Any] = {"@context": _CONTEXT, "id": _PAGE + quoted(outgoing.id, safe="")}
    page |= {"type": "AnnotationPage", "label": outgoing.title}
    page |= {"meta": in_order(outgoing.meta), "extra": in_order(outgoing.extra)}
    page["items"] = [
        _text(source, outgoing.text),
        *(_span(span, names[span.id], source, outgoing.text) for span in flat.spans),
        *(_relation(one, names) for one in flat.relations),
    ]
    written = [span.owner for span in flat.spans if span.owner is not None]
    left_out += flat.left_out
    left_out += details(outgoing, written, held=(ATTRIBUTES, REMARKS), scored=True)
    return Piece(_encode(page), Report(counts(outgoing, written), tuple(left_out)))


def iri(before: str, name: str) -> str:
    """Return a name as an IRI; one that is an IRI stays as it is."""
    return name if _IRI.fullmatch(name) else before + quoted(name, safe="")


def _text(source: str, text: str) -> dict[str, Any]:
    body = {"type": "TextualBody", "format": "text/plain", "value": text}
    return {
        "id": f"{source}#",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": source,
    }


def _span(span: FlatSpan, name: str, source: str, text: str) -> dict[str, Any]:
    words = quote(text, span.start, span.end)
    selectors = [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {"type": "TextQuoteSelector", **words._asdict()},
    ]
    item: dict[str, Any] = {"id": name, "type": "Annotation", "motivation": "classifying"}
    body = [_body("classifying", span.label)]
    if span.owner is not None:
        item |= _known(span.owner)
        body.append(_body("assessing", span.owner.state))
        if comment := span.owner.annotation.comment:
            body.append(_body("commenting", comment))
    return {**item, "body": body, "target": {"source": source, "selector": selectors}}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _known(owner: OutAnnotation) -> dict[str, Any]:
    annotation = owner.annotation
    creator = owner.suggester and {"type": "Software", "name": owner.suggester}
    known = {
        "creator": creator or None,
        "score": annotation.score,
        "attributes": in_order(annotation.attributes) or None,
        "reason": annotation.reason,
    }
    return {key: value for key, value in known.items() if value is not None}


def _relation(one: FlatRelation, names: dict[str, str]) -> dict[str, Any]:
    to = {"type": "SpecificResource", "purpose": "linking", "source": names[one.child]}
    return {
        "type": "Annotation",
        "motivation": "linking",
        "body": [to, _body("tagging", one.label)],
        "target": names[one.head],
    }


FORMAT = Format(
    name="web-annotation",
    suffixes=(".jsonld", ".json"),
    read=read,
    write=write,
    title=_("W3C Web Annotation"),
    recognises=recognises,
    pack=array,
)
