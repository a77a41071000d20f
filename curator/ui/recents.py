"""Recent projects: remembered while one is open, shown on the first page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.queue import QueueOutline
from curator.services import wording
from curator.translation import gettext as _
from curator.ui.preferences import Preferences, Recent
from curator.ui.welcome import Welcome
from curator.ui.welcome_parts import RecentProject

_LAYERS = {"entity": _("entities"), "claim": _("claims")}


class Recents:
    """Keeps the list of recent projects and the first page in step."""

    def __init__(self, welcome: Welcome, preferences: Preferences) -> None:
        """Show what is remembered."""
        self._welcome = welcome
        self._preferences = preferences
        welcome.clear.connect(self.forget)
        self.show()

    def show(self) -> None:
        """Show the list anew."""
        self._welcome.notices.clear()
        self._welcome.show_recent(
            [
                RecentProject(Path(one.path), _facts(one), one.done, one.total)
                for one in self._preferences.recent()
            ]
        )

    def remember(self, path: Path, outline: QueueOutline, layers: Sequence[Layer]) -> None:
        """Put the open project first, with its counts."""
        self._preferences.remember(
            Recent(
                path=str(path.resolve()),
                opened=datetime.now().isoformat(timespec="seconds"),
                batches=len(outline.batches),
                layers=tuple(layer.value for layer in layers),
                done=outline.done,
                total=outline.total,
            )
        )

    def refuse(self, error: BaseException) -> None:
        """Say on the first page why a project was not opened."""
        told = error if isinstance(error, Fault) else Fault("bug", reason=repr(error))
        words = wording.fault(told)
        self._welcome.notices.add("error", words.what, detail=words.detail)

    def forget(self) -> None:
        """Forget all of them."""
        self._preferences.forget_recent()
        self.show()


def _facts(one: Recent) -> tuple[str, ...]:
    batches = (
        _("1 batch") if one.batches == 1 else _("{batches} batches").format(batches=one.batches)
    )
    layers = _(" and ").join(_LAYERS.get(layer, layer) for layer in one.layers)
    return (_when(one.opened), batches, layers)


def _when(opened: str) -> str:
    """Return a moment as people say it: ``Today, 21:04``, ``8 March``."""
    try:
        moment = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    days = (datetime.now().date() - moment.date()).days
    if days == 0:
        return _("Today, {moment:%H:%M}").format(moment=moment)
    if days == 1:
        return _("Yesterday")
    return f"{moment.day} {moment:%B}" if days < 300 else f"{moment.day} {moment:%B %Y}"
