"""Finding words in all documents: the best ones are listed, and opened where the words stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from curator.domain.search import Hit, Hits, findable
from curator.services import searching
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.finding.find import Find
from curator.ui.finding.hit_list import HitList
from curator.ui.session import Session
from curator.ui.window import Window

_TYPING = 80
"""Milliseconds from the last letter until the documents are asked."""


class Everywhere(QObject):
    """Opens the list over a session, and a document from it."""

    def __init__(self, window: Window, session: Session, find: Find) -> None:
        """Serve a session until it is closed."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._find = find
        self._list: HitList | None = None
        self._words = ""
        self._then: tuple[int, Hit] | None = None
        self._later = QTimer(self, singleShot=True, interval=_TYPING)
        self._later.timeout.connect(self._ask)
        session.opened.connect(self._opened)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.FIND_ALL: self.open}

    def close(self) -> None:
        """Close the list."""
        self._later.stop()
        if self._list is not None:
            self._list.close()

    def open(self) -> None:
        """Open the list with what was looked for last, or with what is selected."""
        words = self._find.selected_words() or self._words
        self._list = HitList(self._window.pane.theme, self._window, asked=self._typed)
        self._list.finished.connect(self._left)
        self._list.show()
        self._list.fill(words)

    def _left(self) -> None:
        self._list = None

    def _typed(self, words: str) -> None:
        self._words = words
        self._later.start()

    def _ask(self) -> None:
        words = self._words
        self._session.desk.read(
            lambda project: searching.everywhere(project, words), partial(self._show, words)
        )

    def _show(self, words: str, hits: Hits) -> None:
        if self._list is not None and words == self._words:
            self._list.show_hits(hits.best, chosen=self._go)
            self._list.say(_sentence(words, hits))

    def _go(self, hit: Hit) -> None:
        document = self._session.screen.document
        self._then = (hit.document_id, hit)
        if document is not None and document.view.id == hit.document_id:
            self._opened()
        else:
            self._session.open(hit.document_id)

    def _opened(self) -> None:
        """The document is there: go to the words in it."""
        document, then = self._session.screen.document, self._then
        self._then = None
        if then is not None and document is not None and document.view.id == then[0]:
            self._find.go_to(findable(document.text, self._words, then[1]))


def _sentence(words: str, hits: Hits) -> str:
    if not words.strip():
        return ""
    if not hits.total:
        return _("No document has “{words}”").format(words=words.strip()[:40])
    if hits.total > len(hits.best):
        return _("{total:,} documents; the best {n} are listed").format(
            total=hits.total, n=len(hits.best)
        )
    return counted(hits.total, "document")
