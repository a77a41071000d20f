"""Child processes reached by their module's name, and frames of JSON over one-way pipes."""

from __future__ import annotations

import contextlib
import io
import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

from curator.domain.faults import Fault

_LENGTH = struct.Struct(">I")
_PATIENCE = 2.0
"""Seconds that a child gets to leave by itself once its pipe is closed."""
_PIPE = 1024 * 1024
"""Bytes that wait in a pipe, where the system can be told: a child makes the next frames meanwhile.
"""


def write_frame(stream: IO[bytes], value: Any) -> None:
    """Write a plain value as one frame: its length in four bytes, then JSON in UTF-8.

    Raises:
        BrokenPipeError: when the other end is gone.
    """
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def read_frames(stream: IO[bytes]) -> Iterator[Any]:
    """Yield frames until the other end closes; a frame that was cut off is no frame."""
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        body = stream.read(length)
        if len(body) < length:
            return
        yield json.loads(body.decode("utf-8", "surrogatepass"))


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take a child's standard streams as its pipes; whatever prints goes to stderr from now on.

    Returns:
        The stream to read frames from, and the one to write frames to.
    """
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    if hasattr(os, "nice"):
        os.nice(10)
    return incoming, outgoing


class Child:
    """A process that runs one module, fed and heard through pipes.

    `send` and `frames` may be used from different threads; it ends when its pipe closes.

    Attributes:
        module: the name of the module that it runs.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        """Start it.

        Args:
            module: run as ``python -m``; it must call `own_pipes`.
            arguments: handed on.
        """
        self.module = module
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pipesize=_PIPE,
            env=environment,
        )
        self._complaints: list[bytes] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def send(self, value: Any) -> None:
        """Send a frame.

        Raises:
            Fault: ``child.gone`` when it does not read any more.
        """
        assert self._process.stdin is not None
        try:
            write_frame(self._process.stdin, value)
        except (BrokenPipeError, ValueError, OSError) as error:
            raise self.gone() from error

    def frames(self) -> Iterator[Any]:
        """Yield what it sends until it ends."""
        assert self._process.stdout is not None
        yield from read_frames(self._process.stdout)

    def gone(self) -> Fault:
        """Return the fault that says how it ended, with the last line of its complaints."""
        code = self._process.poll()
        self._listener.join(_PATIENCE)
        said = b"".join(self._complaints).decode("utf-8", "replace").strip().splitlines()
        return Fault("child.gone", module=self.module, exit=code, said=said[-1] if said else "")

    def close(self) -> int:
        """Close its pipe, wait for it, end it when it does not leave; return its exit code."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            code = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._listener.join(_PATIENCE)
        self._process.stdout.close()
        return code

    def stop(self) -> None:
        """Tell it to end at once, from any thread; whoever reads its frames closes it."""
        self._process.kill()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self.close()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            for line in stream:
                self._complaints.append(line)
                del self._complaints[:-50]
