"""CoNLL-2003: a token a line, with its entity's tag in the last of four columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from curator.domain.annotation import Layer
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.lines import Numbered, numbered
from curator.formats.losses import of_document
from curator.formats.outgoing import LeftOut, Outgoing, Piece, Report, Sentences
from curator.formats.tag_reading import TaggedText
from curator.formats.tagging import Prefix, bioes, iob2, tagged
from curator.translation import gettext as _

_BETWEEN = "-X- -X-"
_MARK = "-DOCSTART-"
_LIKE_MARK = re.compile(f"{_MARK[0]}(?={_MARK[1:]})")


def _write(outgoing: Outgoing, sentences: Sentences, *, prefix: Prefix) -> Piece:
    """Write a document's entities.

    Tokens of blanks only are left out; a sentence that ends inside an entity is joined with the
    next. Blanks in a label become ``_``.

    Args:
        outgoing: the document; without its entity layer nothing is written.
        sentences: its tokens.
        prefix: makes the letters of the tags.

    Returns:
        Lines with their ends, and a report that counts ``split_tokens`` and
        ``joined_sentences`` and lists claims, overlapped entities, states and documents that are
        not reviewed.
    """
    if Layer.ENTITY not in outgoing.layers:
        return Piece("", Report({}, (LeftOut(outgoing.id, None, "not_reviewed"),)))
    found = tagged(outgoing, _unmarked(outgoing.text, sentences), prefix, unfit="")
    lines = [f"{_MARK} -X- O O", ""]
    for sentence in found.sentences:
        for start, end in sentence:
            tag = found.tags.get((start, end), "O")
            lines.append(f"{outgoing.text[start:end]} {_BETWEEN} {tag}")
        lines.append("")
    return Piece(
        "\n".join(lines) + "\n", Report(found.counts, (*found.left_out, *of_document(outgoing)))
    )


def _unmarked(text: str, sentences: Sentences) -> list[list[tuple[int, int]]]:
    """Cut tokens in which an entity could begin with what looks like the mark of a document."""
    return [
        [
            piece
            for start, end in sentence
            for piece in pairwise(
                (start, *(one.end() for one in _LIKE_MARK.finditer(text, start, end)), end)
            )
        ]
        for sentence in sentences
    ]


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read documents: tokens with a blank between, sentences on lines of their own.

    The format does not say where the text had blanks. Tags may be IOB1, IOB2, BIOES or BILOU, in
    the last column; columns are parted by blanks or tabs.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        A document for each mark, and a problem for each line that is not as it should be.
    """
    reading = _Reading(options)
    for line in numbered(path, options):
        if isinstance(line, Problem):
            yield line
        elif line.words.startswith(_MARK):
            yield from reading.document(line)
        else:
            reading.line(line)
    yield from reading.end()


class _Reading:
    """A file under way."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._now = TaggedText(options, line=1)
        self._number = 0
        self._between = ""

    def document(self, mark: Numbered) -> Iterator[Item]:
        """Begin a document; yield the one before."""
        yield from self.end()
        self._now = TaggedText(self._options, line=mark.number)
        self._now.took(mark.raw)
        self._between = ""

    def line(self, line: Numbered) -> None:
        """Take a line."""
        self._now.took(line.raw)
        columns = line.words.split()
        if not columns:
            self._between = "\n" if self._now.begun else ""
            return
        self._now.blank(self._between)
        self._between = " "
        place = self._now.token(columns[0])
        if len(columns) == 1:
            self._now.complain(line.number, "import.no_tag", token=columns[0])
        self._now.tag(place, columns[-1] if len(columns) > 1 else "O", line=line.number)

    def end(self) -> Iterator[Item]:
        """Yield the document that is under way."""
        self._number += self._now.begun
        stem = self._options.source.stem
        yield from self._now.items(stem=stem if self._number < 2 else f"{stem}-{self._number}")


FORMAT = Format(
    name="conll",
    title=_("CoNLL-2003 (IOB2)"),
    suffixes=(".conll",),
    read=read,
    write=partial(_write, prefix=iob2),
    needs_tokens=True,
)

BIOES = Format(
    name="bioes",
    title=_("CoNLL-2003 (BIOES)"),
    suffixes=(".bioes",),
    read=read,
    write=partial(_write, prefix=bioes),
    needs_tokens=True,
)
