"""The folder of a recogniser's version: its own bytes, and what they belong to. No spaCy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from curator.domain.faults import Fault

META = "meta.json"
FILES = ("cfg", "model", "moves")
"""What a recogniser writes of itself, in JSON and MessagePack; nothing of it is pickled."""

_MUST = frozenset({"digest", "model", "labels", "unseen"})
_DIGITS = 16


def digest(folder: Path) -> str:
    """Return the digest of a version's bytes.

    Raises:
        OSError: they cannot be read.
    """
    whole = hashlib.sha256()
    for name in FILES:
        raw = (folder / name).read_bytes()
        whole.update(f"{name} {len(raw)}\n".encode())
        whole.update(raw)
    return whole.hexdigest()[:_DIGITS]


def write_meta(folder: Path, meta: Mapping[str, Any]) -> None:
    """Write what a version says of itself.

    Raises:
        OSError: it cannot be written.
    """
    text = json.dumps(dict(meta), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / META).write_text(text + "\n", encoding="utf-8")


def read_meta(folder: Path) -> dict[str, Any]:
    """Return what a version says of itself, once its bytes are those that were written.

    Raises:
        Fault: ``learning.weights_missing`` or ``learning.weights_damaged``.
    """
    if not folder.is_dir():
        raise Fault("learning.weights_missing", path=str(folder))
    try:
        meta: dict[str, Any] = json.loads((folder / META).read_text(encoding="utf-8"))
        found = digest(folder)
    except (OSError, ValueError) as error:
        raise Fault("learning.weights_damaged", path=str(folder), reason=str(error)) from error
    if lacks := sorted(_MUST - meta.keys()):
        raise Fault("learning.weights_damaged", path=str(folder), reason=f"no {lacks[0]}")
    if meta["digest"] != found:
        raise Fault("learning.weights_damaged", path=str(folder), reason="other bytes than written")
    return meta
