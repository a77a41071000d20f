"""What of a chunk is new to a project, and under which id it goes in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from curator.domain.stories import alike, shingles
from curator.formats.base import Incoming, Problem
from curator.services.intake_report import ImportReport
from curator.store import documents
from curator.store.transaction import Tx

_NAMED = 0.3
"""From this share of common shingles on, a text of the same name is a version of the other."""


class New(NamedTuple):
    """A document that goes in.

    Attributes:
        item: as it was read.
        sender_id: that it gets, unique in the project.
        version_of: the sender's id of a document with its name, of which it is another version.
    """

    item: Incoming
    sender_id: str
    version_of: str | None = None


class Sifting:
    """Goes through one chunk; duplicates and ids that are taken are noted in the report."""

    def __init__(self, tx: Tx, report: ImportReport) -> None:
        """Begin a chunk inside a writing transaction."""
        self._tx = tx
        self._report = report
        self._taken: dict[str, Incoming] = {}
        self._texts: dict[str, str] = {}

    def new_ones(self, chunk: Sequence[Incoming]) -> list[New]:
        """Return what is to go in."""
        given = [item.sender_id for item in chunk if item.sender_id is not None]
        known = documents.known(self._tx, given) if given else {}
        found: list[New] = []
        for item in chunk:
            if item.sender_id is None:
                new = self._by_text(item)
            else:
                new = self._by_id(item, known.get(item.sender_id))
            if new is not None:
                self._taken[new.sender_id] = item
                self._texts[item.digest] = new.sender_id
                found.append(new)
        return found

    def _by_text(self, item: Incoming) -> New | None:
        if self._is_there(item):
            return None
        folder = PurePosixPath(item.folder or PurePosixPath(item.file).parent.name)
        names = [item.stem, str(folder / item.stem)]
        name, taken = self._free(names)
        # The file that has the whole path is nearer than one that only has the name.
        return New(item, name, next((n for n in reversed(taken) if self._revises(item, n)), None))

    def _by_id(self, item: Incoming, known: tuple[int, str, bool] | None) -> New | None:
        """Take it under its id, as a version of what has the id already, or not at all."""
        name = str(item.sender_id)
        there = self._taken.get(name)
        digest = there.digest if there else known[1] if known else None
        if digest is None:
            return New(item, name)
        if digest == item.digest:
            code = "import.withdrawn" if known and known[2] else "import.duplicate"
            self._duplicate(item, code, id=name)
        elif not self._revises(item, name):
            problem = Problem(item.file, item.line, "import.id_taken", {"id": name})
            self._report.problems.append(problem)
        elif not self._is_there(item):
            return New(item, self._free([name])[0], name)
        return None

    def _is_there(self, item: Incoming) -> bool:
        twin = self._texts.get(item.digest) or documents.with_digest(self._tx, item.digest)
        if twin is not None:
            self._duplicate(item, "import.same_text", id=twin)
        return twin is not None

    def _revises(self, item: Incoming, name: str) -> bool:
        """Whether a text is another version of the document that has a name."""
        there = self._taken.get(name)
        if there is not None:
            return _is_version(there.text, item.text)
        number = documents.known(self._tx, [name])[name][0]
        return _is_version(documents.text(self._tx, number)[0], item.text)

    def _free(self, names: Sequence[str]) -> tuple[str, list[str]]:
        """Return the first name that is free, the last one with a number else; and those taken."""
        taken: list[str] = []
        number = 1
        name = names[0]
        while name in self._taken or documents.known(self._tx, [name]):
            taken.append(name)
            if len(taken) < len(names):
                name = names[len(taken)]
            else:
                number += 1
                name = f"{names[-1]}-{number}"
        return name, taken

    def _duplicate(self, item: Incoming, code: str, **facts: Any) -> None:
        self._report.duplicates.append(Problem(item.file, item.line, code, facts))


def _is_version(older: str, newer: str) -> bool:
    return alike(shingles(older), shingles(newer)) >= _NAMED
