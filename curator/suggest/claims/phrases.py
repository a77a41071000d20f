"""Phrases as cues: “according to”, “in the view of”, “reportedly”, “is confident”."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import source_tokens
from curator.suggest.claims.tree import FINITE, Parse
from curator.suggest.claims.verbs import Verb

COPULAS = frozenset({"be", "feel", "remain", "seem", "become"})
_LEADING = frozenset({"about", "of", "with", "over", "by", "to", "at", "on"})
_NEAR = 3


def according(reading: Reading, token: int) -> Draft | None:
    """“according to X, Y”: Y is the clause it stands in."""
    parse = reading.parse
    preposition = next((kid for kid in parse.children[token] if parse.word[kid] == "to"), None)
    if preposition is None and token + 1 < parse.size and parse.word[token + 1] == "to":
        preposition = token + 1
    if preposition is None:
        return None
    holders = parse.kids(preposition, "pobj") or parse.kids(token, "pobj")
    if not holders or (token and parse.dep[token - 1] == "cc"):
        return None
    holder = holders[0]
    cue = Tokens.of([(token, token + 1), (preposition, preposition + 1)])
    clause = _clause_above(parse, token)
    complementisers = [kid for kid in parse.kids(clause, "mark") if parse.word[kid] == "that"]
    content = parse.subtree(clause) - parse.subtree(token) - parse.subtrees(complementisers)
    return Draft(
        head=token,
        pattern="according",
        label="assertion",
        standing="known",
        cue=cue,
        content=content,
        source=source_tokens(parse, holder),
        holder=holder,
    )


def _clause_above(parse: Parse, token: int) -> int:
    head = parse.head[token]
    while not parse.is_verb(head) and parse.dep[head] not in ("ROOT", "conj", "ccomp"):
        if parse.head[head] == head:
            break
        head = parse.head[head]
    if token > head and parse.form[parse.left[token] - 1] == ",":
        while parse.dep[head] in ("conj", "ccomp") and parse.head[head] < head:
            head = parse.head[head]
    return head


def view(reading: Reading, token: int) -> Draft | None:
    """“in the view of X, Y”, “in X's words, Y”."""
    parse = reading.parse
    preposition = parse.head[token]
    if parse.dep[token] != "pobj" or parse.word[preposition] != "in":
        return None
    clause = parse.head[preposition]
    holders = parse.kids(token, "poss") or [
        person
        for kid in parse.children[token]
        if parse.word[kid] == "of"
        for person in parse.kids(kid, "pobj")
    ]
    if not holders or not parse.is_verb(clause):
        return None
    cue = Tokens.of([(preposition, preposition + 1), (token, token + 1)])
    content = parse.subtree(clause) - parse.subtree(preposition)
    return Draft(
        head=token,
        pattern="view",
        label="belief",
        standing="known",
        cue=cue,
        content=content,
        source=source_tokens(parse, holders[0]),
        holder=holders[0],
    )


def adverb(reading: Reading, token: int) -> Draft | None:
    """“X reportedly did Y”: nobody is named as the source."""
    parse = reading.parse
    head = parse.head[token]
    if parse.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ") or head == token:
        return None
    cue = Tokens.run(token, token + 1)
    return Draft(
        head=token,
        pattern="adverb",
        label=reading.lexicon.adverbs[parse.word[token]],
        standing="report" if parse.tense(head) in FINITE else "known",
        cue=cue,
        content=parse.subtree(head) - cue,
    )


def adjective(verb: Verb) -> Draft | None:
    """“is confident that …”, “are proud of …”."""
    parse = verb.reading.parse
    word = predicate(verb.reading, verb.token)
    if word is None:
        return None
    holder = verb.subject if verb.subject is not None else verb.patient
    is_empty = holder is None or parse.word[holder] in ("it", "there", "that", "this")
    if is_empty and not (verb.clauses or parse.has(word, "ccomp")):
        return None
    content, end = NOTHING, word + 1
    for kid in parse.children[word]:
        if parse.dep[kid] in ("ccomp", "xcomp"):
            content |= parse.subtree(kid)
        elif parse.dep[kid] == "prep" and parse.word[kid] in _LEADING:
            content |= parse.subtree(kid) - Tokens.run(kid, kid + 1)
            end += kid == end
    content |= parse.subtrees([kid for kid in verb.clauses if kid > word])
    if not content:
        return None
    near = word - verb.cue.last <= _NEAR
    return Draft(
        head=verb.token,
        pattern="adjective",
        label=verb.reading.lexicon.adjectives[parse.word[word]],
        standing="unknown" if is_empty else "known",
        cue=Tokens.run(verb.cue.first if near else word, end),
        content=content,
        source=NOTHING if is_empty else source_tokens(parse, holder),
        holder=None if is_empty else holder,
    )


def predicate(reading: Reading, verb: int) -> int | None:
    """The attributing adjective that a verb predicates; of “is worried” the participle itself."""
    parse, lexicon = reading.parse, reading.lexicon
    if parse.lemma[verb] in COPULAS:
        words = parse.kids(verb, "acomp")
    else:
        words = [verb] if parse.tag[verb] == "VBN" and parse.has(verb, "auxpass") else []
    return next((word for word in words if parse.word[word] in lexicon.adjectives), None)


def seeming(verb: Verb) -> Draft | None:
    """“The pier seems to be closed”, “it appears that …”: to nobody who is named."""
    parse = verb.reading.parse
    content = parse.subtrees(verb.clauses + verb.infinitives + parse.kids(verb.token, "oprd"))
    if not content:
        return None
    if verb.infinitives and verb.subject is not None and parse.word[verb.subject] != "it":
        content |= source_tokens(parse, verb.subject)
    return Draft(
        head=verb.token,
        pattern="seeming",
        label="belief",
        standing="known",
        cue=verb.cue,
        content=content - verb.cue,
    )
