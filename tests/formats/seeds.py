"""The seeds and nasty texts as documents on their way out, for the tests of formats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from curator.domain.annotation import Annotation, Layer, State, entity_parts
from curator.domain.text import normalise
from curator.formats import jsonl
from curator.formats.base import Incoming
from curator.formats.outgoing import OutAnnotation, Outgoing, Sentences
from curator.suggest.tokens import sentences
from tests.formats.builders import outgoing_again, read

SEEDS = Path(__file__).parents[2] / "seeds"

NASTY = (
    "\ufeffA👩‍🚀 e\u0301tage\r\nHe said,\u00a0\u201cno\u201d.\rNext\tline "
    "\u05e9\u05dc\u05d5\u05dd\x07 "
    "𝔘𝔫𝔦 🇫🇷|a=b\\n  日本。 \u2028end -DOCSTART- # x \r\n\r\n"
)


def outgoings() -> Iterator[Outgoing]:
    """The gold of all seeds, with nested and overlapping entities where there is room."""
    for path in sorted(SEEDS.rglob("*.gold.jsonl")):
        for item in read(path, jsonl.FORMAT):
            assert isinstance(item, Incoming)
            yield outgoing_again(item)


def nasty() -> Outgoing:
    """A text of everything that shifts offsets, with an entity on every third character."""
    text = normalise(NASTY).text
    spans = [(start, min(start + 4, len(text))) for start in range(0, len(text), 3)]
    annotations = tuple(
        OutAnnotation(f"e{start}", _entity(number, start, end))
        for number, (start, end) in enumerate(spans, start=1)
        if text[start:end].strip()
    )
    return Outgoing("nasty", "Nasty", text, annotations=annotations)


def _entity(number: int, start: int, end: int) -> Annotation:
    return Annotation(
        number, 1, Layer.ENTITY, "ORG", entity_parts(start, end), state=State.ACCEPTED
    )


def tokens(outgoing: Outgoing) -> Sentences:
    """What the suggest process says of its text."""
    return sentences(outgoing.text)


def entity_spans(outgoing: Outgoing) -> set[tuple[int, int, str]]:
    """Its entities by place and label."""
    return {
        (one.annotation.start, one.annotation.end, one.annotation.label)
        for one in outgoing.annotations
        if one.annotation.layer is Layer.ENTITY
    }
