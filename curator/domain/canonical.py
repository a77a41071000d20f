"""The one way in which a value becomes bytes, so that equal values have equal digests."""

from __future__ import annotations

import hashlib
import json
from typing import Any

EMPTY_DIGEST = ""
"""The predecessor's digest of the first change set."""


def canonical(value: Any) -> str:
    """Write a plain value as JSON with sorted keys, no blanks and no ASCII escapes.

    Args:
        value: dictionaries with string keys, lists, strings, finite numbers, booleans and None.

    Returns:
        The JSON text; the same for equal values on every Python version.
    """
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def digest_text(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes in hexadecimal (64 characters)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def digest_change_set(record: dict[str, Any], decisions: list[Any], previous: str) -> str:
    """Chain a change set to its predecessor.

    Args:
        record: the change set's own columns, without its digest.
        decisions: its decisions in order, each a plain value.
        previous: the digest of the change set before it, `EMPTY_DIGEST` for the first.

    Returns:
        SHA-256 in hexadecimal over the canonical bytes of all three.
    """
    return digest_text(canonical([previous, record, decisions]))
