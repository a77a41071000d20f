"""Comments in the window: the editor is opened, and what is written goes into the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.faults import Fault
from curator.services import commenting
from curator.translation import gettext as _
from curator.ui.commenting.editor import CommentEditor
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.window import Window

_SHORT = 40
"""Characters of an annotation's words in the editor's title."""


class Commenting(QObject):
    """Opens the editor for the current annotation, or for the open document."""

    def __init__(self, window: Window, session: Session) -> None:
        """Serve a session until it is closed."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._editor: CommentEditor | None = None

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {Do.COMMENT: self.comment, Do.COMMENT_DOCUMENT: self.comment_document}

    def close(self) -> None:
        """Close the editor."""
        if self._editor is not None:
            self._editor.close()

    def comment(self) -> None:
        """Write a comment on the current annotation."""
        one, document = self._session.screen.annotation, self._session.screen.document
        if one is None or document is None:
            return
        if one.id < 0:
            self._session.notifier.refuse(Fault("comment.candidate"))
            return
        words = " ".join(one.quote(document.text).split())
        short = words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
        self._open(
            _("Comment on “{short}”").format(short=short),
            one.comment or "",
            partial(self._annotation, one.id),
        )

    def comment_document(self) -> None:
        """Write a comment on the open document."""
        document = self._session.screen.document
        if document is not None:
            number, words = document.view.id, document.view.comment or ""
            self._open(_("Comment on this document"), words, partial(self._document, number))

    def _open(self, title: str, words: str, kept: Callable[[str], None]) -> None:
        fault = self._session.screen.held or self._session.desk.refusal
        if fault is not None:
            self._session.notifier.refuse(fault)
            return
        self._editor = CommentEditor(self._window.pane.theme, title, words, self._window)
        self._editor.kept.connect(kept)
        self._editor.finished.connect(self._left)
        self._editor.open()

    def _left(self) -> None:
        self._editor = None

    def _annotation(self, number: int, words: str) -> None:
        self._session.reviewer.run(lambda project: commenting.annotation(project, number, words))

    def _document(self, number: int, words: str) -> None:
        self._session.reviewer.run(lambda project: commenting.document(project, number, words))
