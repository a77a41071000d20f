"""He and she where it is certain: one person named since the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from curator.domain.identities.names import Titles, fold
from curator.domain.words import word_set

GENDER = {"he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
SUBJECT = frozenset(("he", "she"))
"""Pronouns that are resolved; those that are objects have too many candidates."""
OTHERS = word_set("i we you they it who him her them us me this that these those himself herself")

_END = re.compile(r"[.!?…]+[”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt"
    r"|Sgt|Adm|Gov|Sen|Rep|St|Hon|Rev|Brig|Cpl|Cmdr|Amb|Jr|Sr|No|vs|Inc|Co|Ltd)\.$"
)
_SOMEBODY = word_set(
    """
    man woman boy girl person husband wife son daughter father mother brother sister uncle aunt
    friend colleague rival opponent host guest victim suspect witness resident voter patient
    colleague counterpart predecessor successor nominee candidate runner winner owner farmer
    fisherman driver pilot sailor soldier officer student teacher neighbour neighbor
    """
)
"""Nouns that bring another person in, beside titles."""
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = re.compile(r"\S+")
_APPOSED = re.compile(r", [^,.;:!?\n“”\"]{1,80}(?=[,.;])")
_INSIDE = frozenset(("of", "the", "for"))
_OWNS = frozenset(("'s", "’s", "s'", "s’"))
_PLACED = re.compile(r"(?i)\b(?:on|in|at|via)\s+$")
_REACH = 80


@dataclass(frozen=True, slots=True)
class Named:
    """A place at which a person is mentioned.

    Attributes:
        start: where it begins (code points).
        end: where it ends.
        who: the number of the person; None where that is not known.
        reach: where the titles in front of it begin, or its start.
        until: where an apposition behind it ends, or its end.
    """

    start: int
    end: int
    who: int | None
    reach: int
    until: int

    @classmethod
    def at(cls, text: str, start: int, end: int, who: int | None, titles: Titles) -> Named:
        """Read how far what belongs to a name reaches on both sides of it."""
        front, reach = text[max(0, start - _REACH) : start], start
        for word in reversed(list(_AROUND.finditer(front))):
            plain = fold(word.group().rstrip(",.'’"))
            lead = (plain,) in titles.titles or (plain,) in titles.before or plain in _INSIDE
            if not lead and not word.group()[0].isupper():
                break
            reach = start - len(front) + word.start()
        behind = _APPOSED.match(text, end)
        words = {(fold(word),) for word in _WORD.findall(behind.group())} if behind else set()
        until = behind.end() if behind and words & titles.titles else end
        return cls(start, end, who, reach, until)


class Sentences:
    """Where sentences begin and which places lie in quotation marks.

    A quotation belongs to the sentence that it stands in, however many it has of its own.
    """

    def __init__(self, text: str, titles: Titles) -> None:
        """Read a text; titles bring people in."""
        self.text = text
        self._titles = titles
        self._quoted = _quotations(text)
        self._starts = [0]
        for match in _END.finditer(text):
            broken = "\n" in match.group()
            stop = text[max(0, match.start() - 15) : match.start() + 1]
            if not broken and (self.quoted(match.start()) or _ABBREVIATED.search(stop)):
                continue
            self._starts.append(match.end())

    def quoted(self, at: int) -> bool:
        """Say whether a place (code points) lies inside a quotation."""
        place = bisect_right(self._quoted, (at, at)) - 1
        return any(s < at < e for s, e in self._quoted[max(0, place) : place + 2])

    def somebody(self, word: str) -> bool:
        """Say whether a folded word brings a person in: “minister”, “man”."""
        return (word,) in self._titles.titles or word in _SOMEBODY

    def since(self, at: int) -> int:
        """Return where the sentence before the one of a place begins (code points)."""
        return self._starts[max(0, bisect_right(self._starts, at) - 2)]


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return what stands in quotation marks, paragraph by paragraph; an open end runs to its end.

    A straight mark opens and closes in turn.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for paragraph in text.split("\n"):
        opened: int | None = None
        for at, char in enumerate(paragraph, start=begin):
            if char == "“" or (char == '"' and opened is None):
                opened = at if opened is None else opened
            elif char in '”"' and opened is not None:
                found.append((opened, at))
                opened = None
        begin += len(paragraph) + 1
        if opened is not None:
            found.append((opened, begin))
    return found


def antecedent(
    sentences: Sentences, place: tuple[int, int], named: Sequence[Named], genders: Mapping[int, str]
) -> int | None:
    """Return whom “he” or “she” means, where that is certain.

    Exactly one person is mentioned since the beginning of the sentence before, outside
    quotations; the gender does not contradict; nobody else is spoken of in between by a title or
    as “the man”.

    Args:
        sentences: of the text.
        place: where the pronoun begins and ends (code points).
        named: mentions of people.
        genders: ``m`` or ``f`` of people, where it is known.

    Returns:
        The person's number; None when it is not certain.
    """
    start, end = place
    word = fold(sentences.text[start:end].strip())
    if word not in SUBJECT or sentences.quoted(start):
        return None
    since = sentences.since(start)
    window = [
        one
        for one in named
        if since <= one.start and one.end <= start and not sentences.quoted(one.start)
    ]
    who = _only(sentences.text, window)
    gender = GENDER[word]
    if who is None or genders.get(who, gender) != gender:
        return None
    others = any(
        sentences.somebody(word) or GENDER.get(word, gender) != gender
        for word in _between(sentences, since, start, window)
    )
    return None if others else who


def _only(text: str, window: Sequence[Named]) -> int | None:
    """Return the one person that mentions name; None for several, unknown or beside the point."""
    people = {one.who for one in window}
    if len(people) != 1 or any(_aside(text, one) for one in window):
        return None
    return people.pop()


def _aside(text: str, one: Named) -> bool:
    """Whether a mention is nobody who acts: “Naghiyev's spokesman”, “on Twitter”."""
    owns = {text[one.end : one.end + 2], text[one.end - 2 : one.end]} & _OWNS
    return bool(owns or _PLACED.search(text, max(0, one.start - 8), one.start))


def _between(
    sentences: Sentences, since: int, until: int, window: Sequence[Named]
) -> Iterator[str]:
    """Yield the words of a window, folded, that no mention in it accounts for."""
    for match in _WORD.finditer(sentences.text, since, until):
        at = match.start()
        covered = any(one.reach <= at < one.until for one in window)
        if not covered and not sentences.quoted(at):
            yield fold(match.group())
