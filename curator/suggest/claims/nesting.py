"""Which claim lies in which: the smallest content that a cue stands in."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft, Reading

_SHOWN = 0.5
_DEEPEST = 32


def find_parents(reading: Reading, drafts: list[Draft], scores: list[float]) -> list[int | None]:
    """Finds the claim that each claim is nested in.

    A claim below the threshold nests none that scores above it, so that hiding it hides nothing
    else. A claim outside a quotation nests nothing that stands in another quotation than its own.

    Args:
        reading: the document.
        drafts: settled drafts.
        scores: their scores, 0–1.

    Returns:
        For each draft the place of its parent in the list, or None.
    """
    by_cue = sorted(range(len(drafts)), key=lambda place: drafts[place].cue.first)
    runs = sorted(
        (start, end, place)
        for place, draft in enumerate(drafts)
        for start, end in draft.content.runs
    )
    parents: list[int | None] = [None] * len(drafts)
    active: list[tuple[int, int]] = []
    following = 0
    for place in by_cue:
        cue = drafts[place].cue
        while following < len(runs) and runs[following][0] <= cue.first:
            active.append((runs[following][1], runs[following][2]))
            following += 1
        active = [entry for entry in active if entry[0] > cue.first][-_DEEPEST:]
        outer = [
            other
            for _, other in active
            if _nests(reading, drafts[other], drafts[place])
            and scores[other] >= min(_SHOWN, scores[place])
        ]
        if outer:
            parents[place] = min(outer, key=lambda other: len(drafts[other].content))
    return parents


def _nests(reading: Reading, outer: Draft, inner: Draft) -> bool:
    if outer is inner:
        return False
    at = reading.quotations.at
    if at[outer.head] >= 0 and at[outer.head] != at[inner.head]:
        return False
    if len(outer.content) < len(inner.content) or not outer.content.covers(inner.cue):
        return False
    return not (inner.content.covers(outer.cue) and outer.head > inner.head)
