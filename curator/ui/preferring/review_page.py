"""Preferences of the open project's review: leftovers at closing, what happens by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from curator.domain.bulk import SAMPLE, SAMPLED_FROM
from curator.services import carrying
from curator.services.learning import tuning
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.dialogs.leftover import ACCEPTED, OPEN, REJECTED
from curator.ui.session import Session
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.check import Check
from curator.ui.widgets.choice import Choice
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.titled_page import Page

_WORDS = _(
    "What this project does with suggestions that have no verdict when a "
    "document is marked done. A bulk accept of more than {sampled_from} "
    "always shows a sample of {sample} first."
).format(sampled_from=SAMPLED_FROM, sample=SAMPLE)
_RULES: tuple[tuple[str | None, str, str], ...] = (
    (None, _("Ask at the next document"), _("The answer is remembered from then on")),
    (REJECTED, _("Reject them"), _("What was not accepted is not gold")),
    (OPEN, _("Leave them open"), _("They are neither gold nor negative")),
    (ACCEPTED, _("Accept them"), _("Only once each has been on the screen")),
)
_LEARNS = _("&Learn by itself when enough documents are done")
_CARRIES = _("&Carry decisions over to newer versions that are imported")


class ReviewPage(Surface):
    """Chooses for the open project; without one it says so."""

    def __init__(self, theme: Theme, session: Callable[[], Session | None]) -> None:
        """Make the page.

        Args:
            theme: its colours.
            session: gives the open project's.
        """
        super().__init__(theme, "panel")
        self._session, self._asked = session, 0
        self._choices = [Choice(theme, title, detail) for _rule, title, detail in _RULES]
        self._learns, self._carries = Check(theme, _LEARNS), Check(theme, _CARRIES)
        self._restore = Button(theme, _("Restore defaults"), icon="undo")
        body = Surface(theme, "panel")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(16, 0, 16, 0)
        rows.setSpacing(2)
        for place, choice in enumerate(self._choices):
            rows.addWidget(choice)
            choice.clicked.connect(partial(self._choose, place))
        rows.addSpacing(14)
        rows.addWidget(Line(theme, fonts.interface(13, 600), ink="ink", text=_("  By itself")))
        rows.addSpacing(4)
        rows.addWidget(self._learns)
        rows.addWidget(self._carries)
        rows.addStretch(1)
        self._page = Page(theme, _("Suggestions left over"), _WORDS, body, [self._restore])
        self._learns.clicked.connect(self._learn)
        self._carries.clicked.connect(self._carry)
        self._restore.clicked.connect(self._restored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def ask(self) -> None:
        """Ask the project for its rules."""
        session = self._session()
        writable = session is not None and session.writable
        for control in (*self._choices, self._learns, self._carries, self._restore):
            control.setEnabled(writable)
        if session is None:
            detail = _("These rules are kept by the project.")
            self._page.say_empty("folder", _("No project is open"), detail=detail)
            return
        self._page.show_body()
        self._page.say("" if writable else _("Another window holds the project"))
        self._check(session.closer.rule)
        self._asked += 1
        session.desk.read(_by_itself, partial(self._know, self._asked))

    def _know(self, asked: int, rules: tuple[bool, bool]) -> None:
        """Show what the project says, unless somebody chose since it was asked."""
        if asked == self._asked:
            for box, on in zip((self._learns, self._carries), rules, strict=True):
                box.setChecked(on)

    def _check(self, rule: str | None) -> None:
        place = next((n for n, one in enumerate(_RULES) if one[0] == rule), 0)
        self._choices[place].setChecked(True)

    def _choose(self, place: int) -> None:
        session = self._session()
        if session is not None and session.closer.rule != _RULES[place][0]:
            session.closer.set_rule(_RULES[place][0])

    def _learn(self, on: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        self._keep(partial(tuning.set_automatic, on=on))

    def _carry(self, on: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        self._keep(partial(carrying.set_carries, on=on))

    def _keep(self, rule: Callable[[Project], None]) -> None:
        session = self._session()
        self._asked += 1
        if session is not None:
            session.desk.write(rule, lambda _none: None)

    def _restored(self) -> None:
        self._choose(0)
        self._check(None)
        for box, keep in ((self._learns, self._learn), (self._carries, self._carry)):
            box.setChecked(True)
            keep(True)  # noqa: FBT003 - the slot of a signal


def _by_itself(project: Project) -> tuple[bool, bool]:
    """Whether it learns by itself, and whether decisions are carried over."""
    return tuning.automatic(project), carrying.carries(project)
