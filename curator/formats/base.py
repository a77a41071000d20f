"""What a format is, and what comes out of one that reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from curator.domain.faults import Bug
from curator.domain.scheme import Scheme
from curator.formats.outgoing import Pack, Piece, Write

LONGEST = 64 * 1024 * 1024
"""Bytes of the longest line or text file that is read."""

ANNOTATIONS = ("as-is", "ignore", "suggestions", "gold")
"""What an import makes of the annotations that come along."""


class Row(NamedTuple):
    """One annotation, flat and ready for the database; every field is a plain value.

    In frames it is a list in this order; ``Row._make`` gives it its names back.

    Attributes:
        layer: ``"entity"`` or ``"claim"``.
        label: None when the sender gave none (claims only): the scheme's default.
        start: where its extent begins (code points of the normalised text).
        end: where it ends, exclusive.
        quote: words of the mention; of a claim's cue, or its content without one.
        parts: None for an entity; a claim's ``[[role,start,end,quote],…]`` in reading order,
            as canonical JSON, like all that follows with JSON in it.
        attributes: JSON of values by name.
        state: a state's name or ``"candidate"``; None when none was given.
        suggester: its name, as the sender gave it.
        score: 0–1.
        confidence: 0–1.
        pattern: as its suggester names it.
        reason: why it was rejected.
        sender_id: the sender's id of it.
        links: JSON of ``[[role, sender's id of the target],…]``.
        extra: JSON of the keys that Curator does not know.
        proposed: JSON as `curator.domain.snapshot.plain_proposal` writes it.
        comment: a person's remark.
    """

    layer: str
    label: str | None
    start: int
    end: int
    quote: str
    parts: str | None = None
    attributes: str | None = None
    state: str | None = None
    suggester: str | None = None
    score: float | None = None
    confidence: float | None = None
    pattern: str | None = None
    reason: str | None = None
    sender_id: str | None = None
    links: str | None = None
    extra: str | None = None
    proposed: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One document, ready for the store.

    Attributes:
        file: the file that it came from, as it was named.
        line: its line there, from 1; None where a file is one document.
        sender_id: the sender's id; None where there is none and the store makes one from stem
            and folder.
        stem: the file's name without its suffix.
        folder: the folders between the place that was named and the file, ``"batch/day"``.
        title: as given or recognised, else the first sentence.
        agency: as given or recognised.
        date: as given or recognised, ``YYYY-MM-DD`` where the year is known.
        language: as the sender gave it.
        meta: what is known of it.
        extra: keys of the sender that Curator does not know.
        text: normalised.
        digest: SHA-256 of the text.
        source_digest: SHA-256 of the bytes that it was read from.
        source_bytes: how many those are.
        removed: offsets that normalising took away, as in `curator.domain.text.Normalised`.
        reviewed: names of the layers that the sender had closed; None when not said.
        layers: names of the layers that the line has a list for, also an empty one.
        annotations: lists in the order of `Row`.
        bands: what near duplicates are found by, as in `curator.domain.stories`; empty until the
            import process has counted them.
    """

    file: str
    line: int | None
    sender_id: str | None
    stem: str
    folder: str
    title: str
    agency: str | None
    date: str | None
    language: str | None
    meta: dict[str, Any]
    extra: dict[str, Any]
    text: str
    digest: str
    source_digest: str
    source_bytes: int
    removed: list[int] = field(default_factory=list)
    reviewed: list[str] | None = None
    layers: list[str] = field(default_factory=list)
    annotations: list[list[Any]] = field(default_factory=list)
    bands: list[int] = field(default_factory=list)

    def plain(self) -> list[Any]:
        """Return it as a list for a frame."""
        return list(_FIELDS(self))

    @classmethod
    def from_plain(cls, row: list[Any]) -> Incoming:
        """Read what `plain` wrote."""
        return cls(*row)


_FIELDS = attrgetter(*Incoming.__slots__)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not go in; the rest did.

    Attributes:
        file: as it was named.
        line: from 1; None when it is about the whole file.
        code: what is wrong, such as ``"import.not_json"``.
        facts: what a sentence about it needs.
        note: whether nothing is wrong, and it is only worth knowing.
    """

    file: str
    line: int | None
    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    note: bool = False


Item = Incoming | Problem


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that lies in another one, for the import process to read by its own format.

    Attributes:
        name: its name or path in there; a stranger's, so it is shown but no file is called so.
        content: its bytes.
        optional: whether it is only worth a note when no format reads it.
    """

    name: str
    content: bytes
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Attributes:
        path: where it lies.
        name: how it is called in reports.
        folder: the folders between the place that was named and the file.
        size: bytes.
        format: name of the format that reads it.
    """

    path: Path
    name: str
    folder: str
    size: int
    format: str

    @property
    def stem(self) -> str:
        """Its name without the suffix."""
        return _stem(self.name)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Attributes:
        source: how the file is called, and in which folder it lies.
        annotations: one of `ANNOTATIONS`.
        encoding: what the text is in, in Python's name; None finds out.
        columns: names of columns by what they hold, for tables, empty where none holds it; the
            others are recognised.
    """

    source: Source
    annotations: str = "as-is"
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.annotations not in ANNOTATIONS:
            raise Bug(f"no such way to read annotations: {self.annotations}")

    def problem(self, line: int | None, code: str, **facts: Any) -> Problem:
        """Return a problem with this file."""
        return Problem(self.source.name, line, code, facts)

    def note(self, line: int | None, code: str, **facts: Any) -> Problem:
        """Return something worth knowing about this file."""
        return Problem(self.source.name, line, code, facts, note=True)


Read = Callable[[Path, ReadOptions], Iterator[Item | Enclosed]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format; what an entry point of the group ``curator.formats`` names.

    Attributes:
        name: as on the command line.
        suffixes: of its files, with the dot, in lower case; the first is its own and used for new
            ones, the others may be those of further formats.
        read: yields documents and problems, raising nothing for what is wrong with the file;
            None when it cannot be read. Runs in the import process.
        write: turns one document into a piece of the file; None when it cannot be written.
        needs_tokens: whether `write` must be given sentences of tokens.
        title: what it is called in the window; its name where there is none.
        recognises: whether a file with one of its further suffixes is its own, by what is in it;
            None when it takes them where nobody else does.
        pack: puts the pieces of an export together where they do not just stand in a row.
        folder: whether it is written as a folder of files.
        encloses: whether `read` gives files that lie in it, too.
        companion: whether a file in a folder is read along with those of this format, and so not
            on its own.
        needs_log: whether `write` must be given the decisions on a document.
        columns: names the columns of a table by what is in its file, and what each is recognised to
            hold, as `curator.formats.fields.NAMES` calls it; runs in the import process.
        beside: yields what is written beside an export: the ending of a file behind the export's
            name, and its text.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read | None = None
    write: Write | None = None
    needs_tokens: bool = False
    title: str = ""
    recognises: Callable[[Path], bool] | None = None
    pack: Pack | None = None
    folder: bool = False
    encloses: bool = False
    companion: Callable[[Path], bool] | None = None
    needs_log: bool = False
    columns: Callable[[Path, ReadOptions], dict[str, str]] | None = None
    beside: Callable[[Scheme], Iterable[tuple[str, str]]] | None = None

    def packed(self, pieces: Iterator[Piece]) -> Generator[tuple[str, str | bytes], None, None]:
        """Yield names of files, and what comes next in each; a single file's name is empty."""
        if self.pack is not None:
            yield from self.pack(pieces)
        else:
            yield from (("", piece.text) for piece in pieces)


@lru_cache(maxsize=16)
def _stem(name: str) -> str:
    """A file of many documents is asked for each of them."""
    return PurePosixPath(name).stem


def shown(name: str | Path) -> str:
    """Return a path's name as text that can be stored; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace").replace(os.sep, "/")
