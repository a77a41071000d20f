"""A sample before a bulk accept: one by one in context, `A` right, `X` wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.bulk import most_wrong
from curator.domain.decisions import Verdict
from curator.services.wording import counted
from curator.store.bulk import Shown
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.bulk.passage import Passage
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.surface import Surface, retheme


class SampleDialog(QDialog):
    """Shows a random sample; more than one wrong in ten of it and the rest is not accepted.

    Attributes:
        seen, wrong: how many were judged, and how many of them were rejected.

    Signals:
        judged(object, object): the `Shown` that was judged, and its `Verdict`.
        passed(): all were judged, and few enough were wrong.
    """

    judged = Signal(object, object)
    passed = Signal()

    def __init__(
        self,
        theme: Theme,
        sample: Sequence[Shown],
        total: int,
        family: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        """Show the first of a sample.

        Args:
            theme: its colours.
            sample: in random order.
            total: of how many it was taken.
            family: gives the colour family of a label.
            parent: the bulk window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Look at a sample first"))
        self._sample, self._total, self._family = sample, total, family
        self._theme = theme
        self.seen = self.wrong = 0
        self._heading = Line(theme, fonts.interface(15, 600), ink="ink")
        self._progress = Line(theme, fonts.interface(12))
        self._bar = ThinBar(theme, name=_("Sample"))
        self._title = Line(theme, fonts.interface(12), ink="ink3")
        self._passage = Passage(theme)
        self._advice = [Line(theme, fonts.interface(13), ink="ink") for _line in range(2)]
        self._label = Line(theme, fonts.interface(13, 600), ink="ink")
        self._leave = Button(theme, _("Cancel"), key="Esc", height=32)
        self._verdicts = (
            Button(theme, _("Wrong: reject"), icon="reject", key="X", height=32),
            Button(theme, _("Right: accept"), icon="accept", key="A", kind="primary", height=32),
        )
        self._lay_out()
        self._show()
        self.resize(self.sizeHint())
        self._passage.setFocus()

    @property
    def bound(self) -> int:
        """How many may be wrong."""
        return most_wrong(len(self._sample))

    @property
    def stopped(self) -> bool:
        """Whether too many were wrong, so that nothing else is accepted."""
        return self.wrong > self.bound

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)

    def sizeHint(self) -> QSize:
        """Return a size at which a passage can be read."""
        return QSize(760, 460)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by letters; Esc leaves, and what was judged stays judged."""
        if event.key() == Qt.Key.Key_A and not event.modifiers():
            self._judge(Verdict.ACCEPT)
        elif event.key() == Qt.Key.Key_X and not event.modifiers():
            self._judge(Verdict.REJECT)
        elif self.stopped and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reject()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _judge(self, verdict: Verdict) -> None:
        if self.stopped or self.seen >= len(self._sample):
            return
        shown = self._sample[self.seen]
        self.seen += 1
        self.wrong += verdict is Verdict.REJECT
        self.judged.emit(shown, verdict)
        if self.wrong > self.bound:
            self._stop()
        elif self.seen == len(self._sample):
            self.accept()
            self.passed.emit()
        else:
            self._show()

    def _show(self) -> None:
        shown = self._sample[self.seen]
        family = self._family(shown.label)
        self._passage.show_words(shown.before, shown.text, shown.after, family)
        self._title.set_text(shown.title)
        self._label.set_text(_("Is this {label}?").format(label=shown.label.replace("_", " ")))
        rule = _("more than {bound} wrong of {n} stops the rest").format(
            bound=self.bound, n=len(self._sample)
        )
        place = _("{seen} of {n}").format(seen=self.seen + 1, n=len(self._sample))
        self._progress.set_text(
            _("{place}{between}{wrong} wrong so far{between}{rule}").format(
                place=place, between=BETWEEN, wrong=self.wrong, rule=rule
            )
        )
        self._bar.set_share(self.seen / len(self._sample))

    def _stop(self) -> None:
        """Say what was seen, and that it stops here."""
        self._heading.set_text(
            _("Not accepted: {wrong} of {seen} looked at were wrong").format(
                wrong=self.wrong, seen=self.seen
            )
        )
        self._progress.set_text(
            _("More than {bound} wrong of {n} stops it.").format(
                bound=self.bound, n=len(self._sample)
            )
        )
        self._bar.set_share(self.seen / len(self._sample))
        verdicts = counted(self.seen, "verdict")
        left = self._total - self.seen
        self._title.set_text(_("What now?"))
        self._passage.hide()
        kept = _("{verdicts} of the sample kept; {left:,} others wait as before.").format(
            verdicts=verdicts, left=left
        )
        again = _("Raise “Shown from”, filter by label or untick groups, and try again.")
        for line, words in zip(self._advice, (kept, again), strict=True):
            line.set_text(words)
            line.show()
        self._label.set_text("")
        for button in self._verdicts:
            button.hide()
        self._leave.set_look(text=_("Close"))

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Surface(theme, "panel", lines="bottom")
        words = QVBoxLayout(head)
        words.setContentsMargins(24, 14, 24, 12)
        words.setSpacing(4)
        total = counted(self._total, "suggestion")
        title = _("Look at {n} of {total} first").format(n=len(self._sample), total=total)
        self._heading.set_text(title)
        words.addWidget(self._heading)
        words.addWidget(self._progress)
        words.addSpacing(4)
        words.addWidget(self._bar)
        column.addWidget(head)
        ground = Surface(theme, "page")
        body = QVBoxLayout(ground)
        body.setContentsMargins(32, 18, 32, 12)
        body.setSpacing(10)
        body.addWidget(self._title)
        body.addWidget(self._passage, 1)
        for line in self._advice:
            line.hide()
            body.addWidget(line)
        body.addStretch(0)
        column.addWidget(ground, 1)
        column.addWidget(self._foot())

    def _foot(self) -> Surface:
        foot = Surface(self._theme, "panel", lines="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        wrong, right = self._verdicts
        self._leave.clicked.connect(self.reject)
        wrong.clicked.connect(lambda: self._judge(Verdict.REJECT))
        right.clicked.connect(lambda: self._judge(Verdict.ACCEPT))
        for button in (self._leave, wrong, right):
            row.addWidget(button)
        return foot
