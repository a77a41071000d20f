"""What an author adds to the end of a claim: it is in the sentence, but only the author’s."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.runs import Tokens

_PATTERNS = frozenset({"clause", "infinitive", "object", "preposition"})
_OPENS = frozenset(
    {"while", "though", "although", "whereas", "which", "who", "whom", "whose", "where"}
)
_SHORTEST = 2
_DEEPEST = 40


def without_addition(reading: Reading, draft: Draft, content: Tokens) -> Tokens:
    """Cut off the “, which …” or “, while …” that a content behind its cue ends with.

    “She said the bank would close, which surprised nobody.” Inside a quotation nothing is cut.

    Args:
        reading: the document.
        draft: the claim.
        content: what is left of its content so far.

    Returns:
        The content without the addition.
    """
    if draft.pattern not in _PATTERNS or not content or content.first <= draft.head:
        return content
    start = _addition(reading, content)
    return content if start is None else content - Tokens.run(start, content.last + 1)


def _addition(reading: Reading, content: Tokens) -> int | None:
    """Where the addition begins."""
    parse = reading.parse
    end = content.last
    while end > content.first and parse.mark[end]:
        end -= 1
    token, found = end, None
    for _ in range(_DEEPEST):
        if token not in content or reading.quoted(token) or parse.right[token] < end:
            break
        start = parse.left[token]
        if start > content.first + _SHORTEST and parse.form[start - 1] == ",":
            opens = parse.word[start]
            if parse.dep[token] in ("relcl", "advcl") and opens in _OPENS:
                found = start
        if parse.head[token] == token:
            break
        token = parse.head[token]
    return found
