"""Whose claim it is: the subject of a cue, also where it is shared or left out, and its extent."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.tree import PASSIVE_SUBJECTS, SUBJECTS, Parse

RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
_CLIMB = 8
_LONG_MODIFIER = 6
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "dep", "prep", "pcomp"})


def subject(reading: Reading, verb: int) -> int | None:
    """The head of who does what a verb says: its own subject or agent, or that of a verb above.

    A passive without an agent has none: its subject is not who claims.
    """
    parse = reading.parse
    token = verb
    for step in range(_CLIMB):
        own = _own_subject(parse, token)
        if own is not None:
            return own
        if parse.has(token, "auxpass", *PASSIVE_SUBJECTS):
            return passive_subject(parse, token) if step else None
        if parse.dep[token] in ("acl", "relcl"):
            return parse.head[token]
        if parse.dep[token] not in _SHARED:
            return None
        above = _verb_above(reading, token)
        if above is None:
            return None
        if parse.dep[token] == "xcomp" and parse.has(above, "dobj"):
            return parse.kids(above, "dobj")[0]
        token = above
    return None


def passive_subject(parse: Parse, verb: int) -> int | None:
    """The subject of a passive verb."""
    return next((kid for kid in parse.children[verb] if parse.dep[kid] in PASSIVE_SUBJECTS), None)


def _own_subject(parse: Parse, verb: int) -> int | None:
    for kid in parse.children[verb]:
        if parse.dep[kid] in SUBJECTS:
            return kid
        if parse.dep[kid] == "agent":
            return next(iter(parse.kids(kid, "pobj")), None)
    return None


def _verb_above(reading: Reading, verb: int) -> int | None:
    """The verb that lends a verb its subject."""
    parse = reading.parse
    above = parse.head[verb]
    if parse.dep[verb] == "pcomp":
        above = parse.head[above]
    if not parse.is_verb(above) or above == verb:
        return None
    if parse.dep[verb] == "conj" and reading.reports(verb):
        return _reporting_ancestor(reading, verb, above)
    return above


def _reporting_ancestor(reading: Reading, verb: int, above: int) -> int:
    """The verb that a coordinated report belongs to.

    “She said that prices rise and expressed …”: the parser hangs “expressed” on “rise”, but it
    goes with the cue above that has its tense.
    """
    parse = reading.parse
    if parse.tag[above] == parse.tag[verb]:
        return above
    for ancestor in parse.ancestors(above):
        if (
            parse.pos[ancestor] == "VERB"
            and parse.lemma[ancestor] in reading.lexicon.verbs
            and parse.tag[ancestor] == parse.tag[verb]
        ):
            return ancestor
    return above


def source_tokens(parse: Parse, holder: int | None) -> Tokens:
    """The extent of a source: titles and appositives inside, relative clauses outside.

    A relative pronoun stands for the noun it refers to; an empty *it* or *there* is nothing.
    """
    if holder is None or parse.dep[holder] == "expl" or parse.word[holder] == "there":
        return NOTHING
    clause = _relative_clause(parse, holder) if parse.tag[holder] in RELATIVE_TAGS else None
    if clause is not None:
        holder = parse.head[clause]
    tokens = parse.subtree(holder)
    for kid in parse.children[holder]:
        if kid == clause or _is_incidental(parse, holder, kid):
            tokens -= parse.subtree(kid)
    around = next((run for run in tokens.runs if run[0] <= holder < run[1]), (holder, holder + 1))
    return _trim(parse, *around)


def antecedent(parse: Parse, holder: int | None) -> int | None:
    """The noun that a holder stands for where it is a relative pronoun; else the holder."""
    if holder is not None and parse.tag[holder] in RELATIVE_TAGS:
        clause = _relative_clause(parse, holder)
        return holder if clause is None else parse.head[clause]
    return holder


def _relative_clause(parse: Parse, pronoun: int) -> int | None:
    for ancestor in parse.ancestors(pronoun):
        if parse.dep[ancestor] in ("relcl", "acl"):
            return ancestor if parse.left[ancestor] > parse.head[ancestor] else None
        if parse.dep[ancestor] != "conj":
            return None
    return None


def _is_incidental(parse: Parse, holder: int, kid: int) -> bool:
    if parse.dep[kid] == "relcl":
        return True
    return parse.dep[kid] == "acl" and kid > holder + _LONG_MODIFIER


def _trim(parse: Parse, start: int, end: int) -> Tokens:
    while end > start and _is_edge(parse, end - 1, ')”"'):
        end -= 1
    while start < end and (_is_edge(parse, start, '(“"') or parse.dep[start] == "cc"):
        start += 1
    return Tokens.run(start, end)


def _is_edge(parse: Parse, token: int, kept: str) -> bool:
    return parse.mark[token] and parse.form[token] not in kept
