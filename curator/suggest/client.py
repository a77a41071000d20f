"""The suggest process as its parent sees it; spaCy is never imported here."""

from __future__ import annotations

import contextlib
import itertools
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.faults import Bug, Fault
from curator.domain.scheme import Scheme
from curator.pipes import Child
from curator.suggest.messages import (
    Answer,
    Done,
    Failed,
    Item,
    Ready,
    RequestId,
    Sentences,
    from_frame,
    suggest_request,
)
from curator.suggest.portions import CHARACTERS, ITEMS, portions
from curator.suggest.setup import Setup, setup_to_plain

VARIABLE = "CURATOR_SUGGEST_MODULE"
"""Environment variable that names another module to run as the suggest process."""

_MODULE = "curator.suggest.process"
_AHEAD = 4
"""Groups of documents that are sent ahead of their answers."""


class SuggestProcess:
    """Starts the suggest process when it is needed, sends documents, hands out answers.

    One thread at a time iterates answers; `start`, `urgent`, `cancel` and `close` may be called
    from any and do not wait for the model. After a crash, which comes as the fault ``child.gone``
    out of the iteration, the next call starts it again.

    Attributes:
        layers: what it gets ready for at its start; none for tokens alone.
        ready: what it said when it was up, None before.
    """

    def __init__(
        self,
        *,
        layers: Sequence[Layer] = tuple(Layer),
        model: str | None = None,
        weights: Path | None = None,
        module: str | None = None,
    ) -> None:
        """Prepare; nothing is started yet.

        Args:
            layers: the layers that will be asked for; none needs no model.
            model: the pipeline, a package or a folder; by default the first that is installed.
            weights: folder of a project's version of the recogniser; by default the pipeline's
                own. Where it cannot be used, `Ready.broken` says so and the pipeline's own is.
            module: run as the process; by default the one that the environment names, else ours.
        """
        self.layers = tuple(layers)
        self.ready: Ready | None = None
        self._setup = Setup(self.layers, model, None if weights is None else str(weights))
        self._module = module or os.environ.get(VARIABLE) or _MODULE
        self._child: Child | None = None
        self._frames: Iterator[Any] = iter(())
        self._lock = threading.Lock()
        self._pending: set[RequestId] = set()
        self._stopped = threading.Event()
        self._numbers = itertools.count(1)
        self._cues: dict[str, str] | None = None

    @property
    def running(self) -> bool:
        """Whether it is started."""
        return self._child is not None

    @property
    def pid(self) -> int | None:
        """Its process id; None when it is not started."""
        child = self._child
        return None if child is None else child.pid

    def start(self) -> None:
        """Start it unless it runs, so that the model is loaded when it is asked."""
        with self._lock:
            self._started()

    def wait_ready(self) -> Ready:
        """Start it unless it runs, and wait until it is ready; for the iterating thread.

        Raises:
            Fault: ``suggest.no_model`` with the line that installs one, ``suggest.broken_model``,
                or ``child.gone``.
        """
        self.start()
        while self.ready is None:
            if not self._step():
                raise Fault("child.gone", module=self._module, exit=None, said="")
        return self.ready

    def teach(self, cues: Mapping[str, str]) -> None:
        """Have what is asked from now on suggested by a project's own cues too.

        Args:
            cues: in lower case, with their claim types; in the place of those told before.
        """
        self._cues = dict(cues)

    def ask(
        self, items: Iterable[Item], *, scheme: Scheme, layers: Sequence[Layer] | None = None
    ) -> Iterator[Answer]:
        """Ask for suggestions for a batch; nothing is sent before the first answer is taken.

        Args:
            items: taken as answers come, a few groups ahead; ids are the caller's.
            scheme: labels, boundary policy and thresholds.
            layers: those that it was started for by default.

        Yields:
            Per document, one `Proposed` or `Failed` a suggester (entities of a group of documents
            first, claims after), then its `Done`; and answers to urgent requests in between.

        Raises:
            Fault: as `wait_ready`, and ``child.gone`` when it ends before everything is answered.
        """
        self._stopped.clear()
        groups = portions(items, lambda item: len(item.text))
        own: dict[RequestId, int] = {}
        try:
            while True:
                while not self._stopped.is_set() and _room(own) and (group := next(groups, [])):
                    own.update((item.id, len(item.text)) for item in group)
                    self._send_items(group, scheme, layers, urgent=False)
                if not own or not self.running:
                    return
                for answer in self._until_done():
                    if isinstance(answer, Done):
                        own.pop(answer.id, None)
                    yield answer
        finally:
            self._pending.difference_update(own)

    def urgent(self, item: Item, *, scheme: Scheme, layers: Sequence[Layer] | None = None) -> None:
        """Ask for a document ahead of everything that waits; its answers come to the iteration."""
        self._send_items([item], scheme, layers, urgent=True)

    def answers(self) -> Iterator[Answer]:
        """Yield answers until everything that was asked is done.

        Raises:
            Fault: as `wait_ready`.
        """
        while self._pending:
            yield from self._until_done()

    def sentences(self, texts: Iterable[str]) -> Iterator[tuple[tuple[tuple[int, int], ...], ...]]:
        """Yield the sentences of each text, in order; needs no model.

        Raises:
            Fault: ``child.gone``, or what the process failed on.
        """
        for text in texts:
            request_id = f"tokens:{next(self._numbers)}"
            self._send({"kind": "tokens", "id": request_id, "text": text}, [request_id])
            for answer in self.answers():
                if answer.id == request_id and isinstance(answer, Failed):
                    raise answer.fault
                if answer.id == request_id and isinstance(answer, Sentences):
                    yield answer.sentences

    def cancel(self) -> None:
        """Drop what is not begun: its `Done` comes at once, with ``cancelled`` set."""
        self._stopped.set()
        with self._lock, contextlib.suppress(Fault):
            if self._child is not None:
                self._child.send({"kind": "cancel"})

    def close(self) -> None:
        """End it; an iteration in another thread ends without a word."""
        self._stopped.set()
        if (child := self._let_go()) is not None:
            child.close()

    def _until_done(self) -> Iterator[Answer]:
        """Yield answers up to the next `Done`; those that nobody waits for are dropped."""
        while answer := self._step():
            if isinstance(answer, Ready) or answer.id not in self._pending:
                continue
            if isinstance(answer, Done):
                self._pending.discard(answer.id)
                yield answer
                return
            yield answer

    def _step(self) -> Ready | Answer | None:
        """Return what comes next; None when `close` was called."""
        try:
            frame = next(self._frames, None)
        except ValueError:  # closed while it was read
            frame = None
        if frame is None:
            if (child := self._let_go()) is None:
                return None
            child.close()
            raise child.gone()
        try:
            answer = from_frame(frame)
        except Fault:
            self.close()
            raise
        if isinstance(answer, Ready):
            self.ready = answer
        return answer

    def _let_go(self) -> Child | None:
        with self._lock:
            child, self._child = self._child, None
            self._pending.clear()
            self.ready = None
        return child

    def _started(self) -> Child:
        if self._child is None:
            self._child = Child(self._module)
            self._frames = self._child.frames()
            with contextlib.suppress(Fault):
                self._child.send(setup_to_plain(self._setup))
        return self._child

    def _send_items(
        self,
        items: Sequence[Item],
        scheme: Scheme,
        layers: Sequence[Layer] | None,
        *,
        urgent: bool,
    ) -> None:
        wanted = self.layers if layers is None else layers
        if twice := self._pending.intersection(item.id for item in items):
            raise Bug(f"asked twice: {twice}")
        request = suggest_request(items, scheme=scheme, layers=wanted, urgent=urgent)
        if self._cues is not None:
            request["cues"] = self._cues
        self._send(request, [item.id for item in items])

    def _send(self, request: dict[str, Any], ids: Sequence[RequestId]) -> None:
        with self._lock:
            child = self._started()
            self._pending.update(ids)
            # One that is gone is told by the iteration, which also reads its last words.
            with contextlib.suppress(Fault):
                child.send(request)


def _room(own: dict[RequestId, int]) -> bool:
    """Whether more may be sent ahead."""
    return len(own) <= (_AHEAD - 1) * ITEMS and sum(own.values()) < _AHEAD * CHARACTERS
