"""Files are written beside their place and moved in whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from curator.domain.faults import Fault


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: SHA-256 of the bytes in hexadecimal, and how many.

    Attributes:
        digest: of the file; of a folder that of a line ``digest  name`` for each of its files.
        size: bytes.
        files: of a folder, the digest of each file by its name.
    """

    digest: str
    size: int
    files: Mapping[str, str] = field(default_factory=dict)


class Staged:
    """A file that takes its place when the ``with`` ends well, and leaves no trace when not.

    It lies in the folder of its place until then, so that moving it is one step of the file
    system; what was there before stays whole up to that moment.
    """

    def __init__(self, path: Path) -> None:
        """Say where it goes; a link is followed, so that its target is replaced."""
        self._asked = path
        self._path = Path(os.path.realpath(path))
        self._beside = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}.part")
        self._stream: BinaryIO | None = None
        self._hash = hashlib.sha256()
        self._size = 0

    def __enter__(self) -> Staged:
        with self._disk("open"):
            self._stream = self._beside.open("xb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.seal()
                with self._disk("move"):
                    self._take_place()
        finally:
            self._discard()

    @property
    def lies_at(self) -> Path:
        """Where it lies until it takes its place."""
        return self._beside

    def put(self, name: str, data: str | bytes) -> None:  # noqa: ARG002 - as a folder is written
        """Write what comes next, text as UTF-8; a single file's name is empty.

        Raises:
            Fault: ``export.disk``.
        """
        self.write(data)

    def write(self, text: str | bytes) -> None:
        """Write bytes, or text as UTF-8.

        Raises:
            Fault: ``export.disk``.
        """
        assert self._stream is not None
        data = text.encode("utf-8") if isinstance(text, str) else text
        self._hash.update(data)
        self._size += len(data)
        with self._disk("write"):
            self._stream.write(data)

    def seal(self) -> Written:
        """Bring everything to the disk; nothing may be written after it.

        Returns:
            What the file holds, for its manifest.

        Raises:
            Fault: ``export.disk``.
        """
        assert self._stream is not None
        if not self._stream.closed:
            with self._disk("write"):
                self._stream.flush()
                os.fsync(self._stream.fileno())
                self._stream.close()
        return Written(self._hash.hexdigest(), self._size)

    def _take_place(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._beside.chmod(self._path.stat().st_mode & 0o777)
        self._beside.replace(self._path)
        if os.name == "posix":
            folder = os.open(self._path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            if self._stream is not None:
                self._stream.close()
        with contextlib.suppress(OSError):
            self._beside.unlink()

    @contextlib.contextmanager
    def _disk(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise Fault("export.disk", what=what, where=str(self._asked), reason=reason) from error


def write_whole(path: Path, pieces: Iterable[str]) -> Written:
    """Write a file piece by piece and move it into place.

    Args:
        path: where it goes.
        pieces: of its text; an exception from them leaves the old file as it was.

    Raises:
        Fault: ``export.disk`` with what could not be done, where, and the system's reason.
    """
    with Staged(path) as staged:
        for piece in pieces:
            staged.write(piece)
        return staged.seal()
