"""Finding words in all documents: what is asked of the full-text index, and what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.domain.finding import LONGEST, Finder

_WORD = re.compile(r"\w+")
MARKS = ("\x02", "\x03")
"""What the index puts before and after each word that it found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has the words.

    Attributes:
        document_id: of the document.
        title: its title.
        batch: name of the batch that it came with.
        pieces: words around the best place, in pieces; True is what was found.
    """

    document_id: int
    title: str
    batch: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What was found, as it stands in the text."""
        return tuple(text for text, found in self.pieces if found)


@dataclass(frozen=True, slots=True)
class Hits:
    """The best documents for some words, the best first, and how many have them in all."""

    best: tuple[Hit, ...] = ()
    total: int = 0


def query(words: str) -> str:
    """Return what to ask the index; empty where there is nothing to look for.

    All words must be there, the last may be the beginning of one; next to each other they count
    more. In quotation marks they must stand next to each other, and none is a beginning. Nothing
    that is typed is ever an error.
    """
    typed = words.strip()[:LONGEST]
    found = _WORD.findall(typed)
    if not found:
        return ""
    phrase = f'"{" ".join(found)}"'
    if typed[0] in '"“„«' and typed[-1] in '"”“»' and len(typed) > 1:
        return phrase
    every = " AND ".join(f'"{word}"' for word in found)
    return f"{phrase} * OR ({every} *)" if len(found) > 1 else f"{phrase} *"


def pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """Return a marked snippet in pieces, its white space made even."""
    even = re.sub(r"\s+", " ", snippet)
    parts = re.split("|".join(MARKS), even)
    return tuple((part, place % 2 == 1) for place, part in enumerate(parts) if part)


def findable(text: str, words: str, hit: Hit) -> str:
    """Return the words by which a hit is found in its document again.

    Those typed where they stand there side by side; else the first that was marked, because the
    index looks for words one by one and does not mind accents.
    """
    finder = Finder(text)
    typed = words.strip().strip('"“”„«»')
    return next((one for one in (typed, *hit.words) if one and finder.first(one)), typed)
