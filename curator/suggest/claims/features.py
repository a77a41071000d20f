"""What a claim looks like, as names that a scorer can weigh: the one place that lists them.

Each name is `what=value`; values are lemmas or forms in lower case, or tags of the parse.

| name | says |
|---|---|
| `cue=say` | lemma of the word that makes it a claim |
| `pattern=clause`, `cue+pattern=say clause` | the construction; lemma and construction |
| `label=belief`, `label+pattern=belief clause` | the claim type; type and construction |
| `standing=report` | class of the cue in the lexicon |
| `tag=VBD` | tag of the cue: its tense |
| `dep=ccomp`, `dep+pattern=ccomp clause` | how the cue hangs on what governs it |
| `above=try` | lemma of what governs the cue |
| `with=prep for`, `cue+with=call prep for` | what hangs on the cue: a preposition, auxiliary … |
| `source=minister` | lemma of the head of the source |
| `source.pos=PROPN`, `source.entity=PERSON` | what kind of word that is, or `none` |
| `source.pos+label=PRON hope` | kind of source and claim type |
| `subject=no` | the source is not the cue's own subject |
| `first=that`, `first.pos=SCONJ`, `cue+first=say that` | the first word of the content |
| `length=4` | length of the content: 2 ** 4 words and more |
| `finite=yes` | the content has a finite verb |
| `gap=-1` | words from cue to content: -3 … 3, below 0 where the content stands before the cue |
| `pieces=2` | how many pieces the content has: 1, 2 or 3 and more |
| `mode=direct` and the other attributes but `source_type` | as the claim has them, unless plain |
| `quoted=cue` | the cue itself stands in a quotation |
| `nested=yes`, `nested+above=believe` | it is nested; the cue that it is nested in |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.suggest.claims.draft import Draft, Reading

_BESIDE = frozenset({"prep", "aux", "auxpass", "neg", "prt", "mark", "dative", "agent"})
_FARTHEST = 3
_LONGEST = 7
_MOST_PIECES = 3
_PLAIN = frozenset({"indirect", "positive", "factual", "neutral"})


def features(
    reading: Reading,
    draft: Draft,
    attributes: dict[str, str],
    *,
    finite: Sequence[int],
    around: Draft | None,
) -> tuple[str, ...]:
    """Describe a settled draft.

    Args:
        reading: the document.
        draft: the claim.
        attributes: its attributes.
        finite: the finite verbs of the document, in order.
        around: the claim that it is nested in.

    Returns:
        Names as this module lists them, none twice.
    """
    names = [
        *_cue(reading, draft),
        *_beside(reading, draft),
        *_source(reading, draft),
        *_content(reading, draft),
    ]
    if draft.content.has_any(finite):
        names.append("finite=yes")
    names += [
        f"{name}={value}"
        for name, value in attributes.items()
        if name != "source_type" and value not in _PLAIN
    ]
    if around is not None:
        names += ["nested=yes", f"nested+above={reading.parse.lemma[around.head]}"]
    return tuple(dict.fromkeys(names))


def _cue(reading: Reading, draft: Draft) -> Iterator[str]:
    parse, head, pattern, label = reading.parse, draft.head, draft.pattern, draft.label
    lemma, dep = parse.lemma[head], parse.dep[head]
    yield f"cue={lemma}"
    yield f"pattern={pattern}"
    yield f"cue+pattern={lemma} {pattern}"
    yield f"label={label}"
    yield f"label+pattern={label} {pattern}"
    yield f"standing={draft.standing}"
    yield f"tag={parse.tag[head]}"
    yield f"dep={dep}"
    yield f"dep+pattern={dep} {pattern}"
    above = parse.head[head]
    if above != head:
        yield f"above={parse.lemma[above]}"
    if reading.quoted(head):
        yield "quoted=cue"


def _beside(reading: Reading, draft: Draft) -> Iterator[str]:
    parse = reading.parse
    lemma = parse.lemma[draft.head]
    for kid in parse.children[draft.head]:
        if parse.dep[kid] in _BESIDE:
            beside = f"{parse.dep[kid]} {parse.word[kid]}"
            yield f"with={beside}"
            yield f"cue+with={lemma} {beside}"


def _source(reading: Reading, draft: Draft) -> Iterator[str]:
    parse, holder = reading.parse, draft.holder
    if holder is None or not draft.source:
        yield "source.pos=none"
        return
    pos = parse.pos[holder]
    yield f"source={parse.lemma[holder]}"
    yield f"source.pos={pos}"
    yield f"source.entity={parse.entity[holder] or 'none'}"
    yield f"source.pos+label={pos} {draft.label}"
    if parse.head[holder] != draft.head:
        yield "subject=no"


def _content(reading: Reading, draft: Draft) -> Iterator[str]:
    parse, content = reading.parse, draft.content
    first = content.first
    while first < content.last and parse.mark[first]:
        first += 1
    yield f"first={parse.word[first]}"
    yield f"first.pos={parse.pos[first]}"
    yield f"cue+first={parse.lemma[draft.head]} {parse.word[first]}"
    yield f"length={min(_LONGEST, parse.count_words(content).bit_length() - 1)}"
    if content.first > draft.cue.last:
        gap = min(_FARTHEST, content.first - draft.cue.last)
    else:
        gap = max(-_FARTHEST, content.first - draft.cue.first)
    yield f"gap={gap}"
    yield f"pieces={min(_MOST_PIECES, len(content.runs))}"
