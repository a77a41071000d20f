"""CoNLL-2003: a token a line, with its entity in IOB2 in the last of four columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from curator.domain.annotation import Layer, State
from curator.formats.base import Format
from curator.formats.outgoing import (
    LeftOut,
    OutAnnotation,
    Outgoing,
    Piece,
    Report,
    Sentences,
)

_BETWEEN = "-X- -X-"
_MARK = "-DOCSTART-"
_WORD = re.compile(r"\S+")
_HELD = frozenset({State.ACCEPTED.value, State.SUGGESTED.value})
"""States whose entities are written; a label alone would turn the others into their opposite."""

Span = tuple[int, int]


@dataclass(slots=True)
class _Cut:
    """Sentences cut to what the format can hold."""

    sentences: list[list[Span]]
    split: int = 0
    joined: int = 0


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
    """Write a document's entities.

    Of overlapping entities the longest, then the first, is written. A token is cut where an
    entity begins or ends in it and where it has blanks; tokens of blanks only are left out; a
    sentence that ends inside an entity is joined with the next. Blanks in a label become ``_``.

    Args:
        outgoing: the document; without its entity layer nothing is written.
        sentences: its tokens.

    Returns:
        Lines with their ends, and a report that counts ``split_tokens`` and
        ``joined_sentences`` and lists claims, overlapped entities, states and documents that are
        not reviewed.
    """
    if Layer.ENTITY not in outgoing.layers:
        return Piece("", Report({}, (LeftOut(outgoing.id, None, "not_reviewed"),)))
    chosen, left_out = _chosen(outgoing)
    cut = _cut(outgoing.text, sentences, [_span(one) for one in chosen])
    tags, written = _tags(cut.sentences, chosen)
    left_out += [
        LeftOut(outgoing.id, one.id, "no_token") for one in chosen if one.id not in written
    ]
    lines = [f"{_MARK} {_BETWEEN} O", ""]
    for sentence in cut.sentences:
        lines += [f"{outgoing.text[a:b]} {_BETWEEN} {tags.get((a, b), 'O')}" for a, b in sentence]
        lines.append("")
    counts = {
        "documents": 1,
        "sentences": len(cut.sentences),
        "tokens": sum(map(len, cut.sentences)),
        "entity": len(written),
        "split_tokens": cut.split,
        "joined_sentences": cut.joined,
    }
    return Piece("\n".join(lines) + "\n", Report(counts, tuple(left_out)))


def _span(one: OutAnnotation) -> Span:
    return one.annotation.start, one.annotation.end


def _chosen(outgoing: Outgoing) -> tuple[list[OutAnnotation], list[LeftOut]]:
    """Return the entities that are written, in reading order, and what the format cannot hold."""
    left_out: list[LeftOut] = []
    entities: list[OutAnnotation] = []
    for one in outgoing.annotations:
        if one.annotation.layer is not Layer.ENTITY:
            left_out.append(LeftOut(outgoing.id, one.id, "claim"))
            continue
        if one.state != State.ACCEPTED.value:
            left_out.append(LeftOut(outgoing.id, one.id, "state"))
        if one.state in _HELD:
            entities.append(one)
    entities.sort(key=lambda one: (_span(one)[0] - _span(one)[1], _span(one)[0]))
    chosen: list[OutAnnotation] = []
    taken: set[int] = set()
    for one in entities:
        places = range(*_span(one))
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(one)
        else:
            left_out.append(LeftOut(outgoing.id, one.id, "overlap"))
    return sorted(chosen, key=_span), left_out


def _cut(text: str, sentences: Sentences, entities: list[Span]) -> _Cut:
    edges = sorted({edge for span in entities for edge in span})
    cut = _Cut([])
    for sentence in sentences:
        tokens: list[Span] = []
        for start, end in sentence:
            pieces = list(_pieces(text, start, end, edges))
            cut.split += len(pieces) > 1
            tokens += pieces
        if not tokens:
            continue
        if cut.sentences and _inside(cut.sentences[-1][-1], tokens[0], entities):
            cut.sentences[-1] += tokens
            cut.joined += 1
        else:
            cut.sentences.append(tokens)
    return cut


def _pieces(text: str, start: int, end: int, edges: list[int]) -> Iterator[Span]:
    """Yield a token's pieces: cut at edges and blanks, and where it would look like a mark."""
    inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    for low, high in zip([start, *inner], [*inner, end], strict=True):
        for word in _WORD.finditer(text, low, high):
            if word[0] == _MARK:
                yield word.start(), word.start() + 1
                yield word.start() + 1, word.end()
            else:
                yield word.span()


def _inside(last: Span, first: Span, entities: list[Span]) -> bool:
    """Whether an entity goes on from one token to the next; entities do not overlap."""
    at = bisect_right(entities, last[0], key=itemgetter(0)) - 1
    return at >= 0 and first[1] <= entities[at][1]


def _tags(
    sentences: list[list[Span]], entities: list[OutAnnotation]
) -> tuple[dict[Span, str], set[str]]:
    """Return the tag of each token in an entity, and the ids of entities that have one."""
    tags: dict[Span, str] = {}
    written: set[str] = set()
    waiting = iter(entities)
    entity = next(waiting, None)
    for token in (token for sentence in sentences for token in sentence):
        while entity is not None and entity.annotation.end <= token[0]:
            entity = next(waiting, None)
        if entity is None:
            break
        if entity.annotation.start <= token[0]:
            label = "_".join(entity.annotation.label.split())
            tags[token] = f"{'I' if entity.id in written else 'B'}-{label}"
            written.add(entity.id)
    return tags, written


FORMAT = Format(name="conll", suffixes=(".conll",), write=write, needs_tokens=True)
