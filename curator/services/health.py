"""Check a project's health."""

from __future__ import annotations

from curator.store.check import Finding, check
from curator.store.project import Project

__all__ = ["Finding", "findings"]


def findings(project: Project) -> list[Finding]:
    """Return everything that does not hold; nothing for a healthy project."""
    with project.read() as tx:
        return list(check(tx))
