"""Profiles: choices that are kept in the project under names, to be made again with one word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from curator.domain.export_plan import ExportPlan, plan_from_plain
from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan, import_plan_from_plain
from curator.store import schemes
from curator.store.project import Project
from curator.store.transaction import Tx

EXPORT, IMPORT = "export", "import"
"""Kinds of profiles; names are apart for each."""

LONGEST = 60
"""Characters of a name."""


def profiles(project: Project, kind: str) -> dict[str, Any]:
    """Return the profiles of a kind as plain values, by their names in their order."""
    with project.read() as tx:
        return _kept(tx, kind)


def keep(project: Project, kind: str, name: str, plain: Mapping[str, Any]) -> str:
    """Keep a profile; one of the same name is replaced.

    Args:
        project: held for writing.
        kind: `EXPORT` or `IMPORT`.
        name: of at most 60 characters.
        plain: what can be written as JSON.

    Returns:
        The name without white space at its ends.

    Raises:
        Fault: ``profile.name`` for no name, or one that is too long.
    """
    name = _named(name)
    with project.write() as tx:
        _write(tx, kind, _kept(tx, kind) | {name: dict(plain)})
    return name


def rename(project: Project, kind: str, name: str, new: str) -> str:
    """Give a profile another name and return that; one that has it is replaced.

    Raises:
        Fault: ``profile.missing``, ``profile.name``.
    """
    plain = get(project, kind, name)
    new = _named(new)
    with project.write() as tx:
        kept = _kept(tx, kind)
        kept.pop(name, None)
        _write(tx, kind, kept | {new: plain})
    return new


def remove(project: Project, kind: str, name: str) -> None:
    """Forget a profile.

    Raises:
        Fault: ``profile.missing``.
    """
    with project.write() as tx:
        kept = _kept(tx, kind)
        if name not in kept:
            raise _missing(name, kept)
        del kept[name]
        _write(tx, kind, kept)


def get(project: Project, kind: str, name: str) -> dict[str, Any]:
    """Return a profile as a plain value.

    Raises:
        Fault: ``profile.missing`` with those that there are.
    """
    kept = profiles(project, kind)
    if name not in kept:
        raise _missing(name, kept)
    return dict(kept[name])


def export_plan(project: Project, name: str) -> ExportPlan:
    """Return what an export profile keeps.

    Raises:
        Fault: ``profile.missing``.
    """
    return plan_from_plain(get(project, EXPORT, name))


def export_plans(project: Project) -> dict[str, ExportPlan]:
    """Return what all export profiles keep, by their names in their order."""
    kept = profiles(project, EXPORT)
    return {name: plan_from_plain(plain) for name, plain in kept.items()}


def import_plan(project: Project, name: str) -> ImportPlan:
    """Return what an import profile keeps.

    Raises:
        Fault: ``profile.missing``.
    """
    return import_plan_from_plain(get(project, IMPORT, name))


def import_plans(project: Project) -> dict[str, ImportPlan]:
    """Return what all import profiles keep, by their names in their order."""
    kept = profiles(project, IMPORT)
    return {name: import_plan_from_plain(plain) for name, plain in kept.items()}


def _kept(tx: Tx, kind: str) -> dict[str, Any]:
    kept = json.loads(schemes.setting(tx, _key(kind)) or "{}")
    return dict(sorted(kept.items(), key=lambda pair: pair[0].casefold()))


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST:
        raise Fault("profile.name", name=name, limit=LONGEST)
    return name


def _write(tx: Tx, kind: str, kept: Mapping[str, Any]) -> None:
    value = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    schemes.set_setting(tx, _key(kind), value)


def _key(kind: str) -> str:
    return f"profiles.{kind}"


def _missing(name: str, kept: Mapping[str, Any]) -> Fault:
    return Fault("profile.missing", name=name, known=list(kept))
