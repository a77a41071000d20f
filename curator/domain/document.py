"""A document as it is opened: its text, its metadata, everything annotated in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curator.domain.annotation import Annotation, Layer
from curator.domain.changes import LayerState


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a suggester found and a project does not show by itself.

    Attributes:
        annotation: as it would be suggested; its id counts candidates, not annotations.
        why: ``below`` the threshold, ``nested`` in another claim, ``blind`` document,
            ``contradicts`` a rejection, ``overlaps`` an accepted entity, ``memory``: what was
            decided elsewhere says otherwise, ``taken back`` while a person decided on it.
    """

    annotation: Annotation
    why: str


@dataclass(frozen=True, slots=True)
class SuggesterRow:
    """Who proposed: name, version and configuration."""

    id: int
    name: str
    version: str
    layer: Layer
    recipe: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document, whole.

    Attributes:
        id: counted per project.
        batch_id: the import it came with.
        sender_id: the sender's id, unique in the project.
        title: its title, or its first sentence.
        text: normalised and immutable.
        digest: SHA-256 of the text, in hexadecimal.
        meta: what is known of it: date, place, agency, source, language …
        layers: state of each layer of the scheme.
        annotations: those that are not gone, by start.
        candidates: below the threshold, nested, or held back.
        flagged: whether a person flagged it.
        comment: a person's remark on it.
        change_set: the newest change set that it has seen.
    """

    id: int
    batch_id: int
    sender_id: str
    title: str
    text: str
    digest: str
    meta: Mapping[str, Any]
    layers: Mapping[Layer, LayerState]
    annotations: tuple[Annotation, ...]
    candidates: tuple[Candidate, ...] = ()
    flagged: bool = False
    comment: str | None = None
    change_set: int = 0

    @property
    def done(self) -> bool:
        """Whether every layer of its scheme is reviewed."""
        return bool(self.layers) and all(state.reviewed for state in self.layers.values())

    @property
    def blind(self) -> bool:
        """Whether suggestions are held back until it is closed."""
        return any(state.blind and not state.reviewed for state in self.layers.values())
