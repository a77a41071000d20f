"""Names as strings: what is left of titles and articles, and which two can be the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from curator.domain.words import word_set

_TOKEN = re.compile(r"[^\W_]+(?:[.'’ʼ][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_LETTERS = str.maketrans(
    {"ə": "e", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th"}
)


_ARTICLES = frozenset(("the", "a", "an"))
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "to", "at", "de", "du", "des", "la", "&")
)
"""Words that an acronym passes over."""
_PARTICLES = word_set(
    """
    al el ul bin bint ibn abu de del della der den di da dos du la le van von zu ter ten al-
    y oglu ogly qizi
    """
)
"""Words inside the name of a person that may begin in lower case."""
_MALE = word_set(
    """
    mr sir lord king prince emperor sultan emir amir shah tsar monsieur herr señor don
    father brother chairman spokesman congressman sheikh shaikh
    """
)
_FEMALE = word_set(
    """
    mrs ms miss dame lady queen princess empress madam madame frau señora doña sister
    sheikha chairwoman spokeswoman congresswoman
    """
)

_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("zh", "j"), ("gh", "g"), ("kh", "h"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("y", "i"),
)  # fmt: skip
"""Letters by which transliterations of one sound differ."""
_LEAST_SOUND = 4
_LEAST_EDIT = 9
"""Letters from which a word may differ by one; Johnson is not Johnston."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Words that lead up to a name, folded; `leading` reads them.

    Attributes:
        titles: of people, as tuples of words: ranks, offices, addresses.
        before: words before a title, such as “former”.
        office, rank, court: the titles that are such.
        heads: the last words of all titles, to see soon that a phrase has none.
    """

    titles: frozenset[tuple[str, ...]] = frozenset()
    before: frozenset[tuple[str, ...]] = frozenset()
    office: frozenset[tuple[str, ...]] = frozenset()
    rank: frozenset[tuple[str, ...]] = frozenset()
    court: frozenset[tuple[str, ...]] = frozenset()
    heads: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lists: Mapping[str, str]) -> Titles:
        """Read word lists by group, their entries between bars; ``before`` is no title itself."""
        read = {
            group: frozenset(folded(entry) for entry in entries.split("|") if entry.strip())
            for group, entries in lists.items()
        }
        before = read.pop("before", frozenset())
        kept = {group: read.get(group, frozenset()) for group in ("office", "rank", "court")}
        titles = frozenset().union(*read.values())
        return cls(titles, before, **kept, heads=frozenset(title[-1] for title in titles))

    def unique(self, title: tuple[str, ...]) -> bool:
        """Whether a title is one that a person holds alone at a time."""
        return title in self.office or title in self.court


_LONGEST_TITLE = 6


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word without case, accents, stops and apostrophes, to compare it by."""
    bare = _POSSESSIVE.sub("", word.casefold().translate(_LETTERS))
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return re.sub(r"[.'’ʼ]", "", plain)


def tokens(name: str) -> list[str]:
    """Return the words of a name as they are written; hyphens part them."""
    return _TOKEN.findall(name)


@lru_cache(maxsize=20_000)
def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without an article in front."""
    words = [fold(word) for word in tokens(name)]
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(word for word in words if word)


def leading(words: Sequence[str], titles: Titles) -> int:
    """Return how many words in front of a name are titles; at least one is left."""
    at = 0
    while at < len(words) - 1:
        step = next(
            (
                n
                for n in range(min(_LONGEST_TITLE, len(words) - 1 - at), 0, -1)
                if tuple(words[at : at + n]) in titles.titles
                or tuple(words[at : at + n]) in titles.before
            ),
            0,
        )
        if not step:
            return at
        at += step
    return at


def _inner(words: Sequence[str], titles: Titles) -> int:
    """Return where the name begins behind an office inside: “French President Hollande”."""
    return max(
        (
            at + n
            for at in range(1, len(words) - 1)
            for n in range(1, min(_LONGEST_TITLE, len(words) - 1 - at) + 1)
            if tuple(words[at : at + n]) in titles.office | titles.rank
        ),
        default=0,
    )


def _is_office(words: Sequence[str], titles: Titles) -> bool:
    """Whether words are a title or end with an office: “Iraqi Foreign Minister”."""
    return tuple(words) in titles.titles or any(
        tuple(words[at:]) in titles.office for at in range(len(words))
    )


def person(name: str, titles: Titles) -> tuple[str, ...]:
    """Return the words of a person's name, folded, without titles; empty when it is none.

    A name begins with capital letters, particles aside, and has five words at most.
    """
    written = [word for word in tokens(name.split(",", 1)[0]) if fold(word)]
    if len(written) > 1 and fold(written[0]) in _ARTICLES:
        written = written[1:]
    words = [fold(word) for word in written]
    first = max(leading(words, titles), _inner(words, titles))
    rest = written[first:]
    if not 0 < len(rest) <= 5 or _is_office(words[first:], titles):
        return ()
    if not all(word[0].isupper() or fold(word) in _PARTICLES for word in rest):
        return ()
    return tuple(words[first:])


def bare(name: str, titles: Titles) -> str:
    """Return a person's name as it is written, without titles, possessive and apposition."""
    head = name.split(",", 1)[0]
    kept = len(person(name, titles))
    written = [word for word in re.finditer(_TOKEN, head) if fold(word.group())]
    if not 0 < kept <= len(written):
        return " ".join(head.split())
    return " ".join(_POSSESSIVE.sub("", head[written[-kept].start() :].strip()).split())


def gender(name: str) -> str:
    """Return ``m`` or ``f`` where a title in a name or a phrase tells it, else nothing."""
    words = {fold(word) for word in tokens(name)}
    male, female = bool(words & _MALE), bool(words & _FEMALE)
    return "" if male == female else "m" if male else "f"


def is_name(text: str) -> bool:
    """Whether a string ends like a name, with a capital letter or a figure: not “ISIL fighters”."""
    words = tokens(text)
    if len(words) > 1 and fold(words[0]) in _ARTICLES:
        words = words[1:]
    named = any(word[0].isupper() for word in words)
    return named and (words[-1][0].isupper() or words[-1].isdigit())


def acronym(name: str) -> str:
    """Return the first letters of the words of a name, folded; small words do not count."""
    return "".join(fold(w)[:1] for w in tokens(name) if w[0].isupper() and fold(w) not in _SMALL)


def looks_acronym(name: str) -> bool:
    """Whether a name is made of capital letters, perhaps with stops between them."""
    bare = name.strip().replace(".", "")
    return 2 <= len(bare) <= 8 and bare.isalpha() and bare.isupper()


def dotted(name: str) -> bool:
    """Whether an acronym is written with stops, as in “U.S.”."""
    return "." in name.strip()


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return a folded word as transliterations of it agree on: Naghiyev, Nagiyev → nagiev."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", word)


def similar(one: str, other: str) -> bool:
    """Whether two folded words can be spellings of one name.

    They sound the same, or are long and differ by one letter; the ending of a woman's
    name, or of a plural, makes another one.
    """
    first, second = sound(one), sound(other)
    ends = {first.removeprefix(second), second.removeprefix(first)}
    if ends & {"a", "s"} or any(map(str.isdigit, one + other)):
        return one == other
    shorter = min(len(first), len(second))
    if first == second:
        return shorter >= _LEAST_SOUND or one == other
    return shorter >= _LEAST_EDIT and first[0] == second[0] and _one_edit(first, second)


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter was changed, put in or left out."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[at + (len(one) >= len(other)) :] == other[at + (len(other) >= len(one)) :]


def spelled_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one in two spellings: word by word similar, at least one the same."""
    if len(one) != len(other) or one == other:
        return False
    if len(one) == 1:
        return similar(one[0], other[0])
    pairs = list(zip(one, other, strict=True))
    return any(a == b for a, b in pairs) and all(a == b or similar(a, b) for a, b in pairs)


def contained(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a shorter name of a person leaves out, or cuts to initials, only middle names.

    The first and the last word must stay: “Hillary Clinton” in “Hillary Rodham Clinton”,
    “J. Votel” in “Joseph Votel”. Two initials that agree are not enough.
    """
    if not 2 <= len(short) <= len(full) or short[-1] != full[-1] or short == full:
        return False
    if not _initial(short[0], full[0]):
        return False
    rest = iter(full[1:-1])
    return all(any(_initial(word, other) for other in rest) for word in short[1:-1])


def _initial(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and len(full) > 1 and full.startswith(word))
