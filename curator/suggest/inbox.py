"""The queue of a suggest process: a thread reads requests, urgent ones come out first."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from curator.pipes import read_frames
from curator.suggest.portions import portions


class Inbox:
    """What was asked and is not begun. `take` and `take_urgent` belong to one thread."""

    def __init__(self, stream: BinaryIO) -> None:
        """Start to read.

        Args:
            stream: where requests come from.
        """
        self._urgent: deque[Mapping[str, Any]] = deque()
        self._waiting: deque[Mapping[str, Any]] = deque()
        self._changed = threading.Condition()
        self._closed = False
        threading.Thread(target=self._read, args=(stream,), name="inbox", daemon=True).start()

    @property
    def closed(self) -> bool:
        """Whether the other end is gone."""
        return self._closed

    def take(self) -> Mapping[str, Any] | None:
        """Wait for the next request; None when the other end is gone."""
        with self._changed:
            self._changed.wait_for(lambda: self._urgent or self._waiting or self._closed)
            if self._closed:
                return None
            return self._urgent.popleft() if self._urgent else self._waiting.popleft()

    def take_urgent(self) -> Mapping[str, Any] | None:
        """Return an urgent request if there is one."""
        with self._changed:
            return self._urgent.popleft() if self._urgent else None

    def _read(self, stream: BinaryIO) -> None:
        try:
            for request in read_frames(stream):
                with self._changed:
                    self._put(request)
                    self._changed.notify()
        finally:
            with self._changed:
                self._closed = True
                self._changed.notify()

    def _put(self, request: Mapping[str, Any]) -> None:
        if request.get("kind") == "cancel":
            dropped = [item["id"] for one in self._waiting for item in one.get("items", (one,))]
            self._waiting.clear()
            self._urgent.append({"kind": "cancelled", "ids": dropped})
        elif request.get("urgent"):
            self._urgent.append(request)
        else:
            self._waiting.extend(_cut(request))


def _cut(request: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Cut a long request, so that an urgent one can go ahead of its rest."""
    for items in portions(request.get("items", ()), lambda item: len(item["text"])):
        yield {**request, "items": items}
    if not request.get("items"):
        yield request
