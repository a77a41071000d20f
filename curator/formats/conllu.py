"""CoNLL-U: a token a line in ten columns, entities and white space in MISC; the text is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from curator.domain.annotation import Layer
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.fitting import Span
from curator.formats.lines import Numbered, numbered
from curator.formats.losses import of_document
from curator.formats.outgoing import LeftOut, Outgoing, Piece, Report, Sentences
from curator.formats.tag_reading import TaggedText
from curator.formats.tagging import Tagged, iob2, tagged
from curator.translation import gettext as _

_ESCAPES = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p"}
"""White space in MISC, as UDPipe writes it."""
_SIGNS = {escape: sign for sign, escape in _ESCAPES.items()}
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_NUMBER = re.compile(r"(\d+)(?:-(\d+)|\.\d+)?")
_ENTITY_KEYS = ("NE", "name", "NER", "ner", "Ner")
_DOCUMENT = re.compile(r"#\s*newdoc(?:\s+id\s*=\s*(.*\S))?\s*")
_TITLE = re.compile(r"#\s*title\s*=\s*(.*\S)\s*")
_PARAGRAPH = re.compile(r"#\s*newpar\b.*")


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
    r"""Write a document's entities, as ``NE=B-ORG`` in MISC, where spaCy's converter finds them.

    ``SpaceAfter=No``, ``SpacesAfter=\n`` and ``SpacesBefore`` keep the text to the character.
    Columns that Curator knows nothing of are ``_``.

    Args:
        outgoing: the document; without its entity layer nothing is written.
        sentences: its tokens.

    Returns:
        Lines with their ends, and a report as that of CoNLL-2003.
    """
    if Layer.ENTITY not in outgoing.layers:
        return Piece("", Report({}, (LeftOut(outgoing.id, None, "not_reviewed"),)))
    found = tagged(outgoing, sentences, iob2, unfit="|=")
    lines = [f"# newdoc id = {_one_line(outgoing.id)}"]
    if outgoing.title:
        lines.append(f"# title = {_one_line(outgoing.title)}")
    lines += _sentences(outgoing.text, found)
    left_out = (*found.left_out, *of_document(outgoing, held={"title"}))
    return Piece("\n".join(lines) + "\n", Report(found.counts, left_out))


def _sentences(text: str, found: Tagged) -> Iterator[str]:
    flat = [token for sentence in found.sentences for token in sentence]
    nexts = iter([*(start for start, _ in flat[1:]), len(text)])
    before = text[: flat[0][0]] if flat else ""
    for number, sentence in enumerate(found.sentences, start=1):
        yield f"# sent_id = {number}"
        yield f"# text = {_one_line(text[sentence[0][0] : sentence[-1][1]])}"
        for place, token in enumerate(sentence, start=1):
            after = text[token[1] : next(nexts)]
            said = _after(after, last=token is flat[-1])
            misc = "|".join(_misc(found.tags.get(token), before, said)) or "_"
            form = text[slice(*token)]
            yield "\t".join([str(place), form, *"_" * 7, misc])
            before = ""
        yield ""


def _misc(tag: str | None, before: str, after: str) -> Iterator[str]:
    if tag:
        yield f"NE={tag}"
    if after:
        yield after
    if before:
        yield f"SpacesBefore={_escaped(before)}"


def _after(blanks: str, *, last: bool) -> str:
    """Say what follows a token; one blank goes without saying, unless the text ends with it."""
    if not blanks:
        return "SpaceAfter=No"
    return "" if blanks == " " and not last else f"SpacesAfter={_escaped(blanks)}"


def _escaped(blanks: str) -> str:
    return "".join(_ESCAPES.get(one, one) for one in blanks)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read documents: the text as MISC says it, one blank between tokens where it says nothing.

    Entities are looked for in MISC under ``NE``, ``name`` or ``NER``. Of a token of several words
    the token is read; empty nodes are passed over.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        A document for each ``newdoc``, and a problem for each line that is not as it should be.
    """
    reading = _Reading(options)
    for line in numbered(path, options):
        if isinstance(line, Problem):
            yield line
        elif found := _DOCUMENT.fullmatch(line.words):
            yield from reading.document(line, found[1])
        else:
            reading.line(line)
    yield from reading.end()


class _Reading:
    """A file under way."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._number = 0
        self._begin(TaggedText(options, line=1))

    def _begin(self, document: TaggedText) -> None:
        self._now = document
        self._title = ""
        self._after = ""
        self._says = False
        self._words: tuple[int, Span] = (0, (0, 0))

    def document(self, mark: Numbered, sender_id: str | None) -> Iterator[Item]:
        """Begin a document; yield the one before."""
        yield from self.end()
        self._begin(TaggedText(self._options, line=mark.number, sender_id=sender_id))
        self._now.took(mark.raw)

    def line(self, line: Numbered) -> None:
        """Take a line."""
        self._now.took(line.raw)
        if not line.words.strip(" "):
            self._words = (0, (0, 0))
        elif line.words.startswith("#"):
            if found := _TITLE.fullmatch(line.words):
                self._title = found[1]
            elif _PARAGRAPH.fullmatch(line.words) and self._after == " ":
                self._after = "\n\n"
        else:
            self._token(line)

    def _token(self, line: Numbered) -> None:
        columns = line.words.split("\t")
        number = _NUMBER.fullmatch(columns[0])
        if len(columns) != 10 or number is None or not columns[1]:
            self._now.complain(line.number, "import.columns", columns=str(len(columns)))
            return
        if "." in columns[0]:
            return
        misc = dict(pair.partition("=")[::2] for pair in columns[9].split("|"))
        within = int(number[1]) <= self._words[0]
        place = self._words[1] if within else self._form(columns[1], misc)
        if number[2]:
            self._words = (int(number[2]), place)
        tag = next((misc[key] for key in _ENTITY_KEYS if key in misc), "O")
        if not number[2] or tag != "O":
            self._now.tag(place, tag, line=line.number)

    def _form(self, form: str, misc: dict[str, str]) -> Span:
        self._now.blank(self._after + _unescaped(misc.get("SpacesBefore", "")))
        place = self._now.token(form)
        self._says = "SpacesAfter" in misc
        nothing = misc.get("SpaceAfter") == "No"
        self._after = "" if nothing else _unescaped(misc.get("SpacesAfter", "\\s"))
        return place

    def end(self) -> Iterator[Item]:
        """Yield the document that is under way."""
        if self._says:
            self._now.blank(self._after)
        self._number += self._now.begun
        stem = self._options.source.stem
        yield from self._now.items(
            stem=stem if self._number < 2 else f"{stem}-{self._number}", title=self._title
        )


def _unescaped(said: str) -> str:
    return _ESCAPE.sub(lambda found: _SIGNS.get(found[0], found[0]), said)


FORMAT = Format(
    name="conllu",
    title=_("CoNLL-U"),
    suffixes=(".conllu",),
    read=read,
    write=write,
    needs_tokens=True,
)
