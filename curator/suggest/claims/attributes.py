"""The attributes of a claim, as far as its words give them away."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import antecedent
from curator.suggest.claims.tree import FINITE, Parse

_WHOLE = 0.9
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_HEDGES = frozenset({"MD", "RB", "JJ"})
_OPEN_QUESTIONS = frozenset({"whether", "if", "who", "what", "how", "why", "when", "where"})
_FIRST_PERSON = frozenset({"i", "we"})


class Attributes:
    """Reads the attributes of the settled drafts of one document."""

    def __init__(self, reading: Reading) -> None:
        parse, quotations = reading.parse, reading.quotations
        self.reading = reading
        self.finite = [token for token, tag in enumerate(parse.tag) if tag in FINITE]
        self.hedges = {
            certainty: [
                token
                for token, word in enumerate(parse.word)
                if word in words and parse.tag[token] in _HEDGES
            ]
            for certainty, words in reading.lexicon.certainty.items()
        }
        spoken = [tokens for tokens in quotations.tokens if not _is_title(parse, tokens)]
        self.spoken = Tokens.of(run for tokens in spoken for run in tokens.runs)

    def of(self, draft: Draft) -> dict[str, str]:
        """mode, source_type, polarity, determinacy, certainty and stance of a draft."""
        reading = self.reading
        return {
            "mode": self._mode(draft.content),
            "source_type": _source_type(reading, draft),
            "polarity": "negative" if _is_negative(reading, draft) else "positive",
            "determinacy": "indeterminate" if _is_indeterminate(reading, draft) else "factual",
            "certainty": self._certainty(draft),
            "stance": _stance(reading, draft),
        }

    def _mode(self, content: Tokens) -> str:
        parse, quotations = self.reading.parse, self.reading.quotations
        spoken = self.spoken & content
        at_start = quotations.at[content.first]
        if at_start >= 0:
            spoken |= quotations.tokens[at_start] & content
        quoted = parse.count_words(spoken)
        if not quoted:
            return "indirect"
        return "direct" if quoted >= parse.count_words(content) * _WHOLE else "mixed"

    def _certainty(self, draft: Draft) -> str:
        reading, content = self.reading, draft.content
        if draft.label not in ("demand", "question"):
            for certainty, hedges in self.hedges.items():
                if content.has_any(hedges):
                    return certainty
        by_type = reading.lexicon.certainty_by_type.get(draft.label)
        if by_type is not None:
            return by_type
        if reading.parse.word[content.first] in _OPEN_QUESTIONS:
            return "unspecified"
        is_stated = content.has_any(self.finite) or reading.quotations.has_any(content)
        return "certain" if is_stated else "unspecified"


def _is_title(parse: Parse, quotation: Tokens) -> bool:
    """Whether words in quotation marks are a name (“the play “Night Train””), not what was said.

    They are when they begin with a capital in the midst of a phrase.
    """
    words = (token for token in quotation if not parse.mark[token])
    first, before = next(words, None), quotation.first - 1
    if first is None or before < 0 or not parse.form[first][0].isupper():
        return False
    return not parse.mark[before] and parse.word[before] != "that"


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
        if (
            token < draft.head
            and parse.is_verb(token)
            and verbs.get(parse.lemma[token]) == "denial"
        ):
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


def _stance(reading: Reading, draft: Draft) -> str:
    """What the cue tells of the author's view; a negated one tells nothing."""
    if _is_negative(reading, draft):
        return "neutral"
    lemma = reading.parse.lemma[draft.head]
    for stance, cues in reading.lexicon.stance.items():
        if lemma in cues:
            return stance
    return "neutral"
