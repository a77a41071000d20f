"""Which annotations lie where: an index by block, with nesting, crossings and claim lanes.

Nothing here knows Qt. All offsets are code points of the stored text.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from curator.domain.annotation import GONE, Annotation, Layer, State
from curator.ui.page.extents import content_length, drawn_parts, holds, outer_first, share_text

_FIRST = 100
"""So many blocks are indexed at once: more than fit on a screen."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the reader has in view.

    Attributes:
        layers: layers in view.
        rejected: whether rejected annotations are drawn.
        current: the current annotation, drawn whatever else holds.
    """

    layers: frozenset[Layer] = frozenset(Layer)
    rejected: bool = False
    current: int | None = None

    def __contains__(self, annotation: Annotation) -> bool:
        if annotation.id == self.current:
            return True
        visible = self.rejected or annotation.state is not State.REJECTED
        return visible and annotation.layer in self.layers


class Index:
    """The annotations of one document by block.

    Args:
        starts: where each block of the view begins, ascending from 0.
    """

    def __init__(self, starts: Sequence[int] = (0,)) -> None:
        self._starts = starts
        self._known: dict[int, Annotation] = {}
        self._blocks: defaultdict[int, list[int]] = defaultdict(list)
        self._rest: dict[int, None] = {}
        self._nests: dict[int, tuple[int, bool]] = {}
        self._lanes: dict[int, int] = {}
        self._shown = Shown()

    def fill(self, annotations: Iterable[Annotation]) -> None:
        """Take in the annotations of a document.

        Only what begins in the first blocks is indexed at once, so that ten thousand of them do
        not delay the first paint; `complete` does the others.
        """
        self._known = {one.id: one for one in annotations if one.state not in GONE}
        limit = self._starts[_FIRST] if len(self._starts) > _FIRST else sys.maxsize
        for annotation in self._known.values():
            if annotation.parts[0][1] < limit:
                self._insert(annotation)
            else:
                self._rest[annotation.id] = None

    def complete(self, most: int = sys.maxsize) -> bool:
        """Index what `fill` has left, or so many of it; asking for a later block does all.

        Returns:
            Whether everything is indexed.
        """
        for identifier in list(islice(self._rest, most)):
            del self._rest[identifier]
            self._insert(self._known[identifier])
        return not self._rest

    def get(self, identifier: int | None) -> Annotation | None:
        """Return an annotation by its id, whether it is in view or not."""
        return None if identifier is None else self._known.get(identifier)

    def all(self) -> Iterable[Annotation]:
        """Return every annotation, in no order, whether it is in view or not."""
        return self._known.values()

    @property
    def shown(self) -> Shown:
        """What the reader has in view."""
        return self._shown

    def show(self, shown: Shown) -> None:
        """Change what the reader has in view."""
        self._shown = shown
        self._nests.clear()
        self._lanes.clear()

    def make_current(self, identifier: int | None) -> frozenset[int]:
        """Make another annotation current, which may bring it into view and the old one out.

        Returns:
            Numbers of the blocks that may look different now.
        """
        both = [one for key in (self._shown.current, identifier) if (one := self.get(key))]
        before = [self._disturb(one) for one in both]
        self._shown = replace(self._shown, current=identifier)
        return frozenset().union(*before, *(self._disturb(one) for one in both))

    def put(self, annotation: Annotation) -> frozenset[int]:
        """Add an annotation or replace the one with its id; a vanished one is dropped.

        Returns:
            Numbers of the blocks that may look different now.
        """
        before = self.drop(annotation.id)
        if annotation.state in GONE:
            return before
        self._known[annotation.id] = annotation
        self._insert(annotation)
        return before | self._disturb(annotation)

    def drop(self, identifier: int) -> frozenset[int]:
        """Forget an annotation and return the blocks that may look different now."""
        annotation = self._known.get(identifier)
        if annotation is None:
            return frozenset()
        touched = self._disturb(annotation)
        self._forget(annotation)
        return touched

    def change(self, annotations: Iterable[Annotation], gone: Iterable[int] = ()) -> None:
        """Put many annotations and drop others: cheaper than one by one, wherever they lie."""
        for identifier in gone:
            if (known := self._known.get(identifier)) is not None:
                self._forget(known)
        for annotation in annotations:
            known = self._known.get(annotation.id)
            if (
                known is not None
                and annotation.state not in GONE
                and known.parts == annotation.parts
            ):
                self._known[annotation.id] = annotation
                continue
            if known is not None:
                self._forget(known)
            if annotation.state not in GONE:
                self._known[annotation.id] = annotation
                self._insert(annotation)
        self._nests.clear()
        self._lanes.clear()

    def block_at(self, offset: int) -> int:
        """Return the number of the block that holds an offset."""
        return bisect_right(self._starts, offset) - 1

    def blocks_of(self, annotation: Annotation) -> range:
        """Return the blocks from an annotation's first part to its last."""
        parts = annotation.parts
        end = parts[0].end if len(parts) == 1 else max([part[2] for part in parts])
        first = bisect_right(self._starts, parts[0].start) - 1
        return range(first, bisect_right(self._starts, end - 1, first))

    def between(self, first: int, last: int) -> list[Annotation]:
        """Return what is in view in blocks `first` to `last`, both included.

        Returns:
            By start; of those with the same start the longest first.
        """
        found = dict.fromkeys(
            identifier for block in range(first, last + 1) for identifier in self._ids(block)
        )
        shown = [known for one in found if (known := self._known[one]) in self._shown]
        return sorted(shown, key=outer_first)

    def at(self, offset: int) -> tuple[int, ...]:
        """Return the ids of everything in view under a character, the innermost first.

        An annotation is under it when one of its parts is; the shorter part is further in.
        """
        block = self.block_at(offset)
        found = [
            (min(sizes), annotation.layer is Layer.CLAIM, annotation.id)
            for annotation in self.between(block, block)
            if (sizes := self._sizes_at(annotation, offset))
        ]
        return tuple(identifier for *_, identifier in sorted(found))

    def depth(self, entity: Annotation) -> int:
        """Return how many entities in view an entity is nested in."""
        return self._nest(entity)[0]

    def crosses(self, entity: Annotation) -> bool:
        """Say whether an entity begins inside another one and ends beyond it."""
        return self._nest(entity)[1]

    def live_inside(self, entity: Annotation) -> list[Annotation]:
        """Return the entities in view, not rejected, that lie inside an entity, by start."""
        blocks = self.blocks_of(entity)
        return [
            other
            for other in self.between(blocks.start, blocks.stop - 1)
            if other.layer is Layer.ENTITY
            and other.state is not State.REJECTED
            and entity.start <= other.start
            and other.end <= entity.end
        ]

    def lane(self, claim: Annotation) -> int:
        """Return the lane of a claim's lines, 0 being nearest the text.

        Claims that share text take the first free lane, the shortest of them first.
        """
        if claim.id not in self._lanes:
            self._assign_lanes(self._cluster(claim))
        return self._lanes[claim.id]

    def _insert(self, annotation: Annotation) -> None:
        for block in self.blocks_of(annotation):
            self._blocks[block].append(annotation.id)

    def _forget(self, annotation: Annotation) -> None:
        del self._known[annotation.id]
        if annotation.id in self._rest:
            del self._rest[annotation.id]
            return
        for block in self.blocks_of(annotation):
            self._blocks[block].remove(annotation.id)

    def _ids(self, block: int) -> Sequence[int]:
        """Return the ids of what lies in a block, wholly or in part."""
        if block >= _FIRST:
            self.complete()
        return self._blocks.get(block, ())

    def _disturb(self, annotation: Annotation) -> frozenset[int]:
        """Forget what was computed of an annotation and its neighbours; return their blocks."""
        disturbed = [annotation]
        if annotation.layer is Layer.CLAIM:
            disturbed = self._cluster(annotation)
            for claim in disturbed:
                self._lanes.pop(claim.id, None)
        blocks = {block for one in disturbed for block in self.blocks_of(one)}
        neighbours = {identifier for block in blocks for identifier in self._ids(block)}
        for identifier in neighbours:
            self._nests.pop(identifier, None)
            blocks.update(self.blocks_of(self._known[identifier]))
        return frozenset(blocks)

    def _sizes_at(self, annotation: Annotation, offset: int) -> list[int]:
        whole = annotation.layer is Layer.ENTITY or annotation.id == self._shown.current
        parts = annotation.parts if whole else drawn_parts(annotation)
        return [end - start for _, start, end in parts if start <= offset < end]

    def _nest(self, entity: Annotation) -> tuple[int, bool]:
        if entity.id not in self._nests:
            around = self._entities_at(entity.start)
            depth = sum(1 for other in around if holds(other, entity))
            crosses = any(o.start < entity.start < o.end < entity.end for o in around)
            self._nests[entity.id] = (depth, crosses)
        return self._nests[entity.id]

    def _entities_at(self, offset: int) -> list[Annotation]:
        block = self.block_at(offset)
        around = (self._known[one] for one in self._ids(block))
        return [one for one in around if one.layer is Layer.ENTITY and one in self._shown]

    def _cluster(self, claim: Annotation) -> list[Annotation]:
        """Return the claims that hang together with one by shared text, itself among them."""
        found = {claim.id: claim}
        fresh = [claim]
        while fresh:
            one = fresh.pop()
            blocks = self.blocks_of(one)
            for other in self.between(blocks.start, blocks.stop - 1):
                if other.layer is Layer.CLAIM and other.id not in found and share_text(one, other):
                    found[other.id] = other
                    fresh.append(other)
        return list(found.values())

    def _assign_lanes(self, cluster: list[Annotation]) -> None:
        placed: list[tuple[int, Annotation]] = []
        for claim in sorted(cluster, key=lambda one: (content_length(one), one.start, one.id)):
            taken = {lane for lane, other in placed if share_text(claim, other)}
            lane = next(free for free in range(len(placed) + 1) if free not in taken)
            self._lanes[claim.id] = lane
            placed.append((lane, claim))
