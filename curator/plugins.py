"""Formats and suggesters are entry points; built-ins register like strangers'."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution, entry_points
from typing import Any

from curator import assets
from curator.domain.faults import Fault


@dataclass(frozen=True, slots=True)
class Plugins:
    """What a group of entry points gave.

    Attributes:
        found: loaded objects by name.
        broken: a fault for each that could not be loaded; a notice, never a crash.
    """

    found: dict[str, Any]
    broken: tuple[Fault, ...]


def load(group: str) -> Plugins:
    """Load every entry point of a group; of two with one name Curator's own counts, or the first.

    Args:
        group: such as ``"curator.formats"``.
    """
    found: dict[str, Any] = {}
    broken: list[Fault] = []
    for point in sorted(_points(group), key=_is_strange):
        if point.name in found:
            broken.append(unusable(group, point.name, "its name is taken"))
            continue
        try:
            found[point.name] = point.load()
        except Exception as error:  # noqa: BLE001 - a stranger's module may raise anything
            broken.append(unusable(group, point.name, repr(error)))
    return Plugins(found, tuple(broken))


def unusable(group: str, name: str, reason: str) -> Fault:
    """Return what is said of an entry point that cannot be used."""
    return Fault("plugin.broken", group=group, name=name, reason=reason)


def _is_strange(point: EntryPoint) -> bool:
    return point.module.partition(".")[0] != "curator"


def _points(group: str) -> Iterator[EntryPoint]:
    yield from entry_points(group=group)
    try:
        distribution("curator")
    except PackageNotFoundError:
        yield from _of_checkout(group)


def _of_checkout(group: str) -> Iterator[EntryPoint]:
    """Read the same table from the project's own file where Curator is not installed."""
    project = assets.checkout() / "pyproject.toml"
    if project.is_file():
        table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        for name, value in table.get("entry-points", {}).get(group, {}).items():
            yield EntryPoint(name=name, value=value, group=group)
