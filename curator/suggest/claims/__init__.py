"""Finds who says, thinks, wants or denies what, by dependency rules and a lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.suggest.claims.attributes import Attributes
from curator.suggest.claims.boundaries import Boundaries, cue_span, possessive_off, to_spans
from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.features import features
from curator.suggest.claims.finders import find_drafts
from curator.suggest.claims.frames import Frame, Span
from curator.suggest.claims.lexicon import Lexicon, load_lexicon
from curator.suggest.claims.nesting import find_parents
from curator.suggest.claims.quoted import attach_quotations
from curator.suggest.claims.surface import leading_participles, turns
from curator.suggest.claims.variants import variants

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Frame", "Lexicon", "Span", "extract", "load_lexicon"]


def extract(doc: Doc, lexicon: Lexicon) -> list[Frame]:
    """Finds the claims of a document.

    Everything that looks like a claim is returned, also what most likely is none: the score tells.
    Those that are to be shown score .5 or more and are not nested.

    Args:
        doc: a document parsed with CLEAR labels, as spaCy's English pipelines do. Without a parse
            only what the surface gives away is found.
        lexicon: the word lists and priors.

    Returns:
        The claims in the order of their first word.
    """
    reading = Reading.of(doc, lexicon)
    drafts = _find(reading)
    scores = [lexicon.prior(draft.pattern, draft.standing) for draft in drafts]
    parents = find_parents(reading, drafts, scores)
    attributes = Attributes(reading)
    frames: list[Frame] = []
    for draft, score, parent in zip(drafts, scores, parents, strict=True):
        values = attributes.of(draft)
        around = None if parent is None else drafts[parent]
        names = features(reading, draft, values, finite=attributes.finite, around=around)
        frames.append(_frame(reading, draft, values, names, score=score, parent=parent))
    return frames


def _find(reading: Reading) -> list[Draft]:
    boundaries = Boundaries(reading)
    drafts = leading_participles(reading, list(find_drafts(reading)))
    by_head: dict[int, Draft] = {}
    for draft in (*drafts, *turns(reading)):
        if boundaries.settle(draft):
            by_head.setdefault(draft.head, draft)
    found = attach_quotations(reading, boundaries, list(by_head.values()))
    found = [draft for draft in found if to_spans(reading, draft.content)]
    return sorted(found, key=_place)


def _place(draft: Draft) -> tuple[int, int]:
    parts = (draft.content, draft.cue, draft.source)
    return min(part.first for part in parts if part), draft.head


def _frame(
    reading: Reading,
    draft: Draft,
    attributes: dict[str, str],
    names: tuple[str, ...],
    *,
    score: float,
    parent: int | None,
) -> Frame:
    spans = {
        "content": to_spans(reading, draft.content),
        "cue": cue_span(reading.parse, draft.cue),
        "source": to_spans(reading, possessive_off(reading.parse, draft.source)),
        "addressee": to_spans(reading, draft.addressee),
        "medium": to_spans(reading, draft.medium),
    }
    return Frame(
        label=draft.label,
        **spans,
        attributes=attributes,
        pattern=draft.pattern,
        score=score,
        nested=parent is not None or reading.quoted(draft.head),
        parent=parent,
        features=names,
        variants={} if draft.pattern == "weak" else variants(reading, draft, spans),
    )
