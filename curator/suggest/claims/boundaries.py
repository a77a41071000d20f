"""Where the parts of a claim begin and end: what is cut off a draft, and what is put to it."""

from __future__ import annotations

from bisect import bisect_right

from curator.suggest.claims.additions import without_addition
from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.frames import Span
from curator.suggest.claims.runs import Run, Tokens
from curator.suggest.claims.subjects import RELATIVE_TAGS
from curator.suggest.claims.tree import FINITE, Parse

_MOST_SECOND_REPORTS = 32
_KEPT_AT_START = frozenset("$€£¥#@([“«„‘\"'") | {"``", "''", "--"}
_KEPT_AT_END = frozenset("%)]”»’\"'?!") | {"''", "``"}
_PARTNER = {")": "(", "]": "[", "(": ")", "[": "]"}


class Boundaries:
    """Settles drafts of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.second_reports = [
            token for token in range(reading.parse.size) if reading.is_second_report(token)
        ]

    def settle(self, draft: Draft) -> bool:
        """Cuts a draft to its paragraph, its quotation and its own report.

        Returns:
            Whether a content is left.
        """
        parse, quotations = self.reading.parse, self.reading.quotations
        room = parse.rooms[parse.paragraph[draft.head]]
        quotation = quotations.at[draft.head]
        if quotation >= 0:
            room &= quotations.tokens[quotation]
        draft.cue &= room
        content = (draft.content - draft.cue) & room
        if draft.holder is not None and parse.head[draft.holder] == draft.head:
            content -= draft.source
        content = self._without_second_reports(draft, content)
        draft.content = without_addition(self.reading, draft, content)
        draft.source = _around((draft.source - draft.content - draft.cue) & room, draft.holder)
        draft.source = self._without_broken_quotations(draft.source, draft.holder)
        draft.source |= self._pronoun(draft)
        draft.content -= draft.source
        draft.content = self._whole_quotations(draft)
        draft.addressee = (draft.addressee - draft.cue) & room
        draft.content -= draft.addressee
        return bool(draft.cue) and parse.count_words(draft.content) > 0

    def _without_second_reports(self, draft: Draft, content: Tokens) -> Tokens:
        """Cuts out a report that is coordinated with this one, or hangs on it as a participle.

        “said that A and hoped that B”, “said that A, adding that B”.
        """
        if not content:
            return content
        parse, at = self.reading.parse, self.reading.quotations.at
        place = bisect_right(self.second_reports, max(draft.head, content.first - 1))
        for token in self.second_reports[place : place + _MOST_SECOND_REPORTS]:
            if not content or token > content.last:
                break
            if token not in content or at[token] not in (-1, at[draft.head]):
                continue
            coordinated = parse.dep[token] == "conj" and parse.tense(token) in FINITE
            participle = parse.dep[token] == "advcl" and parse.tag[token] == "VBG"
            if (coordinated and parse.tense(token) == parse.tense(draft.head)) or (
                participle and token > draft.head + 2
            ):
                start = parse.left[token]
                while start - 1 > draft.head and self._joins(start - 1):
                    start -= 1
                content -= Tokens.run(start, parse.right[token] + 1)
        return content

    def _without_broken_quotations(self, source: Tokens, holder: int | None) -> Tokens:
        """Takes off a source the piece of a quotation that the parser mixed up with it."""
        quotations = self.reading.quotations
        for number in quotations.within(source):
            quotation = quotations.tokens[number]
            if not source.covers(quotation) and (holder is None or holder not in quotation):
                source = _around(source - quotation, holder)
        return source

    def _pronoun(self, draft: Draft) -> Tokens:
        """The relative pronoun that stands for a source: it is marked too, as who says it here."""
        parse, holder = self.reading.parse, draft.holder
        if holder is None or not draft.source or parse.tag[holder] not in RELATIVE_TAGS:
            return NOTHING
        return Tokens.run(holder, holder + 1)

    def _joins(self, token: int) -> bool:
        return self.reading.parse.dep[token] == "cc" or self.reading.parse.mark[token]

    def _whole_quotations(self, draft: Draft) -> Tokens:
        """Puts the rest of every quotation that the content has a part of to it."""
        quotations = self.reading.quotations
        content = draft.content
        for number in quotations.within(content):
            quotation = quotations.tokens[number]
            if number != quotations.at[draft.head] and not quotation & draft.cue:
                content |= quotation - draft.source
        return content


def _around(tokens: Tokens, holder: int | None) -> Tokens:
    """The run that has the head of a source, or the first one."""
    for run in tokens.runs:
        if holder is not None and run[0] <= holder < run[1]:
            return Tokens((run,))
    return Tokens(tokens.runs[:1])


def to_spans(reading: Reading, tokens: Tokens) -> tuple[Span, ...]:
    """The spans of a set of tokens, in code points.

    Commas and the full stop at an edge are left out, quotation marks and brackets only where their
    partner is not inside. A gap of blanks splits nothing.
    """
    spans: list[Span] = []
    for run in tokens.runs:
        start, end = _trim(reading, run)
        if start >= end or not reading.parse.count_words(Tokens.run(start, end)):
            continue
        span = (reading.parse.start[start], reading.parse.end[end - 1])
        if spans and _only_blanks(reading.parse.text[spans[-1][1] : span[0]]):
            span = (spans.pop()[0], span[1])
        spans.append(span)
    return tuple(spans)


def _only_blanks(text: str) -> bool:
    return "\n" not in text and not text.strip()


def _trim(reading: Reading, run: Run) -> Run:
    parse, at = reading.parse, reading.quotations.at
    start, end = run
    while start < end and parse.mark[start] and not _is_kept(reading, start, run, _KEPT_AT_START):
        start += 1
    while end > start and parse.mark[end - 1]:
        last = end - 1
        if _is_kept(reading, last, run, _KEPT_AT_END):
            break
        if (
            parse.form[last] == "."
            and at[last] >= 0
            and last == reading.quotations.tokens[at[last]].last
        ):
            break
        end -= 1
    return start, end


def _is_kept(reading: Reading, token: int, run: Run, kept: frozenset[str]) -> bool:
    form = reading.parse.form[token]
    if form not in kept:
        return False
    if form in _PARTNER:
        return _PARTNER[form] in reading.parse.form[run[0] : run[1]]
    return form in "$€£¥#@%?!--" or reading.quotations.at[token] >= 0


def cue_span(parse: Parse, cue: Tokens) -> tuple[Span, ...]:
    """The one span of a cue: from its first to its last token."""
    return ((parse.start[cue.first], parse.end[cue.last]),) if cue else ()


def possessive_off(parse: Parse, source: Tokens) -> Tokens:
    """A source without the ’s or ’ that it ends in."""
    if source and parse.tag[source.last] == "POS":
        return source - Tokens.run(source.last, source.last + 1)
    return source
