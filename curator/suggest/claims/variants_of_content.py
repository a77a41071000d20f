"""Other boundaries of what is claimed; `variants.py` lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.tree import Parse

_COMPLEMENTISERS = frozenset({"that", "whether", "if"})
_ADJUNCTS = frozenset({"advcl", "prep", "npadvmod", "advmod"})
_LONGEST_SENTENCE = 80
_DEEPEST = 40

Changed = Mapping[str, Tokens]
"""The parts that a variant changes, by role; none where it does not apply."""


def _first_word(parse: Parse, tokens: Tokens) -> int:
    return next((token for token in tokens if not parse.mark[token]), tokens.first)


def _last_word(parse: Parse, tokens: Tokens) -> int:
    last = tokens.last
    while last > tokens.first and parse.mark[last]:
        last -= 1
    return last


def without_complementiser(reading: Reading, draft: Draft) -> Changed:
    """Without “that”, “whether”, “if”."""
    parse = reading.parse
    first = _first_word(parse, draft.content)
    if parse.word[first] not in _COMPLEMENTISERS or parse.dep[first] != "mark":
        return {}
    return {"content": draft.content - Tokens.run(draft.content.first, first + 1)}


def with_preposition(reading: Reading, draft: Draft) -> Changed:
    """With the preposition that the cue ends with."""
    parse, last = reading.parse, draft.cue.last
    if last == draft.head or parse.dep[last] not in ("prep", "mark", "prt"):
        return {}
    if draft.content.first != last + 1:
        return {}
    end = Tokens.run(last, last + 1)
    return {"content": draft.content | end, "cue": draft.cue - end}


def with_noun(reading: Reading, draft: Draft) -> Changed:
    """With the noun that the cue ends with (“expressed” “his hope that …”)."""
    parse = reading.parse
    if draft.pattern != "carried":
        return {}
    noun = next(iter(parse.kids(draft.head, "dobj", "oprd")), None)
    if noun is None or noun not in draft.cue or parse.left[noun] <= draft.head:
        return {}
    rest = Tokens.run(parse.left[noun], draft.cue.last + 1)
    return {"content": draft.content | rest, "cue": draft.cue - rest}


def without_marks(reading: Reading, draft: Draft) -> Changed:
    """Without the quotation marks around it."""
    at, runs = reading.quotations.at, []
    for start, end in draft.content.runs:
        inner_start, inner_end = start, end
        if at[start] >= 0 and reading.parse.mark[start]:
            inner_start += 1
        if at[end - 1] >= 0 and reading.parse.mark[end - 1]:
            inner_end -= 1
        runs.append((inner_start, inner_end))
    return {"content": Tokens.of(runs)}


def with_quotation(reading: Reading, draft: Draft) -> Changed:
    """With the rest of every quotation that it has a part of."""
    quotations, content = reading.quotations, draft.content
    for number in quotations.within(content):
        content |= quotations.tokens[number]
    if len(content) == len(draft.content):
        return {}
    return {"content": content - draft.cue - draft.source - draft.addressee}


def only_quoted(reading: Reading, draft: Draft) -> Changed:
    """Only what stands in quotation marks."""
    quotations, quoted = reading.quotations, NOTHING
    if reading.quoted(draft.head):
        return {}
    for number in quotations.within(draft.content):
        quoted |= quotations.tokens[number]
    return {"content": quoted & draft.content} if quoted else {}


def to_sentence_end(reading: Reading, draft: Draft) -> Changed:
    """To the end of the sentence."""
    parse, last = reading.parse, draft.content.last
    root = draft.head
    for _ in range(_DEEPEST):
        if parse.head[root] == root:
            break
        root = parse.head[root]
    end = min(parse.right[root] + 1, last + _LONGEST_SENTENCE)
    rest = Tokens.run(last + 1, end) & parse.paragraphs[parse.paragraph[draft.head]]
    if reading.quoted(draft.head):
        rest &= reading.quotations.tokens[reading.quotations.at[draft.head]]
    rest = rest - draft.cue - draft.source - draft.addressee
    if not rest or rest.first != last + 1:
        return {}
    return {"content": draft.content | Tokens(rest.runs[:1])}


def _ends_with(parse: Parse, draft: Draft, wanted: Callable[[int], bool]) -> int | None:
    """The highest word that is wanted and whose subtree the content ends with."""
    token = _last_word(parse, draft.content)
    end, found = token, None
    for _ in range(_DEEPEST):
        if token not in draft.content or _last_word(parse, parse.subtree(token)) != end:
            break
        if parse.left[token] > draft.content.first and wanted(token):
            found = token
        if parse.head[token] == token:
            break
        token = parse.head[token]
    return found


def without_adjunct(reading: Reading, draft: Draft) -> Changed:
    """Without the adjunct that it ends with."""
    parse = reading.parse
    kid = _ends_with(
        parse,
        draft,
        lambda token: parse.dep[token] in _ADJUNCTS and parse.is_verb(parse.head[token]),
    )
    return {} if kid is None else {"content": draft.content - parse.subtree(kid)}


def without_relative(reading: Reading, draft: Draft) -> Changed:
    """Without the relative clause that it ends with."""
    parse = reading.parse
    kid = _ends_with(parse, draft, lambda token: parse.dep[token] in ("relcl", "acl"))
    return {} if kid is None else {"content": draft.content - parse.subtree(kid)}


def without_coordination(reading: Reading, draft: Draft) -> Changed:
    """Without what is coordinated at its end."""
    parse = reading.parse
    kid = _ends_with(parse, draft, lambda token: parse.dep[token] == "conj")
    if kid is None:
        return {}
    start = parse.left[kid]
    while start - 1 in draft.content and (parse.dep[start - 1] == "cc" or parse.mark[start - 1]):
        start -= 1
    return {"content": draft.content - Tokens.run(start, parse.right[kid] + 1)}


def first_piece(reading: Reading, draft: Draft) -> Changed:  # noqa: ARG001 - as its fellows
    """Only its first piece."""
    return {"content": Tokens(draft.content.runs[:1])} if len(draft.content.runs) > 1 else {}
