"""spaCy's DocBin: entities, and span groups for what overlaps, for claims, for other states."""

from __future__ import annotations

import base64
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Layer
from curator.domain.canonical import canonical
from curator.formats import fitting, losses
from curator.formats.base import LONGEST, Format, Incoming, Item, ReadOptions
from curator.formats.docbin_docs import NoDocBin, TokenSpan, docs
from curator.formats.draft import Draft
from curator.formats.fitting import Span
from curator.formats.jsonl_line import whole
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Piece, Report, Sentences
from curator.formats.strict_json import Malformed, parse
from curator.pipes import Child
from curator.translation import gettext as _

_MAKER = "curator.formats.docbin_process"
_GROUP = "sc"
"""Where spaCy's own span categoriser looks."""
_ROLES = "|".join(role.value for role in CLAIM_ROLES)
_CLAIM_GROUP = re.compile(rf"(?:\w+\.)?claim\.({_ROLES})")


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
    """Make a document's tokens and spans.

    Entities are in the span group ``sc``, those that do not overlap also in ``ents``; a claim's
    parts are in ``claim.source``, ``claim.cue`` …, each under the claim's label and id. What was
    rejected, and candidates, are in groups with the state before; where somebody was unsure
    nothing is known of the entities. All else that is known is in the user data.

    Args:
        outgoing: the document; without its entity layer nothing is known of its entities.
        sentences: its tokens.

    Returns:
        Plain values for `pack`, and a report that lists what was fitted to tokens, and entities
        that are in ``sc`` only.
    """
    chosen = [one for one in outgoing.annotations if one.annotation.layer in outgoing.layers]
    groups, tokens, report = _grouped(outgoing, chosen, sentences)
    ents = _flat(groups.get(_GROUP, []), nested=outgoing.fit.nested)
    beside = [span for span in groups.get(_GROUP, []) if span not in ents]
    left_out = (LeftOut(outgoing.id, span[3], "span_group") for span in beside)
    more = tokens.plain() | {
        "ents": ents,
        "missing": _missing(groups.get(f"unsure.{_GROUP}", []), ents),
        "open": Layer.ENTITY not in outgoing.layers,
        "groups": {key: groups[key] for key in sorted(groups)},
        "kept": _kept(outgoing, chosen),
    }
    return Piece("", Report(report.counts, (*report.left_out, *left_out)), more)


def _grouped(
    outgoing: Outgoing, chosen: list[OutAnnotation], sentences: Sentences
) -> tuple[dict[str, list[TokenSpan]], _Tokens, Report]:
    """Fit all parts to tokens; return them by span group, the tokens, and what did not fit."""
    parts = [(one, part) for one in chosen for part in one.annotation.parts]
    places = [(part.start, part.end) for _, part in parts]
    fitted = fitting.fit(outgoing.text, sentences, places, edges=outgoing.fit.edges)
    tokens = _Tokens(outgoing.text, fitted.sentences)
    groups: dict[str, list[TokenSpan]] = {}
    left_out = []
    for (one, part), span, why in zip(parts, fitted.spans, fitted.reasons, strict=True):
        if why:
            left_out.append(LeftOut(outgoing.id, one.id, why))
        if span is not None:
            found = (*tokens.of(span), one.annotation.label, one.id)
            groups.setdefault(_group(one, part.role.value), []).append(found)
    for spans in groups.values():
        spans.sort(key=lambda span: (span[0], -span[1], *span[2:]))
    counts = losses.counts(outgoing, chosen) | {"split_tokens": fitted.split}
    return groups, tokens, Report(counts, tuple(left_out))


def _group(one: OutAnnotation, role: str) -> str:
    name = _GROUP if one.annotation.layer is Layer.ENTITY else f"claim.{role}"
    return name if one.state in losses.HELD else f"{one.state}.{name}"


def _flat(spans: list[TokenSpan], *, nested: str) -> list[TokenSpan]:
    chosen = fitting.flat([(start, end) for start, end, _, _ in spans], nested=nested)
    return [span for place, span in enumerate(spans) if place in chosen]


def _missing(unsure: list[TokenSpan], ents: list[TokenSpan]) -> list[Span]:
    """Return runs of tokens of which nothing is known and which are in no entity."""
    taken = {token for start, end, _, _ in ents for token in range(start, end)}
    masked = {token for start, end, _, _ in unsure for token in range(start, end)} - taken
    return [(token, token + 1) for token in sorted(masked)]


def _kept(outgoing: Outgoing, chosen: list[OutAnnotation]) -> str:
    return canonical(
        {
            "id": outgoing.id,
            "title": outgoing.title,
            "meta": outgoing.meta,
            **({"extra": outgoing.extra} if outgoing.extra else {}),
            "layers": [layer.value for layer in outgoing.layers],
            "annotations": {one.id: whole(one) for one in chosen},
        }
    )


class _Tokens:
    """A text's tokens as spaCy wants them: white space is a token, but for one blank behind."""

    def __init__(self, text: str, sentences: list[list[Span]]) -> None:
        self._text = text
        self._spans: list[Span] = []
        self._spaces: list[bool] = []
        self._begins: list[bool] = []
        self._end = 0
        for sentence in sentences:
            for place, (start, end) in enumerate(sentence):
                self._blank(start)
                self._add(start, end, begins=place == 0)
        self._blank(len(text))
        # White space before the first sentence is no sentence of its own.
        if len(self._begins) > 1 and text[0].isspace():
            self._begins[1] = False
        self._starts = [start for start, _ in self._spans]
        self._ends = [end for _, end in self._spans]

    def _blank(self, until: int) -> None:
        """Add the white space before a place."""
        if self._end < until and self._spans and self._text[self._end] == " ":
            self._spaces[-1] = True
            self._end += 1
        if self._end < until:
            self._add(self._end, until, begins=not self._spans)

    def _add(self, start: int, end: int, *, begins: bool) -> None:
        self._spans.append((start, end))
        self._spaces.append(False)
        self._begins.append(begins)
        self._end = end

    def of(self, span: Span) -> Span:
        """Return the first token of a span and the one after its last."""
        return bisect_left(self._starts, span[0]), bisect_right(self._ends, span[1])

    def plain(self) -> dict[str, Any]:
        """Return the tokens as `curator.formats.docbin_docs.Bin.add` takes them."""
        words = [self._text[start:end] for start, end in self._spans]
        return {"words": words, "spaces": self._spaces, "starts": self._begins}


def pack(pieces: Iterator[Piece]) -> Iterator[tuple[str, bytes]]:
    """Make the file of all documents, in a process of its own.

    Raises:
        Fault: ``child.gone`` when that process dies.
    """
    child = Child(_MAKER)
    try:
        for piece in pieces:
            child.send(dict(piece.more))
        child.send(None)
        for data in child.frames():
            if not data:
                return
            yield "", base64.b64decode(data)
        raise child.gone()
    finally:
        child.kill()


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read documents: entities of ``ents`` and of every span group, claims of ours.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        A document for each, and the problem that ends the file early.
    """
    try:
        if path.stat().st_size > LONGEST:
            yield options.problem(None, "import.too_long", limit=LONGEST)
            return
        data = path.read_bytes()
    except OSError as error:
        yield options.problem(None, "import.unreadable", reason=error.strerror or str(error))
        return
    try:
        for number, plain in enumerate(docs(data), start=1):
            yield from _document(plain, number, options)
    except NoDocBin as error:
        yield options.problem(None, "import.no_docbin", reason=error.args[0])


def _document(plain: dict[str, Any], number: int, options: ReadOptions) -> Iterator[Item]:
    kept = _ours(plain["kept"])
    stem = options.source.stem
    name = kept.get("id")
    draft = Draft(
        options,
        plain["text"],
        line=number,
        sender_id=name if isinstance(name, str) and name else None,
        stem=stem if number == 1 else f"{stem}-{number}",
    )
    if plain["annotated"]:
        draft.has(Layer.ENTITY)
    if Layer.CLAIM.value in _of(kept, "layers", list):
        draft.has(Layer.CLAIM)
    known = _of(kept, "annotations", dict)
    for layer, thing in _things(plain):
        more = known.get(thing.get("id"))
        draft.add(layer, thing | (more if isinstance(more, dict) else {}))
    title = kept.get("title")
    extra = _of(kept, "extra", dict)
    for item in draft.items(
        plain["text"].encode("utf-8", "surrogatepass"),
        title=title if isinstance(title, str) else "",
        meta=_of(kept, "meta", dict),
    ):
        yield replace(item, extra=extra) if isinstance(item, Incoming) and extra else item


def _ours(kept: str) -> dict[str, Any]:
    try:
        value = parse(kept)
    except Malformed:
        return {}
    return value if isinstance(value, dict) else {}


def _of(kept: dict[str, Any], key: str, kind: type) -> Any:
    value = kept.get(key)
    return value if isinstance(value, kind) else kind()


def _things(plain: dict[str, Any]) -> Iterator[tuple[Layer, dict[str, Any]]]:
    """Yield entities, none twice, then claims, as our JSONL lists them."""
    claims: dict[str, dict[str, Any]] = {}
    seen: set[tuple[int, int, str]] = set()
    for key, spans in [*plain["groups"].items(), ("", plain["ents"])]:
        found = _CLAIM_GROUP.fullmatch(key)
        for start, end, label, name in spans:
            if found:
                claim = claims.setdefault(name, {"id": name, "label": label})
                claim.setdefault(found[1], []).append([start, end])
            elif (start, end, label) not in seen or (name and key):
                seen.add((start, end, label))
                thing = {"start": start, "end": end, "label": label or key}
                yield Layer.ENTITY, thing | ({"id": name} if name else {})
    for claim in claims.values():
        yield Layer.CLAIM, claim


FORMAT = Format(
    name="spacy",
    title=_("spaCy DocBin"),
    suffixes=(".spacy",),
    read=read,
    write=write,
    needs_tokens=True,
    pack=pack,
)
