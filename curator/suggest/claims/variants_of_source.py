"""Other boundaries of who claims, and of the cue; `variants.py` lists them."""

from __future__ import annotations

from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import RELATIVE_TAGS
from curator.suggest.claims.variants_of_content import Changed


def without_appositive(reading: Reading, draft: Draft) -> Changed:
    """The source without its appositive."""
    if draft.holder is None or draft.holder not in draft.source:
        return {}
    kids = reading.parse.kids(draft.holder, "appos")
    return {"source": draft.source - reading.parse.subtrees(kids)} if kids else {}


def with_relative(reading: Reading, draft: Draft) -> Changed:
    """The source with its relative clause."""
    parse = reading.parse
    if draft.holder is None or draft.holder not in draft.source:
        return {}
    for kid in parse.kids(draft.holder, "relcl", "acl"):
        more = Tokens.run(draft.source.last + 1, parse.right[kid] + 1)
        if kid in more and not (more & draft.content or more & draft.cue):
            return {"source": draft.source | more}
    return {}


def only_name(reading: Reading, draft: Draft) -> Changed:
    """Only the name of the person."""
    parse = reading.parse
    name = [token for token in draft.source if parse.entity[token] == "PERSON"]
    if not name or len(name) == len(draft.source):
        return {}
    end = name[0]
    while end in draft.source and parse.entity[end] == "PERSON":
        end += 1
    return {"source": Tokens.run(name[0], end)}


def without_article(reading: Reading, draft: Draft) -> Changed:
    """The source without its article."""
    if not draft.source or reading.parse.word[draft.source.first] not in ("the", "a", "an"):
        return {}
    return {"source": draft.source - Tokens.run(draft.source.first, draft.source.first + 1)}


def without_modifier(reading: Reading, draft: Draft) -> Changed:
    """The source without what a preposition leads to."""
    if draft.holder is None or draft.holder not in draft.source:
        return {}
    kids = [kid for kid in reading.parse.kids(draft.holder, "prep") if kid > draft.holder]
    if not kids:
        return {}
    return {"source": draft.source - Tokens.run(kids[0], draft.source.last + 1)}


def pronoun(reading: Reading, draft: Draft) -> Changed:
    """The relative pronoun, not the noun that it stands for."""
    relative = _relative(reading, draft)
    return {"source": relative} if relative else {}


def antecedent(reading: Reading, draft: Draft) -> Changed:
    """The noun that a relative pronoun stands for, not the pronoun."""
    relative = _relative(reading, draft)
    return {"source": draft.source - relative} if relative else {}


def _relative(reading: Reading, draft: Draft) -> Tokens:
    holder = draft.holder
    if holder is None or reading.parse.tag[holder] not in RELATIVE_TAGS:
        return NOTHING
    return Tokens.run(holder, holder + 1)


def cue_with_preposition(reading: Reading, draft: Draft) -> Changed:
    """The cue with the preposition that the content begins with."""
    parse, first = reading.parse, draft.content.first
    if first != draft.cue.last + 1 or parse.dep[first] != "prep":
        return {}
    start = Tokens.run(first, first + 1)
    return {"content": draft.content - start, "cue": draft.cue | start}


def without_auxiliaries(reading: Reading, draft: Draft) -> Changed:
    """The cue without auxiliaries and negation before it."""
    before = Tokens.run(draft.cue.first, draft.head)
    if draft.head not in draft.cue or not any(
        reading.parse.dep[token] in ("aux", "auxpass", "neg") for token in before
    ):
        return {}
    return {"cue": draft.cue - before}


def without_adverb(reading: Reading, draft: Draft) -> Changed:
    """The cue without an adverb at its edge."""
    parse, first, last = reading.parse, draft.cue.first, draft.cue.last
    while first < draft.head and parse.pos[first] == "ADV":
        first += 1
    while last > draft.head and parse.pos[last] == "ADV":
        last -= 1
    return {"cue": draft.cue & Tokens.run(first, last + 1)}


def without_manner(reading: Reading, draft: Draft) -> Changed:  # noqa: ARG001 - as its fellows
    """The cue without “in a statement”."""
    return {"cue": draft.cue - draft.medium} if draft.cue & draft.medium else {}
