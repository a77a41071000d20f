"""The life of a suggest process: requests in, answers out, whatever engine makes them."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme
from curator.pipes import own_pipes, read_frames, write_frame
from curator.suggest.inbox import Inbox
from curator.suggest.messages import (
    Answer,
    Done,
    Failed,
    Item,
    Ready,
    Sentences,
    fault_to_plain,
    items_of,
    layers_of,
    scheme_of,
    to_frame,
)
from curator.suggest.setup import Setup, setup_from_plain


class Engine(Protocol):
    """Makes the answers of a suggest process."""

    def ready(self) -> Ready:
        """Return what it has."""

    def suggest(
        self, items: Sequence[Item], scheme: Scheme, layers: Sequence[Layer]
    ) -> Iterator[Answer | None]:
        """Yield `Proposed` and `Failed` for each document, then its `Done`.

        None may be yielded in long work: urgent requests are answered at every yield.
        """

    def teach(self, cues: Mapping[str, str]) -> None:
        """Suggest by a project's own cues too, from the next request on."""

    def sentences(self, text: str) -> list[list[tuple[int, int]]]:
        """Return sentences of tokens [start, end) in code points."""


def serve(open_engine: Callable[[Setup], Engine]) -> None:
    """Run a suggest process: take over the standard streams, answer until the pipe closes.

    The first frame says what to get ready with. Where there is nothing to suggest with, an
    ``error`` frame says so and the process ends with 0.

    Args:
        open_engine: makes the engine, loaded with that.
    """
    incoming, outgoing = own_pipes()
    if (first := next(read_frames(incoming), None)) is None:
        return
    inbox = Inbox(incoming)
    try:
        engine = open_engine(setup_from_plain(first))
    except Fault as fault:
        write_frame(outgoing, {"kind": "error", "error": fault_to_plain(fault)})
        return
    try:
        write_frame(outgoing, to_frame(engine.ready()))
        while (request := inbox.take()) is not None:
            _answer(engine, request, inbox, outgoing)
    except BrokenPipeError:
        return


def attempt(work: Callable[[], None]) -> Fault | None:
    """Do one document's share of the work; return what went wrong, so that the rest goes on."""
    try:
        work()
    except Fault as fault:
        return fault
    except Exception as error:  # noqa: BLE001 - a child process is one of the four doors
        return _failure(error)
    return None


def _failure(error: Exception) -> Fault:
    """Say what went wrong and where, so that a bug can be found."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Fault("suggest.failed", reason=repr(error), where=where)


def _answer(engine: Engine, request: Mapping[str, Any], inbox: Inbox, outgoing: BinaryIO) -> None:
    for answer in _guarded(engine, request):
        if answer is not None:
            write_frame(outgoing, to_frame(answer))
        if inbox.closed:
            return
        while (urgent := inbox.take_urgent()) is not None:
            _answer(engine, urgent, inbox, outgoing)


def _guarded(engine: Engine, request: Mapping[str, Any]) -> Iterator[Answer | None]:
    """Answer a request; what it failed on is told, and the process goes on."""
    waiting = {item["id"]: item.get("digest", "") for item in request.get("items", ())}
    if request.get("kind") == "tokens":
        waiting = {request["id"]: ""}
    try:
        for answer in _answers(engine, request):
            if isinstance(answer, Done):
                waiting.pop(answer.id, None)
            yield answer
    except Fault as fault:
        yield from _failures(waiting, fault)
    except Exception as error:  # noqa: BLE001 - a child process is one of the four doors
        yield from _failures(waiting, _failure(error))


def _failures(waiting: Mapping[Any, str], fault: Fault) -> Iterator[Answer]:
    for request_id, digest in waiting.items():
        yield Failed(request_id, digest, fault)
        yield Done(request_id)


def _answers(engine: Engine, request: Mapping[str, Any]) -> Iterator[Answer | None]:
    match request.get("kind"):
        case "suggest":
            if (cues := request.get("cues")) is not None:
                engine.teach(cues)
            yield from engine.suggest(items_of(request), scheme_of(request), layers_of(request))
        case "tokens":
            found = engine.sentences(request["text"])
            yield Sentences(request["id"], tuple(tuple(tokens) for tokens in found))
            yield Done(request["id"])
        case "cancelled":
            for request_id in request["ids"]:
                yield Done(request_id, cancelled=True)
        case other:
            raise ValueError(f"no request: {other!r}")
