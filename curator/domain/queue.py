"""What lists of documents show: narrow rows, and how they are filtered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from curator.domain.annotation import Layer
from curator.domain.queue_words import Key, read


class Which(StrEnum):
    """Which documents the queue lists."""

    TO_DO = "to do"
    FLAGGED = "flagged"
    DONE = "done"
    ALL = "all"


class Order(StrEnum):
    """In which order the queue lists the documents of a batch.

    The first four are gone through from where one is. The others look for work: the next one is
    always the first, and documents that were skipped come last. ``left`` brings those first that
    are nearly done, ``saving`` those whose suggestions save the most edits, ``uncertainty`` those
    whose verdicts teach the most.
    """

    IMPORTED = "as imported"
    TITLE = "by title"
    NEWEST = "newest first"
    OLDEST = "oldest first"
    LEFT = "least left first"
    SAVING = "most saved first"
    UNCERTAINTY = "least certain first"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which documents the queue lists, and in which order.

    Attributes:
        which: by how far they are.
        words: as typed into the filter box; `queue_words` reads them. Empty: all.
        order: of the documents of a batch.
    """

    which: Which = Which.ALL
    words: str = ""
    order: Order = Order.IMPORTED

    @property
    def narrows(self) -> bool:
        """Whether it can leave documents out."""
        return self.which is not Which.ALL or bool(self.words)

    @property
    def describes(self) -> bool:
        """Whether a decision can change which documents it leaves."""
        return any(term.key is not Key.TEXT for term in read(self.words))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many annotations of a layer of a document wait for a verdict, and have one."""

    left: int = 0
    decided: int = 0


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in a list.

    Attributes:
        id: counted per project.
        batch_id: the import it came with.
        title: its title, or its first sentence.
        agency: who sent it, empty when unknown.
        date: as in its metadata, empty when unknown.
        flagged: whether a person flagged it.
        counts: by layer of the scheme.
        reviewed: layers that are closed.
        waiting: layers that no suggester has seen yet.
        blind: whether it shows no suggestions until closed.
        comment: a person's remark, empty for none.
        versions: whether other documents tell the same story.
    """

    id: int
    batch_id: int
    title: str
    agency: str = ""
    date: str = ""
    flagged: bool = False
    counts: Mapping[Layer, Counts] = field(default_factory=dict)
    reviewed: frozenset[Layer] = frozenset()
    waiting: frozenset[Layer] = frozenset()
    blind: bool = False
    comment: str = ""
    versions: bool = False

    @property
    def done(self) -> bool:
        """Whether every layer of its scheme is reviewed."""
        return bool(self.counts) and set(self.counts) <= self.reviewed

    @property
    def left(self) -> int:
        """How many annotations wait for a verdict, over all layers."""
        return sum(count.left for count in self.counts.values())

    @property
    def decided(self) -> int:
        """How many annotations have a verdict, over all layers."""
        return sum(count.decided for count in self.counts.values())


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch in the queue: its name and how many of its documents the filter leaves.

    Attributes:
        id: counted per project.
        name: as given at import.
        documents: how many there are under the filter.
        done: how many of all its documents are done.
        total: how many documents it has.
    """

    id: int
    name: str
    documents: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class QueueOutline:
    """The shape of the queue under a filter, without its rows.

    Attributes:
        batches: newest first, those without a document under the filter left out.
        documents: how many documents the filter leaves.
        total: how many documents the project shows at all.
        done: how many of them are done.
        change_set: the newest change set that it has seen.
    """

    batches: tuple[BatchRow, ...] = ()
    documents: int = 0
    total: int = 0
    done: int = 0
    change_set: int = 0
