"""What columns and keys of strangers hold, told by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from curator.domain.text import normalise

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "contents", "article", "full text", "fulltext", "story"),
        *("article text", "body text", "article body", "main text"),
    ),
    "title": ("title", "headline", "heading", "head", "subject"),
    "date": (
        *("date", "published", "publication date", "pub date", "pubdate", "publish date"),
        *("date published", "published at", "datetime", "timestamp"),
    ),
    "id": ("id", "doc id", "docid", "document id", "article id", "uid", "uuid", "guid"),
    "source": ("source", "agency", "publisher", "outlet", "publication", "newspaper"),
    "url": ("url", "link", "uri", "web address", "source url"),
    "language": ("language", "lang"),
    "author": ("author", "authors", "byline", "by", "writer"),
    "place": ("place", "location", "dateline"),
}
"""What a document has, and the names that columns and keys of it commonly bear."""

_FIELD = {name: field for field, names in NAMES.items() for name in names}
_PARTED = re.compile(r"[\s_\-.]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def field_of(name: str) -> str | None:
    """Return which of the `NAMES` a column or key is, None when it is none of them."""
    plain = name.strip()
    for form in (plain, _CAMEL.sub(" ", plain)):
        if found := _FIELD.get(_PARTED.sub(" ", form).strip().casefold()):
            return found
    return None


def known_fields(values: Mapping[str, str]) -> dict[str, str]:
    """Return metadata under the names that Curator knows, the rest under its own.

    Of two keys that are the same field the first is it; a field's name is never taken by another.
    """
    found: dict[str, str] = {}
    rest: dict[str, str] = {}
    for key, value in values.items():
        field = field_of(key)
        if field is not None and field not in found:
            found[field] = value
        else:
            rest[key] = value
    return fitted(found, rest)


def fitted(fields: Mapping[str, str], rest: Mapping[str, str]) -> dict[str, Any]:
    """Return one table of metadata: values normalised, empty ones left out, dates as ISO days."""
    meta: dict[str, Any] = {}
    for key, value in fields.items():
        if words := normalise(value).text.strip():
            meta[key] = day(words) if key == "date" else words
    for key, value in rest.items():
        name = normalise(key).text.strip()
        if words := normalise(value).text.strip():
            meta[_free(name, meta)] = words
    return meta


def _free(name: str, taken: Mapping[str, Any]) -> str:
    """Return the name, with a number behind it when it is taken."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free


def day(words: str) -> str:
    """Return the day of a date or moment in ISO form; anything else as it stands."""
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        return words
