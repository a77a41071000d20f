"""The attributes of a claim, as far as its words give them away."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import antecedent
from curator.suggest.claims.tree import Parse

_WHOLE = 0.9
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def attributes_of(reading: Reading, draft: Draft) -> dict[str, str]:
    """Reads the attributes of a settled draft.

    Returns:
        mode, source_type, polarity, determinacy, certainty and stance.
    """
    return {
        "mode": _mode(reading, draft.content),
        "source_type": _source_type(reading, draft),
        "polarity": "negative" if _is_negative(reading.parse, draft) else "positive",
        "determinacy": "indeterminate" if _is_indeterminate(reading, draft) else "factual",
        "certainty": _certainty(reading, draft),
        "stance": _stance(reading, draft),
    }


def _mode(reading: Reading, content: Tokens) -> str:
    parse, quotations = reading.parse, reading.quotations
    words = [token for token in content if not parse.mark[token]]
    quoted = 0
    for number in quotations.within(content):
        inside = quotations.tokens[number] & content
        if not _is_title(reading, inside, content):
            quoted += sum(not parse.mark[token] for token in inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= len(words) * _WHOLE else "mixed"


def _is_title(reading: Reading, inside: Tokens, content: Tokens) -> bool:
    """Whether words in quotation marks are a name (“the play “Night Train””), not what was said."""
    parse = reading.parse
    words = [token for token in inside if not parse.mark[token]]
    if not words or not parse.form[words[0]][:1].isupper() or len(inside) == len(content):
        return False
    before = inside.first - 1
    return before in content and not parse.mark[before] and parse.word[before] != "that"


def _source_type(reading: Reading, draft: Draft) -> str:
    parse, words = reading.parse, reading.lexicon.source_words
    holder = antecedent(parse, draft.holder)
    if not draft.source or holder is None:
        return "implicit"
    if parse.pos[holder] == "PRON" and parse.lemma[holder] not in words["anonymous"]:
        return "pronoun"
    lemma = parse.lemma[holder]
    for kind in ("anonymous", "document"):
        if lemma in words[kind] and parse.pos[holder] != "PROPN":
            return kind
    if any(parse.entity[token] == "PERSON" for token in draft.source):
        return "named"
    is_plural = parse.tag[holder] in ("NNS", "NNPS")
    if lemma in words["role"]:
        return "group" if is_plural else "role"
    if parse.pos[holder] == "PROPN" or parse.entity[holder] in _NAMES:
        return "named"
    return "group" if is_plural or lemma in words["group"] else "role"


def _is_negative(parse: Parse, draft: Draft) -> bool:
    if any(parse.word[token] in _NEGATIONS for token in draft.cue):
        return True
    return any(
        parse.dep[kid] in ("neg", "det") and parse.word[kid] in _NEGATIONS
        for kid in parse.children[draft.head]
    )


def _is_indeterminate(reading: Reading, draft: Draft) -> bool:
    parse, open_words = reading.parse, reading.lexicon.indeterminate
    beside = [kid for kid in parse.kids(draft.head, "aux", "mark") if kid not in draft.content]
    if any(parse.word[token] in open_words for token in (*draft.cue, *beside)):
        return True
    return _asks(parse, draft)


def _asks(parse: Parse, draft: Draft) -> bool:
    """Whether the cue is the main verb of a question."""
    if parse.head[draft.head] != draft.head:
        return False
    last = parse.right[draft.head]
    return parse.form[last] == "?" and last not in draft.content and not parse.mark[last - 1]


def _certainty(reading: Reading, draft: Draft) -> str:
    parse, lexicon = reading.parse, reading.lexicon
    words = {parse.word[token] for token in draft.content}
    if draft.label not in ("demand", "question"):
        for certainty in ("possible", "probable"):
            if words & lexicon.certainty[certainty]:
                return certainty
    by_type = lexicon.certainty_by_type.get(draft.label)
    if by_type is not None:
        return by_type
    if any(parse.tag[token] in _FINITE for token in draft.content):
        return "certain"
    return "certain" if words & lexicon.certainty["certain"] else "unspecified"


def _stance(reading: Reading, draft: Draft) -> str:
    lemma = reading.parse.lemma[draft.head]
    for stance, cues in reading.lexicon.stance.items():
        if lemma in cues:
            return stance
    return "neutral"
