"""Whom the source of a claim names: the person or body inside it, an office, he or she."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from curator.domain.identities.mentions import Mention
from curator.domain.identities.names import Titles, fold, folded, leading, tokens
from curator.domain.identities.offices import Office

_JOINED = re.compile(r"\s(?:and|or|&|as well as)\s|[;:]")
_PREPOSITION = re.compile(
    r"(?i)\b(?:of|for|to|by|with|from|about|against|under|near|in|at|on|behind|like|including)\b"
)
_OWNS = re.compile(r"['’ʼ]s?\s+\S")
_LIST = re.compile(r",\s+[A-Z]|\s(?:and|&)\s+[A-Z]")
_QUOTES = "“”\"‘’' "


def person_in(
    text: str,
    source: Mention,
    people: Sequence[Mention],
    titles: Titles,
    office: Callable[[str], Office | None],
) -> Mention | None:
    """Return the mention of the one person that a source is.

    “Chief of the SSS, Colonel General Ali Naghiyev” is Ali Naghiyev, “a lawyer for Ali Naghiyev”
    is not, nor is “Naghiyev's office”, nor “Naghiyev and Votel”.

    Args:
        text: the document's.
        source: the source of a claim.
        people: mentions of people that lie inside it, by place.
        titles: words before names.
        office: reads a phrase as an office.
    """
    if not people:
        return None
    first = people[0]
    front, back = text[source.start : first.start], text[first.end : source.end]
    others = people[1:]
    if _OWNS.match(back) or _JOINED.search(front) or _joins(back, apposition=bool(others)):
        return None
    if others and not back.lstrip().startswith(","):
        return None
    return first if _leads_up(front, titles, office) else None


def _joins(back: str, *, apposition: bool) -> bool:
    """Whether what follows a name brings in somebody else of the same rank."""
    head = back.split(",", maxsplit=1)[0] if apposition else back
    return bool(_JOINED.search(head)) or bool(apposition and _JOINED.search(back))


def _leads_up(front: str, titles: Titles, office: Callable[[str], Office | None]) -> bool:
    """Whether words in front of a name are titles, an office, or describe the person."""
    front = front.strip(_QUOTES)
    if not front:
        return True
    if front.endswith(","):
        phrase = front.rstrip(", ")
        return not _OWNS.search(phrase + " x") or office(phrase) is not None
    words = tokens(front)
    kept = len(words)
    while kept and leading([fold(word) for word in [*words[kept - 1 :], "x"]], titles):
        kept -= 1
    rest = front[: front.rfind(words[kept - 1]) + len(words[kept - 1])] if kept else ""
    return not rest or office(rest) is not None or not _PREPOSITION.search(rest)


def whole(text: str, source: Mention, inside: Sequence[Mention]) -> Mention | None:
    """Return the mention that a source consists of, an article aside: “the State Security Service”.

    Args:
        text: the document's.
        source: the source of a claim.
        inside: mentions that lie inside it, of anything but people.
    """
    words = folded(text[source.start : source.end])
    return next((one for one in inside if folded(text[one.start : one.end]) == words), None)


def definite(phrase: str) -> bool:
    """Whether a phrase speaks of somebody known: “the minister”, not “a minister”, no plural."""
    words = [fold(word) for word in tokens(phrase)]
    return bool(words) and words[0] not in ("a", "an", "some", "one", "another", "any", "every")


def is_list(phrase: str) -> bool:
    """Whether a phrase lists several names: “Bush, Christie and Kasich”."""
    return bool(_LIST.search(phrase))
