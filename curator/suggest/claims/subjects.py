"""Whose claim it is: the subject of a cue, also where it is shared or left out, and its extent."""

from __future__ import annotations

from itertools import chain, islice

from curator.suggest.claims.draft import NOTHING, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.tree import FINITE, PASSIVE_SUBJECTS, SUBJECTS, Parse

RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
NOMINAL = frozenset({"PROPN", "PRON", "NOUN"})
_CLIMB = 8
_LONG_MODIFIER = 6
_LONGEST_NAME = 12
_IN_NAMES = NOMINAL | {"NUM", "DET", "ADJ", "ADP"}
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "dep", "prep", "pcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def subject(reading: Reading, verb: int) -> int | None:
    """The head of who does what a verb says: its own subject or agent, or that of a verb above.

    A passive without an agent has none: its subject is not who claims. Where the parse has none in
    the verb's paragraph, the name that stands before a finite verb is taken.
    """
    parse = reading.parse
    found = _by_parse(reading, verb)
    if found is None or not _is_near(reading, found, verb):
        is_finite = parse.tag[verb] in _FINITE and not is_passive(parse, verb)
        return _name_before(parse, verb) if is_finite else None
    return found


def _is_near(reading: Reading, found: int, verb: int) -> bool:
    """Whether a subject stands in the paragraph of its verb, and not in a quotation beside it."""
    at = reading.quotations.at
    return reading.parse.same_paragraph(found, verb) and at[found] in (-1, at[verb])


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is a passive, or a participle like one (“asked about it, she …”)."""
    if parse.has(verb, "auxpass", *PASSIVE_SUBJECTS):
        return True
    return (
        parse.tag[verb] == "VBN"
        and parse.dep[verb] in ("advcl", "acl")
        and not parse.has(verb, "aux")
        and not _is_whole_sentence(parse, verb)
    )


def _is_whole_sentence(parse: Parse, verb: int) -> bool:
    """Whether a participle on the root of a sentence without a verb is its verb in truth.

    “Orr called Wednesday for calm”: the parser sees “Orr, called”.
    """
    noun = parse.head[verb]
    return (
        parse.dep[verb] == "acl"
        and parse.head[noun] == noun
        and verb > noun
        and parse.pos[noun] in NOMINAL
        and not any(parse.form[token] == "," for token in range(noun + 1, verb))
    )


def _by_parse(reading: Reading, verb: int) -> int | None:
    parse = reading.parse
    token = verb
    for step in range(_CLIMB):
        own = _own_subject(parse, token)
        if own is not None:
            empty = step and parse.word[own] == "it" and parse.has(token, "acomp")
            return None if empty else own
        if is_passive(parse, token):
            return passive_subject(parse, token) if step else None
        if not step and parse.tense(token) in FINITE:
            led = _subject_of_lead(parse, token)
            if led is not None:
                return led
        if parse.dep[token] in ("acl", "relcl"):
            return _participle_holder(reading, token)
        if parse.dep[token] not in _SHARED:
            return None
        above = _verb_above(reading, token)
        if above is None:
            return None
        if parse.dep[token] == "xcomp" and parse.has(above, "dobj"):
            return parse.kids(above, "dobj")[0]
        token = above
    return None


def _participle_holder(reading: Reading, verb: int) -> int:
    """Who says what a participle behind a noun reports.

    “The bank sent a letter saying …”: the letter; “He turned to the voters, saying …”: he.
    """
    parse, lexicon = reading.parse, reading.lexicon
    noun = parse.head[verb]
    if (
        parse.dep[verb] != "acl"
        or parse.tag[verb] != "VBG"
        or parse.lemma[verb] not in lexicon.verbs
        or parse.lemma[noun] in lexicon.source_words["document"]
        or parse.lemma[noun] in lexicon.nouns
        or parse.form[parse.left[verb] - 1] != ","
    ):
        return noun
    above = noun
    for above in islice(parse.ancestors(noun), _CLIMB):
        if parse.is_verb(above):
            own = _own_subject(parse, above)
            return noun if own is None else own
    return noun


def _name_before(parse: Parse, verb: int) -> int | None:
    """The last noun of the words of a name right before a verb."""
    holder: int | None = None
    token = verb - 1
    while token >= 0 and parse.pos[token] in ("ADV", "AUX"):
        token -= 1
    if token >= 0 and parse.form[token] == ")":
        while token > max(0, verb - _LONGEST_NAME) and parse.form[token] != "(":
            token -= 1
        token -= 1
    for place in range(token, max(-1, token - _LONGEST_NAME), -1):
        if parse.pos[place] not in _IN_NAMES or not parse.same_paragraph(place, verb):
            break
        if holder is None and parse.pos[place] in (*NOMINAL, "NUM"):
            holder = place
    return holder


def passive_subject(parse: Parse, verb: int) -> int | None:
    """The subject of a passive verb."""
    return next((kid for kid in parse.children[verb] if parse.dep[kid] in PASSIVE_SUBJECTS), None)


def _subject_of_lead(parse: Parse, verb: int) -> int | None:
    """The subject that the parser gave to what stands between it and its verb.

    “Orr, fresh from the sea, is vowing …”: it hangs “Orr” on “fresh”.
    """
    for kid in parse.kids(verb, "advcl", "amod", "acl"):
        if kid > verb or parse.form[parse.right[kid] + 1] != ",":
            continue
        for own in parse.kids(kid, *SUBJECTS):
            if parse.left[own] == parse.left[kid] and parse.form[parse.right[own] + 1] == ",":
                return own
    return None


def _own_subject(parse: Parse, verb: int) -> int | None:
    for kid in parse.children[verb]:
        if parse.dep[kid] in SUBJECTS:
            return _whom_a_date_hides(parse, verb, kid)
        if parse.dep[kid] == "agent":
            return next(iter(parse.kids(kid, "pobj")), None)
    return None


def _whom_a_date_hides(parse: Parse, verb: int, own: int) -> int:
    """The name that stands before a date which the parser takes for the subject.

    “Maren Wednesday accused …”, “The office on Friday said …”.
    """
    if parse.entity[own] not in ("DATE", "TIME") or own > verb:
        return own
    before = parse.left[own] - 1
    if before >= 0 and parse.pos[before] == "ADP":
        before -= 1
    names = [kid for kid in parse.children[verb] if kid < own and parse.pos[kid] in NOMINAL]
    inside = [kid for kid in parse.children[own] if kid < own and parse.pos[kid] in NOMINAL]
    named = [kid for kid in (*names, *inside) if parse.entity[kid] not in ("DATE", "TIME")]
    if named:
        return named[-1]
    if before >= 0 and parse.pos[before] in NOMINAL and parse.same_paragraph(before, own):
        return before
    return own


def _verb_above(reading: Reading, verb: int) -> int | None:
    """The verb that lends a verb its subject."""
    parse = reading.parse
    above = parse.head[verb]
    if parse.dep[verb] == "pcomp" or parse.pos[above] == "ADJ":
        above = parse.head[above]
    if not parse.is_verb(above) or above == verb:
        return None
    if reading.is_second_report(verb):
        if parse.dep[verb] == "conj":
            return _of_same_tense(reading, verb, above)
        if parse.tag[verb] == "VBG":
            return _reporting(reading, above)
    return above


def _of_same_tense(reading: Reading, verb: int, above: int) -> int:
    """The verb that a coordinated report belongs to.

    “She said that prices rise and expressed …”: the parser hangs “expressed” on “rise”, but it
    goes with the cue above that has its tense.
    """
    parse = reading.parse
    tense = parse.tense(verb)
    fellows = [
        ancestor
        for ancestor in islice(chain((above,), parse.ancestors(above)), _CLIMB)
        if parse.is_verb(ancestor) and parse.tense(ancestor) == tense
    ]
    reports = [
        fellow
        for fellow in fellows
        if parse.lemma[fellow] in reading.lexicon.verbs
        and parse.has(fellow, "ccomp", "xcomp", "dobj", "oprd")
    ]
    return (reports or fellows or [above])[0]


def _reporting(reading: Reading, above: int) -> int:
    """The cue that a reporting participle goes with.

    “He argued that a wall would keep people out, saying …”: not the wall says it.
    """
    parse = reading.parse
    for token in islice(chain((above,), parse.ancestors(above)), _CLIMB):
        if parse.lemma[token] in reading.lexicon.report and parse.pos[token] == "VERB":
            return token
        if parse.dep[token] not in ("ccomp", "conj", "xcomp"):
            break
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
    for ancestor in islice(parse.ancestors(pronoun), _CLIMB):
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
