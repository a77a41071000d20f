"""Verbs whose content is a noun: “denied the charge”, “called for talks”, “expressed his hope”."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Draft
from curator.suggest.claims.nouns import noun_content
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import RELATIVE_TAGS
from curator.suggest.claims.verbs import Verb

_NEAR = 6


def carried(verb: Verb) -> Draft | None:
    """“expressed his hope that …”: the noun is the cue and decides the type."""
    lexicon, parse = verb.reading.lexicon, verb.reading.parse
    if verb.lemma not in lexicon.carrier or not verb.objects:
        return None
    noun = verb.objects[0]
    label = lexicon.nouns.get(parse.lemma[noun])
    if label is None or noun < verb.token:
        return None
    content = noun_content(verb.reading, noun)
    if not content:
        return None
    cue = verb.cue
    if parse.left[noun] > verb.token or noun - verb.token < _NEAR:
        cue = Tokens.run(verb.cue.first, noun + 1)
    draft = verb.draft("carried", content, label=label, cue=cue)
    draft.standing = "known"
    return draft


def object_(verb: Verb) -> Draft | None:
    """“rejected the accusations as baseless”."""
    lexicon, parse = verb.reading.lexicon, verb.reading.parse
    if not verb.objects or verb.addressee is not None or verb.label is None:
        return None
    if verb.lemma not in lexicon.object:
        return None
    content = parse.subtrees(verb.objects)
    leading = lexicon.prepositions.get(verb.lemma, frozenset())
    for kid in parse.kids(verb.token, "prep"):
        if parse.word[kid] in leading or parse.word[kid] == "as":
            content |= parse.subtree(kid)
    return verb.draft("object", content, label=lexicon.heads.get(parse.lemma[verb.objects[0]]))


def preposition(verb: Verb) -> Draft | None:
    """“called for talks”: the preposition goes to the cue where it touches it."""
    parse = verb.reading.parse
    leading = verb.reading.lexicon.prepositions.get(verb.lemma)
    if leading is None or verb.label is None:
        return None
    content, cue = NOTHING, verb.cue
    for kid in parse.kids(verb.token, "prep", "prt"):
        if parse.word[kid] in leading and parse.has(kid, "pobj", "pcomp"):
            content |= parse.subtree(kid) - Tokens.run(kid, kid + 1)
            if kid == cue.last + 1:
                cue |= Tokens.run(kid, kid + 1)
    if not content:
        return None
    content |= parse.subtrees(verb.infinitives)
    return verb.draft("preposition", content, cue=cue)


def passive(verb: Verb) -> Draft | None:
    """“the plan was criticised as hasty”, with whoever did it as the source."""
    lexicon, parse = verb.reading.lexicon, verb.reading.parse
    if not verb.is_passive or verb.patient is None or verb.label is None:
        return None
    if parse.tag[verb.patient] in RELATIVE_TAGS:
        return None
    if verb.lemma not in lexicon.object and verb.lemma not in lexicon.infinitive:
        return None
    content = parse.subtree(verb.patient) | parse.subtrees(parse.kids(verb.token, "prep", "oprd"))
    return verb.draft("passive", content)


def weak(verb: Verb) -> Draft | None:
    """Anything else a verb has beside it: hardly ever a claim, kept for the analyst to find."""
    parse = verb.reading.parse
    if verb.subject is None and not verb.is_passive:
        return None
    if verb.infinitives or (verb.label is not None and verb.objects):
        return verb.draft("weak", parse.subtrees(verb.infinitives + verb.objects))
    if verb.label is None:
        return None
    for kid in parse.kids(verb.token, "prep"):
        if kid > verb.token and parse.has(kid, "pobj", "pcomp"):
            return verb.draft("weak", parse.subtree(kid) - Tokens.run(kid, kid + 1))
    return None
