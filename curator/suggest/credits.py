"""Wire agencies that are known by name: organisations as credits and as sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.suggest.known import Agencies, agencies

_BEFORE = 40
"""Characters before a name that are looked at."""
_AFTER = 40
_OPENS = re.compile(r"(?:[(\[/]\s?|[—–-]{1,2}\s?|(?:^|\n)\s*(?:Source:\s*|©\s*)?)$", re.IGNORECASE)
_CLOSES = re.compile(r"\s?(?:[)\]/]|\.?\s*(?:\n|$)|\s?[—–]|\s-{1,2}\s)")


def named_agencies(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a known agency is named.

    A short name that means other things too counts where it stands as a credit, between brackets,
    slashes or dashes or alone at the end of a line, or as a source, such as after “told”.

    Args:
        text: the text, or a piece of one.

    Yields:
        Start and end (code points).
    """
    known = agencies()
    for match in known.names.finditer(text):
        yield match.span()
    for match in known.short.finditer(text):
        if _is_credit(text, match) or _is_source(text, match, known):
            yield match.span()


def _is_credit(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    after = text[match.end() : match.end() + _AFTER]
    return bool(_OPENS.search(before) and _CLOSES.match(after))


def _is_source(text: str, match: re.Match[str], known: Agencies) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if known.after.match(text, match.end()):
        return True
    return bool(match[0].isupper() and known.before.search(before))
