"""Parquet as Hugging Face's datasets load it: a folder with a card, a row a document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from curator.domain.annotation import Layer
from curator.domain.canonical import canonical
from curator.domain.faults import Fault
from curator.formats.base import Format
from curator.formats.jsonl_line import whole
from curator.formats.losses import counts
from curator.formats.outgoing import OutAnnotation, Outgoing, Piece, Report, Sentences
from curator.formats.parquet_card import Card
from curator.formats.parquet_schema import schema
from curator.translation import gettext as _

if TYPE_CHECKING:
    import pyarrow

GROUP, GROUP_SIZE = 500, 8 * 1024 * 1024
"""How much one row group holds: documents, and characters of their texts."""

SHARD = 64 * 1024 * 1024
"""Bytes after which a new file is begun, so that memory does not grow with an export."""

_COLUMNS = ("id", "label", "state", "score", "confidence", "suggester", "comment", "reason")


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Return a document's row; offsets are code points. What has no column is JSON in ``more``."""
    chosen = [one for one in outgoing.annotations if one.annotation.layer in outgoing.layers]
    language = outgoing.meta.get("language")
    row = {
        "id": outgoing.id,
        "title": outgoing.title,
        "text": outgoing.text,
        "language": language if isinstance(language, str) else None,
        "meta": canonical(dict(outgoing.meta)),
        "extra": canonical(dict(outgoing.extra)),
        "reviewed": [layer.value for layer in Layer if layer in outgoing.reviewed],
        "entities": _rows(outgoing, chosen, Layer.ENTITY),
        "claims": _rows(outgoing, chosen, Layer.CLAIM),
    }
    return Piece("", Report(counts(outgoing, chosen)), {"row": row})


def _rows(
    outgoing: Outgoing, chosen: list[OutAnnotation], layer: Layer
) -> list[dict[str, Any]] | None:
    if layer not in outgoing.layers:
        return None
    return [_row(one, outgoing.text) for one in chosen if one.annotation.layer is layer]


def _row(one: OutAnnotation, text: str) -> dict[str, Any]:
    known, annotation = whole(one), one.annotation
    row = {name: known.pop(name, None) for name in _COLUMNS}
    attributes = known.pop("attributes", {})
    known.pop("links", None)
    row |= {"start": annotation.start, "end": annotation.end, "quote": annotation.quote(text)}
    row["attributes"] = [{"name": name, "value": value} for name, value in attributes.items()]
    row["links"] = [{"role": role, "target": target} for role, target in one.links]
    row["more"] = canonical(known) if known else None
    if annotation.layer is Layer.CLAIM:
        row["parts"] = [
            {
                "role": part.role.value,
                "start": part.start,
                "end": part.end,
                "quote": text[part.start : part.end],
            }
            for part in annotation.parts
        ]
    return row


def pack(pieces: Iterator[Piece]) -> Iterator[tuple[str, str | bytes]]:
    """Yield files of rows, none much larger than `SHARD`, then the card.

    Raises:
        Fault: ``export.needs`` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise Fault("export.needs", library="pyarrow", extra="parquet") from error
    columns, card, number = schema(pa), Card(), 0
    shard = _Shard(pa, pq, columns)
    for group in _groups(pieces, card):
        shard.add(group)
        if shard.size >= SHARD:
            yield _name(number), shard.finish()
            shard, number = _Shard(pa, pq, columns), number + 1
    if shard.size or not number:
        yield _name(number), shard.finish()
    yield "README.md", card.text()


def _name(number: int) -> str:
    return f"data/train-{number:05d}.parquet"


def _groups(pieces: Iterator[Piece], card: Card) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    size = 0
    for piece in pieces:
        row = piece.more["row"]
        card.add(row)
        group.append(row)
        size += len(row["text"])
        if len(group) >= GROUP or size >= GROUP_SIZE:
            yield group
            group, size = [], 0
    if group:
        yield group


class _Shard:
    """A file under way."""

    def __init__(self, pa: Any, pq: Any, columns: pyarrow.Schema) -> None:
        self._table = pa.Table
        self._columns = columns
        self._bytes = io.BytesIO()
        self._writer = pq.ParquetWriter(self._bytes, columns, compression="zstd")
        self.size = 0

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Write a row group."""
        self._writer.write_table(self._table.from_pylist(rows, schema=self._columns))
        self.size = self._bytes.tell()

    def finish(self) -> bytes:
        """Return the file."""
        self._writer.close()
        return self._bytes.getvalue()


FORMAT = Format(
    name="parquet",
    title=_("Parquet with a dataset card (Hugging Face)"),
    suffixes=(".parquet",),
    write=write,
    pack=pack,
    folder=True,
)
