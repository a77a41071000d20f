"""CSV tables of entities, claims and decisions, for people and their spreadsheets.

They are UTF-8 with a mark, so that a spreadsheet reads it as such. A cell of a stranger's words
that a spreadsheet could take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Layer, Part
from curator.formats.base import Format
from curator.formats.losses import counts, of_document
from curator.formats.outgoing import (
    LeftOut,
    OutAnnotation,
    OutDecision,
    Outgoing,
    Piece,
    Report,
    Sentences,
)
from curator.translation import gettext as _

_FORMULA = frozenset("=+-@＝＋－＠|%")
_BOM = "\ufeff"

_DOCUMENT = ("document", "title", "date", "agency")
_PLACE = ("id", "label", "state", "start", "end", "quote")
_ROLES = tuple(role.value for role in CLAIM_ROLES)
_REST = (
    "attributes",
    "links",
    "suggester",
    "score",
    "confidence",
    "pattern",
    "proposed",
    "reason",
    "comment",
)
ENTITY_COLUMNS = (*_DOCUMENT, *_PLACE, *_REST)
CLAIM_COLUMNS = (*_DOCUMENT, *_PLACE, *_ROLES, "parts", *_REST)
DECISION_COLUMNS = (*_DOCUMENT, *OutDecision._fields)


def guarded(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula; numbers stay as they are."""
    if not isinstance(cell, str) or not cell:
        return cell
    begins = cell.lstrip()[:1] in _FORMULA or cell[0] in "\t\r\n"
    return f"'{cell}" if begins and cell.strip() else cell


def write_annotations(
    outgoing: Outgoing,
    sentences: Sentences,  # noqa: ARG001 - as a format writes
    *,
    layer: Layer,
) -> Piece:
    """Write a row for each entity, or each claim, of a document."""
    chosen = [one for one in outgoing.annotations if one.annotation.layer is layer]
    others = [one for one in outgoing.annotations if one.annotation.layer is not layer]
    cells = _entity if layer is Layer.ENTITY else _claim
    text, n = _rows([*_head(outgoing), *cells(one, outgoing.text)] for one in chosen)
    left_out = tuple(LeftOut(outgoing.id, one.id, one.annotation.layer.value) for one in others)
    return Piece(
        text, Report({**counts(outgoing, chosen), "guarded": n}, (*left_out, *_told(outgoing)))
    )


def write_decisions(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001
    """Write a row for each decision on a document, its layers and its annotations."""
    text, n = _rows([*_head(outgoing), *one] for one in outgoing.decisions)
    decided = {one.annotation for one in outgoing.decisions}
    left_out = tuple(
        LeftOut(outgoing.id, one.id, "no_decision")
        for one in outgoing.annotations
        if one.id not in decided
    )
    found = {"documents": 1, "decisions": len(outgoing.decisions), "guarded": n}
    return Piece(text, Report(found, (*left_out, *_told(outgoing))))


def _told(outgoing: Outgoing) -> list[LeftOut]:
    """Say what is known of the document beyond the columns."""
    more = {key: value for key, value in outgoing.meta.items() if key not in _DOCUMENT}
    return of_document(replace(outgoing, meta=more), held={"title"})


def _head(outgoing: Outgoing) -> list[Any]:
    meta = outgoing.meta
    known = [meta.get(key) if isinstance(meta.get(key), str) else None for key in _DOCUMENT[2:]]
    return [outgoing.id, outgoing.title, *known]


def _place(one: OutAnnotation, text: str) -> list[Any]:
    annotation = one.annotation
    place = [annotation.start, annotation.end, annotation.quote(text)]
    return [one.id, annotation.label, one.state, *place]


def _entity(one: OutAnnotation, text: str) -> list[Any]:
    return [*_place(one, text), *_rest(one)]


def _claim(one: OutAnnotation, text: str) -> list[Any]:
    annotation = one.annotation
    words = [
        " … ".join(text[part.start : part.end] for part in annotation.spans(role))
        for role in CLAIM_ROLES
    ]
    return [*_place(one, text), *words, _parts(annotation.parts), *_rest(one)]


def _rest(one: OutAnnotation) -> list[Any]:
    annotation = one.annotation
    proposed = annotation.proposed
    return [
        "; ".join(f"{name}={value}" for name, value in sorted(annotation.attributes.items())),
        "; ".join(f"{role} {target}" for role, target in sorted(one.links)),
        one.suggester,
        annotation.score,
        annotation.confidence,
        annotation.pattern,
        proposed and f"{proposed.label}: {_parts(proposed.parts)}",
        annotation.reason,
        annotation.comment,
    ]


def _parts(parts: Iterable[Part]) -> str:
    return "; ".join(f"{part.role} {part.start}-{part.end}" for part in parts)


def _rows(rows: Iterable[Iterable[Any]]) -> tuple[str, int]:
    """Return rows as text, and how many cells are guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    n = 0
    for row in rows:
        cells = list(row)
        safe = [guarded(cell) for cell in cells]
        n += sum(one is not other for one, other in zip(cells, safe, strict=True))
        writer.writerow(safe)
    return out.getvalue(), n


def _pack(pieces: Iterator[Piece], *, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Put the names of the columns before the rows."""
    yield "", _BOM + _rows([columns])[0]
    for piece in pieces:
        yield "", piece.text


def _table(
    name: str,
    title: str,
    columns: tuple[str, ...],
    write: Callable[[Outgoing, Sentences], Piece],
) -> Format:
    return Format(
        name=f"csv-{name}",
        suffixes=(f".{name}.csv",),
        write=write,
        title=title,
        pack=partial(_pack, columns=columns),
        needs_log=name == "decisions",
    )


ENTITIES = _table(
    "entities",
    _("CSV table of entities"),
    ENTITY_COLUMNS,
    partial(write_annotations, layer=Layer.ENTITY),
)
CLAIMS = _table(
    "claims", _("CSV table of claims"), CLAIM_COLUMNS, partial(write_annotations, layer=Layer.CLAIM)
)
DECISIONS = _table("decisions", _("CSV table of decisions"), DECISION_COLUMNS, write_decisions)
