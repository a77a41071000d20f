"""Offices: phrases such as “the SSS Chief”, and who is said to hold them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from curator.domain.identities.names import Titles, fold, folded, gender, leading, tokens
from curator.domain.words import word_set

Org = Callable[[str], int | None]
"""Which organisation or place of the document a string names; None when it names none."""

_OF = re.compile(r"\s+(?:of|for|to|at)\s+(?=(?:the\s+)?[^\W_])")
_REACH = 120
_BEFORE = re.compile(r"[^.;:!?\n“”\"()]*$")
_AFTER = re.compile(r",\s+(?P<said>[^,.;:!?\n“”\"()]+(?:\.\w[^,.;:!?\n“”\"()]*)*)")
_WORD_START = re.compile(r"(?<!\S)\S")
_RANKS_END = re.compile(r"[,\s]+$")


@dataclass(frozen=True, slots=True)
class Office:
    """What an office phrase says.

    Attributes:
        title: its words, folded, with what qualifies it: ``("deputy", "chief")``.
        org: the organisation or place, as the document numbers it; None for a bare title.
        unique: whether one person at a time holds it.
    """

    title: tuple[str, ...]
    org: int | None
    unique: bool = False

    @property
    def head(self) -> str:
        """The word that stands for the title: “minister” of “foreign minister”."""
        return self.title[-1]


def read(phrase: str, titles: Titles, org: Org) -> Office | None:
    """Read a phrase that is an office and nothing else.

    Args:
        phrase: such as “the SSS Chief”, “Chief of the SSS”, “the minister”.
        titles: words that can be offices.
        org: finds the organisation.

    Returns:
        The office; None for any other phrase, and where the organisation is unknown.
    """
    words = folded(phrase)
    if titles.heads.isdisjoint(words):
        return None
    if title := _title(words, titles):
        return title
    for match in _OF.finditer(phrase):
        front = _title(folded(phrase[: match.start()]), titles)
        if front is not None:
            number = org(phrase[match.end() :])
            return None if number is None else Office(front.title, number, front.unique)
    written = tokens(phrase)
    for n in range(1, len(written)):
        back = _title(tuple(fold(word) for word in written[n:]), titles)
        if back is not None:
            cut = phrase.rindex(written[n]) if n == len(written) - 1 else _start(phrase, n)
            number = org(phrase[:cut])
            if number is not None:
                return Office(back.title, number, back.unique)
    return None


def _start(phrase: str, n: int) -> int:
    """Return where the word with a number starts in a phrase."""
    at = 0
    for word in tokens(phrase)[: n + 1]:
        at = phrase.index(word, at)
        found, at = at, at + len(word)
    return found


def _title(words: tuple[str, ...], titles: Titles) -> Office | None:
    """Read words that are a title and what qualifies it, and nothing else."""
    first = 0
    while first < len(words) - 1 and words[first : first + 1] in titles.before:
        if words[first:] in titles.titles:
            break
        first += 1
    if words[first:] not in titles.titles:
        return None
    return Office(words, None, titles.unique(words[first:]))


def held(text: str, start: int, end: int, titles: Titles, org: Org) -> list[Office]:
    """Return the offices that a text says a person holds, beside the name.

    Args:
        text: the document's.
        start: where the person's mention begins (code points).
        end: where it ends.
        titles: words that can be offices.
        org: finds the organisation.

    Returns:
        From “Chief of the SSS, Colonel General NAME”, “the SSS chief NAME”, “NAME, chief of
        the SSS, …”, and from titles inside the mention.
    """
    found = [_in_front(text, start, end, titles, org), _behind(text, end, titles, org)]
    return [office for office in found if office is not None]


def _in_front(text: str, start: int, end: int, titles: Titles, org: Org) -> Office | None:
    """Read the longest phrase in front of a name that is an office, ranks in between aside."""
    name = text[start:end]
    words = folded(name)
    inside = leading(words, titles)
    written = tokens(name)
    bare = written[max(0, len(written) - (len(words) - inside))] if written else name
    until = start + name.find(bare)
    match = _BEFORE.search(text[max(0, start - _REACH) : until])
    front = match.group() if match else ""
    for word in _WORD_START.finditer(front):
        phrase = front[word.start() :]
        for candidate in _without_ranks(phrase, titles):
            if "," not in candidate and (office := read(candidate, titles, org)):
                return office
    return None


def _without_ranks(phrase: str, titles: Titles) -> list[str]:
    """Return a phrase whole, and before its last comma when only titles follow that."""
    whole = _RANKS_END.sub("", phrase)
    front, comma, back = whole.rpartition(",")
    options = [whole]
    if comma and (not back.strip() or _title(folded(back), titles)):
        options.append(front.strip())
    return options


def _behind(text: str, end: int, titles: Titles, org: Org) -> Office | None:
    """Read the longest phrase after “NAME, ” that is an office."""
    match = _AFTER.match(text, end, min(len(text), end + _REACH))
    if match is None:
        return None
    said = match["said"]
    ends = [found.end() for found in re.finditer(r"\S+", said)]
    for stop in reversed(ends[:12]):
        if office := read(said[:stop], titles, org):
            return office
    return None


def same(one: Office, other: Office) -> bool:
    """Whether two offices can be one: of one organisation, titles that end with the same words.

    “the minister” can be the “foreign minister”; a deputy is not the chief.
    """
    short, full = sorted((one.title, other.title), key=len)
    return one.org == other.org and full[-len(short) :] == short and _kin(full, short)


def _kin(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether what the longer title has in front does not make another office of it."""
    return not set(full[: -len(short)]) & _OTHERS


_OTHERS = word_set(
    """
    deputy vice former ex then acting interim assistant associate under incoming outgoing late
    first caretaker honorary retired
    """
)


def gender_beside(text: str, start: int) -> str:
    """Return ``m`` or ``f`` where the word right before a name tells it, as “Mrs.” does."""
    before = _LAST_WORD.search(text[max(0, start - 16) : start])
    return gender(before.group()) if before else ""


_LAST_WORD = re.compile(r"\w+\.?\s+$")
