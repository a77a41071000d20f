"""JSON: one of our records, or an array of them, as in our JSONL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from curator.formats import jsonl
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.json_items import json_items
from curator.translation import gettext as _


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read record by record; one that is not well is a problem, and the next one is read.

    Args:
        path: the file, UTF-8 with or without a byte order mark.
        options: how it is called, and what becomes of annotations.
    """
    for record in json_items(path, options):
        if isinstance(record, Problem):
            yield record
        else:
            yield from jsonl.items(record, options)


FORMAT = Format(name="json", suffixes=(".json",), read=read, title=_("Curator JSON"))
