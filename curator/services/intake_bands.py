"""Documents that were imported before near duplicates were looked for can be found as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curator.domain.stories import bands
from curator.store import stories
from curator.store.project import Project

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Bands:
    """What near duplicates of some documents are found by: document and keys."""

    rows: tuple[tuple[int, list[int]], ...]


def unbanded(project: Project) -> Iterator[Bands]:
    """Count the bands of documents that have none, some at a time; each is to be kept.

    Args:
        project: any; only read, in any thread.
    """
    done = 0
    while True:
        with project.read() as tx:
            found = stories.without_bands(tx, after=done, count=_AT_ONCE)
        if not found:
            return
        done = found[-1][0]
        yield Bands(tuple((number, bands(text)) for number, text in found))


def keep(project: Project, counted: Bands) -> None:
    """Keep what was counted."""
    with project.write() as tx:
        stories.keep_bands(tx, counted.rows)
