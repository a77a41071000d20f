"""Preferences of suggesting: which pipeline reads the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from curator.domain.faults import Fault
from curator.services import pipelines, wording
from curator.translation import gettext as _
from curator.ui import dialogs_of, fonts
from curator.ui.preferring.form import Form
from curator.ui.session import Session
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.titled_page import Page

_WORDS = _(
    "The pipeline reads the text before anything is suggested. A larger one finds a little more "
    "and takes longer. What was decided stays."
)


class PipelinePage(Surface):
    """Says which pipeline is used, and lets another be chosen."""

    def __init__(self, theme: Theme, session: Callable[[], Session | None]) -> None:
        """Make the page.

        Args:
            theme: its colours.
            session: gives the open project's, which suggests anew with another pipeline.
        """
        super().__init__(theme, "panel")
        self._session = session
        self._now = Line(theme, fonts.interface(13, 500), ink="ink")
        self._installed = Line(theme, fonts.interface(13))
        choose = Button(theme, _("Choose a pipeline …"), icon="suggest")
        restore = Button(theme, _("Restore defaults"), icon="undo")
        form = Form(theme)
        form.add(_("In use"), self._now)
        form.add(_("Installed"), self._installed)
        form.add("", choose)
        form.end()
        self._page = Page(theme, _("Pipeline"), _WORDS, form, [restore])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        choose.clicked.connect(self._choose)
        restore.clicked.connect(self._restore)

    def ask(self) -> None:
        """Show which pipeline is used."""
        found, chosen = pipelines.installed(), pipelines.chosen()
        name = next((one.words for one in found if one.name == chosen), chosen)
        best = (
            _("The best that is installed: {words}").format(words=found[0].words)
            if found
            else _("None is installed")
        )
        self._now.set_text(name or best)
        self._installed.set_text(wording.counted(len(found), "pipeline"))
        self._page.say("")

    def _choose(self) -> None:
        if dialogs_of.pipeline(self, self.theme):
            self._changed()
        self.ask()

    def _restore(self) -> None:
        before = pipelines.chosen()
        try:
            pipelines.choose(None)
        except Fault as fault:
            self._page.say(wording.fault(fault).line)
            return
        if before is not None:
            self._changed()
        self.ask()

    def _changed(self) -> None:
        session = self._session()
        if session is not None:
            session.tasks.change_pipeline()
            session.suggest(again=False)
