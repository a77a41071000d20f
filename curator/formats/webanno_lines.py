"""The lines of a WebAnno TSV file: tokens, their parts, and cells of spans and relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from curator.domain.annotation import Layer
from curator.formats.fitting import Span
from curator.formats.flat import FlatRelation, FlatSpan
from curator.formats.outgoing import Outgoing
from curator.formats.units import Utf16
from curator.formats.webanno_cells import (
    CLAIM,
    CLAIM_PART,
    LINK,
    MARK,
    NAMED_ENTITY,
    NO_VALUE,
    NOTHING,
    escape_text,
    escape_value,
)

_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def file_text(
    outgoing: Outgoing,
    sentences: list[list[Span]],
    spans: list[tuple[FlatSpan, Span]],
    relations: list[FlatRelation],
) -> str:
    """Return a document's file.

    Args:
        outgoing: the document.
        sentences: of whole tokens, without blanks (code points).
        spans: each with the place that it has in the file.
        relations: whose ends are among the spans.
    """
    return _File(outgoing, sentences, spans, relations).text()


def is_feature(name: str) -> bool:
    """Whether an attribute's name can be that of a feature."""
    return _FEATURE.fullmatch(name) is not None and name not in {"role", "type"}


@dataclass(slots=True)
class _Unit:
    """A line: a token, or a part of one."""

    name: str
    span: Span
    spans: list[FlatSpan] = field(default_factory=list)
    relations: list[FlatRelation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: of which layer, called what, and what stands in it for a span or a relation."""

    layer: str
    feature: str
    of_span: Callable[[FlatSpan], str] | None = None
    of_relation: Callable[[FlatRelation], str] | None = None


class _Nearby:
    """Finds spans sentence by sentence, looking at each of them where it lies only."""

    def __init__(self, spans: list[tuple[FlatSpan, Span]]) -> None:
        ordered = sorted(enumerate(spans), key=lambda one: one[1][1])
        self._waiting = ordered[::-1]
        self._open: list[tuple[int, tuple[FlatSpan, Span]]] = []

    def between(self, first: int, last: int) -> list[tuple[FlatSpan, Span]]:
        """Return the spans that reach into [first, last), as they were ordered."""
        while self._waiting and self._waiting[-1][1][1][0] < last:
            self._open.append(self._waiting.pop())
        self._open = [one for one in self._open if first < one[1][1][1]]
        return [span for _, span in sorted(self._open, key=lambda one: one[0])]


class _File:
    """One document's lines."""

    def __init__(
        self,
        outgoing: Outgoing,
        sentences: list[list[Span]],
        spans: list[tuple[FlatSpan, Span]],
        relations: list[FlatRelation],
    ) -> None:
        self._text = outgoing.text
        self._at = Utf16(outgoing.text).from_code_points
        self._layers = outgoing.layers
        self._ids: dict[str, int] = {}
        self._first: dict[str, _Unit] = {}
        self._relations = relations
        self._sentences = self._units(sentences or [[(0, len(self._text))]])
        self._place(spans)
        self._columns = self._all_columns([span for span, _ in spans])

    def _units(self, sentences: list[list[Span]]) -> list[list[_Unit]]:
        """Number tokens; white space that the text begins with becomes one."""
        first = sentences[0][0][0]
        if first:
            sentences = [[(0, first), *sentences[0]], *sentences[1:]]
        return [
            [_Unit(f"{number}-{place}", token) for place, token in enumerate(tokens, start=1)]
            for number, tokens in enumerate(sentences, start=1)
        ]

    def _place(self, spans: list[tuple[FlatSpan, Span]]) -> None:
        """Put spans on the lines that they cover, and number those that need a number."""
        stacked: set[str] = set()
        covered = {span.id: 0 for span, _ in spans}
        nearby = _Nearby(spans)
        for number, units in enumerate(self._sentences):
            near = nearby.between(units[0].span[0], units[-1].span[1])
            self._sentences[number] = list(self._with_parts(units, near))
        for unit in (unit for units in self._sentences for unit in units):
            for span in unit.spans:
                covered[span.id] += 1
                self._first.setdefault(span.id, unit)
            entities = [span.id for span in unit.spans if not _is_claim(span)]
            claims = [span.id for span in unit.spans if _is_claim(span)]
            stacked |= {name for names in (entities, claims) if len(names) > 1 for name in names}
        ends = {name for one in self._relations for name in (one.head, one.child)}
        for span, _ in spans:
            if covered[span.id] > 1 or span.id in stacked or span.id in ends:
                self._ids[span.id] = len(self._ids) + 1
        for one in self._relations:
            self._first[one.child].relations.append(one)

    def _with_parts(self, units: list[_Unit], near: list[tuple[FlatSpan, Span]]) -> Iterator[_Unit]:
        for unit in units:
            start, end = unit.span
            parts: dict[Span, _Unit] = {}
            for span, (low, high) in near:
                common = max(low, start), min(high, end)
                if common == unit.span:
                    unit.spans.append(span)
                elif common[0] < common[1]:
                    parts.setdefault(common, _Unit("", common)).spans.append(span)
            yield unit
            for number, place in enumerate(sorted(parts), start=1):
                parts[place].name = f"{unit.name}.{number}"
                yield parts[place]

    def _all_columns(self, spans: list[FlatSpan]) -> list[_Column]:
        columns = []
        if Layer.ENTITY in self._layers:
            columns.append(_Column(NAMED_ENTITY, "value", of_span=lambda span: span.label))
        if Layer.CLAIM in self._layers:
            columns += _claim_columns(spans)
        labels = {CLAIM_PART: False, LINK: False}
        for one in self._relations:
            labels[self._relation_layer(one)] = True
        for layer, there in labels.items():
            if there:
                columns.append(_Column(layer, "role", of_relation=lambda one: one.label))
                columns.append(_Column(layer, f"BT_{_BASES[layer]}", of_relation=self._reference))
        return columns

    def _relation_layer(self, one: FlatRelation) -> str:
        child = next(s for s in self._first[one.child].spans if s.id == one.child)
        return LINK if child.owner is not None else CLAIM_PART

    def _reference(self, one: FlatRelation) -> str:
        ids = f"[{self._ids[one.head]}_{self._ids[one.child]}]"
        return self._first[one.head].name + ids

    def text(self) -> str:
        """Return the file."""
        lines = [MARK]
        layers: dict[str, tuple[str, list[str]]] = {}
        for column in self._columns:
            kind = "T_SP" if column.of_span else "T_RL"
            layers.setdefault(column.layer, (kind, []))[1].append(column.feature)
        for layer, (kind, features) in layers.items():
            lines.append(f"#{kind}={'|'.join([layer, *features])}")
        lines.append("")
        starts = [units[0].span[0] for units in self._sentences[1:]]
        for units, end in zip(self._sentences, [*starts, len(self._text)], strict=True):
            lines.append("")
            told = self._text[units[0].span[0] : end]
            lines += [f"#Text={escape_text(line)}" for line in told.split("\n")]
            lines += map(self._line, units)
        return "\n".join(lines) + "\n"

    def _line(self, unit: _Unit) -> str:
        start, end = unit.span
        place = f"{self._at(start)}-{self._at(end)}"
        token = self._text[start:end].replace("\t", "\\t").replace("\n", "\\n")
        cells = [self._cell(unit, column) for column in self._columns]
        return "\t".join([unit.name, place, token, *cells, ""])

    def _cell(self, unit: _Unit, column: _Column) -> str:
        if of_span := column.of_span:
            claim = column.layer == CLAIM
            told = [
                (escape_value(of_span(span)) or NO_VALUE) + self._id(span)
                for span in unit.spans
                if _is_claim(span) is claim
            ]
        else:
            assert column.of_relation is not None
            said = column.of_relation
            reference = column.feature != "role"
            told = [
                said(one) if reference else escape_value(said(one)) or NO_VALUE
                for one in unit.relations
                if self._relation_layer(one) == column.layer
            ]
        return "|".join(told) or NOTHING

    def _id(self, span: FlatSpan) -> str:
        number = self._ids.get(span.id)
        return "" if number is None else f"[{number}]"


_BASES = {CLAIM_PART: CLAIM, LINK: "uima.tcas.Annotation"}


def _is_claim(span: FlatSpan) -> bool:
    return span.owner is None or span.owner.annotation.layer is Layer.CLAIM


def _claim_columns(spans: list[FlatSpan]) -> Iterator[_Column]:
    claims = [one.owner.annotation for one in spans if one.owner is not None and _is_claim(one)]
    names = sorted({name for one in claims for name in one.attributes if is_feature(name)})
    for name in names:
        yield _Column(CLAIM, name, of_span=partial(_attribute, name))
    yield _Column(CLAIM, "role", of_span=lambda span: _role_and_type(span)[0])
    yield _Column(CLAIM, "type", of_span=lambda span: _role_and_type(span)[1])


def _attribute(name: str, span: FlatSpan) -> str:
    return "" if span.owner is None else span.owner.annotation.attributes.get(name, "")


def _role_and_type(span: FlatSpan) -> tuple[str, str]:
    role, _, kind = span.label.removeprefix("claim.").partition(":")
    return role, kind
