"""What an act changed: screens refresh by it, never by loading all anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curator.domain.annotation import Annotation, Layer


@dataclass(frozen=True, slots=True)
class LayerState:
    """A layer of a document: closed or not, and how its document stands."""

    document_id: int
    layer: Layer
    reviewed: bool
    blind: bool = False
    suggester_id: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The result of one step of an act.

    Attributes:
        change_set: its number; a read that carries it sees the act. 0 when nothing was logged.
        act: the act that it belongs to.
        code: what was done, such as ``"accept"``; `wording` makes the sentence.
        facts: what the sentence needs.
        documents: ids of documents of which anything changed.
        annotations: annotations as they stand now, in the order of the decisions.
        vanished: ids of annotations that are no more (undecided proposals of a machine), below
            zero of candidates that are none any more.
        returned: candidates that are such again, under their ids below zero.
        held: whether candidates of its documents are others now.
        layers: document layers as they stand now.
        queue: whether lists of documents must be read anew (import, withdrawal).
        scheme: whether there is a new revision of the label scheme.
        identities: whether identities changed.
        lists: whether word lists changed.
        undoes: whether this took another act back (undo), or brought it back (redo).
    """

    change_set: int = 0
    act: int = 0
    code: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    documents: frozenset[int] = frozenset()
    annotations: tuple[Annotation, ...] = ()
    vanished: tuple[int, ...] = ()
    returned: tuple[Annotation, ...] = ()
    held: bool = False
    layers: tuple[LayerState, ...] = ()
    queue: bool = False
    scheme: bool = False
    identities: bool = False
    lists: bool = False
    undoes: bool = False

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.change_set or self.documents or self.queue or self.scheme)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long act has come.

    Attributes:
        done: units finished.
        total: units altogether, None while unknown.
        unit: what is counted, such as ``"documents"`` or ``"bytes"``.
        changes: what the last step changed.
    """

    done: int
    total: int | None
    unit: str
    changes: Changes = Changes()
