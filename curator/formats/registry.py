"""Which formats there are, and which files an import reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from curator import plugins
from curator.domain.faults import Fault
from curator.formats.base import Format, Problem, Source, shown

GROUP = "curator.formats"
"""The group of entry points."""

_BESIDE = ".gold.jsonl"
"""Gold that lies beside a document is read only when it is named."""


class Registry:
    """The formats that are installed.

    Attributes:
        formats: by name.
        broken: a fault for each that could not be loaded.
    """

    def __init__(self, formats: Mapping[str, Format], broken: tuple[Fault, ...] = ()) -> None:
        self.formats = dict(formats)
        self.broken = broken

    @classmethod
    def installed(cls) -> Registry:
        """Load the entry points of the group `GROUP`; of two with one name the second is broken."""
        loaded = plugins.load(GROUP)
        formats: dict[str, Format] = {}
        broken = list(loaded.broken)
        for point, one in loaded.found.items():
            if not isinstance(one, Format):
                broken.append(plugins.unusable(GROUP, point, "it is no format"))
            elif one.name in formats:
                broken.append(plugins.unusable(GROUP, point, "its name is taken"))
            else:
                formats[one.name] = one
        return cls(formats, tuple(broken))

    def by_name(self, name: str) -> Format | None:
        """Return a format by its name."""
        return self.formats.get(name)

    def of_file(self, path: Path) -> Format | None:
        """Return the readable format of a file.

        The longest suffix counts. Of the formats that have it, one that shares it and recognises
        what is in the file goes before the one whose own it is; where it is nobody's own, one that
        shares it without looking into files takes it.
        """
        fitting = self._with_suffix(path.name)
        sharing = [one for suffix, one in fitting if suffix != one.suffixes[0]]
        for one in sharing:
            if one.recognises is not None and one.recognises(path):
                return one
        own = (one for suffix, one in fitting if suffix == one.suffixes[0])
        return next(own, next((one for one in sharing if one.recognises is None), None))

    def _with_suffix(self, file_name: str) -> list[tuple[str, Format]]:
        """Return the readable formats with the longest suffix that fits, by their names."""
        lower = file_name.lower()
        fitting = [
            (suffix, one)
            for _, one in sorted(self.formats.items())
            for suffix in one.suffixes
            if one.read and lower.endswith(suffix)
        ]
        longest = max((len(suffix) for suffix, _ in fitting), default=0)
        return [(suffix, one) for suffix, one in fitting if len(suffix) == longest]

    def files(
        self,
        paths: Iterable[str | Path],
        *,
        format: str | None = None,  # noqa: A002 - as on the command line
    ) -> Iterator[Source | Problem]:
        """Find the files to read, in a fixed order; folders are walked.

        Hidden files, gold beside documents and what links lead to outside of the folder are not
        read; files of an unknown type are reported.

        Args:
            paths: files and folders, in the order in which they are read.
            format: the name of the format that files named here have; None goes by the suffix.

        Yields:
            A source for each file, a problem for what is not read.
        """
        forced = self.by_name(format) if format else None
        if format and (forced is None or forced.read is None):
            yield Problem("", None, "import.unknown_format", {"format": format})
            return
        for path in map(Path, paths):
            if path.is_dir():
                yield from self._folder(path, forced)
            else:
                yield self._file(path, shown(path), shown(path.absolute().parent.name), forced)

    def _file(self, path: Path, name: str, folder: str, forced: Format | None) -> Source | Problem:
        try:
            if not path.exists():
                return Problem(name, None, "import.missing")
            if not path.is_file():
                return Problem(name, None, "import.unreadable", {"reason": "no regular file"})
            size = path.stat().st_size
        except (OSError, ValueError) as error:
            return Problem(name, None, "import.unreadable", {"reason": str(error)})
        chosen = forced or self.of_file(path)
        if chosen is None:
            shared = [one.name for _, one in self._with_suffix(path.name)]
            facts = {"suffix": shown(path.suffix), "formats": shared}
            return Problem(name, None, "import.unknown_type", facts)
        return Source(path, name, folder, size, chosen.name)

    def _folder(self, root: Path, forced: Format | None) -> Iterator[Source | Problem]:
        inside = root.resolve()
        companions = [one.companion for one in self.formats.values() if one.companion]
        for path in _walk(root):
            name = shown(path)
            if any(is_one(path) for is_one in companions):
                continue
            if not path.resolve().is_relative_to(inside):
                yield Problem(name, None, "import.link_outside")
                continue
            if forced and not path.name.lower().endswith(forced.suffixes):
                yield Problem(name, None, "import.unknown_type", {"suffix": shown(path.suffix)})
                continue
            below = path.parent.relative_to(root)
            folder = shown(Path(inside.name, below))
            yield self._file(path, name, folder, forced)


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not passed_over(name):
                yield Path(folder, name)


def passed_over(name: str) -> bool:
    """Whether a file is not read unless it is named: hidden, or gold beside its document."""
    return name.startswith(".") or name.lower().endswith(_BESIDE)
