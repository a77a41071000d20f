"""The bulk window at work: read in one lane, sampled, decided in the other, kept in step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from curator.domain.annotation import Layer
from curator.domain.bulk import SAMPLED_FROM, Group, Reach, sample
from curator.domain.changes import Changes
from curator.domain.decisions import Verdict
from curator.services import bulk, wording
from curator.services.bulk import Choices, Detail, Table
from curator.services.together import Item
from curator.services.wording import counted
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.background.task import Shown
from curator.ui.bulk.sampling import Sampling
from curator.ui.bulk.window import BulkWindow
from curator.ui.deciding_together import DecidingTogether
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.window import Window

_PAUSE, _LONG_PAUSE = 300, 3000
"""Milliseconds in which several changes become one reading of the table: after an act while the
window is looked at, else, as after what machines do beside it.
"""


class Bulk(QObject):
    """Opens the bulk window of a session, fills it, and carries out what it decides."""

    def __init__(self, window: Window, session: Session, together: DecidingTogether) -> None:
        """Work for a session.

        Args:
            window: of the review.
            session: the open project's.
            together: runs acts on many annotations.
        """
        super().__init__(session)
        self._main = window
        self._session = session
        self._together = together
        self._window: BulkWindow | None = None
        self._sampling = Sampling(window, session)
        self._sampling.passed.connect(self._apply)
        self._sampling.left.connect(self._say)
        self._request = 0
        self._counting = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        session.noted.connect(self._noted)
        session.undoing.turned.connect(self._turned)
        together.progressed.connect(self._running)
        together.told.connect(self._told)

    @property
    def window(self) -> BulkWindow | None:
        """The window, while it is open."""
        return self._window

    @property
    def sampling(self) -> Sampling:
        """What asks for a sample before a bulk accept."""
        return self._sampling

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.BULK: self.show}

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self._window is None:
            self._session.desk.read(bulk.choices, self._open)
        else:
            self._window.raise_()
            self._window.activateWindow()

    def close(self) -> None:
        """Close the windows."""
        self._sampling.close()
        if self._window is not None:
            self._window.close()

    def _open(self, choices: Choices) -> None:
        if self._window is not None:
            return
        families = {
            (layer, label.name): label.family
            for layer, part in choices.scheme.layers.items()
            for label in part.labels
        }

        def family(layer: Layer, label: str) -> str:
            return families.get((layer, label), "grey")

        window = BulkWindow(
            self._main.pane.theme, family, self._main, writable=self._session.writable
        )
        window.asked.connect(self._read)
        window.counted.connect(self._count)
        window.decided.connect(self._decide)
        window.turned.connect(self._turn)
        window.stopped.connect(self._together.stop)
        window.wanted.connect(self._go)
        window.view.wanted.connect(self._detail)
        window.finished.connect(self._left)
        window.offer(choices)
        self._window = window
        window.show()
        window.view.setFocus()
        self._read()

    def _left(self) -> None:
        window, self._window = self._window, None
        self._timer.stop()
        if window is not None:
            window.deleteLater()

    def _noted(self, changes: Changes) -> None:
        if (window := self._window) is None or not changes:
            return
        beside = changes.code in ("suggest", "refresh") or not window.isActiveWindow()
        pause = _LONG_PAUSE if beside else _PAUSE
        if not self._timer.isActive() or pause < self._timer.remainingTime():
            self._timer.start(pause)

    def _read(self) -> None:
        """Read the table anew; an answer to an older question is dropped."""
        if (window := self._window) is None:
            return
        self._timer.stop()
        self._request += 1
        self._session.desk.read(
            partial(bulk.table, wanted=window.filter),
            partial(self._show, self._request),
            after=self._session.feed.newest,
        )

    def _show(self, request: int, table: Table) -> None:
        if self._window is not None and request == self._request:
            self._window.show_table(table)

    def _detail(self, groups: Sequence[Group]) -> None:
        if (window := self._window) is not None:
            job = partial(bulk.details, layer=window.filter.layer, groups=groups)
            self._session.desk.read(job, partial(self._deliver, self._request))

    def _deliver(self, request: int, details: dict[tuple[str, str], Detail]) -> None:
        if self._window is not None and request == self._request:
            self._window.model.deliver(details)

    def _count(self) -> None:
        """Count what is ticked, one question at a time."""
        if (window := self._window) is None or self._counting:
            return
        self._counting = True
        groups, ticks = window.model.groups, window.model.ticks
        job = partial(bulk.reach, wanted=window.filter, groups=groups, ticks=ticks)
        self._session.desk.read(
            job, partial(self._counted, groups, ticks), failed=self._not_counted
        )

    def _counted(self, groups: object, ticks: object, reach: Reach) -> None:
        self._counting = False
        if (window := self._window) is None:
            return
        if window.model.ticks == ticks and window.model.groups is groups:
            window.show_reach(reach)
        else:
            self._count()

    def _not_counted(self, error: BaseException) -> None:
        self._counting = False
        self._session.notifier.refuse(error)

    def _decide(self, verdict: Verdict) -> None:
        """Find what an act would decide; many to accept are sampled first."""
        window = self._window
        if window is None or (ticks := window.chosen()) is None:
            return
        groups, wanted = window.model.groups, window.filter

        def job(project: Project) -> list[Item]:
            keys = {group.key for group in ticks.chosen(groups)}
            return bulk.items(project, wanted, keys, verdict)

        self._session.desk.read(job, partial(self._found, verdict), after=self._session.feed.newest)

    def _found(self, verdict: Verdict, items: list[Item]) -> None:
        if not items or self._window is None:
            self._say(_("Nothing of it waits any more"))
            return
        if verdict is Verdict.ACCEPT and len(items) > SAMPLED_FROM:
            seed = self._session.feed.newest
            self._sampling.begin(items, sample(items, seed=seed), self._window)
        else:
            self._apply(items, verdict)

    def _apply(self, items: Sequence[Item], verdict: Verdict = Verdict.ACCEPT) -> None:
        rejects = verdict is Verdict.REJECT
        said, icon = (_("Rejected"), "reject") if rejects else (_("Accepted"), "accept")
        self._together.run(
            partial(bulk.apply, self._session.project, items, verdict),
            icon=icon,
            name=_("Deciding {suggestions}").format(suggestions=counted(len(items), "suggestion")),
            said=lambda counts: f"{said} {counts}",
        )

    def _turn(self, back: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        if self._session.writable:
            undoing = self._session.undoing
            (undoing.undo if back else undoing.redo)()

    def _turned(self, changes: Changes) -> None:
        self._say(wording.act(changes.code, changes.facts))

    def _running(self, shown: Shown) -> None:
        if self._window is not None and shown.share is not None and shown.share < 1:
            self._window.say_running(f"{shown.name}: {shown.facts}")

    def _told(self, words: str) -> None:
        self._say(words)

    def _say(self, words: str) -> None:
        if self._window is not None:
            self._window.say_done(words)

    def _go(self, group: Group) -> None:
        """Show the group's first place in the window of the review."""

        def found(details: dict[tuple[str, str], Detail]) -> None:
            shown = details[group.key].shown
            if shown is not None:
                self._session.open(shown.document_id, focus=shown.id)
                self._main.raise_()
                self._main.activateWindow()

        layer = self._window.filter.layer if self._window is not None else Layer.ENTITY
        self._session.desk.read(partial(bulk.details, layer=layer, groups=[group]), found)
