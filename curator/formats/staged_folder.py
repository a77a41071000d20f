"""A folder of files is written beside its place and moved in whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from curator.domain.faults import Fault
from curator.formats.writing import Written


class StagedFolder:
    """A folder that takes its place when the ``with`` ends well, and leaves no trace when not.

    A folder with something in it is never replaced: what people did in it would be lost.
    """

    def __init__(self, path: Path) -> None:
        """Say where it goes."""
        self._path = path
        self._beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        self._hashes: dict[str, str] = {}
        self._size = 0

    def __enter__(self) -> StagedFolder:
        with self._disk("open"):
            if self._path.exists() and not (self._path.is_dir() and _is_empty(self._path)):
                raise Fault("export.folder", where=str(self._path))
            self._beside.mkdir()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                with self._disk("move"):
                    if self._path.exists():
                        self._path.rmdir()
                    self._beside.rename(self._path)
        finally:
            shutil.rmtree(self._beside, ignore_errors=True)

    @property
    def lies_at(self) -> Path:
        """Where it lies until it takes its place."""
        return self._beside

    def put(self, name: str, data: str | bytes) -> None:
        """Write a file, text as UTF-8, in folders of its own where its name has slashes.

        Raises:
            Fault: ``export.disk``.
        """
        raw = data.encode("utf-8") if isinstance(data, str) else data
        self._hashes[name] = hashlib.sha256(raw).hexdigest()
        self._size += len(raw)
        path = self._beside / name
        with self._disk("write"):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(raw)
                stream.flush()
                os.fsync(stream.fileno())

    def seal(self) -> Written:
        """Return what the folder holds: the digest is of a line ``digest  name`` for each file."""
        files = dict(sorted(self._hashes.items()))
        lines = [f"{digest}  {name}\n" for name, digest in files.items()]
        return Written(hashlib.sha256("".join(lines).encode()).hexdigest(), self._size, files)

    @contextlib.contextmanager
    def _disk(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise Fault("export.disk", what=what, where=str(self._path), reason=reason) from error


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None
