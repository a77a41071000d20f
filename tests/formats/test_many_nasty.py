"""Generated documents of everything that shifts offsets, through every format."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from curator.domain.annotation import Annotation, Layer, Role, State, sorted_parts
from curator.domain.text import normalise
from curator.formats import brat, conllu, docbin
from curator.formats.base import Format, Incoming
from curator.formats.docbin_docs import Bin
from curator.formats.outgoing import OutAnnotation, Outgoing, Piece
from curator.formats.read_back import Expected
from tests.formats.builders import entity, outgoing_again, read, rows
from tests.formats.every import BOTH_WAYS, export, taken
from tests.formats.seeds import tokens

BITS = (
    "word", "Ana", "é", "e\u0301", "👩\u200d👩\u200d👧", "🇩🇪", "𝒱elm", "日本",
    "שלום", "\u00a0", "\t", "\r\n",
    "\r", "\u2028", " ", "  ", ". ", "|", "=", "\\", "_", "#", "\x07", "\u200f", "\n\n", ";",
    "-DOCSTART-",
)  # fmt: skip
GONE = frozenset({"overlap", "no_token"})


def outgoings(count: int) -> Iterator[Outgoing]:
    dice = random.Random(7)
    for number in range(count):
        bits = [dice.choice(BITS) + dice.choice(["", " "]) for _ in range(dice.randint(5, 60))]
        text = normalise("Ana " + "".join(bits)).text
        starts = [dice.randrange(len(text)) for _ in range(6)]
        spans = [(start, min(len(text), start + dice.randint(1, 12))) for start in starts]
        given = [entity(*span, name=f"e{n}") for n, span in enumerate(spans)]
        kept = tuple(one for one in given if one.annotation.quote(text).strip())
        document = Outgoing(f"d{number}", "t", text, annotations=kept, reviewed=tuple(Layer))
        yield as_stored(document)


def as_stored(outgoing: Outgoing) -> Outgoing:
    """Put annotations in reading order, in which they come out of a project."""
    ordered = sorted(outgoing.annotations, key=lambda one: one.annotation.place)
    return replace(outgoing, annotations=tuple(ordered))


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without white space at its edges."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    return start, start + len(quote.strip())


def through(form: Format, outgoing: Outgoing, path: Path) -> tuple[Piece, Incoming]:
    assert form.write is not None
    piece = form.write(outgoing, tokens(outgoing))
    if form is docbin.FORMAT:
        made = Bin()
        made.add(dict(piece.more))
        path.write_bytes(made.finish())
    else:
        path.write_bytes(piece.text.encode())
    path.with_suffix(".txt").write_bytes(outgoing.text.encode())
    (again,) = read(path, form)
    assert isinstance(again, Incoming)
    return piece, again


def with_claim(outgoing: Outgoing) -> Outgoing:
    """Add a claim with content in two pieces, of whatever words there are."""
    words = [token for sentence in tokens(outgoing) for token in sentence]
    if len(words) < 6:
        return outgoing
    source, cue, first, second, _, last = words[-6:]
    parts = {Role.SOURCE: [source], Role.CUE: [cue], Role.CONTENT: [(first[0], second[1]), last]}
    claim = Annotation(9, 1, Layer.CLAIM, "denial", sorted_parts(parts), state=State.ACCEPTED)
    given = (*outgoing.annotations, OutAnnotation("c9", claim))
    return as_stored(replace(outgoing, annotations=given))


COUNT = pytest.mark.parametrize("count", [25, pytest.param(500, marks=pytest.mark.full)])
OTHER_BYTES = {
    "bioes": "it has no blanks between tokens, so they are other tokens when they come in",
    "conll": "the same",
    "doccano-relations": "it makes numbers of ids, and of these numbers others",
    "doccano-relations-utf16": "the same",
}


@COUNT
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_that_every_format_reads_again_what_it_wrote(name: str, count: int, tmp_path: Path) -> None:
    form, given = BOTH_WAYS[name], list(map(with_claim, outgoings(count)))
    place = tmp_path / f"out{form.suffixes[0]}"
    pieces = export(form, given, place)
    with Expected(tmp_path) as expected:
        for outgoing, piece in zip(given, pieces, strict=True):
            expected.add(outgoing, piece.report)
        assert expected.compare(place, name, told=lambda: None).documents == count


@COUNT
@pytest.mark.parametrize("name", sorted(BOTH_WAYS.keys() - OTHER_BYTES.keys()))
def test_that_what_came_in_goes_out_in_the_same_bytes(
    name: str, count: int, tmp_path: Path
) -> None:
    form = BOTH_WAYS[name]
    places = [tmp_path / f"{n}{form.suffixes[0]}" for n in ("first", "second", "third")]
    given = list(map(with_claim, outgoings(count)))
    pieces = export(form, given, places[0])
    kept = [one for one, piece in zip(given, pieces, strict=True) if not changed(piece)]
    assert kept
    export(form, kept, places[1])
    documents, problems = taken(form, places[1])
    assert (len(documents), problems) == (len(kept), [])
    export(form, (as_stored(outgoing_again(one)) for one in documents), places[2])
    assert content(places[1]) == content(places[2])


def changed(piece: Piece) -> bool:
    """Whether something goes out shorter or joined, and may come back in another order."""
    return any(one.reason in {"trimmed", "joined"} for one in piece.report.left_out)


def content(place: Path) -> dict[str, bytes]:
    """What a file, or each file of a folder, has in it."""
    files = [place] if place.is_file() else [one for one in place.rglob("*") if one.is_file()]
    return {str(one.relative_to(place)): one.read_bytes() for one in sorted(files)}


@pytest.mark.parametrize("form", [conllu.FORMAT, brat.FORMAT, docbin.FORMAT], ids=lambda f: f.name)
@pytest.mark.parametrize("count", [60, pytest.param(500, marks=pytest.mark.full)])
def test_that_no_offset_is_wrong_and_every_span_is_accounted_for(
    form: Format, count: int, tmp_path: Path
) -> None:
    for outgoing in outgoings(count):
        piece, again = through(form, outgoing, tmp_path / f"x{form.suffixes[0]}")
        gone = {one.annotation for one in piece.report.left_out if one.reason in GONE}
        assert again.text == outgoing.text
        assert sorted(bare(again.text, row.start, row.end) for row in rows(again)) == sorted(
            bare(outgoing.text, one.annotation.start, one.annotation.end)
            for one in outgoing.annotations
            if one.id not in gone
        )
