"""Files that lie in others: where they are put while they are read, and which are refused."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from curator.formats.base import Enclosed, Problem, ReadOptions, Source
from curator.formats.registry import Registry

_DEEPEST = 2
"""How many files a document may lie in: a mail in an archive has attachments, and no more."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Around:
    """What a file lies in: names of the formats of the files around it, the outermost first."""

    formats: tuple[str, ...] = ()

    def within(self, name: str) -> Around:
        """Return what lies around a file in a file of the format."""
        return Around((*self.formats, name))


NOTHING_AROUND = Around()


@contextmanager
def scratch(folder: str | None) -> Iterator[Path]:
    """Give a folder for files while they are read: one that somebody else clears, or a new one."""
    if folder is not None:
        yield Path(folder)
        return
    with tempfile.TemporaryDirectory(prefix="curator-") as made:
        yield Path(made)


@contextmanager
def laid_out(
    item: Enclosed, options: ReadOptions, *, registry: Registry, around: Around, folder: Path
) -> Iterator[ReadOptions | Problem]:
    """Lay a file out under a name of our own, and take it away again.

    Args:
        item: the file.
        options: those of the file that it lies in.
        registry: the formats.
        around: what that file lies in, itself included.
        folder: where it is laid out.

    Yields:
        How to read it; the problem, or the note, when it is not read.
    """
    inner = PurePosixPath(_UNSEEN.sub("\ufffd", item.name.replace("\\", "/")))
    steps = [step for step in inner.parts if step not in ("/", "..", ".")]
    name = "/".join((options.source.name, *(steps or ["unnamed"])))
    path = folder / f"file-{_UNSAFE.sub('_', steps[-1] if steps else '')[-80:]}"
    path.write_bytes(item.content)
    try:
        chosen = registry.of_file(path)
        if chosen is None:
            facts = {"suffix": PurePosixPath(name).suffix, "formats": []}
            yield Problem(name, None, "import.unknown_type", facts, note=item.optional)
        elif chosen.encloses and (chosen.name in around.formats or len(around.formats) >= _DEEPEST):
            yield Problem(name, None, "import.nested", note=item.optional)
        else:
            outer = options.source
            inside = "/".join(filter(None, (outer.folder, outer.stem, *steps[:-1])))
            source = Source(path, name, inside, len(item.content), chosen.name)
            yield replace(options, source=source)
    finally:
        path.unlink(missing_ok=True)
