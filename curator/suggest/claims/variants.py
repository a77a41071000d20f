"""Other boundaries that a claim's parts may have: what an analyst's corrections choose among.

Each name says which part differs and by what; a variant is there only where it differs.

| name | the part differs by |
|---|---|
| `content-complementiser` | without “that”, “whether”, “if” |
| `content-preposition` | with the preposition that the cue ends with |
| `content-noun` | with the noun that the cue ends with (“expressed” “his hope that …”) |
| `content-marks` | without the quotation marks around it |
| `content-quotation` | with the rest of every quotation that it has a part of |
| `content-quoted` | only what stands in quotation marks |
| `content-sentence` | to the end of the sentence |
| `content-adjunct` | without the adjunct that it ends with |
| `content-relative` | without the relative clause that it ends with |
| `content-coordination` | without what is coordinated at its end |
| `content-piece` | only its first piece |
| `source-appositive` | without the appositive |
| `source-relative` | with the relative clause |
| `source-title` | only the name of the person |
| `source-article` | without the article |
| `source-modifier` | without what a preposition leads to |
| `source-pronoun` | only the relative pronoun, without the noun that it stands for |
| `source-antecedent` | only the noun that a relative pronoun stands for |
| `cue-preposition` | with the preposition that the content begins with |
| `cue-auxiliary` | without auxiliaries and negation before it |
| `cue-adverb` | without an adverb at its edge |
| `cue-manner` | without “in a statement” |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from curator.suggest.claims import boundaries
from curator.suggest.claims import variants_of_content as content
from curator.suggest.claims import variants_of_source as source
from curator.suggest.claims.draft import Draft, Reading
from curator.suggest.claims.frames import Span
from curator.suggest.claims.runs import Tokens

_CHANGES: Mapping[str, Callable[[Reading, Draft], content.Changed]] = {
    "content-complementiser": content.without_complementiser,
    "content-preposition": content.with_preposition,
    "content-noun": content.with_noun,
    "content-marks": content.without_marks,
    "content-quotation": content.with_quotation,
    "content-quoted": content.only_quoted,
    "content-sentence": content.to_sentence_end,
    "content-adjunct": content.without_adjunct,
    "content-relative": content.without_relative,
    "content-coordination": content.without_coordination,
    "content-piece": content.first_piece,
    "source-appositive": source.without_appositive,
    "source-relative": source.with_relative,
    "source-title": source.only_name,
    "source-article": source.without_article,
    "source-modifier": source.without_modifier,
    "source-pronoun": source.pronoun,
    "source-antecedent": source.antecedent,
    "cue-preposition": source.cue_with_preposition,
    "cue-auxiliary": source.without_auxiliaries,
    "cue-adverb": source.without_adverb,
    "cue-manner": source.without_manner,
}


def variants(
    reading: Reading, draft: Draft, own: Mapping[str, tuple[Span, ...]]
) -> dict[str, dict[str, tuple[Span, ...]]]:
    """Return a claim's other boundaries.

    Args:
        reading: the document.
        draft: a settled draft.
        own: the spans of its parts, by role.

    Returns:
        By name, the spans of the parts that it changes, by role; as this module lists them.
    """
    found: dict[str, dict[str, tuple[Span, ...]]] = {}
    for name, change in _CHANGES.items():
        changed = change(reading, draft)
        if not changed:
            continue
        spans = {role: _spans(reading, role, tokens) for role, tokens in changed.items()}
        if all(spans.values()) and any(spans[role] != own[role] for role in spans):
            found[name] = spans
    return found


def _spans(reading: Reading, role: str, tokens: Tokens) -> tuple[Span, ...]:
    if role == "cue":
        return boundaries.cue_span(reading.parse, tokens)
    if role == "source":
        tokens = boundaries.possessive_off(reading.parse, tokens)
    return boundaries.to_spans(reading, tokens)
