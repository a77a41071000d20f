"""Verbs whose content is a noun: “denied the charge”, “called for talks”, “expressed his hope”."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Draft
from curator.suggest.claims.nouns import noun_content
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import NOMINAL, RELATIVE_TAGS, antecedent, source_tokens
from curator.suggest.claims.tree import Parse
from curator.suggest.claims.verbs import Verb

_NEAR = 6
_COMPLEMENTS = frozenset(
    {"as", "for", "of", "to", "against", "from", "with", "about", "over", "on"}
)


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
        if content.first == noun + 1 and parse.dep[content.first] == "prep":
            cue |= Tokens.run(content.first, content.first + 1)
    draft = verb.draft("carried", content, label=label, cue=cue)
    draft.standing = "known"
    return draft


def object_(verb: Verb) -> Draft | None:
    """“rejected the accusations as baseless”."""
    lexicon, parse = verb.reading.lexicon, verb.reading.parse
    objects = [token for token in verb.objects if token != verb.addressee]
    if not objects or verb.label is None:
        return None
    predicated = parse.has(verb.token, "oprd") or any(
        parse.word[kid] == "as" for kid in parse.kids(verb.token, "prep")
    )
    if not (verb.reading.takes_object(verb.lemma) or predicated or _is_told(verb, objects)):
        return None
    content = parse.subtrees(objects) - incidental(parse, objects)
    leading = lexicon.prepositions.get(verb.lemma, frozenset())
    for kid in parse.kids(verb.token, "prep"):
        if parse.word[kid] in leading or parse.word[kid] == "as":
            content |= parse.subtree(kid)
    content = _with_complements(verb, content)
    return verb.draft("object", content, label=lexicon.heads.get(parse.lemma[objects[0]]))


def _is_told(verb: Verb, objects: list[int]) -> bool:
    """Whether a mere object is what somebody tells: in quotation marks, or told by a document.

    “The poll shows a lead”, “she found “no evidence””.
    """
    parse, reading = verb.reading.parse, verb.reading
    if verb.subject is not None:
        holder = antecedent(parse, verb.subject)
        if holder is not None and parse.lemma[holder] in reading.lexicon.source_words["document"]:
            return True
    return not reading.quoted(verb.token) and reading.quotations.has_any(parse.subtrees(objects))


def incidental(parse: Parse, nouns: list[int]) -> Tokens:
    """The “, which …” that only the author says of nouns that end with it."""
    clauses = [
        clause
        for noun in nouns
        for clause in parse.kids(noun, "relcl")
        if parse.right[clause] == parse.right[noun] and parse.form[parse.left[clause] - 1] == ","
    ]
    return parse.subtrees(clauses)


def _with_complements(verb: Verb, content: Tokens) -> Tokens:
    """Takes in what follows the object and belongs to it, though the parser hung it on the verb.

    “proposed a fund to rebuild the port”, “slammed the bank for its fees”; but not when it was.
    """
    parse = verb.reading.parse
    for kid in parse.children[verb.token]:
        start = parse.left[kid]
        if start != content.last + 1 or parse.dep[kid] not in ("xcomp", "prep"):
            continue
        if parse.dep[kid] == "prep" and _is_circumstance(verb, kid):
            continue
        content |= parse.subtree(kid)
    return content


def _is_circumstance(verb: Verb, preposition_: int) -> bool:
    """Whether a preposition says when, where or how, or by what medium."""
    parse = verb.reading.parse
    if parse.word[preposition_] not in _COMPLEMENTS:
        return True
    return any(
        parse.entity[noun] in ("DATE", "TIME")
        or parse.lemma[noun] in verb.reading.lexicon.medium_nouns
        for noun in parse.kids(preposition_, "pobj")
    )


def preposition(verb: Verb) -> Draft | None:
    """“called for talks”: the preposition goes to the cue where it touches it."""
    parse = verb.reading.parse
    leading = verb.reading.lexicon.leading(verb.lemma)
    if verb.label is None:
        return None
    content, cue = NOTHING, verb.cue
    for kid in parse.kids(verb.token, "prep", "prt"):
        if parse.word[kid] in leading and parse.has(kid, "pobj", "pcomp"):
            content |= parse.subtree(kid) - Tokens.run(kid, kid + 1)
            content -= incidental(parse, parse.kids(kid, "pobj"))
            if kid == cue.last + 1:
                cue |= Tokens.run(kid, kid + 1)
    for kid in parse.kids(verb.token, "advcl", "ccomp"):
        first = parse.left[kid]
        if parse.word[first] in leading and parse.dep[first] == "mark" and first > verb.token:
            content |= parse.subtree(kid) - Tokens.run(first, first + 1)
            if first == cue.last + 1:
                cue |= Tokens.run(first, first + 1)
    if parse.word[cue.last] in leading and parse.dep[cue.last] == "prt":
        content |= parse.subtrees(parse.kids(verb.token, "pobj"))
    if not content:
        return None
    content |= parse.subtrees(verb.infinitives)
    if content.first > verb.token:
        content = _with_complements(verb, content)
    if (
        verb.is_passive
        and verb.patient is not None
        and parse.tag[verb.patient] not in RELATIVE_TAGS
    ):
        content |= parse.subtree(verb.patient)
    return verb.draft("preposition", content, cue=cue)


def relative(verb: Verb) -> Draft | None:
    """“a deal she once supported”, “a fund proposed by Orr”: the noun in front is the content."""
    parse, noun = verb.reading.parse, verb.reading.parse.head[verb.token]
    if (
        verb.label is None
        or noun > verb.token
        or parse.pos[noun] not in NOMINAL
        or verb.clauses
        or verb.infinitives
        or not _takes_patient(verb)
    ):
        return None
    content = Tokens.run(parse.left[noun], parse.left[verb.token])
    told = [token for token in verb.objects if token != verb.addressee]
    if parse.dep[verb.token] == "acl" and parse.tag[verb.token] == "VBN" and not told:
        if not verb.reading.takes_object(verb.lemma):
            return None  # “first seen by”, “held by”: what “as” follows is another matter
        draft = verb.draft("passive", content)
        agents = parse.kids(verb.token, "agent")
        draft.holder = next(iter(parse.kids(agents[0], "pobj")), None) if agents else None
        draft.source = source_tokens(parse, draft.holder)
        return draft
    if parse.dep[verb.token] != "relcl" or verb.is_passive or verb.subject is None:
        return None
    is_its_object = all(parse.tag[token] in RELATIVE_TAGS for token in told)
    if not verb.has_own_subject or parse.tag[verb.subject] in RELATIVE_TAGS or not is_its_object:
        return None
    return verb.draft("object", content)


def _takes_patient(verb: Verb) -> bool:
    """Whether the subject of a verb's passive may be what is claimed."""
    return verb.reading.takes_object(verb.lemma) or verb.lemma in verb.reading.lexicon.object_as


def passive(verb: Verb) -> Draft | None:
    """“the plan was criticised as hasty”, with whoever did it as the source."""
    lexicon, parse = verb.reading.lexicon, verb.reading.parse
    if not verb.is_passive or verb.patient is None or verb.label is None:
        return None
    if parse.tag[verb.patient] in RELATIVE_TAGS:
        return None
    if not _takes_patient(verb):
        return None
    leading = lexicon.prepositions.get(verb.lemma, frozenset())
    predicates = [
        kid
        for kid in parse.kids(verb.token, "prep", "oprd")
        if parse.dep[kid] == "oprd" or parse.word[kid] == "as" or parse.word[kid] in leading
    ]
    return verb.draft("passive", parse.subtree(verb.patient) | parse.subtrees(predicates))


def weak(verb: Verb) -> Draft | None:
    """Anything else a verb has beside it: hardly ever a claim, kept for the analyst to find."""
    parse = verb.reading.parse
    content = parse.subtrees(verb.infinitives + verb.objects)
    if verb.is_passive and verb.patient is not None:
        content |= parse.subtree(verb.patient)
    elif verb.subject is None:
        return None
    leads = [
        kid
        for kid in parse.kids(verb.token, "prep")
        if kid > verb.token and parse.has(kid, "pobj", "pcomp")
    ]
    if not content and leads:
        content = parse.subtree(leads[0]) - Tokens.run(leads[0], leads[0] + 1)
    return verb.draft("weak", content) if content else None
