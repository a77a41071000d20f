"""People told by their office: a title with a name, and the holder of an office alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curator.suggest.forms import SURE, Mention
from curator.suggest.known import Offices, offices

LIKELY = 0.8
"""Score of a name that only its title tells."""
ALONE = 0.7
"""Score of an office that stands for its holder."""

_PERSON = "PERSON"
_MISTAKEN = frozenset(
    {"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
)
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?\.?")
_BEFORE_CAPITAL = re.compile(r"(?<=[\w.])[ \u00a0](?=[A-Z\u00c0-\u024f])")
_THE = re.compile(r"\b[Tt]he[ \u00a0](?=[A-Z])")
_REACH = 80
"""Characters before and after a title's last word in which title and name stand."""
_LONGEST_TITLE = 5
_LONGEST_NAME = 4
"""Words."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, in lower case without a full stop; whether it has one, and begins with a capital, and
    whether nothing but a blank stands between it and the word before.
    """

    start: int
    end: int
    folded: str
    stopped: bool
    capital: bool
    joined: bool


def add_holders(text: str, found: Iterable[Mention], *, titles_inside: bool) -> list[Mention]:
    """Complete and correct what a model found by the titles before names.

    A name after a title that the model overlooked is a person; so is one that it took for
    something else without being sure. Where titles are inside, an office that one person holds is
    that person, as in “the Prime Minister”; where they are outside, nobody is left of it.

    Args:
        text: the text, or a piece of one.
        found: mentions that do not overlap, in order.
        titles_inside: the scheme's boundary policy.

    Returns:
        Mentions in reading order that do not overlap. Titles are not inside yet: see `boundary`.
    """
    mentions = sorted(found)
    known = offices()
    for start, end in _names(text, known):
        mentions = _with(mentions, Mention(start, end, _PERSON, LIKELY, "office"))
    if not titles_inside:
        return [one for one in mentions if not _is_title(text, one, known)]
    for start, end in _alone(text, known):
        one = Mention(start, end, _PERSON, ALONE, "office alone")
        if not _met(mentions, one):
            mentions = sorted([*mentions, one])
    return mentions


def _words(text: str, start: int, end: int) -> list[_Word]:
    """Return the words of a part of a text; the first is joined to nothing."""
    words: list[_Word] = []
    for match in _WORD.finditer(text, start, end):
        bare = match[0].rstrip(".")
        between = text[words[-1].end : match.start()] if words else ""
        words.append(
            _Word(
                start=match.start(),
                end=match.end(),
                folded=bare.lower(),
                stopped=bare != match[0],
                capital=bare[0].isupper(),
                joined=between in (" ", "\u00a0"),
            )
        )
    return words


def _names(text: str, known: Offices) -> Iterator[tuple[int, int]]:
    """Yield where the names after titles stand; in a line of capitals they tell nothing."""
    for match in _BEFORE_CAPITAL.finditer(text):
        first = max(0, match.start() - _REACH)
        head = text[first : match.start()].rpartition(" ")[2]
        bare = head.rstrip(".")
        folded = bare.lower()
        if folded not in known.heads or (len(bare) > 1 and bare.isupper()):
            continue
        ends = bare != head and folded not in known.cut_short
        if ends or not _title(_words(text, first, match.start()), known.titles):
            continue
        after = _words(text, match.end(), match.end() + _REACH)
        if count := _name(after, known):
            yield after[0].start, _end(after[count - 1])


def _end(word: _Word) -> int:
    """Return where a name's last word ends: the stop of an initial is its own."""
    return word.end - (word.stopped and word.end - word.start > 2)


def _title(words: Sequence[_Word], titles: frozenset[str]) -> int:
    """Return how many words at the end are a title, the most; 0 when none are."""
    longest, entry = 0, ""
    for count, word in enumerate(reversed(words[-_LONGEST_TITLE:]), start=1):
        entry = f"{word.folded} {entry}".strip()
        if entry in titles:
            longest = count
        if not word.joined:
            break
    return longest


def _name(words: Sequence[_Word], known: Offices) -> int:
    """Return how many words at the beginning are a name."""
    if not words or _begins_title(words, known):
        return 0
    count = 0
    for place, word in enumerate(words[: _LONGEST_NAME + 1]):
        if place and not word.joined:
            break
        if word.capital and word.folded not in known.no_names:
            count = place + 1
        elif not (place and word.folded in known.particles):
            break
    return count


def _begins_title(words: Sequence[_Word], known: Offices) -> bool:
    """Whether a title goes on, or another one begins, where a name might."""
    entry = ""
    for word in words[:_LONGEST_TITLE]:
        entry = f"{entry} {word.folded}".strip()
        if entry in known.titles:
            return True
    return False


def _alone(text: str, known: Offices) -> Iterator[tuple[int, int]]:
    """Yield where an office in capitals stands after “the”, with the article."""
    for match in _THE.finditer(text):
        words = _words(text, match.end(), match.end() + _REACH)
        entry, last = "", 0
        for count, word in enumerate(words[:_LONGEST_TITLE], start=1):
            if count > 1 and not word.joined:
                break
            entry = f"{entry} {word.folded}".strip()
            last = count if entry in known.alone and word.capital else last
        follows = words[last] if last < len(words) else None
        if last and not (follows and follows.joined and follows.capital):
            yield match.start(), _end(words[last - 1])


def _is_title(text: str, one: Mention, known: Offices) -> bool:
    """Whether a person's name is nothing but an office or a rank, or ends with one cut short."""
    if one.label != _PERSON:
        return False
    words = [match[0].rstrip(".").lower() for match in _WORD.finditer(text, one.start, one.end)]
    cut_short = text.startswith(".", one.end) and not known.cut_short.isdisjoint(words[-1:])
    return cut_short or " ".join(words) in known.no_persons


def _with(mentions: list[Mention], one: Mention) -> list[Mention]:
    """Put a person in the place of what was mistaken; what is sure or longer stays."""
    met = _met(mentions, one)
    if not met:
        return sorted([*mentions, one])
    same = [other for other in met if other[:2] == one[:2]]
    if len(met) == 1 and same and same[0].label in _MISTAKEN and same[0].score < SURE:
        return sorted([*(other for other in mentions if other not in same), one])
    return mentions


def _met(mentions: list[Mention], one: Mention) -> list[Mention]:
    first = bisect_left(mentions, (one.start,))
    near = mentions[max(0, first - 1) :]
    return [other for other in near if other.start < one.end and one.start < other.end]
