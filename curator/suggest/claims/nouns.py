"""Nouns as cues: “the claim that …”, “his call for …”."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import source_tokens
from curator.suggest.claims.tree import Parse
from curator.suggest.claims.verbs import has_complementiser

_LEADING = frozenset({"of", "for", "about", "against", "on", "in", "over", "at", "to", "with"})
_POSSESSED_LEADING = frozenset({"for", "about", "against", "of"})


def noun_content(reading: Reading, noun: int) -> Tokens:
    """What a noun that a verb carries is about: its clause, or what a preposition leads to."""
    parse = reading.parse
    leads = parse.lemma[noun] not in reading.lexicon.topic_nouns
    content = NOTHING
    for kid in parse.children[noun]:
        dep = parse.dep[kid]
        if (
            dep in ("acl", "ccomp")
            or (dep == "relcl" and has_complementiser(parse, kid))
            or (dep == "prep" and leads and parse.word[kid] in _LEADING)
        ):
            content |= parse.subtree(kid)
    if parse.dep[noun] == "dobj":
        for kid in parse.kids(parse.head[noun], "ccomp", "prep"):
            is_led = leads and parse.word[kid] in _LEADING and parse.left[kid] == noun + 1
            if kid > noun and (parse.dep[kid] == "ccomp" or is_led):
                content |= parse.subtree(kid)
    return content


def noun(reading: Reading, token: int) -> Draft | None:
    """“the claim that prices rose” (noun), “his call for talks” (possessed)."""
    parse, lexicon = reading.parse, reading.lexicon
    if _is_carried(reading, token) or _is_purpose(parse, token):
        return None
    clauses = [kid for kid in parse.children[token] if _is_content_clause(parse, kid)]
    owners = parse.kids(token, "poss")
    leads = [kid for kid in parse.kids(token, "prep") if parse.word[kid] in _POSSESSED_LEADING]
    if not clauses:
        copular = _copular(reading, token)
        if copular is not None:
            return copular
        if not leads or parse.lemma[token] in lexicon.topic_nouns:
            return None
    cue = Tokens.run(token, token + 1)
    if clauses:
        pattern, content = "noun", parse.subtrees(clauses)
    else:
        pattern, content = "possessed", parse.subtrees(leads) - Tokens.run(leads[0], leads[0] + 1)
        if leads[0] == token + 1:
            cue = Tokens.run(token, token + 2)
    holder = owners[0] if owners else _author(parse, token)
    if owners and token - 1 in parse.kids(token, "amod"):
        cue |= Tokens.run(token - 1, token)
    return Draft(
        head=token,
        pattern=pattern,
        label=lexicon.nouns[parse.lemma[token]],
        standing="known" if holder is None else "sourced",
        cue=cue,
        content=content,
        source=source_tokens(parse, holder),
        holder=holder,
    )


def _copular(reading: Reading, token: int) -> Draft | None:
    """“His view is that prices will fall.”"""
    parse, verb = reading.parse, reading.parse.head[token]
    if parse.dep[token] != "nsubj" or parse.lemma[verb] != "be":
        return None
    clauses = [kid for kid in parse.kids(verb, "ccomp") if kid > verb]
    if not clauses or not _opens(parse, parse.left[clauses[0]]):
        return None
    owners = parse.kids(token, "poss")
    holder = owners[0] if owners else _author(parse, token)
    return Draft(
        head=token,
        pattern="copular",
        label=reading.lexicon.nouns[parse.lemma[token]],
        standing="known",
        cue=Tokens.run(token, verb + 1),
        content=parse.subtrees(clauses),
        source=source_tokens(parse, holder),
        holder=holder,
    )


def _opens(parse: Parse, token: int) -> bool:
    """Whether a word opens a clause that is a content: “that”, “whether”, “how” …"""
    return parse.dep[token] == "mark" or parse.tag[token] in ("WRB", "WP", "WDT")


def agent(reading: Reading, token: int) -> Draft | None:
    """“She is a supporter of the plan.”"""
    parse, verb = reading.parse, reading.parse.head[token]
    if parse.dep[token] != "attr" or parse.lemma[verb] not in ("be", "remain", "become"):
        return None
    leads = [kid for kid in parse.kids(token, "prep") if parse.word[kid] in ("of", "to", "in")]
    holders = parse.kids(verb, "nsubj")
    if not leads or not holders:
        return None
    return Draft(
        head=token,
        pattern="agent",
        label=reading.lexicon.agents[parse.lemma[token]],
        standing="known",
        cue=Tokens.run(verb, leads[0] + 1),
        content=parse.subtree(leads[0]) - Tokens.run(leads[0], leads[0] + 1),
        source=source_tokens(parse, holders[0]),
        holder=holders[0],
    )


def _is_carried(reading: Reading, token: int) -> bool:
    parse = reading.parse
    head = parse.head[token]
    return (
        parse.dep[token] == "dobj"
        and parse.pos[head] == "VERB"
        and parse.lemma[head] in reading.lexicon.carrier
    )


def _is_purpose(parse: Parse, token: int) -> bool:
    """Whether a noun is the “order” of “in order to”."""
    return parse.word[token] == "order" and token > 0 and parse.word[token - 1] == "in"


def _is_content_clause(parse: Parse, kid: int) -> bool:
    dep = parse.dep[kid]
    return (dep in ("acl", "relcl", "ccomp") and has_complementiser(parse, kid)) or (
        dep == "acl" and parse.tag[kid] == "VB"
    )


def _author(parse: Parse, token: int) -> int | None:
    """Whoever a claim is by or from (“a warning from the bank that …”)."""
    for kid in parse.kids(token, "prep"):
        if parse.word[kid] in ("by", "from"):
            return next(iter(parse.kids(kid, "pobj")), None)
    return None
