"""Identical mentions at work: looked for in the lane that reads, decided in the one that writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.identical import Place
from curator.services import identical
from curator.services.identical import Portion, Sought
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui.deciding_together import DecidingTogether
from curator.ui.do import Do
from curator.ui.identical.dialog import IdenticalDialog
from curator.ui.identical.model import Wish
from curator.ui.session import Session
from curator.ui.window import Window


class Identical(QObject):
    """Opens the dialogue for the current annotation and carries its wish out."""

    def __init__(self, window: Window, session: Session, together: DecidingTogether) -> None:
        """Work for a session.

        Args:
            window: of the review.
            session: the open project's.
            together: runs acts on many annotations.
        """
        super().__init__(session)
        self._window = window
        self._session = session
        self._together = together
        self._dialog: IdenticalDialog | None = None
        self._search: Iterator[Portion] | None = None

    @property
    def dialog(self) -> IdenticalDialog | None:
        """The dialogue, while it is open."""
        return self._dialog

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {
            Do.IDENTICAL: self.apply,
            Do.REJECT_IDENTICAL: partial(self.apply, reject=True),
        }

    def close(self) -> None:
        """Close the dialogue."""
        if self._dialog is not None:
            self._dialog.close()

    def apply(self, *, reject: bool | None = None) -> None:
        """Ask where else the current annotation's decision holds.

        Args:
            reject: whether all are rejected; by default as the annotation stands, and one that
                nobody decided asks to be accepted.
        """
        document, one = self._session.screen.document, self._session.screen.annotation
        if document is None or one is None or self._dialog is not None:
            return
        if one.id < 0:
            words = _(
                "A accepts this one, X rejects it: decide it first, it is below the threshold"
            )
            self._session.notifier.say("info", words)
            return
        if reject is None:
            reject = one.state is State.REJECTED
        sought = Sought(one.quote(document.text), one.layer, document.view.id)
        self._open(one, sought, Wish(one.label, reject=reject))

    def _open(self, one: Annotation, sought: Sought, wish: Wish) -> None:
        document = self._session.screen.document
        labels = document.scheme.layer(one.layer).labels if document is not None else ()
        families = {label.name: label.colour for label in labels}
        theme = self._window.pane.theme
        dialog = IdenticalDialog(
            theme, sought, wish, lambda label: families.get(label, "grey"), self._window
        )
        dialog.sought.connect(self._seek)
        dialog.applied.connect(partial(self._apply, one.layer))
        dialog.wanted.connect(self._go)
        dialog.finished.connect(self._left)
        self._dialog = dialog
        dialog.open()
        dialog.start()

    def _left(self) -> None:
        dialog, self._dialog, self._search = self._dialog, None, None
        if dialog is not None:
            dialog.deleteLater()
            self._window.pane.focus_page()

    def _seek(self, sought: Sought) -> None:
        """Begin to look; what another search still finds is dropped."""
        search = self._search = identical.search(self._session.project, sought)
        self._next(search)

    def _next(self, search: Iterator[Portion]) -> None:
        self._session.desk.read(
            lambda _project: next(search, None),
            partial(self._found, search),
            after=self._session.feed.newest,
        )

    def _found(self, search: Iterator[Portion], portion: Portion | None) -> None:
        if search is self._search and self._dialog is not None and portion is not None:
            self._dialog.show_portion(portion)
            self._next(search)

    def _go(self, place: Place) -> None:
        """Leave the dialogue for a place."""
        self.close()
        document = self._session.screen.document
        if document is None or document.view.id != place.document_id:
            self._session.open(place.document_id, focus=place.number or None)
        elif place.number:
            self._session.reviewer.make_current(place.number)
        if not place.number and document is not None and document.view.id == place.document_id:
            self._window.pane.page.select(place.start, place.end)

    def _apply(self, layer: Layer) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        chosen, wish, words = dialog.chosen(), dialog.wish, dialog.words
        dialog.accept()
        wanted = identical.items(chosen, wish.label, layer, reject=wish.reject)
        steps = partial(
            identical.apply,
            self._session.project,
            wanted,
            words=words,
            label=wish.label,
            reject=wish.reject,
        )
        verb, icon = (_("Rejected"), "reject") if wish.reject else (_("Accepted"), "accept")
        self._together.run(
            steps,
            icon=icon,
            name=_("Deciding {mentions}").format(mentions=counted(len(wanted), "mention")),
            said=lambda counts: f"{verb} {counts}",
        )
