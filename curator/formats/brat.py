"""brat standoff, written: a folder of `.txt` and `.ann` pairs, and its `annotation.conf`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Annotation, Layer, Part, Role
from curator.domain.canonical import canonical
from curator.formats import losses
from curator.formats.base import Format
from curator.formats.brat_reading import EVENT, KEPT, LABEL, NO_CUE, STATE, is_companion, read
from curator.formats.jsonl_line import whole
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Piece, Report, Sentences
from curator.translation import gettext as _

_UNSAFE = re.compile(r"[^\w-]+")
_LINES = re.compile(r"[^\n]+")
_SAFE_NAME = re.compile(r"[^\w.-]+")


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document's text and annotations.

    A claim is an event: its cue is the trigger, its other parts are arguments by role. States
    other than accepted, labels of claims and attributes are attributes, remarks are notes; what
    brat has no word for is a note of a type of its own, so that it comes back.

    Args:
        outgoing: the document; layers that are not reviewed are left out.
        sentences: not needed.

    Returns:
        The lines of the `.ann` file, with the text and what `pack` lists in ``annotation.conf``.
    """
    chosen = [one for one in outgoing.annotations if one.annotation.layer in outgoing.layers]
    lines = _Lines(outgoing.text)
    for one in chosen:
        lines.add(one)
    left_out = [
        LeftOut(outgoing.id, one.id, why)
        for one in chosen
        for why in _changed(outgoing.text, one.annotation)
    ]
    left_out += [
        LeftOut(outgoing.id, None, "not_reviewed")
        for layer in Layer
        if layer not in outgoing.layers
    ]
    left_out += losses.of_document(outgoing)
    name = _SAFE_NAME.sub("_", outgoing.id).strip(".") or "document"
    if name != outgoing.id:
        left_out.append(LeftOut(outgoing.id, None, "file_name"))
    more = {"name": name, "text": outgoing.text, "types": lines.types, "values": lines.values}
    counts = losses.counts(outgoing, chosen)
    return Piece("".join(lines.written), Report(counts, tuple(left_out)), more)


def _changed(text: str, annotation: Annotation) -> Iterator[str]:
    """Yield why an annotation does not come back as it is: brat knows no ends of lines."""
    quotes = [text[part.start : part.end] for part in annotation.parts]
    if any(quote.strip("\n") != quote for quote in quotes):
        yield "trimmed"
    for role in CLAIM_ROLES:
        between = [
            text[one.end : two.start] for one, two in itertools.pairwise(annotation.spans(role))
        ]
        if any(gap and not gap.strip("\n") for gap in between):
            yield "joined"


class _Lines:
    """The lines of one document.

    Attributes:
        written: with their ends.
        types: labels of entities and claims' parts that occur.
        values: of attributes, by name.
    """

    def __init__(self, text: str) -> None:
        self.written: list[str] = []
        self.types: set[str] = set()
        self.values: dict[str, set[str]] = {}
        self._text = text
        self._numbers: dict[str, int] = {}

    def _line(self, letter: str, words: str) -> str:
        """Write a line; return its name."""
        self._numbers[letter] = self._numbers.get(letter, 0) + 1
        name = f"{letter}{self._numbers[letter]}"
        self.written.append(f"{name}\t{words}\n")
        return name

    def _bound(self, kind: str, parts: tuple[Part, ...]) -> str:
        """Write a span of one or more pieces; none of them goes over the end of a line."""
        pieces = [
            found.span()
            for part in parts
            for found in _LINES.finditer(self._text, part.start, part.end)
        ] or [(part.start, part.end) for part in parts]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        quote = " ".join(self._text[start:end] for start, end in pieces).replace("\n", " ")
        return self._line("T", f"{kind} {places}\t{quote}")

    def add(self, one: OutAnnotation) -> None:
        """Write an annotation."""
        known = whole(one)
        annotation = one.annotation
        kind = _safe(annotation.label)
        if annotation.layer is Layer.ENTITY:
            self.types.add(kind)
            name = self._bound(kind, annotation.parts)
        else:
            name = self._event(one)
            self._attribute(LABEL, name, kind)
        if kind == annotation.label:
            del known["label"]
        if one.state != "accepted":
            self._attribute(STATE, name, one.state)
        del known["state"]
        if comment := known.pop("comment", None):
            self._line("#", f"AnnotatorNotes {name}\t{' '.join(comment.split())}")
            if comment != " ".join(comment.split()):
                known["comment"] = comment
        self._attributes(name, known)
        self._line("#", f"{KEPT} {name}\t{canonical(known)}")

    def _attributes(self, name: str, known: dict[str, Any]) -> None:
        """Write attributes; those that brat cannot spell stay in what is known."""
        rest = {}
        for key, value in known.pop("attributes", {}).items():
            plain = _safe(key) == key and _safe(value) == value
            if plain and key not in (STATE, LABEL, NO_CUE):
                self._attribute(key, name, value)
            else:
                rest[key] = value
        if rest:
            known["attributes"] = rest

    def _attribute(self, key: str, name: str, value: str) -> None:
        self.values.setdefault(key, set()).add(value)
        self._line("A", f"{key} {name} {value}")

    def _event(self, one: OutAnnotation) -> str:
        spans = {role: one.annotation.spans(role) for role in CLAIM_ROLES}
        cue = spans.pop(Role.CUE)
        trigger = self._bound(EVENT, cue or spans[Role.CONTENT])
        arguments = []
        for role, parts in spans.items():
            if parts:
                kind = role.value.capitalize()
                arguments.append(f"{kind}:{self._bound(kind, parts)}")
        name = self._line("E", " ".join([f"{EVENT}:{trigger}", *arguments]))
        if not cue:
            self._line("A", f"{NO_CUE} {name}")
        return name


def _safe(words: str) -> str:
    return _UNSAFE.sub("_", words) or "_"


def pack(pieces: Iterator[Piece]) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder; names are made different where ids look alike."""
    taken: set[str] = set()
    types: set[str] = set()
    values: dict[str, set[str]] = {}
    for piece in pieces:
        name, number = piece.more["name"], 1
        while name.casefold() in taken:
            number += 1
            name = f"{piece.more['name']}-{number}"
        taken.add(name.casefold())
        types |= piece.more["types"]
        for key, some in piece.more["values"].items():
            values.setdefault(key, set()).update(some)
        yield f"{name}.txt", piece.more["text"]
        yield f"{name}.ann", piece.text
    yield "annotation.conf", _configuration(types, values)


def _configuration(types: set[str], values: dict[str, set[str]]) -> str:
    roles = [role.value.capitalize() for role in CLAIM_ROLES if role is not Role.CUE]
    arguments = ", ".join(f"{role}*:{role}" for role in roles)
    attributes = [
        f"{key}\tArg:<ANY>, Value:{'|'.join(sorted(some))}" for key, some in sorted(values.items())
    ]
    sections = {
        "entities": sorted(types | set(roles)),
        "relations": [],
        "events": [f"{EVENT}\t{arguments}"],
        "attributes": [*attributes, f"{NO_CUE}\tArg:{EVENT}"],
    }
    return "\n".join("\n".join([f"[{name}]", *rows, ""]) for name, rows in sections.items())


FORMAT = Format(
    name="brat",
    title=_("brat standoff (a folder)"),
    suffixes=(".ann",),
    read=read,
    write=write,
    pack=pack,
    folder=True,
    companion=is_companion,
)
