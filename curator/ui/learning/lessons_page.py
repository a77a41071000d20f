"""The page of lessons: boundaries, types and cues that corrections of claims have taught."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from curator.domain.learning.claim_lessons import Kind, Lesson
from curator.services.sentences.lessons import VARIANTS
from curator.translation import gettext as _
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Row
from curator.ui.widgets.table_model import Kind as Show
from curator.ui.widgets.titled_page import Page

_WORDS = _(
    "Where you correct a claim's parts or its type, or add one by hand, the machine takes it up: "
    "a boundary once most of at least three cases agree, a type after two changes. Every lesson "
    "can be switched off; undoing the corrections takes it back."
)
_COLUMNS = (
    Column(_("Lesson")),
    Column(_("Type"), Show.CHIP, 120),
    Column(_("Held"), Show.FIGURE, 110),
    Column("", width=150),
)


def words_of(lesson: Lesson) -> str:
    """Say what a lesson comes to."""
    match lesson.kind:
        case Kind.BOUNDARY:
            return VARIANTS.get(lesson.about, lesson.about)
        case Kind.TYPE:
            return _("“{about}” is not {before}").format(about=lesson.about, before=lesson.before)
        case Kind.CUE:
            return _("“{about}” is a cue").format(about=lesson.about)


def standing(lesson: Lesson) -> Cell:
    """Say whether a lesson is used."""
    if not lesson.on:
        return Cell(_("switched off"), "ink3")
    if lesson.used:
        return Cell(_("in use"), "ok", icon="done")
    return Cell(_("too few cases yet"), "ink3")


class LessonsPage(Surface):
    """A table of lessons.

    Signals:
        wanted(): the lessons are asked for; answer with `show_lessons`.
        switched(str, bool): a lesson is to be used or not, by its name.
    """

    wanted = Signal()
    switched = Signal(str, bool)

    def __init__(self, theme: Theme, colour_of: Callable[[str], str]) -> None:
        """Make an empty page.

        Args:
            colour_of: gives the colour family of a claim type.
        """
        super().__init__(theme, "panel")
        self._colour_of = colour_of
        self._lessons: dict[str, Lesson] = {}
        self._table = Table(theme, _COLUMNS, name=_("Lessons"))
        self._switch = Button(theme, _("Switch off"))
        self._page = Page(theme, _("Lessons about claims"), _WORDS, self._table, [self._switch])
        self._table.current_changed.connect(self._offer)
        self._table.chosen.connect(self._flip)
        self._switch.clicked.connect(self._flip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._offer()

    def ask(self) -> None:
        """Ask for the lessons."""
        self.wanted.emit()

    def show_lessons(self, lessons: Sequence[Lesson]) -> None:
        """Show what was learned, what is in use first."""
        ordered = sorted(lessons, key=lambda one: (not one.used, one.kind, -one.held, one.about))
        self._lessons = {one.name: one for one in ordered}
        self._table.set_rows([self._row(one) for one in ordered])
        used = sum(one.used for one in ordered)
        if ordered:
            self._page.show_body()
            self._page.say(_("{used} in use, {n} not").format(used=used, n=len(ordered) - used))
        else:
            detail = _("Correct a claim's parts or type, and what they have in common stands here.")
            self._page.say_empty("learn", _("Nothing learned about claims yet"), detail=detail)
            self._page.say("")
        self._offer()

    def _row(self, one: Lesson) -> Row:
        cells = (
            Cell(words_of(one)),
            Cell(one.label, family=self._colour_of(one.label)),
            Cell(_("{held} of {cases}").format(held=one.held, cases=one.cases), "ink2"),
            standing(one),
        )
        return Row(one.name, cells)

    def _offer(self) -> None:
        lesson = self._lessons.get(self._table.current or "")
        self._switch.setEnabled(lesson is not None)
        self._switch.set_look(text=_("Switch on") if lesson and not lesson.on else _("Switch off"))

    def _flip(self, _key: object = None) -> None:
        lesson = self._lessons.get(self._table.current or "")
        if lesson is not None:
            self.switched.emit(lesson.name, not lesson.on)
