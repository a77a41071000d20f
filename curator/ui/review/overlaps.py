"""Going through what overlaps: everything that lies where the first of them is anchored."""

from __future__ import annotations

from curator.domain.annotation import Annotation, Part
from curator.ui.review.open_document import OpenDocument


class Overlaps:
    """Remembers where it began, so that it comes round."""

    def __init__(self) -> None:
        """Begin anywhere."""
        self._round: tuple[int, ...] = ()

    def next(self, document: OpenDocument, here: Annotation) -> int:
        """Return the next annotation in the round; the same where nothing overlaps.

        Args:
            document: the open one; only what is in view counts.
            here: the current annotation; another than was returned last begins a new round.
        """
        listed = {one.id: one for one in document.listed()}
        if self._round[-1:] != (here.id,) or not listed.keys() >= set(self._round):
            under = [one.id for one in listed.values() if _touches(one, here.anchor)]
            after = under.index(here.id) + 1 if here.id in under else 0
            self._round = (*under[after:], *under[:after])
        if not self._round:
            return here.id
        following, *rest = self._round
        self._round = (*rest, following)
        return following


def _touches(one: Annotation, place: Part) -> bool:
    return any(part.start < place.end and place.start < part.end for part in one.parts)
