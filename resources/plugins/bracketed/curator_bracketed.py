r"""Text with its entities in brackets, a document a file, in and out.

Words in square brackets with a label in round ones behind them are an entity, as in the training
files of several chat-bot builders::

    [Ilse Torvand](PERSON) spoke in [Port Halden](GPE).

A backslash takes the next character for itself: ``\[`` is a bracket and no entity. Brackets that
are not of this form stay as they are, so a text without annotations is hardly changed. The form
holds no overlaps, no claims and no states; what it does not hold is reported, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.draft import Draft
from curator.formats.encoding import encoding_notes, read_text
from curator.formats.fitting import flat
from curator.formats.losses import GOLD, HELD, counts, details, of_document, select
from curator.formats.naming import apart
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Piece, Report, Sentences

SUFFIX = ".bracketed.txt"
"""Longer than ``.txt``, so it goes before plain text."""

_ENTITY = re.compile(
    r"\[(?P<words>(?:\\.|[^\\\[\]])+)\]\((?P<label>(?:\\.|[^\\()\n])+)\)|\\(?P<plain>.)", re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_IN_TEXT, _IN_WORDS, _IN_LABEL = (re.compile(one) for one in (r"[\\\[]", r"[\\\[\]]", r"[\\()]"))
"""What needs a backslash: between entities, in one, in its label."""


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a file; see `curator.formats.base.Read`.

    Args:
        path: the file.
        options: how it is called, and what becomes of its annotations.

    Yields:
        The document, then what is wrong with it or worth knowing.
    """
    found = read_text(path, options)
    if isinstance(found, Problem):
        yield found
        return
    text, entities = taken_apart(found.decoded.text)
    draft = Draft(options, text, stem=options.source.stem.removesuffix(Path(SUFFIX).stem))
    draft.has(Layer.ENTITY)
    for entity in entities:
        draft.add(Layer.ENTITY, entity)
    yield from draft.items(found.raw)
    yield from encoding_notes(found.decoded, options)


def taken_apart(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the text without its marks, and an entity for each (code points of that text)."""
    pieces: list[str] = []
    entities: list[dict[str, Any]] = []
    done = length = 0
    for found in _ENTITY.finditer(marked):
        words = found["plain"] or _ESCAPED.sub(r"\1", found["words"])
        before = marked[done : found.start()]
        start = length + len(before)
        done, length = found.end(), start + len(words)
        pieces += [before, words]
        if found["label"]:
            label = _ESCAPED.sub(r"\1", found["label"])
            entities.append({"start": start, "end": length, "label": label})
    return "".join([*pieces, marked[done:]]), entities


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document; see `curator.formats.outgoing.Write`."""
    chosen, left_out = select(outgoing, written=HELD, told=GOLD)
    entities = [one for one in chosen if one.annotation.layer is Layer.ENTITY]
    spans = [(one.annotation.start, one.annotation.end) for one in entities]
    kept = flat(spans, nested=outgoing.fit.nested)
    written = sorted((entities[place] for place in kept), key=lambda one: one.annotation.start)
    overlapping = [one for place, one in enumerate(entities) if place not in kept]
    claims = [one for one in chosen if one.annotation.layer is Layer.CLAIM]
    linked = [one for one in written if one.links]
    for reason, lost in (("claim", claims), ("overlap", overlapping), ("relation", linked)):
        left_out += [LeftOut(outgoing.id, one.id, reason) for one in lost]
    left_out += [*details(outgoing, written), *of_document(outgoing)]
    report = Report(counts(outgoing, written), tuple(left_out))
    return Piece(_marked(outgoing.text, written), report, {"id": outgoing.id})


def _marked(text: str, entities: Iterable[OutAnnotation]) -> str:
    pieces: list[str] = []
    done = 0
    for one in entities:
        span = one.annotation
        words = _escaped(_IN_WORDS, text[span.start : span.end])
        pieces += [_escaped(_IN_TEXT, text[done : span.start]), f"[{words}]"]
        pieces.append(f"({_escaped(_IN_LABEL, span.label)})")
        done = span.end
    return "".join([*pieces, _escaped(_IN_TEXT, text[done:])])


def _escaped(what: re.Pattern[str], text: str) -> str:
    return what.sub(r"\\\g<0>", text)


FORMAT = Format(
    name="bracketed",
    title="Text with entities in brackets",
    suffixes=(SUFFIX,),
    read=read,
    write=write,
    pack=apart(SUFFIX),
    folder=True,
)
"""What the entry point names."""
