"""Documents out into files of any format, as an export writes them, and in again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from curator.formats.base import Format, Incoming, Problem, Source
from curator.formats.outgoing import LeftOut, Outgoing, Piece
from curator.formats.registry import Registry
from tests.formats.builders import read
from tests.formats.seeds import tokens

REGISTRY = Registry.installed()
WRITTEN = {name: form for name, form in sorted(REGISTRY.formats.items()) if form.write is not None}
BOTH_WAYS = {name: form for name, form in WRITTEN.items() if form.read is not None}


def export(form: Format, given: Iterable[Outgoing], place: Path) -> list[Piece]:
    """Write a file, or a folder of them; return what each document came to."""
    assert form.write is not None
    pieces = [form.write(one, tokens(one) if form.needs_tokens else ()) for one in given]
    files: dict[Path, bytes] = {}
    for name, data in form.packed(iter(pieces)):
        path = place / name if form.folder else place
        raw = data if isinstance(data, bytes) else data.encode()
        files[path] = files.get(path, b"") + raw
    for path, raw in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return pieces


def left_out(pieces: Iterable[Piece]) -> list[LeftOut]:
    """What the format could not hold of all documents."""
    return [one for piece in pieces for one in piece.report.left_out]


def taken(form: Format, place: Path) -> tuple[list[Incoming], list[Problem]]:
    """Read what `export` wrote, as an import does."""
    found = list(REGISTRY.files([place], format=None if form.folder else form.name))
    items = [item for one in found if isinstance(one, Source) for item in read(one.path, form)]
    complaints = [one for one in [*found, *items] if isinstance(one, Problem)]
    return [one for one in items if isinstance(one, Incoming)], complaints
