"""One writer process per project, by a lock beside the file."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from curator.domain.faults import Fault

_PAUSE = 0.1
"""Seconds between two tries while waiting."""

_HEIR_SECONDS = 10.0
"""After so many seconds an heir that has not finished is dead."""


class Lock:
    """Holds a project for one process, from `take` to `release`.

    The file says who holds it (process, host, start of the process); one whose holder is dead is
    taken over.
    """

    def __init__(self, project: Path) -> None:
        """Name the lock of a project file; nothing is written yet."""
        self._project = project
        self.path = project.with_name(project.name + "-lock")
        self._held = False

    def take(self, *, wait: float = 0.0, sleep: Callable[[float], None] = time.sleep) -> None:
        """Take it.

        Args:
            wait: seconds to wait for another holder.
            sleep: how to pass the time.

        Raises:
            Fault: ``project.locked`` with who holds it; ``project.read_only`` when the folder
                cannot be written.
        """
        waited = 0.0
        while not self._try():
            holder = self.holder()
            # Without a holder it was given back meanwhile: who is refused is told by whom.
            if waited >= (wait if holder else wait + _HEIR_SECONDS):
                raise Fault("project.locked", path=str(self._project), **holder)
            sleep(_PAUSE)
            waited += _PAUSE
        self._held = True

    def release(self) -> None:
        """Give it back; harmless when it is not held."""
        if self._held:
            self._held = False
            self.path.unlink(missing_ok=True)

    def holder(self) -> dict[str, Any]:
        """Return who holds it: ``pid``, ``host`` and ``since``; empty when nobody does."""
        return self._read() or {}

    def _read(self) -> dict[str, Any] | None:
        """Return what the file says, empty where that is nothing; None where there is no file."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _try(self) -> bool:
        """Create the file with its words in one step, so that no reader sees half of it."""
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        me = {"pid": os.getpid(), "host": socket.gethostname(), "since": _birth(os.getpid())}
        try:
            draft.write_text(json.dumps(me), encoding="utf-8")
            try:
                os.link(draft, self.path)
            except FileExistsError:
                return self._take_over(draft)
            return True
        except OSError as error:
            raise Fault("project.read_only", path=str(self.path), reason=str(error)) from error
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()

    def _take_over(self, draft: Path) -> bool:
        """Replace a dead holder's lock; a guard keeps two heirs from doing so at once.

        A lock that is not there any more was given back. It is nobody's to replace: another one
        may be there in the next moment.
        """
        holder = self._read()
        if holder is None or (holder and _alive(holder)):
            return False
        guard = self.path.with_name(f"{self.path.name}.heir")
        try:
            os.link(draft, guard)
        except FileExistsError:
            _forget(guard)
            return False
        try:
            if self._read() != holder:
                return False
            draft.replace(self.path)
            return True
        finally:
            guard.unlink(missing_ok=True)


def _forget(guard: Path) -> None:
    """Remove the guard of an heir that died while it took over."""
    with contextlib.suppress(OSError):
        if time.time() - guard.stat().st_mtime > _HEIR_SECONDS:
            guard.unlink()


def _alive(holder: dict[str, Any]) -> bool:
    """Another host's process cannot be asked, so it counts as alive."""
    if holder.get("host") != socket.gethostname():
        return True
    pid = holder.get("pid")
    if not isinstance(pid, int) or pid <= 0:
        return False
    return process_exists(pid) and _birth(pid) == holder.get("since")


def process_exists(pid: int) -> bool:
    """Say whether a process of this host is there; without a way to ask, it counts as there."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _birth(pid: int) -> str:
    """When a process began, in the kernel's ticks; empty where the system does not say.

    A process id is given again after a while, its id with its birth is not.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[19]
