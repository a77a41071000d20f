"""The page: a text to read, with what was found in it painted underneath."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from curator.domain.annotation import Annotation, Layer
from curator.domain.scheme import Scheme
from curator.domain.words import snap
from curator.translation import gettext as _
from curator.ui.announcing import announce, spoken
from curator.ui.page.colours import Colours, page_palette
from curator.ui.page.edited import paint_cuts, paint_news
from curator.ui.page.gutter import claim_at
from curator.ui.page.index import Index, Shown
from curator.ui.page.marked import MarkedView
from curator.ui.page.overview import Overview
from curator.ui.page.painting import paint_over, paint_under
from curator.ui.page.pointer import Cycle
from curator.ui.page.scene import Scene
from curator.ui.page.selecting import LEFT
from curator.ui.page.sight import LINE_BITS
from curator.ui.page.text_view import REACH
from curator.ui.paint import colour
from curator.ui.tokens import Theme, theme

_MANY = 50
"""So many changes at once are not made one by one."""


class Page(MarkedView):
    """A document with its annotations; it shows and reports, and never changes anything.

    Attributes of annotations are painted as ``look.md`` has them. Ids are those of annotations,
    offsets are code points of the stored text. Only for the UI thread.

    Attributes:
        overview: the strip at the right edge.
        figures: whether confidence is told as a figure; otherwise as one of three levels.

    Signals:
        picked: the annotation that a click wants to be current.
        accepted: the annotation that was double-clicked.
        hovered(object, QPoint): id of the annotation under the pointer, None for none, and where
            the pointer is on the viewport.

    Args:
        parent: the widget around it.
    """

    picked = Signal(int)
    accepted = Signal(int)
    hovered = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = Index()
        self._theme = theme("light")
        self._scheme: Scheme | None = None
        self._colours = Colours(self._theme, None)
        self._hovered: int | None = None
        self.figures = False
        self._cycle = Cycle()
        self.overview = Overview(self, self._colours)
        self.found_changed.connect(lambda fresh: self.overview.mark_found(self.found, fresh=fresh))
        self.setViewportMargins(0, 0, self.overview.width(), 0)
        self.viewport().setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Text of the document"))
        self.clicked.connect(self._click)
        self.overview.jumped.connect(self._jump)
        self._recolour()

    @property
    def current(self) -> int | None:
        """The id of the current annotation."""
        return self._index.shown.current

    def annotation(self, identifier: int) -> Annotation | None:
        """Return an annotation as the page has it, in view or not."""
        return self._index.get(identifier)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._recolour()

    def set_scheme(self, scheme: Scheme | None) -> None:
        """Take the colours and codes of a label scheme."""
        self._scheme = scheme
        self._recolour()

    def open(self, text: str, annotations: Iterable[Annotation]) -> None:
        """Show a document from its beginning, without a current annotation."""
        self.set_text(text)
        shown = replace(self._index.shown, current=None)
        self._index = Index(self.starts)
        self._index.fill(annotations)
        self._hovered = None
        self._show(shown)
        self._describe()

    def clear(self) -> None:
        """Show nothing."""
        self.open("", ())

    def put(self, annotations: Iterable[Annotation]) -> None:
        """Add annotations, or replace those with the same ids; vanished ones go."""
        self._change(list(annotations))

    def drop(self, ids: Iterable[int]) -> None:
        """Take annotations away; ids that are not here are passed over."""
        self._change(gone=list(ids))

    def set_current(self, identifier: int | None) -> None:
        """Ring another annotation, and scroll only if its line is not well in view."""
        touched = self._index.make_current(identifier)
        self.show_caret(on=False)
        annotation = self._index.get(identifier)
        if annotation is not None:
            if self.selection() is None:
                self.select(annotation.anchor.start, annotation.anchor.start)
            self.bring_into_view(annotation.anchor.start)
        self.overview.update()
        self.update_blocks(touched)
        self._describe()

    def set_layers(self, layers: frozenset[Layer]) -> None:
        """Bring layers into view; of the others only the current annotation is drawn."""
        self._show(replace(self._index.shown, layers=layers))

    def show_rejected(self, *, on: bool) -> None:
        """Draw rejected annotations, or leave them out."""
        self._show(replace(self._index.shown, rejected=on))

    def show_labels(self, *, on: bool) -> None:
        """Write the labels over all entities, or only that of the current annotation."""
        self.show_names(on=on)

    def at(self, offset: int) -> tuple[int, ...]:
        """Return the ids of everything in view under a character, the innermost first."""
        return self._index.at(offset)

    def near(self, offset: int) -> list[Annotation]:
        """Return everything in view in the block of a character and in those beside it."""
        block = bisect_right(self.starts, offset) - 1
        return self._index.between(max(0, block - 1), min(block + 1, len(self.starts) - 1))

    def under(self, place: QPointF) -> tuple[int, ...]:
        """Return the ids of everything in view at a place of the viewport, the innermost first."""
        sight = self.sight()
        offset = sight.offset_at(place.x(), place.y())
        if offset is not None:
            return self.at(offset)
        claim = claim_at(self._scene(self.viewport().rect()), place.x(), place.y())
        return () if claim is None else (claim,)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint highlights, then the text, then strikes and the line of the focus."""
        scene = self._scene(event.rect())
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        paint_news(painter, scene, self.edits, self.edit)
        paint_under(painter, scene, dragged=self.dragged, letters=self.letters, found=self.found)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_over(painter, scene, found=self.found, selected=self.selected(), marks=self.marks)
        paint_cuts(painter, scene, self.edits, self.edit)
        if self.hasFocus():
            line = QRect(0, 0, 2, self.viewport().height())
            painter.fillRect(line, colour(self._theme.focus))
        painter.end()
        height = self.viewport().height()
        seen = [line for line in scene.sight.lines if 0 <= line.top < height]
        if seen:
            self.overview.set_band(seen[0].start, seen[-1].end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overview at the right edge."""
        super().resizeEvent(event)
        width = self.overview.width()
        self.overview.setGeometry(self.width() - width, 0, width, self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what lies under the pointer."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            under = self.under(event.position())
            self._hover(under[0] if under else None, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Accept what was clicked; on bare text, select the word."""
        if event.button() is not LEFT:
            return
        under = self.under(event.position())
        if under:
            self.accepted.emit(self.current if self.current in under else under[0])
        else:
            offset = self.sight().offset_at(event.position().x(), event.position().y())
            if offset is not None and (word := snap(self.text, offset, offset + 1)):
                self.select(*word)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None, QPoint())

    def _recolour(self) -> None:
        self._colours = Colours(self._theme, self._scheme)
        made = page_palette(self._theme, self.palette())
        self.setPalette(made)
        self.viewport().setPalette(made)  # under a style sheet it does not follow by itself
        self.overview.set_colours(self._colours)
        self.viewport().update()

    def _show(self, shown: Shown) -> None:
        self._index.show(shown)
        self.overview.set_document(self._index, len(self.text))
        self.viewport().update()

    def _change(self, some: Collection[Annotation] = (), gone: Collection[int] = ()) -> None:
        ids = [*gone, *(one.id for one in some)]
        before = [self._index.get(number) for number in ids]
        if len(ids) > _MANY:
            self._index.change(some, gone)
            self.overview.set_document(self._index, len(self.text))
            if self.sees((one.start, one.end) for one in (*some, *before) if one is not None):
                self.viewport().update()
        else:
            drops = [self._index.drop(number) for number in gone]
            puts = [self._index.put(one) for one in some]
            for number, one in zip(ids, before, strict=True):
                self.overview.replace(one, self._index.get(number))
            self.update_blocks(frozenset().union(*drops, *puts))
        self._describe()

    def _scene(self, rect: QRect) -> Scene:
        """Return what is to be painted in a part of the viewport."""
        sight = self.sight()
        near = [
            line.number >> LINE_BITS
            for line in sight.lines
            if rect.top() - 2 * REACH <= line.top <= rect.bottom() + REACH
        ]
        annotations = self._index.between(near[0], near[-1]) if near else []
        return Scene(
            sight,
            self._index,
            self._colours,
            self.measures,
            annotations,
            self._hovered,
            self._names,
            self.line_of,
        )

    def _blocks(self, identifier: int | None) -> frozenset[int]:
        annotation = self._index.get(identifier)
        return frozenset(self._index.blocks_of(annotation)) if annotation else frozenset()

    def _hover(self, identifier: int | None, at: QPoint) -> None:
        if identifier != self._hovered:
            touched = self._blocks(self._hovered) | self._blocks(identifier)
            self._hovered = identifier
            self.update_blocks(touched)
            self.hovered.emit(identifier, at)

    def _click(self, place: QPointF) -> None:
        chosen = self._cycle.pick(self.under(place), self.current)
        if chosen is not None:
            self.picked.emit(chosen)

    def _jump(self, offset: int) -> None:
        self.bring_into_view(min(offset, max(0, len(self.text) - 1)), always=True)

    def _describe(self) -> None:
        """Tell those who do not see the page what is current, once it is or stands differently."""
        annotation = self._index.get(self.current)
        words = spoken(annotation, self.text, figures=self.figures) if annotation else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            announce(self, words)
