"""Asks every word of a document which construction, if any, makes it a cue."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curator.suggest.claims.clauses import aside, clause, infinitive, parenthesis
from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.idioms import idiom
from curator.suggest.claims.medium import add_medium
from curator.suggest.claims.nouns import agent, noun
from curator.suggest.claims.objects import carried, object_, passive, preposition, relative, weak
from curator.suggest.claims.phrases import according, adjective, adverb, predicate, seeming, view
from curator.suggest.claims.surface import broken_report
from curator.suggest.claims.verbs import Verb

_VERB_PATTERNS: tuple[Callable[[Verb], Draft | None], ...] = (
    parenthesis,
    aside,
    idiom,
    clause,
    infinitive,
    carried,
    relative,
    object_,
    preposition,
    passive,
    weak,
    broken_report,
)


def find_drafts(reading: Reading) -> Iterator[Draft]:
    """Drafts the claims of a document, in the order of their heads, at most one for each head."""
    for token in range(reading.parse.size):
        draft = _draft_at(reading, token)
        if draft is not None:
            yield draft


def _draft_at(reading: Reading, token: int) -> Draft | None:
    parse, lexicon = reading.parse, reading.lexicon
    if parse.word[token] == "according":
        return according(reading, token)
    if parse.is_verb(token):
        return _verb_draft(reading, token)
    if parse.pos[token] in ("NOUN", "PROPN"):
        draft = noun(reading, token) if parse.lemma[token] in lexicon.nouns else None
        if draft is not None:
            return draft
        if parse.lemma[token] in lexicon.agents:
            return agent(reading, token)
    if parse.word[token] in lexicon.adverbs:
        return adverb(reading, token)
    if parse.word[token] in lexicon.view_nouns:
        return view(reading, token)
    return None


def _verb_draft(reading: Reading, token: int) -> Draft | None:
    lemma = reading.parse.lemma[token]
    if predicate(reading, token) is not None:
        return adjective(Verb.at(reading, token))
    if not lemma.isalpha() or not reading.parse.children[token]:
        return None
    if lemma in reading.lexicon.stop:
        return _stopped(Verb.at(reading, token))
    verb = Verb.at(reading, token)
    for pattern in _VERB_PATTERNS:
        draft = pattern(verb)
        if draft is not None:
            add_medium(verb, draft)
            return draft
    return None


def _stopped(verb: Verb) -> Draft | None:
    """What verbs that are never a cue may carry, or make something look like."""
    lexicon = verb.reading.lexicon
    draft = idiom(verb)
    if draft is not None:
        return draft
    if verb.lemma in lexicon.carrier:
        return carried(verb)
    return seeming(verb) if verb.lemma in lexicon.seeming else None
