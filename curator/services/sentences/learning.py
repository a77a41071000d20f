"""Learning from decisions: what can go wrong with it, and what its acts are called."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {}

ACTS: dict[str, str] = {}
