"""Apply one decision to every identical mention: looked for a portion at a time, one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curator.domain.annotation import Layer, State
from curator.domain.changes import Progress
from curator.domain.decisions import How, Reason, Verdict
from curator.domain.identical import Fate, Place, fate, flat, occurrences, same_words
from curator.services.together import Item, together
from curator.store import mentions
from curator.store.mentions import Held, Span
from curator.store.project import Project

_AT_ONCE = 100
"""Documents looked through in one read."""
_AROUND = 60
"""Code points of context on either side."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for.

    Attributes:
        words: of the mention; of a claim its cue.
        layer: of the annotation.
        here: the open document, which may be blind: what is decided there was announced.
        everywhere: whether all documents are looked through, else only this one.
        match_case: whether capital letters must be the same.
    """

    words: str
    layer: Layer
    here: int
    everywhere: bool = False
    match_case: bool = True


@dataclass(frozen=True, slots=True)
class Portion:
    """What was found in some documents, and how far the search is."""

    places: tuple[Place, ...]
    looked: int
    documents: int


def search(project: Project, sought: Sought) -> Iterator[Portion]:
    """Look for identical mentions, each portion in a read of its own.

    Suggestions that a blind document does not show are left out, and so is every other blind
    document than the open one. Of claims only those that are annotated are found.

    Args:
        project: any.
        sought: what is looked for.
    """
    with project.read() as tx:
        numbers = (
            mentions.holding(tx, sought.words, sought.layer, match_case=sought.match_case)
            if sought.everywhere
            else [sought.here]
        )
    if sought.here in numbers:
        numbers.remove(sought.here)
        numbers.insert(0, sought.here)
    for first in range(0, len(numbers), _AT_ONCE):
        some = numbers[first : first + _AT_ONCE]
        yield Portion(_found(project, sought, some), first + len(some), len(numbers))
    if not numbers:
        yield Portion((), 0, 0)


def items(places: Iterable[Place], label: str, layer: Layer, *, reject: bool) -> list[Item]:
    """Return the verdicts that a decision gives to places; none where nothing would change."""
    verdicts = {
        Fate.ACCEPT: Verdict.ACCEPT,
        Fate.RELABEL: Verdict.CORRECT,
        Fate.REJECT: Verdict.REJECT,
        Fate.ADD: Verdict.ADD,
    }
    reason = Reason.NOT_A_CLAIM.value if layer is Layer.CLAIM else None
    return [
        Item(
            document_id=place.document_id,
            number=place.number,
            verdict=verdict,
            label=label,
            state=place.state or State.SUGGESTED,
            was=place.label,
            start=place.start,
            end=place.end,
            reason=reason if verdict is Verdict.REJECT else None,
        )
        for place in places
        if (verdict := verdicts.get(fate(place, label, reject=reject))) is not None
    ]


def apply(
    project: Project, wanted: Sequence[Item], *, words: str, label: str, reject: bool
) -> Iterator[Progress]:
    """Give identical mentions one verdict, as one act.

    Args:
        project: held for writing.
        wanted: as `items` made them.
        words: of the mentions.
        label: of the decided annotation.
        reject: whether it is rejected, else accepted.
    """
    facts = {
        "verdict": "reject" if reject else "accept",
        "quote": flat(words)[:80],
        "label": "" if reject else label,
        "n": len(wanted),
        "documents": len({item.document_id for item in wanted}),
    }
    return together(project, wanted, code="identical", facts=facts, how=How.IDENTICAL)


def _found(project: Project, sought: Sought, numbers: Sequence[int]) -> tuple[Place, ...]:
    word = max(sought.words.split(), key=len, default="") if sought.match_case else ""
    with project.read() as tx:
        held = mentions.held(tx, numbers, sought.layer)
        spans = mentions.spans(tx, numbers, sought.layer, word=word)
    by_document: dict[int, list[Span]] = {}
    for span in spans:
        by_document.setdefault(span.document_id, []).append(span)
    order = {number: place for place, number in enumerate(numbers)}
    return tuple(
        place
        for document in sorted(held, key=lambda one: order[one.id])
        if not document.blind or document.closed or document.id == sought.here
        for place in _in(document, by_document.get(document.id, []), sought)
    )


def _in(document: Held, spans: Sequence[Span], sought: Sought) -> list[Place]:
    """Return the places of one document, in reading order."""
    marked = [s for s in spans if same_words(s.quote, sought.words, match_case=sought.match_case)]
    hidden = document.blind and not document.closed
    places = [
        _place(document, *_words(span, document, sought.layer), span)
        for span in marked
        if not (hidden and span.state is State.SUGGESTED and not span.by_hand)
    ]
    if sought.layer is Layer.ENTITY:
        taken = {(span.start, span.end) for span in spans}
        living = [span for span in spans if span.state is not State.REJECTED]
        for start, end in occurrences(document.text, sought.words, match_case=sought.match_case):
            if (start, end) not in taken:
                around = [s.quote for s in living if s.start <= start and end <= s.end]
                inside = flat(min(around, key=len)) if around else ""
                places.append(_place(document, start, end, None, inside=inside))
    return sorted(places, key=lambda place: (place.start, place.end, place.number))


def _words(span: Span, document: Held, layer: Layer) -> tuple[int, int]:
    """Return where the words of an annotation stand; a claim's cue lies somewhere in it."""
    if layer is Layer.ENTITY:
        return span.start, span.end
    at = document.text.find(span.quote, span.start, span.end)
    return (at, at + len(span.quote)) if at >= 0 else (span.start, span.end)


def _place(document: Held, start: int, end: int, span: Span | None, *, inside: str = "") -> Place:
    text = document.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = before[before.find(" ") + 1 :]
    return Place(
        document_id=document.id,
        title=document.title,
        number=span.id if span is not None else 0,
        start=start,
        end=end,
        before=" ".join(before.split()) + (" " if before[-1:].isspace() else ""),
        words=flat(text[start:end]),
        after=(" " if after[:1].isspace() else "") + " ".join(after.split()),
        label=span.label if span is not None else "",
        state=span.state if span is not None else None,
        closed=document.closed,
        by_hand=span.by_hand if span is not None else False,
        inside=inside,
    )
