"""Quotations that no other construction has claimed: beside a verb, or carrying on a claim."""

from __future__ import annotations

from bisect import bisect_left

from curator.suggest.claims.boundaries import Boundaries
from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import NOMINAL, source_tokens, subject
from curator.suggest.claims.verbs import Verb, verb_group

_SHORTEST = 4
_BEFORE, _AFTER = 12, 9
_OTHER_VERB_COST = 3.0
_WORD_COST = 0.5
_COVERED, _TOUCHED = 0.5, 0.3
_FARTHEST_PARAGRAPH = 2
_ENDS = frozenset(".!?")
_STARTS_AFTER = frozenset('.!?”"—–-')
_UTTERED = frozenset(",.!?")
_SPEAKING = frozenset({"clause", "quotation", "parenthesis", "participle", "colon"})
_WHOLE = 0.8
_NEAR = 6


def attach_quotations(reading: Reading, boundaries: Boundaries, drafts: list[Draft]) -> list[Draft]:
    """Gives every loose quotation of some length a claim.

    First to the verb of saying nearest to it; then, a sentence in quotation marks with none beside
    it goes to the claim before it, whose content becomes discontinuous.

    Args:
        reading: the document.
        boundaries: settles the new drafts.
        drafts: settled drafts, each with a head of its own.

    Returns:
        The drafts and the new ones.
    """
    by_head = {draft.head: draft for draft in drafts}
    for number in _loose(reading, drafts, _COVERED):
        draft = _turn(reading, number)
        verb = _verb_beside(reading, number) if draft is None else None
        known = None if verb is None else by_head.get(verb)
        if verb is not None:
            draft = _quotation_draft(reading, verb, number)
        if known is not None and known.pattern != "weak":
            known.content |= reading.quotations.tokens[number]
            continue
        if draft is not None and boundaries.settle(draft):
            by_head[draft.head] = draft
    every = list(by_head.values())
    _carry_on(reading, every)
    return every


def _loose(reading: Reading, drafts: list[Draft], share: float) -> list[int]:
    """The longer quotations of which less than a share is content of a claim outside quotations."""
    covered = bytearray(reading.parse.size)
    for draft in drafts:
        if not reading.quoted(draft.head) and draft.pattern != "weak":
            for start, end in draft.content.runs:
                covered[start:end] = b"\x01" * (end - start)
    loose = []
    for number, tokens in enumerate(reading.quotations.tokens):
        if reading.parse.count_words(tokens) < _SHORTEST and not _is_utterance(reading, tokens):
            continue
        if covered.count(1, tokens.first, tokens.last + 1) < len(tokens) * share:
            loose.append(number)
    return loose


def _is_utterance(reading: Reading, tokens: Tokens) -> bool:
    """Whether a short quotation is all that somebody says: “No,” she said; she said: “No.”"""
    parse = reading.parse
    if tokens.last - 1 <= tokens.first or parse.form[tokens.last - 1] not in _UTTERED:
        return False
    verb = _verb_beside(reading, reading.quotations.at[tokens.first])
    return verb is not None and parse.lemma[verb] in reading.lexicon.report


def _verb_beside(reading: Reading, number: int) -> int | None:
    parse, lexicon = reading.parse, reading.lexicon
    first, last = reading.quotations.tokens[number].first, reading.quotations.tokens[number].last
    best: tuple[float, int] | None = None
    start = first
    while start > max(0, first - _BEFORE) and parse.form[start - 1] not in _ENDS:
        start -= 1
    near = [*range(start, first), *range(last + 1, min(parse.size, last + _AFTER))]
    for token in near:
        if parse.lemma[token] not in lexicon.verbs:
            continue
        if parse.pos[token] != "VERB" and not _says(reading, token, last):
            continue
        if reading.quoted(token) or not parse.same_paragraph(token, first):
            continue
        distance = min(abs(token - first), abs(token - last))
        is_report = parse.lemma[token] in lexicon.report
        cost = distance * _WORD_COST + (0.0 if is_report else _OTHER_VERB_COST)
        if best is None or cost < best[0]:
            best = (cost, token)
    return None if best is None else best[1]


def _says(reading: Reading, token: int, last: int) -> bool:
    """Whether a word behind a quotation is a verb that the parser takes for a noun.

    “It rained,” notes Holm: “notes” as if of several.
    """
    parse = reading.parse
    return (
        token == last + 1
        and parse.tag[token] == "NNS"
        and parse.lemma[token] in reading.lexicon.report
        and token + 1 < parse.size
        and parse.pos[token + 1] in ("PROPN", "DET", "PRON")
    )


def _quotation_draft(reading: Reading, verb: int, number: int) -> Draft:
    parse, lexicon = reading.parse, reading.lexicon
    holder = subject(reading, verb)
    if holder is None:
        inverted = [kid for kid in parse.kids(verb, "dobj", "attr", "npadvmod") if kid > verb]
        holder = inverted[0] if inverted else _name_after(reading, verb)
    told = Verb.at(reading, verb).addressee
    return Draft(
        head=verb,
        pattern="quotation",
        label=lexicon.verbs[parse.lemma[verb]],
        standing=lexicon.standing(parse.lemma[verb]),
        cue=verb_group(parse, verb),
        content=reading.quotations.tokens[number],
        source=source_tokens(parse, holder),
        holder=holder,
        addressee=NOTHING if told is None else source_tokens(parse, told),
    )


def _turn(reading: Reading, number: int) -> Draft | None:
    """A quotation behind a name and a colon: “… too late - Ana Ruz: “Ships sailed.””"""
    parse, tokens = reading.parse, reading.quotations.tokens[number]
    colon = tokens.first - 1
    if colon < 1 or parse.form[colon] != ":" or parse.pos[colon - 1] != "PROPN":
        return None
    start = colon - 1
    while start > 0 and parse.pos[start - 1] == "PROPN":
        start -= 1
    if start > 0 and not (parse.mark[start - 1] and parse.same_paragraph(start - 1, colon)):
        return None
    return Draft(
        head=colon,
        pattern="colon",
        label="assertion",
        standing="known",
        cue=Tokens.run(colon, colon + 1),
        content=tokens,
        source=Tokens.run(start, colon),
        holder=colon - 1,
    )


def _name_after(reading: Reading, verb: int) -> int | None:
    """The last noun of a name right behind a verb that is none to the parser."""
    parse = reading.parse
    if parse.pos[verb] == "VERB":
        return None
    token = verb + 1
    while token + 1 < parse.size and parse.pos[token + 1] == "PROPN":
        token += 1
    return token if parse.pos[token] in NOMINAL and parse.pos[verb + 1] != "DET" else None


def _carry_on(reading: Reading, drafts: list[Draft]) -> None:
    parse, quotations = reading.parse, reading.quotations
    speaking = sorted(
        (draft for draft in drafts if _speaks(reading, draft)), key=lambda draft: draft.cue.last
    )
    ends = [draft.cue.last for draft in speaking]
    for number in _loose(reading, drafts, _TOUCHED):
        tokens = quotations.tokens[number]
        place = bisect_left(ends, tokens.first)
        if not place:
            continue
        before = speaking[place - 1]
        if not _starts_sentence(reading, tokens.first) and not _resumes(reading, before, tokens):
            continue
        last = max(before.cue.last, before.content.last)
        apart = parse.paragraph[tokens.first] - parse.paragraph[last]
        if apart == 0 or (
            apart <= _FARTHEST_PARAGRAPH
            and quotations.has_any(before.content)
            and len(tokens) >= _WHOLE * len(parse.paragraphs[parse.paragraph[tokens.first]])
        ):
            before.content |= tokens - _taken(before)


def _resumes(reading: Reading, draft: Draft, quotation: Tokens) -> bool:
    """Whether a quotation follows upon the report that breaks it: “A,” she told him, “B.”"""
    if not reading.quotations.has_any(draft.content):
        return False
    report = _taken(draft)
    return quotation.first - report.last <= _NEAR and reading.parse.form[quotation.first - 1] == ","


def _speaks(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence in quotation marks may carry on a claim."""
    if reading.quoted(draft.head) or draft.pattern not in _SPEAKING:
        return False
    return draft.standing in ("report", "known") or reading.quotations.has_any(draft.content)


def _taken(draft: Draft) -> Tokens:
    return draft.cue | draft.source | draft.addressee


def _starts_sentence(reading: Reading, token: int) -> bool:
    parse = reading.parse
    before = token - 1
    while before >= 0 and parse.space[before]:
        before -= 1
    return before < 0 or parse.form[before] in _STARTS_AFTER or parse.space[token - 1]
