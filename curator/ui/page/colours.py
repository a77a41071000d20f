"""What colour and code an annotation's label has on the page."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from curator.domain.annotation import Annotation, Layer
from curator.domain.scheme import Label, Scheme
from curator.ui.paint import colour
from curator.ui.tokens import Theme

Role = QPalette.ColorRole


class Colours:
    """Labels of a scheme in the colours of a theme; foreign and retired labels are grey.

    Args:
        theme: the tokens in use.
        scheme: the project's label scheme, None before there is one.

    Attributes:
        theme: the tokens in use.
    """

    def __init__(self, theme: Theme, scheme: Scheme | None) -> None:
        self.theme = theme
        self._labels: dict[tuple[Layer, str], Label] = {}
        for layer, part in (scheme.layers if scheme else {}).items():
            for label in part.labels:
                self._labels[layer, label.name] = label

    def family(self, annotation: Annotation) -> str:
        """Return the colour family of an annotation's label."""
        label = self._labels.get((annotation.layer, annotation.label))
        return label.family if label else "grey"

    def strong(self, annotation: Annotation) -> str:
        """Return the colour of its outlines, lines and marks."""
        return self.theme.strong(self.family(annotation))

    def code(self, annotation: Annotation) -> str:
        """Return the two letters that stand for its label in the gutter."""
        label = self._labels.get((annotation.layer, annotation.label))
        return (label.code if label else "") or annotation.label[:2].capitalize()


def page_palette(theme: Theme, base: QPalette) -> QPalette:
    """Return a palette in which a text is written on paper, and selected text stays in ink."""
    palette = QPalette(base)
    for role, tone in (
        (Role.Window, theme.page),
        (Role.Base, theme.page),
        (Role.Text, theme.ink),
        (Role.Highlight, theme.select),
        (Role.HighlightedText, theme.ink),
    ):
        palette.setColor(role, colour(tone))
    return palette
