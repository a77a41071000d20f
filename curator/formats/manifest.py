"""The manifest beside an export: what is in the file and how it came about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
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
    file: str,
    format: str,  # noqa: A002 - as on the command line
    digest: str,
    size: int,
    report: Report,
    selection: Mapping[str, Any],
    scheme: Mapping[str, Any],
    suggesters: Iterable[Mapping[str, Any]],
    how: Mapping[str, int],
    blind: Mapping[str, Any],
    head: Mapping[str, Any],
    curator: str,
) -> dict[str, Any]:
    """Return a manifest; the same for the same export, whenever it is made.

    Args:
        file: name of the exported file, without its folder; `format` is that of its format.
        digest: SHA-256 of its ``size`` bytes.
        report: what writing came to.
        selection: which documents, layers and states were asked for.
        scheme: name and revision of the label scheme.
        suggesters: name, version and configuration of each that proposed something.
        how, blind: decisions by their means; what machines find in blind documents, by layer.
        head, curator: change sets and digest of the newest; the version that wrote it.
    """
    return {
        "manifest": VERSION,
        "curator": curator,
        "file": {"name": file, "format": format, "sha256": digest, "bytes": size},
        "selection": in_order(selection),
        "counts": in_order(report.counts),
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
