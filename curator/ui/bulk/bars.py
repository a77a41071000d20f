"""Head and footer of the bulk window: what is listed, and what an act would do."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.domain.annotation import Layer, State
from curator.domain.bulk import SAMPLE, SAMPLED_FROM, BulkFilter, Group, Reach
from curator.domain.decisions import Verdict
from curator.services.bulk import Table
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.glass import Glass
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.undo_line import ONE_STEP, UndoLine

_TYPING = 150
_LAYERS = {Layer.ENTITY: _("entities"), Layer.CLAIM: _("claims")}
_STATES = {
    State.SUGGESTED: _("Undecided"),
    State.UNSURE: _("Unsure"),
    State.ACCEPTED: _("Accepted"),
    State.REJECTED: _("Rejected"),
}


class Head(Surface):
    """Title, counts, which layer, and the box to type into.

    Signals:
        changed(): another layer or other words.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Make it for a table that is not there yet."""
        super().__init__(theme, "panel", lines="bottom", parent=parent)
        self.setFixedHeight(62)
        title = Line(theme, fonts.interface(17, 600), ink="ink", text=_("Bulk review"))
        self._counts = Line(theme, fonts.interface(12))
        self._layer = Segmented(theme, (_("Entities"), _("Claims")), name=_("Layer"), key="E")
        self._box = QLineEdit(placeholderText=_("Filter by text, label or score"))
        self._box.setAccessibleName(_("Filter by text, label or score"))
        self._box.setToolTip(_("Text, a label, or a score: >.8, <.5 (Ctrl+F)"))
        self._box.setClearButtonEnabled(True)
        self._box.setFixedSize(248, 30)
        self._box.setFont(fonts.interface(12.5))
        self._glass = Glass(theme, self._box)
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self._counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(self._layer)
        row.addWidget(self._box)
        self._layer.chosen.connect(self.changed)
        self._box.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.changed)

    @property
    def layer(self) -> int:
        """Which segment is chosen: 0 for entities, 1 for claims."""
        return self._layer.current

    @property
    def typed(self) -> str:
        """What stands in the box."""
        return self._box.text()

    @property
    def typing(self) -> bool:
        """Whether the box has the keyboard."""
        return self._box.hasFocus()

    def offer(self, layers: Collection[Layer]) -> None:
        """Offer the layers of the scheme; one alone needs no choice."""
        self._layer.setVisible(len(layers) > 1)
        if len(layers) == 1 and Layer.CLAIM in layers and self.layer == 0:
            self.turn_layer()

    def turn_layer(self) -> None:
        """List the other layer, with the signal."""
        self._layer.set_current(1 - self.layer)
        self.changed.emit()

    def focus_box(self) -> None:
        """Put the caret into the box."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def clear(self) -> None:
        """Empty the box without a signal."""
        self._box.clear()
        self._timer.stop()

    def say(self, wanted: BulkFilter, table: Table) -> None:
        """Say what is listed, and how much of it there is."""
        what = _("{states} {layers}, grouped by identical words").format(
            states=_STATES[wanted.state], layers=_LAYERS[wanted.layer]
        )
        groups, mentions = len(table.groups), table.mentions
        counts = _("{mentions} in {groups}").format(
            mentions=counted(mentions, "mention"), groups=counted(groups, "group")
        )
        self._counts.set_text(
            _("{what} and label{between}{counts}").format(what=what, between=BETWEEN, counts=counts)
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._glass.set_theme(theme)


class Footer(Surface):
    """What would happen, in numbers, and the buttons that do it.

    Signals:
        decided(object): a `Verdict` was pressed.
        look(): the current group is to be looked at in its text.
        stopped(): the act that runs is to stop.
    """

    decided = Signal(object)
    look = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Make it; nothing is chosen."""
        super().__init__(theme, "panel", lines="top", parent=parent)
        self.setFixedHeight(60)
        self._numbers = Line(theme, fonts.interface(13, 600), ink="ink")
        self._hint = UndoLine(theme, fonts.interface(12))
        self._stop = Button(theme, _("Stop"), icon="close", name=_("Stop deciding"), height=32)
        self._stop.hide()
        self._held = False
        self._look = Button(theme, _("Look at it"), icon="eye", key="Enter", height=32)
        self._reject = Button(theme, _("Reject"), icon="reject", key="X", height=32)
        self._accept = Button(theme, _("Accept"), icon="accept", key="A", kind="primary", height=32)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._numbers)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self._stop, self._look, self._reject, self._accept):
            row.addWidget(button)
        self._stop.clicked.connect(self.stopped)
        self._look.clicked.connect(self.look)
        self._reject.clicked.connect(lambda: self.decided.emit(Verdict.REJECT))
        self._accept.clicked.connect(lambda: self.decided.emit(Verdict.ACCEPT))

    @property
    def can_accept(self) -> bool:
        """Whether there is anything to accept."""
        return self._accept.isEnabled()

    @property
    def can_reject(self) -> bool:
        """Whether there is anything to reject."""
        return self._reject.isEnabled()

    def say(self, reach: Reach, *, writable: bool, state: State) -> None:
        """Say what an act on the ticked groups would do."""
        if reach.groups:
            chosen = _("{groups} chosen").format(groups=counted(reach.groups, "group"))
            mentions = counted(reach.mentions, "mention")
            where = counted(reach.documents, "document")
            self._numbers.set_text(
                _("{chosen}: {mentions} in {where}").format(
                    chosen=chosen, mentions=mentions, where=where
                )
            )
            wrong = round(reach.wrong)
            facts = [
                _("About {wrong:,} of them are likely wrong").format(wrong=wrong) if wrong else "",
                _("A sample of {sample} comes first").format(sample=SAMPLE)
                if reach.mentions > SAMPLED_FROM
                else "",
                ONE_STEP,
            ]
            self._say_hint(BETWEEN.join(fact for fact in facts if fact))
        else:
            self._numbers.set_text(_("Nothing is chosen"))
            self._say_hint(_("Space ticks a row, Ctrl+A all that is listed"))
        self._enable(reach.mentions, writable=writable, state=state, look=bool(reach.groups))

    def say_current(self, group: Group, *, writable: bool, state: State) -> None:
        """Say what an act on the current row would do, where nothing is ticked."""
        mentions = counted(group.mentions, "mention")
        where = counted(group.documents, "document")
        words = " ".join(group.words.split())
        words = words if len(words) <= 40 else f"{words[:39]}…"
        self._numbers.set_text(
            _("Nothing is ticked; “{words}”: {mentions} in {where}").format(
                words=words, mentions=mentions, where=where
            )
        )
        self._say_hint(
            _(
                "A and X take the current row, Space ticks it, Ctrl+A ticks all{between}{one_step}"
            ).format(between=BETWEEN, one_step=ONE_STEP)
        )
        self._enable(group.mentions, writable=writable, state=state, look=True)

    def say_done(self, words: str) -> None:
        """Say what an act came to, in place of the hint."""
        self._held = True
        self._stop.hide()
        self._hint.set_text(words)

    def release(self) -> None:
        """Let the hint be a hint again."""
        self._held = False
        self._stop.hide()

    def say_running(self, words: str) -> None:
        """Say how far an act is, with a button that stops it."""
        self._held = True
        self._stop.show()
        self._hint.set_text(words)

    def _say_hint(self, words: str) -> None:
        if not self._held:
            self._hint.set_text(words)

    def _enable(self, mentions: int, *, writable: bool, state: State, look: bool) -> None:
        number = f" {mentions:,}" if mentions else ""
        self._accept.set_look(text=_("Accept{number}").format(number=number))
        self._accept.setEnabled(writable and mentions > 0 and state is not State.ACCEPTED)
        self._reject.setEnabled(writable and mentions > 0 and state is not State.REJECTED)
        self._look.setEnabled(look)
