"""The claim card in edit: parts are walked, kept, and picked by letter or from the selection."""

from __future__ import annotations

from PySide6.QtCore import QObject

from curator.domain.annotation import Annotation, Layer, Part, Role
from curator.domain.decisions import Verdict
from curator.domain.part_choices import choices
from curator.domain.scheme import LayerScheme
from curator.ui.review.reviewer import Reviewer
from curator.ui.review.screen import Screen
from curator.ui.window import Window

KEYS = frozenset({"Up", "Down", "Enter", "Escape", "Delete", "C", "K"})
"""Keys that belong to the card while a part or an attribute is in edit."""

LETTERS = "SFGHJLQERTYOVBMZ"
"""Keys of what a part could be, the easiest first: on all keyboards, and never those of verdicts,
of the card, and of going on.
"""

ORDER = (Role.SOURCE, Role.CUE, Role.CONTENT, Role.ADDRESSEE, Role.MEDIUM)


class ClaimParts(QObject):
    """One part or attribute of the current claim is in edit, or none.

    Attributes:
        place: the part's role, or the attribute's name.
        offered: spans that the part could be, by letter (code points).
    """

    def __init__(self, window: Window, screen: Screen, reviewer: Reviewer) -> None:
        """Listen to the card and to the page's keys."""
        super().__init__(reviewer)
        self._pane = window.pane
        self._inspector = window.inspector
        self._screen = screen
        self._reviewer = reviewer
        self.offered: dict[str, tuple[int, int]] = {}
        self.place: Role | str | None = None
        self._pane.key.connect(self._key)
        self._inspector.part_edit.connect(self._pressed)
        reviewer.moved.connect(self.leave)

    @property
    def role(self) -> Role | None:
        """The part in edit, None while none is."""
        return self.place if isinstance(self.place, Role) else None

    def begin(self) -> None:
        """Make a claim of the selection; without one, edit the current claim's first part."""
        document = self._screen.document
        selection = self._pane.page.selection()
        if document is None or Layer.CLAIM not in document.scheme.layers or self.place is not None:
            return
        if selection is not None:
            label = _first_label(document.scheme.layer(Layer.CLAIM))
            self._reviewer.add(Layer.CLAIM, label, (Part(Role.CONTENT, *selection),))
            self._pane.page.select(selection[0], selection[0])
        elif self._claim() is not None:
            self.edit(Role.SOURCE)

    def edit(self, place: Role | str | None) -> None:
        """Put a part, or an attribute by its name, in edit; None leaves."""
        self.place = place
        self.offered = self._offers(place) if isinstance(place, Role) else {}
        self._pane.page.show_letters(self.offered)
        self._pane.keys_taken = KEYS | self.offered.keys() if place is not None else frozenset()
        self._inspector.edit(place)
        if place is not None:
            self._pane.focus_page()

    def leave(self) -> None:
        """Leave the card, because another annotation is current or another act was done."""
        if self.place is not None:
            self.edit(None)

    def _pressed(self, name: str) -> None:
        """A pressed slot takes the selection at once; without one it is put in edit."""
        role = Role(name)
        selection = self._pane.page.selection()
        if selection is not None and self._claim() is not None:
            self._pick(role, [selection])
        self.edit(role)

    def _key(self, key: str) -> None:
        claim = self._claim()
        if self.place is None or claim is None:
            self.leave()
            return
        match key:
            case "Up" | "Down":
                self._walk(1 if key == "Down" else -1)
            case "Escape":
                self.leave()
            case "Delete":
                self._empty(claim)
            case "Enter":
                self._enter()
            case "K":
                self._keep(claim)
            case _ if key in self.offered and self.role is not None:
                self._take(self.role, self.offered[key])

    def _walk(self, step: int) -> None:
        """Go to the next part or attribute, round the card."""
        document, here = self._screen.document, self.place
        if document is not None and here is not None:
            names = [one.name for one in document.scheme.layer(Layer.CLAIM).attributes]
            places = [*ORDER, *names]
            self.edit(places[(places.index(here) + step) % len(places)])

    def _keep(self, claim: Annotation) -> None:
        """Keep a part as it is and go on; the verdict is given with Enter."""
        role = self.role
        if role is not None and claim.undecided and claim.spans(role):
            self._screen.kept |= {role}
            self._screen.show_card()
        self._walk(1)

    def _enter(self) -> None:
        """Take the selection, open an attribute's values, or accept the rest."""
        selection, role, place = self._pane.page.selection(), self.role, self.place
        if isinstance(place, str) and role is None:
            self._inspector.offer_values(place)
        elif selection is None or role is None:
            self.leave()
            self._reviewer.judge(Verdict.ACCEPT)
        else:
            self._take(role, selection)

    def _take(self, role: Role, span: tuple[int, int]) -> None:
        self._pick(role, [span])
        self.edit(role)

    def _offers(self, role: Role) -> dict[str, tuple[int, int]]:
        """Return what a part of the current claim could be, by letter."""
        document, claim = self._screen.document, self._claim()
        if document is None or claim is None:
            return {}
        others = [one for one in document.known() if one.id != claim.id]
        found = choices(document.text, claim, role, others)
        return dict(zip(LETTERS, found, strict=False))

    def _empty(self, claim: Annotation) -> None:
        """Take a part away, if the scheme lets a claim be without."""
        document, role = self._screen.document, self.role
        if document is None or role is None:
            return
        rules = document.scheme.layer(Layer.CLAIM).parts
        needed = any(rule.role is role and rule.least > 0 for rule in rules)
        left = {part.role for part in claim.parts if part.role is not role}
        if not needed and left & {Role.CUE, Role.CONTENT} and claim.spans(role):
            self._pick(role, [])
            self.edit(role)

    def _pick(self, role: Role, spans: list[tuple[int, int]]) -> None:
        self._reviewer.set_part(role, spans)
        for start, _end in spans:
            self._pane.page.select(start, start)

    def _claim(self) -> Annotation | None:
        one = self._screen.annotation
        return one if one is not None and one.layer is Layer.CLAIM else None


def _first_label(scheme: LayerScheme) -> str:
    """A new claim begins as the scheme's first type, which a digit changes."""
    return scheme.offered[0].name if scheme.offered else scheme.default
