"""JSON from strangers: every way to be malformed is one named error."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any

_DEEPEST = 32
"""Levels of nesting that a value kept for the sender may have."""


class Malformed(Exception):
    """A value that is not read.

    Attributes:
        reason: ``syntax``, ``duplicate_key``, ``not_finite``, ``too_deep``, ``too_long_number``.
        detail: the key, or what the parser says.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise Malformed("duplicate_key", next(key for key, n in counts.items() if n > 1))
    return value


def _refuse_constant(name: str) -> Any:
    raise Malformed("not_finite", name)


_decode = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse_constant).decode


def parse(source: str) -> Any:
    r"""Read one JSON value.

    Keys that stand twice, NaN, infinities and bottomless nesting are refused; lone surrogates,
    which only ``\u`` escapes can bring, become U+FFFD.

    Raises:
        Malformed: with the reason.
    """
    try:
        value = _decode(source)
    except json.JSONDecodeError as error:
        raise Malformed("syntax", f"{error.msg}: {error.colno}") from error
    except RecursionError as error:
        raise Malformed("too_deep") from error
    except ValueError as error:
        raise Malformed("too_long_number") from error
    if "\\ud" in source or "\\uD" in source:
        try:
            return _scrubbed(value)
        except RecursionError as error:
            raise Malformed("too_deep") from error
    return value


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, list):
        return [_scrubbed(one) for one in value]
    if isinstance(value, dict):
        return {scrub(key): _scrubbed(one) for key, one in value.items()}
    return value


def scrub(text: str) -> str:
    """Return a text with lone surrogates turned into U+FFFD; its length stays."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in text)
    return text


def check_kept(value: Any, *, depth: int = 0) -> None:
    """Make sure that a value can be kept and written again.

    Raises:
        Malformed: ``not_finite`` for a number as large as 1e999, ``too_deep``.
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise Malformed("not_finite")
    if not isinstance(value, list | dict):
        return
    if depth >= _DEEPEST:
        raise Malformed("too_deep")
    for one in value.values() if isinstance(value, dict) else value:
        check_kept(one, depth=depth + 1)
