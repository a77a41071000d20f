"""Verbs whose content is a clause: “said that …”, “…, he said, …”, “vowed to …”."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import source_tokens
from curator.suggest.claims.verbs import Verb, chained

_ASKED_BY = frozenset({"on", "upon", "to", "for"})
_COMPLEMENTISERS = frozenset({"that", "whether", "if"})


def clause(verb: Verb) -> Draft | None:
    """“X said (that) Y” and “Y, X said”: any verb with a clause; an unknown one is a weak claim."""
    parse = verb.reading.parse
    clauses = _own_clauses(verb)
    if not clauses:
        return None
    content = parse.subtrees(clauses)
    if verb.label is not None:
        content = _with_adverbials(verb, content)
    above = chained(verb.reading, verb.token)
    label = None if above is None else verb.reading.lexicon.verbs[parse.lemma[above]]
    draft = verb.draft("clause", content, label=None if label == "denial" else label)
    if verb.subject is None and clauses[-1] < verb.token:
        inverted = [
            kid for kid in parse.kids(verb.token, "dobj", "attr", "oprd") if kid > verb.token
        ]
        if inverted:
            draft.holder = inverted[0]
            draft.source = source_tokens(parse, inverted[0])
    if (
        verb.is_passive
        and verb.patient is not None
        and verb.lemma in verb.reading.lexicon.addressed
    ):
        draft.addressee = source_tokens(parse, verb.patient) - content
    return draft


def _own_clauses(verb: Verb) -> list[int]:
    """The clauses that are what the verb says.

    A clause before the verb is another sentence, run into this one, where the verb has a complement
    behind it already; a quotation may stand on both sides.
    """
    parse, reading = verb.reading.parse, verb.reading
    before = [token for token in verb.clauses if token < verb.token]
    after = [token for token in verb.clauses if token > verb.token]
    complemented = [
        token
        for token in (*verb.objects, *verb.infinitives)
        if token > verb.token and token != verb.addressee
    ]
    if before and (
        any(
            parse.word[parse.left[token]] in _COMPLEMENTISERS or reading.quoted(parse.left[token])
            for token in after
        )
        or (complemented and verb.subject is not None)
    ):
        before = [token for token in before if reading.quoted(token)]
    return before + after


def _with_adverbials(verb: Verb, content: Tokens) -> Tokens:
    """Takes in the adverbials after the clause that the parser hung on the cue instead."""
    parse = verb.reading.parse
    if content.last < verb.token:
        return content
    for kid in parse.children[verb.token]:
        start = parse.left[kid]
        if start <= content.last or parse.dep[kid] not in ("advcl", "prep", "npadvmod", "advmod"):
            continue
        gap = range(content.last + 1, start)
        if any(not parse.mark[token] for token in gap) or parse.word[kid] == "according":
            continue
        if parse.dep[kid] == "advcl":
            if parse.tag[kid] == "VBG" and parse.lemma[kid] in verb.reading.lexicon.verbs:
                continue
        elif any(parse.form[token] == "," for token in gap):
            continue
        if parse.same_paragraph(kid, verb.token):
            content |= parse.subtree(kid)
    return content


def parenthesis(verb: Verb) -> Draft | None:
    """“Y, X said, Z”, where the parser hangs the report on the verb of Y."""
    reading, parse = verb.reading, verb.reading.parse
    head = parse.head[verb.token]
    if (
        not (verb.lemma in reading.lexicon.report or _is_set_off(verb))
        or verb.clauses
        or verb.infinitives
        or not verb.has_own_subject
        or head == verb.token
        or not parse.is_verb(head)
        or parse.has(verb.token, "mark")
        or any(token != verb.addressee for token in parse.kids(verb.token, "dobj"))
    ):
        return None
    before = parse.left[verb.token] - 1
    is_set_off = before >= 0 and parse.mark[before]
    dep = parse.dep[verb.token]
    if not (
        dep == "parataxis"
        or (dep == "ccomp" and is_set_off)
        or (dep in ("ccomp", "advcl") and verb.token > head)
    ):
        return None
    return verb.draft("parenthesis", parse.subtree(head) - parse.subtree(verb.token))


def _is_set_off(verb: Verb) -> bool:
    """Whether a verb that attributes stands between two commas with its subject alone.

    “Voters, Orr suggested, were tired.”
    """
    parse = verb.reading.parse
    after = verb.cue.last + 1
    if verb.label is None or verb.subject is None or after >= parse.size:
        return False
    before = parse.left[verb.subject] - 1
    return before >= 0 and parse.form[before] == parse.form[after] == ","


def aside(verb: Verb) -> Draft | None:
    """“As X said, Y”."""
    parse = verb.reading.parse
    head = parse.head[verb.token]
    if (
        parse.dep[verb.token] != "advcl"
        or verb.label is None
        or verb.clauses
        or verb.infinitives
        or not verb.has_own_subject
        or not parse.is_verb(head)
        or any(token != verb.addressee for token in verb.objects)
    ):
        return None
    first, last = parse.left[verb.token], parse.right[verb.token]
    after = last if parse.mark[last] else last + 1
    if parse.word[first] != "as" or parse.dep[first] != "mark":
        return None
    is_set_off = parse.form[first - 1] == "," if head < first else parse.form[after] == ","
    if not is_set_off:
        return None
    return verb.draft("aside", parse.subtree(head) - parse.subtree(verb.token))


def infinitive(verb: Verb) -> Draft | None:
    """“vowed to return”, “wants the talks to resume”, “is expected to resign”."""
    lexicon, parse = verb.reading.lexicon, verb.reading.parse
    if verb.label is None or not verb.infinitives:
        return None
    if any(chained(verb.reading, token) == verb.token for token in verb.infinitives):
        return None
    content, cue = parse.subtrees(verb.infinitives), verb.cue
    if verb.objects and verb.objects[0] < verb.infinitives[0] and verb.label != "promise":
        content |= parse.subtree(verb.objects[0])
    after = cue.last + 1
    if after in parse.kids(verb.token, "prep", "prt") and parse.word[after] in _ASKED_BY:
        asked = parse.kids(after, "pobj") or parse.kids(verb.token, "pobj")
        if asked and asked[0] < verb.infinitives[0]:
            content |= parse.subtree(asked[0])
            cue |= Tokens.run(after, after + 1)
    draft = verb.draft("infinitive", content, cue=cue)
    if verb.is_passive and verb.patient is not None:
        patient = source_tokens(parse, verb.patient)
        if verb.lemma in lexicon.addressed:
            draft.addressee = patient
        elif parse.word[verb.patient] not in ("it", "there"):
            draft.content |= patient
    return draft
