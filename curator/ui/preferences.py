"""What is remembered from one run to the next: theme, layout, recent projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings

from curator.ui.metrics import COMFORTABLE

_MOST = 8
"""Recent projects that are listed."""


class Recent(NamedTuple):
    """A project that was open lately.

    Attributes:
        path: of its file.
        opened: when, as ISO time.
        batches: how many it had.
        layers: names of the layers of its scheme.
        done: documents done.
        total: documents.
    """

    path: str
    opened: str
    batches: int = 0
    layers: tuple[str, ...] = ()
    done: int = 0
    total: int = 0


class Preferences:
    """The settings file of the person who runs the program.

    Attributes:
        settings: Qt's, for what other parts remember.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        """Open the settings of the application, or those given."""
        self.settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Curator", "curator"
        )

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return str(self.settings.value("theme", "system"))

    @theme.setter
    def theme(self, name: str) -> None:
        self.settings.setValue("theme", name)

    @property
    def contrast(self) -> str:
        """``system``, ``high`` or ``usual``."""
        return str(self.settings.value("contrast", "system"))

    @contrast.setter
    def contrast(self, name: str) -> None:
        self.settings.setValue("contrast", name)

    @property
    def density(self) -> str:
        """``compact``, ``comfortable`` or ``large``."""
        return str(self.settings.value("density", "comfortable"))

    @density.setter
    def density(self, name: str) -> None:
        self.settings.setValue("density", name)

    @property
    def reading(self) -> int:
        """Size of the reading text in logical pixels, 0 for that of the density."""
        return self._whole("reading", 0)

    @reading.setter
    def reading(self, size: int) -> None:
        self.settings.setValue("reading", size)

    @property
    def column(self) -> int:
        """Average characters on a line."""
        return self._whole("column", COMFORTABLE.column)

    @column.setter
    def column(self, characters: int) -> None:
        self.settings.setValue("column", characters)

    def keys(self) -> dict[str, list[str]]:
        """Return the keys of actions that have others than the table says, by their names."""
        written = str(self.settings.value("keys", ""))
        if not written:
            return {}
        import json

        try:
            kept = json.loads(written)
        except ValueError:
            return {}
        if not isinstance(kept, dict):
            return {}
        return {
            name: [str(key) for key in keys]
            for name, keys in kept.items()
            if isinstance(keys, list)
        }

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the keys of actions that have others than the table says; none forgets them."""
        import json

        self.settings.setValue("keys", json.dumps(keys) if keys else "")

    @property
    def toured(self) -> bool:
        """Whether the tour was begun once; then it begins only when asked."""
        return bool(self._whole("toured", 0))

    @toured.setter
    def toured(self, done: bool) -> None:
        self.settings.setValue("toured", int(done))

    def recent(self) -> list[Recent]:
        """Return projects that were open lately and are still there, the newest first."""
        import json

        try:
            rows = json.loads(str(self.settings.value("recent", "[]")))
            found = [Recent(**{**row, "layers": tuple(row["layers"])}) for row in rows]
        except (ValueError, TypeError, KeyError):
            return []
        return [one for one in found if Path(one.path).is_file()]

    def remember(self, project: Recent) -> None:
        """Put a project first."""
        others = [one for one in self.recent() if one.path != project.path]
        self._write([project, *others][:_MOST])

    def forget_recent(self) -> None:
        """Forget all of them."""
        self._write([])

    def last_project(self) -> Path | None:
        """Return the project that was open when the program was left, None when none was.

        Nor is there one where it is not to be opened again.
        """
        path = str(self.settings.value("last", ""))
        return Path(path) if path and self.reopens and Path(path).is_file() else None

    def set_last_project(self, path: Path | None) -> None:
        """Remember which project to open at the next start."""
        self.settings.setValue("last", str(path.resolve()) if path else "")

    @property
    def reopens(self) -> bool:
        """Whether the project that was open last is opened at the start."""
        return str(self.settings.value("reopens", "true")) == "true"

    @reopens.setter
    def reopens(self, on: bool) -> None:
        self.settings.setValue("reopens", "true" if on else "false")

    def samples_folder(self) -> Path:
        """Return where fresh copies of the sample project go: by default beside the settings."""
        chosen = str(self.settings.value("samples", ""))
        return Path(chosen) if chosen else Path(self.settings.fileName()).parent / "samples"

    def set_samples_folder(self, folder: Path | None) -> None:
        """Choose where fresh copies of the sample project go; None for the default."""
        self.settings.setValue("samples", str(folder.resolve()) if folder else "")

    def _whole(self, name: str, otherwise: int) -> int:
        """Return a whole number from the settings, whatever somebody wrote there."""
        written = str(self.settings.value(name, otherwise))
        return int(written) if written.isdecimal() else otherwise

    def _write(self, projects: list[Recent]) -> None:
        import json

        self.settings.setValue("recent", json.dumps([one._asdict() for one in projects]))
