"""Whom the current annotation is: proposed, decided, chosen, gone after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.annotation import Annotation
from curator.domain.changes import Changes
from curator.domain.identities.identity import IS
from curator.domain.identities.mentions import mentions_of, shown
from curator.domain.identities.register import Register
from curator.services import identifying, identity_pages, wording
from curator.services.identity_pages import DocumentIdentities, IdentityRow, NamedAt
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.command_palette import Entry, Palette
from curator.ui.do import Do
from curator.ui.inspector.facts import SameFacts
from curator.ui.session import Session
from curator.ui.window import Window

_BESIDE = frozenset(("accept", "reject", "unsure", "close", "open", "flag", "unflag", "reopen"))
"""Acts after which the same is proposed: a state is no name."""
_LONG, _LONGEST = 50_000, 300_000
"""Code points of a text up to which whom its mentions could be is worked out anew after every
act, and at all.
"""


class Same(QObject):
    """Shows on cards whom a mention or a source is, and carries out what is said to it."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._known: Register | None = None
        self._of = DocumentIdentities(0, {}, {})
        self._palette: Palette | None = None
        session.screen.same = self.facts
        window.inspector.same_asked.connect(self.ask)
        session.opened.connect(self._load)
        session.noted.connect(self._take)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {
            Do.SAME: self.accept,
            Do.NOT_SAME: self.refuse,
            Do.SAME_OTHER: self.choose,
        }

    def close(self) -> None:
        """Listen to the inspector no more."""
        self._window.inspector.same_asked.disconnect(self.ask)

    def facts(self, one: Annotation) -> SameFacts | None:
        """Return what a card says of whom an annotation is; None for nobody in particular."""
        if one.id < 0 or not mentions_of([one]):
            return None
        writable = self._session.writable
        number = next((link.target for link in one.references if link.role == IS), None)
        if number is not None:
            row = self._of.known.get(number)
            name = row.identity.name if row else ""
            return SameFacts(name, _counts(row) if row else "", decided=True, writable=writable)
        found = self._of.proposed.get(one.id)
        if found is None:
            return SameFacts(writable=writable)
        why = wording.why_same(found.pattern, found.evidence)
        more = len(found.together) - 1
        here = _("   ·   {more} more here").format(more=more) if more else ""
        return SameFacts(found.name, f"{why}{here}", writable=writable)

    def ask(self, said: str) -> None:
        """Do what a card asks: ``accept``, ``refuse``, ``choose`` or ``next``."""
        acts = {"accept": self.accept, "refuse": self.refuse, "next": self.go_on}
        acts.get(said, self.choose)()

    def accept(self) -> None:
        """Take the proposal for everything that shares it here; without one, let choose."""
        one = self._session.screen.annotation
        found = self._of.proposed.get(one.id) if one is not None else None
        if one is None or found is None or any(link.role == IS for link in one.references):
            self.choose()
            return
        together = [one.id, *(number for number in found.together if number != one.id)]
        self._run(
            lambda project: identifying.accept(
                project, together, found.identity, name=found.name, kind=found.kind
            )
        )

    def refuse(self) -> None:
        """Say that the current annotation is not whom it is proposed to be."""
        one = self._session.screen.annotation
        found = self._of.proposed.get(one.id) if one is not None else None
        if found is not None:
            self._run(
                lambda project: identifying.reject(
                    project,
                    [found.annotation_id],
                    found.identity,
                    name=found.name,
                    kind=found.kind,
                )
            )

    def choose(self) -> None:
        """Let choose among the project's identities, or name a new one."""
        one = self._session.screen.annotation
        if one is not None and self._session.writable and self.facts(one) is not None:
            self._session.desk.read(identity_pages.listed, partial(self._offer, one))

    def go_on(self) -> None:
        """Go to the next place of whom the current annotation is, round through all documents."""
        one = self._session.screen.annotation
        number = next((link.target for link in one.references if link.role == IS), 0) if one else 0
        if one is not None and number:
            self._session.desk.read(
                lambda project: identity_pages.of(project, number), partial(self._go, one)
            )

    def go_to(self, place: NamedAt) -> None:
        """Make a place of an identity current, in whichever document it is."""
        document = self._session.screen.document
        if document is not None and document.view.id == place.document_id:
            self._session.reviewer.make_current(place.annotation_id)
        else:
            self._session.open(place.document_id, focus=place.annotation_id)

    def _go(self, one: Annotation, places: Sequence[NamedAt]) -> None:
        numbers = [place.annotation_id for place in places]
        if one.id in numbers:
            self.go_to(places[(numbers.index(one.id) + 1) % len(places)])

    def _offer(self, one: Annotation, rows: Sequence[IdentityRow]) -> None:
        if self._session.screen.annotation != one:
            return
        mention = mentions_of([one])[0]
        document = self._session.screen.document
        words = shown(document.text[mention.start : mention.end]) if document is not None else ""
        entries = [
            Entry(
                " · ".join(row.identity.names),
                row.identity.kind or _("identity"),
                partial(self._choose, one.id, row.identity.id, ""),
                "link",
                words=True,
            )
            for row in rows
        ]
        new = self._new(one.id, words)
        entries = [*entries, new] if entries else [new]
        if any(link.role == IS for link in one.references):
            nobody = partial(self._run, lambda project: identifying.clear(project, [one.id]))
            entries.append(Entry(_("Nobody known"), _("identity"), nobody, "remove"))
        prompt = _("Whom is “{words}” the same as? Find a name, or type a new one").format(
            words=words[:40]
        )
        self._palette = Palette(
            self._window.pane.theme,
            entries,
            self._window,
            prompt=prompt,
            find=partial(self._typed, one.id),
        )
        self._palette.finished.connect(self._left)
        self._palette.show()

    def _typed(self, number: int, words: str) -> None:
        if self._palette is not None:
            self._palette.add_found(words, [self._new(number, " ".join(words.split()))])

    def _new(self, number: int, name: str) -> Entry:
        chosen = partial(self._choose, number, None, name)
        return Entry(_("New: {name}").format(name=name), _("identity"), chosen, "add", words=True)

    def _left(self) -> None:
        self._palette = None

    def _choose(self, number: int, identity: int | None, name: str) -> None:
        self._run(lambda project: identifying.accept(project, [number], identity, name=name))

    def _run(self, job: Callable[[Project], Changes]) -> None:
        self._session.reviewer.run(job)

    def _load(self) -> None:
        """Work out anew, away from the window, whom the open document's mentions could be."""
        document = self._session.screen.document
        if document is None or len(document.text) > _LONGEST:
            return
        number, known = document.view.id, self._known

        def job(project: Project) -> tuple[Register, DocumentIdentities]:
            register = known or identity_pages.register(project)
            return register, identity_pages.of_document(project, number, known=register)

        self._session.desk.read(job, self._loaded, after=self._session.feed.newest)

    def _loaded(self, found: tuple[Register, DocumentIdentities]) -> None:
        self._known, self._of = found
        document = self._session.screen.document
        if document is not None and document.view.id == self._of.document_id:
            self._session.screen.show_card()

    def _take(self, changes: Changes) -> None:
        if changes.identities:
            self._known = None
        document = self._session.screen.document
        if document is None:
            return
        here = document.view.id in changes.documents and len(document.text) < _LONG
        if changes.identities or (here and (changes.undoes or changes.code not in _BESIDE)):
            self._load()


def _counts(row: IdentityRow) -> str:
    parts = [wording.counted(row.mentions, "mention"), wording.counted(row.sources, "source")]
    return _("{words} in {documents}").format(
        words=", ".join(parts), documents=wording.counted(row.documents, "document")
    )
