"""Metadata above a Markdown text: simple YAML between ``---``, or TOML between ``+++``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

_MOST = 64 * 1024
_OPENING = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_PAIR = re.compile(r"([\w][\w .\-]{0,80}?)[ \t]*:(?:[ \t]+(.*))?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)$")


class Front(NamedTuple):
    """What stands above the text.

    Attributes:
        values: words by key.
        body: the text below.
        unread: numbers of lines, from 1, that are not understood.
    """

    values: dict[str, str]
    body: str
    unread: list[int]


def front_matter(text: str) -> Front:
    """Part a text from its metadata; without any, or with one that never ends, all is text."""
    opening = _OPENING.match(text)
    if opening is None:
        return Front({}, text, [])
    mark = re.escape(opening[1])
    closing = re.compile(rf"^{mark}[ \t]*\r?$\n?", re.MULTILINE).search(text, opening.end(), _MOST)
    if closing is None:
        return Front({}, text, [])
    inside, body = text[opening.end() : closing.start()], text[closing.end() :]
    if opening[1] == "---":
        return _yaml(inside, text, body)
    try:
        values = _flat(tomllib.loads(inside.replace("\r\n", "\n")))
    except (tomllib.TOMLDecodeError, RecursionError):
        return Front({}, body, [1])
    return Front(values, body, [])


def _yaml(inside: str, text: str, body: str) -> Front:
    """Read keys with a value, or with a list of values in brackets or below, a line each.

    That is what front matter holds in practice; a line of any other YAML is named. A text that
    stands between two rules and has no key is text.
    """
    values: dict[str, str] = {}
    unread: list[int] = []
    key = ""
    for number, line in enumerate(inside.splitlines(), start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if pair := _PAIR.match(line):
            key = pair[1]
            values[key] = _value(pair[2] or "")
        elif key and (entry := _ENTRY.match(line)):
            values[key] = ", ".join(filter(None, (values[key], _plain(entry[1]))))
        else:
            unread.append(number)
    return Front(values, body, unread) if values else Front({}, text, [])


def _value(words: str) -> str:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return ", ".join(filter(None, map(_plain, words[1:-1].split(","))))
    return "" if words in {"|", ">", "|-", ">-", "null", "~"} else _plain(words)


def _plain(words: str) -> str:
    words = words.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"":
        return words[1:-1]
    return words.split(" #", 1)[0].rstrip()


def _flat(table: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    for key, value in table.items():
        if isinstance(value, list):
            found[key] = ", ".join(str(one) for one in value if not isinstance(one, dict | list))
        elif not isinstance(value, dict):
            found[key] = str(value)
    return found
