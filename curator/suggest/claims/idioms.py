"""Phrases as cues, which only together attribute something: “took issue with the plan”."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Draft
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.verbs import Verb

_GAP = 3
"""So many other words may stand before each word of a phrase."""

_LEADING_MARKS = frozenset(":—–-")


def idiom(verb: Verb) -> Draft | None:
    """“took issue with the plan”: the verb and its words are the cue, what follows is the content.

    Of several phrases that fit, the longest counts.
    """
    best: tuple[int, int, str] | None = None
    for words, label in verb.reading.lexicon.idioms.get(verb.lemma, ()):
        last = _last_word(verb, words)
        if last is not None and (best is None or len(words) > best[0]):
            best = (len(words), last, label)
    if best is None:
        return None
    _length, last, label = best
    content = _behind(verb, last)
    if not content:
        return None
    draft = verb.draft("idiom", content, label=label, cue=Tokens.run(verb.cue.first, last + 1))
    draft.standing = "known"
    return draft


def _last_word(verb: Verb, words: tuple[str, ...]) -> int | None:
    """Where the last word of a phrase stands, if all of them follow the verb in order."""
    parse, token = verb.reading.parse, verb.token
    for word in words:
        for place in range(token + 1, min(parse.size, token + _GAP + 2)):
            if parse.word[place] == word:
                token = place
                break
            if parse.mark[place] or parse.is_verb(place):
                return None
        else:
            return None
    return token


def _behind(verb: Verb, last: int) -> Tokens:
    """The constituent that begins right behind a word, in the verb's own subtree."""
    parse = verb.reading.parse
    first = last + 1
    while first < parse.size and parse.form[first] in _LEADING_MARKS:
        first += 1
    if first > parse.right[verb.token]:
        return NOTHING
    if parse.mark[first] and not verb.reading.quoted(first):
        return NOTHING
    top = first
    while parse.head[top] > last and parse.head[top] != top:
        top = parse.head[top]
    return Tokens.run(first, parse.right[top] + 1)
