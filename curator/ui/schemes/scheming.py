"""Opens the editor of the scheme, has it saved, and lets machines follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme
from curator.domain.scheme_draft import SchemeDraft
from curator.services import reading, scheming
from curator.services.scheming import ACT, Survey
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.schemes.editor import SchemeEditor
from curator.ui.session import Session
from curator.ui.window import Window


class Scheming(QObject):
    """The label scheme of a session's project."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._window, self._session = window, session
        self._editor: SchemeEditor | None = None
        self._known: Scheme | None = None
        self._saving: SchemeDraft | None = None
        session.noted.connect(self._take)
        session.reviewer.not_saved.connect(self._not_saved)
        session.desk.read(reading.scheme, self._know)

    @property
    def editor(self) -> SchemeEditor | None:
        """The editor, while it is open."""
        return self._editor

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.SCHEME: self.open}

    def open(self) -> None:
        """Open the editor, or bring it to the front."""
        if self._editor is None:
            self._session.desk.read(scheming.survey, self._open, after=self._session.feed.newest)
        else:
            self._editor.raise_()
            self._editor.activateWindow()

    def close(self) -> None:
        """Close the editor, saved or not."""
        if self._editor is not None:
            self._editor.done(0)

    def _open(self, found: Survey) -> None:
        if self._editor is not None:
            return
        theme = self._window.pane.theme
        editor = SchemeEditor(theme, found, self._window, writable=self._session.writable)
        editor.saved.connect(self._save)
        editor.finished.connect(self._left)
        self._editor = editor
        editor.show()
        if editor.labels:
            next(iter(editor.labels.values())).table.focus()

    def _left(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.deleteLater()

    def _save(self, draft: SchemeDraft, look_again: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._saving = draft
        self._session.reviewer.run(
            lambda project: scheming.revise(project, draft, look_again=look_again)
        )

    def _not_saved(self, error: BaseException, _again: object) -> None:
        if self._editor is not None and self._saving is not None:
            self._saving = None
            self._editor.refuse(error)

    def _take(self, changes: Changes) -> None:
        if not changes.scheme:
            return
        if changes.code == ACT and self._editor is not None and self._saving is not None:
            self._saving = None
            self._editor.done(1)
            self._offer_undo(changes)
        edited = ACT in (changes.code, changes.facts.get("of"))
        follow = self._follow if edited else self._know
        self._session.desk.read(reading.scheme, follow, after=changes.change_set)

    def _offer_undo(self, changes: Changes) -> None:
        words = _("Label scheme saved, revision {revision}").format(
            revision=changes.facts["revision"]
        )
        undo = partial(self._session.undoing.undo_act, changes.act)
        self._session.notifier.offer_undo("relabel", words, undo)

    def _know(self, scheme: Scheme) -> None:
        """Note another scheme; a draft of the one before cannot be saved any more."""
        self._known = scheme
        if self._editor is not None:
            base = self._editor.editing.draft.base.revision
            if base != scheme.revision:
                moved = {"base": base, "revision": scheme.revision}
                self._editor.refuse(Fault("scheme.moved_on", **moved))

    def _follow(self, scheme: Scheme) -> None:
        """Have machines asked again where they may say something that they did not say before."""
        before = self._known
        self._know(scheme)
        if before is not None and machines_differ(before, scheme):
            self._session.tasks.suggest(scheme, again=True)


def machines_differ(before: Scheme, after: Scheme) -> bool:
    """Say whether suggesters may find other things under another scheme.

    A renamed, merged or retired label was followed already; one that is offered anew, another
    reading, another edge, another threshold were not.
    """
    for layer, part in after.layers.items():
        old = before.layer(layer)
        rules = (part.boundary, part.shown_from) != (old.boundary, old.shown_from)
        renamed = set(part.reads.values()) - {label.name for label in old.labels}
        own = {label.name for label in part.offered} - renamed
        said = {*old.reads, *part.reads, *own}
        more = any(part.read(one) is not None and old.read(one) is None for one in said)
        if rules or more:
            return True
    return False
