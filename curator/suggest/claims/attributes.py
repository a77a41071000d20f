"""The attributes of a claim, as far as its words give them away."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import antecedent
from curator.suggest.claims.tree import Parse

_WHOLE = 0.9
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_HEDGES = frozenset({"MD", "RB", "JJ"})
_OPEN_QUESTIONS = frozenset({"whether", "if", "who", "what", "how", "why", "when", "where"})
_FIRST_PERSON = frozenset({"i", "we"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def attributes_of(reading: Reading, draft: Draft) -> dict[str, str]:
    """Reads the attributes of a settled draft.

    Returns:
        mode, source_type, polarity, determinacy, certainty and stance.
    """
    return {
        "mode": _mode(reading, draft.content),
        "source_type": _source_type(reading, draft),
        "polarity": "negative" if _is_negative(reading, draft) else "positive",
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
    lemma, tag = parse.lemma[holder], parse.tag[holder]
    if parse.word[holder] in _FIRST_PERSON:
        return "pronoun" if reading.quoted(draft.head) else "author"
    if parse.pos[holder] == "PRON" and lemma not in words["anonymous"]:
        return "pronoun"
    for kind in ("anonymous", "document"):
        if lemma in words[kind] and parse.pos[holder] != "PROPN":
            return kind
    if _has_name(parse, draft.source, holder):
        return "named"
    if tag in ("NNS", "NNPS"):
        return "group"
    if lemma in words["role"]:
        return "role"
    if parse.pos[holder] == "PROPN" or parse.entity[holder] in _NAMES:
        return "named"
    return "group" if lemma in words["group"] else "role"


def _has_name(parse: Parse, source: Tokens, holder: int) -> bool:
    """Whether a source is called by a name of a person, or ends with a name that is no office."""
    if any(parse.entity[token] == "PERSON" for token in source):
        return True
    named = [kid for kid in parse.kids(holder, "appos") if kid in source]
    return any(parse.pos[kid] == "PROPN" for kid in named)


def _is_negative(reading: Reading, draft: Draft) -> bool:
    """Whether the cue is negated, or refused (“declined to say”)."""
    parse, verbs = reading.parse, reading.lexicon.verbs
    for token in draft.cue:
        if parse.word[token] in _NEGATIONS:
            return True
        if token < draft.head and parse.is_verb(token) and verbs.get(parse.lemma[token]) == "denial":
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
    if draft.label not in ("demand", "question"):
        for certainty, words in lexicon.certainty.items():
            for token in draft.content:
                if parse.word[token] in words and parse.tag[token] in _HEDGES:
                    return certainty
    by_type = lexicon.certainty_by_type.get(draft.label)
    if by_type is not None:
        return by_type
    if parse.word[draft.content.first] in _OPEN_QUESTIONS:
        return "unspecified"
    is_stated = any(
        parse.tag[token] in _FINITE or reading.quoted(token) for token in draft.content
    )
    return "certain" if is_stated else "unspecified"


def _stance(reading: Reading, draft: Draft) -> str:
    """What the cue tells of the author's view; a negated one tells nothing."""
    if _is_negative(reading, draft):
        return "neutral"
    lemma = reading.parse.lemma[draft.head]
    for stance, cues in reading.lexicon.stance.items():
        if lemma in cues:
            return stance
    return "neutral"
