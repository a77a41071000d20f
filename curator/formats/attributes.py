"""Attributes of an imported annotation: words by name."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from curator.domain.canonical import canonical
from curator.formats.strict_json import Malformed, check_kept


def attributes_as_words(value: Any) -> dict[str, str]:
    """Return attributes with values that are words; what is none becomes its JSON.

    Raises:
        Malformed: when it is no object, or holds what cannot be kept.
    """
    if type(value) is not dict:
        raise Malformed("not_an_object")
    words: dict[str, str] = {}
    for name, one in value.items():
        if type(one) is str:
            words[name] = one
        elif one is not None:
            check_kept(one)
            words[name] = canonical(one)
    return words


@lru_cache(maxsize=4096)
def attributes_json(**attributes: str) -> str:
    """Few combinations of attributes fill a whole corpus."""
    return canonical(attributes)
