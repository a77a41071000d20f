"""What one painting of the page draws from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from curator.domain.annotation import Annotation, Layer
from curator.ui.page.colours import Colours
from curator.ui.page.index import Index
from curator.ui.page.measures import Measures
from curator.ui.page.sight import Run, Sight
from curator.ui.tokens import Theme


@dataclass(slots=True)
class Scene:
    """The visible part of a document with its annotations.

    Attributes:
        sight: the visible lines.
        index: of the document's annotations.
        colours: of labels.
        measures: lengths on the page.
        annotations: in view near what is to be painted, outer ones first.
        hovered: id under the pointer.
        names: whether all annotations show their names.
        line_of: offset (code points) → number of its line, also out of sight.
    """

    sight: Sight
    index: Index
    colours: Colours
    measures: Measures
    annotations: list[Annotation]
    hovered: int | None
    names: bool
    line_of: Callable[[int], int]
    _runs: dict[tuple[int, int], list[Run]] = field(default_factory=dict)

    @property
    def theme(self) -> Theme:
        """The tokens in use."""
        return self.colours.theme

    @property
    def entities(self) -> list[Annotation]:
        """The entities to be painted, outer ones first."""
        return [one for one in self.annotations if one.layer is Layer.ENTITY]

    @property
    def claims(self) -> list[Annotation]:
        """The claims to be painted, the current one last."""
        claims = [one for one in self.annotations if one.layer is Layer.CLAIM]
        return sorted(claims, key=self.is_current)

    @property
    def current(self) -> Annotation | None:
        """The current annotation, wherever it lies."""
        return self.index.get(self.index.shown.current)

    def is_current(self, annotation: Annotation) -> bool:
        """Say whether an annotation is the current one."""
        return annotation.id == self.index.shown.current

    def runs(self, start: int, end: int) -> list[Run]:
        """Return where a span (code points) stands on the visible lines."""
        key = (start, end)
        if key not in self._runs:
            self._runs[key] = self.sight.runs(start, end)
        return self._runs[key]

    def first_run(self, start: int, end: int) -> Run | None:
        """Return where a span begins; None when that is out of sight."""
        runs = self.runs(start, end)
        return runs[0] if runs and runs[0].number == self.sight.number_of(start) else None
