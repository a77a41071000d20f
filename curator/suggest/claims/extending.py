"""A lexicon with a project's own cues: verbs by lemma or in any of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from curator.suggest.claims.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BESIDE = {
    *("a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "not", "never", "also"),
    *("be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having"),
    *("do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might"),
    *("must", "as", "to", "for", "of", "in", "on", "at", "by", "with", "from", "about", "against"),
    *("that", "whether", "out", "up", "down", "off", "over", "back", "again"),
}
"""Words of a cue that are not what makes it one."""

_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
            ("es", ""), ("s", ""))  # fmt: skip
_SHORTEST = 3
_LONGEST = 4


def extended(lexicon: Lexicon, cues: Mapping[str, str]) -> Lexicon:
    """Return a lexicon that knows more cues.

    A cue counts by its only word that is no auxiliary, preposition, pronoun or adverb in -ly; one
    of none or several such words is passed over, and so is one that the lexicon has or that is
    never a cue. It is a verb that takes a clause or a quotation; a mere object it takes only where
    its type does, for one example does not tell that every object is claimed.

    Args:
        lexicon: the shipped one.
        cues: by lemma or in any form, whatever the case, with their claim types.
    """
    verbs: dict[str, str] = {}
    for cue, label in sorted(cues.items()):
        words = [word for word in _WORD.findall(cue.lower()) if _is_one(word)]
        if len(words) == 1 and not _knows(lexicon, words[0]):
            verbs |= dict.fromkeys(_lemmas(words[0]), label)
    if not verbs:
        return lexicon
    return replace(lexicon, verbs={**verbs, **lexicon.verbs})


def _is_one(word: str) -> bool:
    return word not in _BESIDE and not (word.endswith("ly") and len(word) > _LONGEST)


def _knows(lexicon: Lexicon, word: str) -> bool:
    known = (lexicon.verbs, lexicon.nouns, lexicon.stop)
    return any(lemma in words for lemma in _lemmas(word) for words in known)


def _lemmas(word: str) -> Iterator[str]:
    """Yield what the word may be a form of; what is no word does no harm."""
    yield word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST - 1:
            yield stem + instead
            if not instead and len(stem) > _SHORTEST and stem[-1] == stem[-2]:
                yield stem[:-1]
