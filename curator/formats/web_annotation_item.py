"""One Web Annotation: what it is about, what it says, and where that lies."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from curator.domain.annotation import State
from curator.formats.anchoring import Quote, Span, anchor
from curator.formats.assembling import words

STATES = frozenset(
    state.value for state in (State.ACCEPTED, State.REJECTED, State.UNSURE, State.SUGGESTED)
)
"""States that an annotation can be assessed with."""

_LABELS = ("classifying", "tagging", "identifying")
_CHARACTERS = re.compile(r"char=(\d+),(\d+)")
_LAST = re.compile(r"[^/#?:]+(?=[/#?:]*$)")


class Held(NamedTuple):
    """A document's own text, and the source that it is the text of."""

    source: str
    text: str


class Anchored(NamedTuple):
    """A span as our JSONL lists it, without its id, and whether its position was another."""

    span: dict[str, Any]
    moved: bool


def listed(value: Any) -> list[Any]:
    """Return what may be one or several, or none, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_a(value: dict[str, Any], kind: str) -> bool:
    """Whether an object is of a type."""
    return kind in listed(value.get("type", value.get("@type")))


def iri_of(value: Any) -> str | None:
    """Return what an object is called, or the name that stands for it."""
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) and value else None


def the_text(annotation: dict[str, Any]) -> Held | None:
    """Return the text that an annotation holds of a document; None where it holds none."""
    body, source = annotation.get("body"), iri_of(annotation.get("target"))
    if "describing" not in listed(annotation.get("motivation")) or source is None:
        return None
    if not isinstance(body, dict) or body.get("format") != "text/plain":
        return None
    value = body.get("value")
    return Held(source, value) if isinstance(value, str) else None


def linked(annotation: dict[str, Any]) -> tuple[Any, Any, Any] | None:
    """Return head, child and label of an annotation that links two others."""
    if "linking" not in listed(annotation.get("motivation")):
        return None
    child, label = None, None
    for body in listed(annotation.get("body")):
        if isinstance(body, dict) and body.get("purpose") in _LABELS:
            label = body.get("value")
        else:
            child = iri_of(body.get("source", body) if isinstance(body, dict) else body)
    return iri_of(annotation.get("target")), child, label or "linking"


def about(annotation: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the sources that an annotation is about, each with the target that says where."""
    found = []
    for target in listed(annotation.get("target")):
        if isinstance(target, dict) and target.get("selector") is not None:
            source = iri_of(target.get("source"))
            if source is not None:
                found.append((source, target))
        elif (whole := iri_of(target)) is not None and "#" in whole:
            source, _, fragment = whole.partition("#")
            if _CHARACTERS.match(fragment):
                selector = {"type": "FragmentSelector", "value": fragment}
                found.append((source, {"selector": selector}))
    return found


def anchored(text: str, annotation: dict[str, Any], target: dict[str, Any]) -> Anchored | None:
    """Return the span of one target of an annotation; None where it is not found."""
    position: Span | None = None
    quote: Quote | None = None
    for selector in _selectors(target.get("selector")):
        if is_a(selector, "TextPositionSelector"):
            start, end = selector.get("start"), selector.get("end")
            position = (start, end) if type(start) is int and type(end) is int else position
        elif is_a(selector, "TextQuoteSelector") and isinstance(selector.get("exact"), str):
            around = (words(selector, key) for key in ("prefix", "suffix"))
            quote = Quote(selector["exact"], *around)
        elif found := _CHARACTERS.match(words(selector, "value")):
            position = int(found[1]), int(found[2])
    place = anchor(text, position, quote)
    if place is None:
        return None
    span = {"start": place[0], "end": place[1], **_said(annotation)}
    return Anchored(span, moved=position is not None and place != position)


def _selectors(value: Any) -> list[dict[str, Any]]:
    """Return selectors with those that refine them."""
    found = []
    for one in listed(value):
        if isinstance(one, dict):
            found += [one, *_selectors(one.get("refinedBy"))]
    return found


def _said(annotation: dict[str, Any]) -> dict[str, Any]:
    """Return label, state, comment and what else is known."""
    said: dict[str, Any] = {}
    motivations = listed(annotation.get("motivation"))
    bodies = [*listed(annotation.get("body")), *_bare(annotation)]
    for body in bodies:
        purpose = body.get("purpose") if isinstance(body, dict) else None
        value = _value(body)
        for one in listed(purpose) or motivations:
            if one in _LABELS:
                said.setdefault("label", value)
            elif one == "assessing" and value in STATES:
                said["state"] = value
            elif one == "commenting":
                said["comment"] = value
    creator = annotation.get("creator")
    if isinstance(creator, dict) and is_a(creator, "Software"):
        said["suggester"] = creator.get("name")
    for key in ("score", "attributes", "reason"):
        if annotation.get(key) is not None:
            said[key] = annotation[key]
    return said


def _bare(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    value = annotation.get("bodyValue")
    return [] if value is None else [{"value": value}]


def _value(body: Any) -> Any:
    """Return the words of a body; of an IRI its last part."""
    if isinstance(body, dict) and "value" in body:
        return body["value"]
    iri = iri_of(body.get("source", body) if isinstance(body, dict) else body)
    last = _LAST.search(iri) if iri else None
    return last[0] if last else None
