"""WebAnno TSV 3 on its way in: sentences become a text, columns annotations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Layer
from curator.formats.base import Item, Problem, ReadOptions
from curator.formats.draft import Draft
from curator.formats.flat import regroup
from curator.formats.lines import Numbered, numbered
from curator.formats.units import Utf16
from curator.formats.webanno_cells import CLAIM, NAMED_ENTITY, unescape_text, values

_MARK = re.compile(r"#FORMAT=WebAnno TSV 3\.\d+\s*")
_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]+)(.*)")
_TOKEN = re.compile(r"(\d+-\d+)((?:\.\d+)*)")
_PLACE = re.compile(r"(\d+)-(\d+)")
_REFERENCE = re.compile(r"(\d+-\d+(?:\.\d+)*)")
_GRAMMAR = re.compile(
    r"de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(lexmorph|segmentation|syntax|transform)\..*"
)
_LABELS = ("value", "label", "type", "category", "kind")
_ROLES = frozenset(role.value for role in CLAIM_ROLES)


_Key = int | tuple[str, str, int]
"""What tells an annotation: its id; without one its layer, its line's name and where it stacks."""


@dataclass(frozen=True, slots=True)
class _Declared:
    """A layer: spans, or relations on a base; and in which columns its features stand."""

    name: str
    features: tuple[tuple[str, int], ...]
    base: str | None = None

    @property
    def short(self) -> str:
        """Its name without the package."""
        return self.name.rpartition(".")[2]


@dataclass(slots=True, eq=False)
class _Span:
    """An annotation that grows line by line; offsets in UTF-16 units of the text."""

    layer: _Declared
    start: int
    end: int
    line: int
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Relation:
    """A relation that leads to the unit in whose line it stands."""

    layer: _Declared
    line: int
    unit: str
    label: str = ""
    source: str = ""
    ids: tuple[int, int] = (0, 0)


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a document.

    Spans of every layer are entities, called by a feature named ``value``, ``label``, ``type`` …,
    else by their layer; their other features become attributes. ``webanno.custom.Claim`` is read
    as `curator.formats.webanno` writes it. Layers of grammar, chains and slots are left out, and
    told. Between two sentences there is what INCEpTION makes of it: nothing, or a line's end
    followed by blanks.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        The document, and a problem for each line and layer that is not read.
    """
    reading = _Reading(options)
    for line in numbered(path, options):
        if isinstance(line, Problem):
            yield line
            return
        if not reading.line(line):
            break
    yield from reading.items()


class _Reading:
    """A file under way."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._problems: list[Problem] = []
        self._broken = False
        self._hash = hashlib.sha256()
        self._size = 0
        self._layers: list[_Declared] = []
        self._columns = 0
        self._sentence: list[str] = []
        self._begun = False
        self._text = ""
        self._length = 0
        self._spans: dict[_Key, _Span] = {}
        self._on_unit: dict[tuple[str, str], _Span] = {}
        self._relations: dict[Any, _Relation] = {}
        self._said: list[tuple[int, int, int, str]] = []

    def line(self, line: Numbered) -> bool:
        """Take a line; return whether the file can be read on."""
        self._hash.update(line.raw)
        self._size += len(line.raw)
        words = line.words
        if line.number == 1:
            if not _MARK.fullmatch(words):
                self._break(line.number, "import.webanno_mark")
        elif words.startswith("#Text="):
            self._sentence.append(unescape_text(words.removeprefix("#Text=")))
        elif not self._begun and not self._sentence and (found := _LAYER.fullmatch(words)):
            self._declare(line.number, *found.groups())
        elif words.strip() and not words.startswith("#"):
            self._unit(line.number, words.split("\t"))
        return not self._broken

    def _break(self, line: int, code: str, **facts: Any) -> None:
        self._complain(line, code, **facts)
        self._broken = True

    def _complain(self, line: int, code: str, **facts: Any) -> None:
        self._problems.append(self._options.problem(line, code, **facts))

    def _declare(self, line: int, kind: str, name: str, rest: str) -> None:
        features = rest.removeprefix("|").split("|")
        columns = list(enumerate(features, start=3 + self._columns))
        self._columns += len(columns)
        slots = {place for place, one in columns if one.startswith("ROLE_")}
        slots |= {place + 1 for place in slots}
        if kind == "CH" or _GRAMMAR.fullmatch(name):
            self._complain(line, "import.layer_left_out", layer=name)
            return
        if slots:
            self._complain(line, "import.slots_left_out", layer=name)
        base = next((one[3:] for _, one in columns if one.startswith("BT_")), None)
        if base is not None and _GRAMMAR.fullmatch(base):
            self._complain(line, "import.layer_left_out", layer=name)
            return
        kept = tuple((one, place) for place, one in columns if place not in slots)
        self._layers.append(_Declared(name, kept, base if kind == "RL" else None))

    def _unit(self, line: int, cells: list[str]) -> None:
        name, place = _TOKEN.fullmatch(cells[0]), _PLACE.fullmatch(cells[1] if cells[1:] else "")
        if name is None or place is None or len(cells) < 3 + self._columns:
            expected = 3 + self._columns
            self._complain(line, "import.unit", columns=len(cells), expected=expected)
            return
        start, end = map(int, place.groups())
        if self._sentence:
            self._begin(line, start)
        if not self._broken:
            self._said.append((line, start, end, cells[2]))
            for layer in self._layers:
                (self._take if layer.base is None else self._relate)(
                    layer, line, cells, (start, end)
                )

    def _begin(self, line: int, start: int) -> None:
        """Add the sentence whose first token begins at a place (UTF-16 units)."""
        gap = start - self._length
        if gap < 0:
            self._break(line, "import.overlapping", start=start, end=self._length)
            return
        between = "\n" if gap and self._begun else ""
        told = " " * (gap - len(between)) + "\n".join(self._sentence)
        self._text += between + told
        self._length += len(between) + len(told.encode("utf-16-le", "surrogatepass")) // 2
        self._begun, self._sentence = True, []

    def _take(self, layer: _Declared, line: int, cells: list[str], place: tuple[int, int]) -> None:
        """Take the spans of a layer that cover a unit."""
        for feature, column in layer.features:
            for number, value in enumerate(values(cells[column])):
                key: _Key = value.id or (layer.name, cells[0], number)
                span = self._spans.get(key)
                if span is None or span.layer is not layer:
                    span = self._spans[key] = _Span(layer, *place, line)
                span.start, span.end = min(span.start, place[0]), max(span.end, place[1])
                if value.words is not None:
                    span.values[feature] = value.words
                self._on_unit.setdefault((layer.name, cells[0]), span)

    def _relate(
        self, layer: _Declared, line: int, cells: list[str], place: tuple[int, int]
    ) -> None:
        """Take the relations of a layer that lead to a unit; its place does not matter."""
        del place
        for feature, column in layer.features:
            for number, value in enumerate(values(cells[column])):
                key = (layer.name, cells[0], number)
                one = self._relations.setdefault(key, _Relation(layer, line, cells[0]))
                if feature.startswith("BT_"):
                    one.source, one.ids = value.words or "", (value.id, value.other)
                elif value.words and not one.label:
                    one.label = value.words

    def items(self) -> Iterator[Item]:
        """Yield the document, and what was wrong."""
        found = [] if self._broken else list(self._document())
        documents = [item for item in found if not isinstance(item, Problem)]
        problems = [item for item in found if isinstance(item, Problem)]
        yield from documents
        yield from sorted(self._problems + problems, key=lambda one: one.line or 0)

    def _document(self) -> Iterator[Item]:
        draft = Draft(self._options, self._text)
        names = {layer.name for layer in self._layers if layer.base is None}
        draft.has(*([Layer.ENTITY] if names - {CLAIM} else []), *([Layer.CLAIM] * (CLAIM in names)))
        at = Utf16(self._text)
        for line, start, end, token in self._said:
            low, high = at.to_code_points(start), at.to_code_points(end)
            fits = None not in {low, high} and high <= len(self._text)
            there = self._text[low:high] if fits else None
            if there not in {token, unescape_text(token)}:
                self._complain(line, "import.token", token=token, there=there or "", start=start)
        ids = {span: str(number) for number, span in enumerate(self._ordered(), start=1)}
        lines = {ids[span]: span.line for span in self._spans.values()}
        made = regroup(
            [self._thing(one, ids[one], at) for one in self._ordered()],
            [found for one in self._relations.values() if (found := self._ends(one, ids))],
        )
        for layer, things in ((Layer.ENTITY, made.spans), (Layer.CLAIM, made.claims)):
            for thing in things:
                draft.add(layer, thing, line=lines[thing["id"]])
        if self._options.annotations != "ignore":
            for code, facts in made.complaints:
                line = lines.get(facts.get("annotation", ""), 1)
                draft.complain(line, code, document=self._options.source.stem, **facts)
        yield from draft.items((self._hash.hexdigest(), self._size))

    def _ordered(self) -> list[_Span]:
        return sorted(self._spans.values(), key=lambda one: (one.start, -one.end, one.line))

    def _thing(self, span: _Span, name: str, at: Utf16) -> dict[str, Any]:
        """Return a span as our JSONL has it."""
        told = dict(span.values)
        if span.layer.name == CLAIM and told.get("role") in _ROLES:
            role, kind = told.pop("role"), told.pop("type", None)
            label = f"claim.{role}" + ("" if kind is None else f":{kind}")
        else:
            named = next((one for one in _LABELS if told.get(one)), None)
            label = span.layer.short if named is None else told.pop(named)
        start, end = at.to_code_points(span.start), at.to_code_points(span.end)
        thing = {"id": name, "start": start, "end": end, "label": label}
        return thing | ({"attributes": told} if told else {})

    def _ends(self, one: _Relation, ids: dict[_Span, str]) -> tuple[Any, Any, str] | None:
        """Return the ids of what a relation leads from and to, and its label."""
        base = one.layer.base or NAMED_ENTITY
        source, target = (
            self._spans.get(number) if number else self._on_unit.get((base, unit))
            for number, unit in ((one.ids[0], one.source), (one.ids[1], one.unit))
        )
        if source is None or target is None or not _REFERENCE.fullmatch(one.source):
            self._complain(
                one.line,
                "import.relation_left_out",
                document=self._options.source.stem,
                label=one.label or one.layer.short,
            )
            return None
        return ids[source], ids[target], one.label or one.layer.short
