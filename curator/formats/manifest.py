"""The manifest beside an export: what is in the file and how it came about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from curator.formats.outgoing import Report, in_order

VERSION = 1
"""Of the manifest's own shape."""


def manifest_path(path: Path) -> Path:
    """Return where the manifest of an export lies: ``OUT.manifest.json``."""
    return path.with_name(path.name + ".manifest.json")


def manifest(
    *,
    files: Sequence[Mapping[str, Any]],
    split: Mapping[str, Any] | None,
    parts: Mapping[str, Mapping[str, Any]],
    beside: Mapping[str, str],
    report: Report,
    selection: Mapping[str, Any],
    scheme: Mapping[str, Any],
    suggesters: Iterable[Mapping[str, Any]],
    how: Mapping[str, int],
    blind: Mapping[str, Any],
    head: Mapping[str, Any],
    curator: str,
) -> dict[str, Any]:
    """Return a manifest; it tells no time and no place, so that the same export has the same.

    Args:
        files, beside: name, digest and size of each file; digests of further ones.
        split, parts: shares and seed, None for one part; by part what is in it.
        report, selection: what writing came to; what was asked for.
        scheme, suggesters: name and revision; name, version and configuration of each.
        how, blind: decisions by means; what machines find in blind documents.
        head, curator: change sets and digest of the newest; the program's version.
    """
    return {
        "manifest": VERSION,
        "curator": curator,
        **({"file": files[0]} if split is None else {"files": files}),
        "beside": in_order(beside),
        "selection": in_order(selection),
        "counts": in_order(report.counts),
        "chosen": parts[""] if split is None else {"split": in_order(split), "parts": parts},
        "left_out": [asdict(one) for one in report.left_out],
        "scheme": in_order(scheme),
        "suggesters": sorted((in_order(one) for one in suggesters), key=json.dumps),
        "how": in_order(how),
        "blind": in_order(blind),
        "log": in_order(head),
    }


def manifest_text(value: Mapping[str, Any]) -> str:
    """Write a manifest for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
