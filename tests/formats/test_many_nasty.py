"""Generated documents of everything that shifts offsets, through formats of tokens and brat."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.text import normalise
from curator.formats import brat, conllu, docbin
from curator.formats.base import Format, Incoming
from curator.formats.docbin_docs import Bin
from curator.formats.outgoing import Outgoing, Piece
from tests.formats.builders import entity, read, rows
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
        yield Outgoing(f"d{number}", "t", text, annotations=kept)


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
