"""One decision in words: what it was about, and what it changed from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from curator.services.sentences.names import named
from curator.translation import gettext as _

State = Mapping[str, Any] | None
_LAYERS = {"entity": _("Entities"), "claim": _("Claims")}
_SUBJECTS = {
    "document": _("The document"),
    "batch": _("The batch"),
    "scheme": _("The label scheme"),
    "identity": _("An identity"),
    "word-list": _("A word list"),
}
_ROLES = ("mention", "source", "cue", "content", "addressee", "medium")
_ARROW = " → "
_NO_LONGER = {"flagged": _("no longer flagged"), "withdrawn": _("no longer withdrawn")}


def what(subject: str, layer: str | None, before: State, after: State, text: str) -> str:
    """Return what a decision was about: the words of an annotation, else what it is.

    Args:
        subject: as the log names it.
        layer: of a document's layer.
        before, after: the states that the log keeps.
        text: of the document, empty where there is none.
    """
    if subject == "annotation":
        return _words(after or before, text)
    if subject == "document-layer":
        return _LAYERS.get(layer or "", layer or "")
    name = (after or before or {}).get("name")
    return str(name) if name else _SUBJECTS.get(subject, subject)


def change(subject: str, before: State, after: State, text: str) -> str:
    """Return what a decision changed, as ``suggested → accepted, PERSON → ORG``."""
    match subject:
        case "annotation":
            found = list(_of_annotation(before, after, text))
        case "document-layer":
            closed = bool(after and after.get("reviewed"))
            found = [_("open → closed") if closed else _("closed → open")]
        case "document" | "batch":
            found = list(_of_document(before or {}, after or {}))
        case "scheme":
            found = [_("set") if before is None else _("another revision")]
        case _:
            found = list(_of_other(before, after))
    return ", ".join(found) or _("as it was")


def _of_annotation(before: State, after: State, text: str) -> Iterator[str]:
    if before is None and after is not None:
        words = _("new: {label}, {state}")
        yield words.format(label=after["label"], state=named(after["state"]))
        return
    if after is None and before is not None:
        words = _("{label}, {state} → not there")
        yield words.format(label=before["label"], state=named(before["state"]))
        return
    assert before is not None
    assert after is not None
    for name in ("state", "label"):
        if before[name] != after[name]:
            yield f"{named(before[name])}{_ARROW}{named(after[name])}"
    for role in _ROLES:
        one, other = (_part(state, role, text) for state in (before, after))
        if one != other:
            yield f"{named(role)} {_quoted(one)}{_ARROW}{_quoted(other)}"
    attributes, others = before.get("attributes", {}), after.get("attributes", {})
    for name in sorted({*attributes, *others}):
        if attributes.get(name) != others.get(name):
            yield f"{name} {attributes.get(name, '–')}{_ARROW}{others.get(name, '–')}"
    if before.get("comment") != after.get("comment"):
        yield _comment(before, after)
    if after.get("reason") and before.get("reason") != after.get("reason"):
        yield _("because: {reason}").format(reason=named(after["reason"]))
    if before.get("references") != after.get("references"):
        yield _("whom it is")
    if before.get("links") != after.get("links"):
        yield _("what it is linked to")


def _of_document(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for name in ("flagged", "withdrawn"):
        if bool(before.get(name)) != bool(after.get(name)):
            yield named(name) if after.get(name) else _NO_LONGER[name]
    if before.get("comment") != after.get("comment"):
        yield _comment(before, after)
    if not before and not after.get("withdrawn"):
        yield _("brought in")


def _of_other(before: State, after: State) -> Iterator[str]:
    if before is None:
        yield _("new")
    elif after is None:
        yield _("taken out")
    else:
        for name in sorted({*before, *after}):
            one, other = before.get(name), after.get(name)
            if one != other and isinstance(one, str) and isinstance(other, str):
                yield f"{name} {one}{_ARROW}{other}"
            elif one != other:
                yield _("another value of {name}").format(name=name)


def _words(state: State, text: str) -> str:
    parts = (state or {}).get("parts", [])
    for role in ("mention", "cue", "content"):
        if found := [part for part in parts if part[0] == role]:
            return " ".join(text[found[0][1] : found[0][2]].split())
    return ""


def _part(state: Mapping[str, Any], role: str, text: str) -> str:
    spans = [part for part in state["parts"] if part[0] == role]
    return " … ".join(" ".join(text[part[1] : part[2]].split()) for part in spans)


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words else _("none")


def _comment(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    words = _("comment {before} → {after}")
    one, other = _quoted(before.get("comment")), _quoted(after.get("comment"))
    return words.format(before=one, after=other)
