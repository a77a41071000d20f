"""Which spaCy pipelines there are, which one is chosen, and which folders are trusted."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from curator.domain.faults import Fault
from curator.suggest import models

_GROUP = "spacy_models"
"""Entry points that spaCy's own packages of pipelines register."""

_OFFICIAL = re.compile(r"[a-z]{2,3}_(?:core|dep|ent|sent)_(?:web|news|wiki)_(?:sm|md|lg|trf)")
_SIZES = {"sm": "small", "md": "medium", "lg": "large", "trf": "transformer"}
_LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "ca": "Catalan", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "xx": "any language", "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline that can be chosen.

    Attributes:
        name: what it is chosen by: its package, or the path of its folder.
        version: of its package, or what its folder says.
        kind: ``official`` (spaCy's own), ``packaged`` (a copy that Curator installs), ``other``,
            or ``folder`` (a trusted one).
        words: what it is, for people, such as “English, medium: core_web_md 3.8.0”.
    """

    name: str
    version: str
    kind: str
    words: str


def settings_file() -> Path:
    """Return the file in which the choice is kept, beside the window's settings."""
    from platformdirs import user_config_path

    return user_config_path("Curator", appauthor=False) / "pipelines.json"


def installed(*, settings: Path | None = None) -> list[Pipeline]:
    """Return the pipelines of this Python, and the trusted folders; nothing is loaded.

    What is used where nothing is chosen stands first.

    Args:
        settings: the file of the choice, by default the user's.
    """
    names = [*models.OFFICIAL, *models.PACKAGED, *sorted(point.name for point in _points())]
    found = [
        Pipeline(name, number, _kind(name), _words(_meta_of_package(name), name))
        for name in dict.fromkeys(names)
        if (number := _version(name))
    ]
    for folder in trusted(settings=settings):
        if meta := _meta(folder / "meta.json"):
            number = str(meta.get("version", ""))
            found.append(Pipeline(str(folder), number, "folder", _words(meta, folder.name)))
    return found


def chosen(*, settings: Path | None = None) -> str | None:
    """Return the name of the pipeline that was chosen, None when it was left to Curator."""
    name = _read(settings).get("chosen")
    return name if isinstance(name, str) and name else None


def choose(name: str | None, *, settings: Path | None = None) -> None:
    """Choose a pipeline for the window and the command line, from the next start of suggesting on.

    Args:
        name: a package or a trusted folder; None leaves it to Curator.
        settings: the file of the choice, by default the user's.

    Raises:
        Fault: ``pipeline.unknown`` with those there are, ``pipeline.not_trusted``,
            ``pipeline.settings`` when it cannot be kept.
    """
    if name is not None and is_folder(name):
        name = str(_checked(name, settings))
    elif name is not None and _version(name) is None:
        known = [one.name for one in installed(settings=settings)]
        raise Fault("pipeline.unknown", name=name, known=known)
    _write({**_read(settings), "chosen": name or ""}, settings)


def trusted(*, settings: Path | None = None) -> list[Path]:
    """Return the folders that somebody said they trust, in the order in which they did."""
    folders = _read(settings).get("trusted")
    return [Path(one) for one in folders if isinstance(one, str)] if folders else []


def trust(folder: Path, *, settings: Path | None = None) -> Pipeline:
    """Remember that a folder is trusted; a person must have been asked.

    A pipeline's folder says which code of this Python is run with which values, so it is loaded
    only where a person answers for it, and only in the suggest process.

    Args:
        folder: with the ``meta.json`` of a pipeline.
        settings: the file of the choice, by default the user's.

    Raises:
        Fault: ``pipeline.no_folder`` when it holds no pipeline, ``pipeline.settings``.
    """
    path = folder.expanduser().resolve()
    if not (meta := _meta(path / "meta.json")):
        raise Fault("pipeline.no_folder", path=str(path))
    folders = [str(one) for one in trusted(settings=settings)]
    if str(path) not in folders:
        _write({**_read(settings), "trusted": [*folders, str(path)]}, settings)
    return Pipeline(str(path), str(meta.get("version", "")), "folder", _words(meta, path.name))


def distrust(folder: Path, *, settings: Path | None = None) -> None:
    """Trust a folder no more; if it was chosen, the choice is left to Curator again.

    Raises:
        Fault: ``pipeline.settings``.
    """
    path = folder.expanduser().resolve()
    kept = _read(settings)
    folders = [str(one) for one in trusted(settings=settings) if one != path]
    name = "" if kept.get("chosen") == str(path) else kept.get("chosen", "")
    _write({**kept, "trusted": folders, "chosen": name}, settings)


def wanted(asked: str | None = None, *, settings: Path | None = None) -> str | None:
    """Return which pipeline the suggest process is to load.

    What is asked for goes first, then the environment variable ``CURATOR_MODEL``, then what was
    chosen; None stands for the first that is installed, see `installed`. Whoever sets the variable
    answers for the folder that it names.

    Args:
        asked: on the command line: a package or a folder.
        settings: the file of the choice, by default the user's.

    Raises:
        Fault: ``pipeline.not_trusted``.
    """
    if not asked and (named := os.environ.get(models.VARIABLE)):
        return named
    name = asked or chosen(settings=settings)
    return str(_checked(name, settings)) if name and is_folder(name) else name


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder, not of a package."""
    return "/" in name or os.sep in name or (Path(name) / "meta.json").is_file()


def _checked(name: str, settings: Path | None) -> Path:
    path = Path(name).expanduser().resolve()
    if path not in trusted(settings=settings):
        raise Fault("pipeline.not_trusted", path=str(path))
    return path


def _points() -> Iterator[EntryPoint]:
    yield from entry_points(group=_GROUP)


def _version(name: str) -> str | None:
    """Return a package's version; None when it is not there or only holds a name."""
    try:
        number = version(name)
    except (PackageNotFoundError, ValueError):
        return None
    return None if number.startswith(models.SQUATTED) else number


def _kind(name: str) -> str:
    if name in models.PACKAGED:
        return "packaged"
    return "official" if _OFFICIAL.fullmatch(name) else "other"


def _meta_of_package(name: str) -> dict[str, Any]:
    """Return what a package says of its pipeline, found without importing it."""
    spec = find_spec(name) if name.isidentifier() else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted((*Path(place).glob("meta.json"), *Path(place).glob("*/meta.json"))):
            if meta := _meta(path):
                return meta
    return {}


def _meta(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _words(meta: dict[str, Any], name: str) -> str:
    if not meta.get("name"):
        return name
    called = str(meta["name"])
    language = str(meta.get("lang", ""))
    size = next((_SIZES[part] for part in called.split("_") if part in _SIZES), "")
    kind = ", ".join(word for word in (_LANGUAGES.get(language, language), size) if word)
    return f"{kind}: {called} {meta.get('version', '')}".strip(": ")


def _read(settings: Path | None) -> dict[str, Any]:
    return _meta(settings or settings_file())


def _write(kept: dict[str, Any], settings: Path | None) -> None:
    path = settings or settings_file()
    new = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        new.replace(path)
    except OSError as error:
        raise Fault("pipeline.settings", path=str(path), reason=str(error)) from error
