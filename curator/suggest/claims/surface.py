"""Claims found on the surface, where parsers stumble: leading participles, “NAME: …”."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.quotes import OPENING
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.tree import Parse
from curator.suggest.claims.verbs import Verb

_SENTENCE_END = frozenset('.!?”"')
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_IN_TITLES = frozenset({"PROPN", "NOUN", "ADP", "DET", "ADJ", "CCONJ", "PART"})
_COMPLEMENTISERS = frozenset({"that", "whether", "how"})
_LONGEST_SOURCE = 14
_SHORTEST_CLAUSE = 3
_LONGEST_NAME = 6
_SHORTEST_TURN = 4


def leading_participles(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Reads “Stressing that A, X noted B” by its surface; both English parsers break on it.

    Args:
        reading: the document.
        drafts: what the other finders drafted.

    Returns:
        The drafts, with those of such sentences put right.
    """
    for token in range(reading.parse.size):
        if _leads(reading, token):
            drafts = _put_right(reading, token, drafts)
    return drafts


def _leads(reading: Reading, token: int) -> bool:
    parse = reading.parse
    return (
        parse.tag[token] == "VBG"
        and parse.form[token][:1].isupper()
        and parse.lemma[token] in reading.lexicon.report
        and token + 1 < parse.size
        and parse.word[token + 1] in _COMPLEMENTISERS
        and (token == 0 or parse.space[token - 1] or parse.form[token - 1] in _SENTENCE_END)
    )


def _put_right(reading: Reading, participle: int, drafts: list[Draft]) -> list[Draft]:
    parse = reading.parse
    end = _sentence_end(parse, participle)
    found = _main_report(reading, participle, end)
    if found is None:
        return drafts
    comma, source, verb = found
    clause = Tokens.run(participle, comma)
    kept = [
        draft
        for draft in drafts
        if draft.head != participle
        and not (draft.source and clause.covers(draft.source) and participle < draft.head < comma)
    ]
    for draft in kept:
        if verb <= draft.head < end and draft.source & clause:
            draft.source, draft.holder = source, _name_in(parse, source)
        if draft.head == verb:
            draft.source, draft.holder = source, _name_in(parse, source)
            draft.content -= Tokens.run(participle, verb)
    lemma = parse.lemma[participle]
    kept.append(
        Draft(
            head=participle,
            pattern="participle",
            label=reading.lexicon.verbs[lemma],
            standing="report",
            cue=Tokens.run(participle, participle + 1),
            content=Tokens.run(participle + 1, comma),
            source=source,
            holder=_name_in(parse, source),
        )
    )
    return kept


def _sentence_end(parse: Parse, start: int) -> int:
    token = start + 1
    while token < parse.size and parse.same_paragraph(token, start):
        if parse.form[token] in (".", "!", "?") and token > start + _SHORTEST_CLAUSE:
            break
        token += 1
    return token


def _main_report(reading: Reading, start: int, end: int) -> tuple[int, Tokens, int] | None:
    """The comma after the participle's clause, the source behind it, and the source's verb."""
    parse = reading.parse
    comma: int | None = None
    for token in range(start + 1, end):
        if parse.form[token] == ",":
            comma = token
        if parse.tag[token] not in _FINITE or parse.lemma[token] not in reading.lexicon.verbs:
            continue
        if comma is None or comma <= start + _SHORTEST_CLAUSE:
            continue
        between = [other for other in range(comma + 1, token) if parse.pos[other] != "ADV"]
        if between and _is_name(parse, between):
            comma = _before_title(parse, start, comma)
            return comma, Tokens.run(comma + 1, between[-1] + 1), token
    return None


def _before_title(parse: Parse, start: int, comma: int) -> int:
    """The comma before a title that a name stands behind (“, Director of the Port, Ana Ruz”)."""
    place = comma - 1
    while place > start + _SHORTEST_CLAUSE and parse.pos[place] in _IN_TITLES:
        place -= 1
    if parse.form[place] == "," and parse.form[place + 1][0].isupper() and place > start:
        return place
    return comma


def _is_name(parse: Parse, tokens: list[int]) -> bool:
    return (
        len(tokens) <= _LONGEST_SOURCE
        and any(parse.pos[token] in ("PROPN", "PRON", "NOUN") for token in tokens)
        and not any(parse.is_verb(token) or parse.dep[token] == "mark" for token in tokens)
    )


def _name_in(parse: Parse, source: Tokens) -> int:
    """The last noun of a source, which names its holder well enough."""
    nouns = [token for token in source if parse.pos[token] in ("PROPN", "PRON", "NOUN")]
    return nouns[-1] if nouns else source.last


def turns(reading: Reading) -> list[Draft]:
    """Finds paragraphs of the form “NAME: what NAME says”.

    With a quotation or a name all in capitals they are turns of a transcript (colon), else
    perhaps a heading.
    """
    parse = reading.parse
    drafts: list[Draft] = []
    for paragraph in reading.parse.paragraphs:
        tokens = [token for token in paragraph if not parse.space[token]]
        place = _colon_place(parse, tokens)
        if place is None:
            continue
        colon = tokens[place]
        source = Tokens.run(tokens[0], colon)
        is_turn = parse.form[tokens[place + 1]][0] in OPENING + '"' or all(
            parse.form[token].isupper() for token in source if not parse.mark[token]
        )
        drafts.append(
            Draft(
                head=colon,
                pattern="colon" if is_turn else "heading",
                label="assertion",
                standing="known",
                cue=Tokens.run(colon, colon + 1),
                content=Tokens.run(colon + 1, tokens[-1] + 1),
                source=source,
                holder=tokens[place - 1],
            )
        )
    return drafts


def _colon_place(parse: Parse, tokens: list[int]) -> int | None:
    """Where the colon after a leading name stands among the tokens of a paragraph."""
    for place, token in enumerate(tokens[: _LONGEST_NAME + 1]):
        if parse.form[token] == ":":
            long_enough = len(tokens) - place > _SHORTEST_TURN
            return place if place and long_enough else None
        if not (parse.form[token][0].isupper() or parse.form[token] in "().-"):
            return None
    return None


def broken_report(verb: Verb) -> Draft | None:
    """“Ruz said families hit by the flood sue”, where the parse has no complement for the verb.

    What follows in the sentence is the content; where nothing does, what stands before the source.
    """
    parse, token = verb.reading.parse, verb.token
    if (
        verb.lemma not in verb.reading.lexicon.report
        or parse.tag[token] not in _FINITE
        or verb.subject is None
        or not verb.has_own_subject
        or verb.is_passive
        or verb.reading.quoted(token)
    ):
        return None
    content = Tokens.run(verb.cue.last + 1, _sentence_end(parse, token))
    if not parse.count_words(content):
        content = Tokens.run(_sentence_start(parse, token), parse.left[verb.subject])
        if not content or parse.form[content.last] != ",":
            return None
    return verb.draft("clause", content) if parse.count_words(content) >= _SHORTEST_CLAUSE else None


def _sentence_start(parse: Parse, token: int) -> int:
    while token > 0 and parse.same_paragraph(token - 1, token):
        if parse.form[token - 1] in _SENTENCE_END:
            break
        token -= 1
    return token
