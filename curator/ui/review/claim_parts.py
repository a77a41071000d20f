"""The claim card in edit: its parts are walked, and re-picked from the selection."""

from __future__ import annotations

from PySide6.QtCore import QObject

from curator.domain.annotation import Annotation, Layer, Part, Role
from curator.domain.decisions import Verdict
from curator.domain.scheme import LayerScheme
from curator.ui.review.reviewer import Reviewer
from curator.ui.review.screen import Screen
from curator.ui.window import Window

KEYS = frozenset({"Up", "Down", "Enter", "Escape", "Delete"})
"""Keys that belong to the card while a slot is in edit."""

ORDER = (Role.SOURCE, Role.CUE, Role.CONTENT, Role.ADDRESSEE, Role.MEDIUM)


class ClaimParts(QObject):
    """One slot of the current claim is in edit, or none.

    Attributes:
        role: the slot in edit.
    """

    def __init__(self, window: Window, screen: Screen, reviewer: Reviewer) -> None:
        """Listen to the card and to the page's keys."""
        super().__init__(reviewer)
        self._pane = window.pane
        self._inspector = window.inspector
        self._screen = screen
        self._reviewer = reviewer
        self.role: Role | None = None
        self._pane.key.connect(self._key)
        self._inspector.part_edit.connect(self._pressed)
        reviewer.moved.connect(self.leave)

    def begin(self) -> None:
        """Make a claim of the selection; without one, edit the current claim's first part."""
        document = self._screen.document
        selection = self._pane.page.selection()
        if document is None or Layer.CLAIM not in document.scheme.layers or self.role is not None:
            return
        if selection is not None:
            label = _first_label(document.scheme.layer(Layer.CLAIM))
            self._reviewer.add(Layer.CLAIM, label, (Part(Role.CONTENT, *selection),))
            self._pane.page.select(selection[0], selection[0])
        elif self._claim() is not None:
            self.edit(Role.SOURCE)

    def edit(self, role: Role | None) -> None:
        """Put a slot in edit; None leaves."""
        self.role = role
        self._pane.keys_taken = KEYS if role is not None else frozenset()
        self._inspector.edit(role)
        if role is not None:
            self._pane.focus_page()

    def leave(self) -> None:
        """Leave the card, because another annotation is current or another act was done."""
        if self.role is not None:
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
        if self.role is None or claim is None:
            self.leave()
            return
        match key:
            case "Up" | "Down":
                step = 1 if key == "Down" else -1
                self.edit(ORDER[(ORDER.index(self.role) + step) % len(ORDER)])
            case "Escape":
                self.leave()
            case "Delete":
                self._empty(claim)
            case "Enter":
                self._enter()

    def _enter(self) -> None:
        selection = self._pane.page.selection()
        role = self.role
        if selection is None or role is None:
            self.leave()
            self._reviewer.judge(Verdict.ACCEPT)
            return
        self._pick(role, [selection])
        self.edit(role)

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
