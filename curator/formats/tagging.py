"""Entities as a tag for each token (IOB2, BIOES), written; and what tags cannot hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from curator.domain.annotation import Layer, State
from curator.formats import fitting, losses
from curator.formats.fitting import Span
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing, Sentences

Prefix = Callable[[bool, bool], str]
"""The letter of a token: whether it is an entity's first, and whether its last."""


def iob2(first: bool, last: bool) -> str:  # noqa: ARG001, FBT001 - as a `Prefix` is called
    """Return the letter of IOB2."""
    return "B" if first else "I"


def bioes(first: bool, last: bool) -> str:  # noqa: FBT001 - as a `Prefix` is called
    """Return the letter of BIOES."""
    return "S" if first and last else "B" if first else "E" if last else "I"


@dataclass(slots=True)
class Tagged:
    """A document's tokens with their tags.

    Attributes:
        sentences: of tokens (code points); none ends inside an entity.
        tags: of tokens that are in an entity.
        counts: what a report counts.
        left_out: what tags cannot hold.
    """

    sentences: list[list[Span]]
    tags: dict[Span, str]
    counts: dict[str, int]
    left_out: list[LeftOut] = field(default_factory=list)


def tagged(outgoing: Outgoing, sentences: Sentences, prefix: Prefix, *, unfit: str) -> Tagged:
    """Give each token of a document its tag.

    Of nested or overlapping entities one is written, as `Outgoing.fit` says.

    Args:
        outgoing: the document.
        sentences: its tokens; one is cut where an entity begins or ends in it, if `Outgoing.fit`
            says so, and where it has blanks.
        prefix: makes the letters.
        unfit: characters that a label must not have; they and blanks become ``_``.
    """
    entities, left_out = _entities(outgoing)
    places = [(one.annotation.start, one.annotation.end) for one in entities]
    fitted = fitting.fit(outgoing.text, sentences, places, edges=outgoing.fit.edges)
    chosen = fitting.flat(fitted.spans, nested=outgoing.fit.nested)
    spans: dict[Span, str] = {}
    for place, (one, span) in enumerate(zip(entities, fitted.spans, strict=True)):
        if span is not None and place not in chosen:
            left_out.append(LeftOut(outgoing.id, one.id, "overlap"))
            continue
        if reason := fitted.reasons[place]:
            left_out.append(LeftOut(outgoing.id, one.id, reason))
        if span is not None:
            label = spans[span] = _label(one.annotation.label, unfit)
            if label != one.annotation.label:
                left_out.append(LeftOut(outgoing.id, one.id, "relabelled"))
    whole = fitting.joined(fitted.sentences, list(spans))
    counts = {
        "documents": 1,
        "sentences": len(whole),
        "tokens": sum(map(len, whole)),
        "entity": len(spans),
        "split_tokens": fitted.split,
        "joined_sentences": len(fitted.sentences) - len(whole),
    }
    return Tagged(whole, _tags(whole, spans, prefix), counts, left_out)


def _entities(outgoing: Outgoing) -> tuple[list[OutAnnotation], list[LeftOut]]:
    """Return the entities that can be written, without those that others keep out."""
    claims = [one for one in outgoing.annotations if one.annotation.layer is Layer.CLAIM]
    left_out = [LeftOut(outgoing.id, one.id, "claim") for one in claims]
    rest = replace(
        outgoing, annotations=tuple(one for one in outgoing.annotations if one not in claims)
    )
    selected = losses.select(rest, written=losses.HELD, told={State.ACCEPTED.value})
    entities = selected.annotations
    left_out += selected.left_out
    spans = [(one.annotation.start, one.annotation.end) for one in entities]
    chosen = fitting.flat(spans, nested=outgoing.fit.nested)
    left_out += [
        LeftOut(outgoing.id, one.id, "overlap")
        for place, one in enumerate(entities)
        if place not in chosen
    ]
    kept = [one for place, one in enumerate(entities) if place in chosen]
    left_out += losses.details(outgoing, kept)
    return sorted(kept, key=lambda one: one.annotation.start), left_out


def _label(label: str, unfit: str) -> str:
    return "_".join(label.translate(dict.fromkeys(map(ord, unfit), " ")).split()) or "_"


def _tags(sentences: list[list[Span]], spans: dict[Span, str], prefix: Prefix) -> dict[Span, str]:
    tags: dict[Span, str] = {}
    waiting = iter(sorted(spans.items()))
    now = next(waiting, None)
    for token in (token for sentence in sentences for token in sentence):
        while now is not None and now[0][1] <= token[0]:
            now = next(waiting, None)
        if now is None:
            break
        (start, end), label = now
        if start <= token[0]:
            tags[token] = f"{prefix(start == token[0], end == token[1])}-{label}"
    return tags
