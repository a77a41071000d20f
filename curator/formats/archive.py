"""ZIP: every readable file in it, within limits, and never under a path of the archive's own."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from curator.formats.base import LONGEST, Enclosed, Format, Item, Problem, ReadOptions
from curator.formats.registry import passed_over
from curator.translation import gettext as _

MOST_FILES = 10_000
"""Files of an archive that are read."""
MOST_BYTES = 1024**3
"""Bytes of all of them, unpacked."""
MOST_RATIO = 200
"""How much larger than packed a file of more than `_SMALL` bytes may be."""
_SMALL = 1024**2
_BLOCK = 256 * 1024
_ENCRYPTED = 0x1
_FOREIGN = ("__MACOSX",)
"""Folders that programs add and nobody has put there."""

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(ValueError, RuntimeError, OverflowError, IndexError),
)
"""What reading an archive that is not well may raise."""


class _TooLarge(Exception):
    """A file is larger than it may be; its arguments are code and facts."""


def read(path: Path, options: ReadOptions) -> Iterator[Item | Enclosed]:
    """Unpack an archive file by file, in memory.

    Sizes are those that come out, whatever the archive claims. What is hidden is not read, as in
    a folder; links, encrypted files and paths that lead out of the archive are reported.

    Args:
        path: the file.
        options: how it is called.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _members(archive, options)
    except _BROKEN as error:
        yield options.problem(None, "import.no_archive", reason=str(error) or repr(error))


def _members(archive: zipfile.ZipFile, options: ReadOptions) -> Iterator[Item | Enclosed]:
    left = MOST_BYTES
    files = 0
    for member in archive.infolist():
        if member.is_dir() or _hidden(member.filename):
            continue
        files += 1
        if files > MOST_FILES:
            yield options.problem(None, "import.archive_files", most=MOST_FILES)
            return
        if (problem := _refused(member, options)) is not None:
            yield problem
            continue
        try:
            content = _unpacked(archive, member, left)
        except _TooLarge as error:
            code, facts = error.args
            yield _about(member, options, code, facts)
            if code == "import.archive_size":
                return
            continue
        except _BROKEN as error:
            facts = {"reason": str(error) or repr(error)}
            yield _about(member, options, "import.unreadable", facts)
            continue
        left -= len(content)
        yield Enclosed(member.filename, content)


def _hidden(name: str) -> bool:
    steps = PurePosixPath(name.replace("\\", "/")).parts
    return any(step in _FOREIGN for step in steps) or any(
        passed_over(step) for step in steps if step != ".."
    )


def _refused(member: zipfile.ZipInfo, options: ReadOptions) -> Problem | None:
    """Return what is wrong with a file before anything of it is unpacked."""
    name = member.filename.replace("\\", "/")
    outside = name.startswith("/") or ":" in name[:3] or ".." in name.split("/")
    if outside:
        return _about(member, options, "import.path_outside", {})
    if stat.S_ISLNK(member.external_attr >> 16):
        return _about(member, options, "import.archive_link", {})
    if member.flag_bits & _ENCRYPTED:
        return _about(member, options, "import.encrypted", {})
    return None


def _about(
    member: zipfile.ZipInfo, options: ReadOptions, code: str, facts: dict[str, object]
) -> Problem:
    return Problem(f"{options.source.name}/{member.filename}", None, code, facts)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    """Unpack a file block by block, so that one that grows beyond the limits is left at once."""
    blocks: list[bytes] = []
    size = 0
    bound = max(_SMALL, MOST_RATIO * member.compress_size)
    with archive.open(member) as stream:
        while block := stream.read(_BLOCK):
            size += len(block)
            if size > LONGEST:
                raise _TooLarge("import.too_long", {"limit": LONGEST})
            if size > bound:
                raise _TooLarge("import.archive_ratio", {"most": MOST_RATIO})
            if size > left:
                raise _TooLarge("import.archive_size", {"limit": MOST_BYTES})
            blocks.append(block)
    return b"".join(blocks)


FORMAT = Format(name="zip", suffixes=(".zip",), read=read, title=_("ZIP archive"), encloses=True)
