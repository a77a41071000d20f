"""A UIMA CAS becomes a document: spans, relations and slots of any layer, and what is ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from curator.domain.annotation import CLAIM_ROLES
from curator.formats.assembling import Given
from curator.formats.cas_types import CLAIM, DETAILS, DOCUMENT, META, OURS
from curator.formats.strict_json import Malformed, parse

if TYPE_CHECKING:
    from cassis import Cas

_GRAMMAR = re.compile(
    r"de\.tudarmstadt\.ukp\.(dkpro\.core\.api\.(lexmorph|segmentation|syntax|transform|coref)"
    r"|clarin\.webanno\.api\.type)\..*|uima\.tcas\.Document.*|org\.dkpro\.core\.api\.xml\..*"
)
_SEGMENTS = re.compile(
    r".*\.segmentation\.type\..*|uima\.tcas\..*|.*\.CASMetadata|.*\.api\.xml\..*"
)
_LABELS = ("value", "label", "type", "category", "kind")
_CLAIMS = frozenset({CLAIM, "webanno.custom.Claim"})
_ROLES = frozenset(role.value for role in CLAIM_ROLES)
_PLACE = frozenset({"begin", "end", "sofa"})
_ENDS = (("Governor", "Dependent"), ("source", "target"))


class CasReading:
    """What a CAS says of its document.

    Attributes:
        document: meta, extra, reviewed and layers as we wrote them; empty in a stranger's.
        title, id, uri, language: of the document, as DKPro has them.
    """

    def __init__(self, cas: Cas) -> None:
        """Take a CAS; of several views the first with words counts."""
        views = [cas.get_view(view.sofa.sofaID) for view in cas.views]
        self._view = next((one for one in views if one.sofa_string), cas)
        self._names: dict[int, str] = {}
        self._details: dict[int, dict[str, Any]] = {}
        self.document: dict[str, str] = {}
        self.title = self.id = self.uri = self.language = ""
        self._spans: list[Any] = []
        self._relations: list[Any] = []
        self._left_out: set[str] = set()
        for one in self._view.select_all_annotations():
            self._sort(one)
        self._name()

    def _sort(self, one: Any) -> None:
        kind = one.type.name
        values = dict(_features(one))
        if kind in {META, "uima.tcas.DocumentAnnotation"}:
            self.title = values.get("documentTitle") or self.title
            self.id = values.get("documentId") or self.id
            self.uri = values.get("documentUri") or self.uri
            told = values.get("language") or ""
            self.language = self.language if told in {"", "x-unspecified"} else told
        elif kind == DOCUMENT:
            self.document = {key: value for key, value in values.items() if value is not None}
        elif kind == DETAILS:
            if values.get("of") is not None:
                self._details[id(values["of"])] = values
        elif _GRAMMAR.fullmatch(kind):
            if not _SEGMENTS.fullmatch(kind):
                self._left_out.add(kind)
        elif _ends(values) is not None:
            self._relations.append(one)
        else:
            self._spans.append(one)

    def _name(self) -> None:
        """Give each span an id: ours as it was, a stranger's its number in the file."""
        taken: set[str] = set()
        for one in self._spans:
            name = str(self._details.get(id(one), {}).get("id") or f"x{one.xmiID}")
            while name in taken:
                name += "'"
            taken.add(name)
            self._names[id(one)] = name

    def fill(self, given: Given) -> None:
        """Add spans and relations, and what is left out of them."""
        for one in self._spans:
            given.spans.append(self._span(one, given))
        for one in self._relations:
            values = dict(_features(one))
            ends = [self._names.get(id(end)) for end in _ends(values) or ()]
            told = [
                value
                for name, value in values.items()
                if isinstance(value, str) and value and name not in _PLACE
            ]
            role = values.get("role")
            label = role if isinstance(role, str) else next(iter(told), _short(one))
            given.relations.append((ends[0], ends[1], label))
        for layer in sorted(self._left_out):
            given.complain("import.layer_left_out", layer=layer)

    def _span(self, one: Any, given: Given) -> dict[str, Any]:
        """Return a span as our JSONL has it."""
        values = dict(_features(one))
        told: dict[str, Any] = {}
        name = self._names[id(one)]
        for feature, value in values.items():
            if feature in _PLACE or value is None:
                continue
            if isinstance(value, str | int | float | bool):
                told[feature] = value
            elif slots := list(self._slots(value)):
                given.relations += [(name, target, role or feature) for role, target in slots]
            else:
                given.complain("import.feature_left_out", feature=feature, annotation=name)
        label = self._label(one, told)
        span = {"id": name, "start": one.begin, "end": one.end, "label": label}
        return span | self._known(one, told, given)

    def _label(self, one: Any, told: dict[str, Any]) -> str:
        if one.type.name in _CLAIMS and told.get("role") in _ROLES:
            kind = told.pop("value", None) or told.pop("type", None)
            return f"claim.{told.pop('role')}" + ("" if kind is None else f":{kind}")
        named = next((key for key in _LABELS if isinstance(told.get(key), str) and told[key]), None)
        return _short(one) if named is None else told.pop(named)

    def _known(self, one: Any, told: dict[str, Any], given: Given) -> dict[str, Any]:
        """Return attributes, and what our details say."""
        details = self._details.get(id(one), {})
        known = {
            key: details[key]
            for key in ("state", "score", "confidence", "suggester")
            if details.get(key) is not None
        }
        more = _object(details.get("more"), given, "more")
        attributes = more.pop("attributes", None)
        told |= attributes if isinstance(attributes, dict) else {}
        return known | more | ({"attributes": told} if told else {})

    def _slots(self, value: Any) -> Iterator[tuple[str, str]]:
        """Yield roles and targets of what INCEpTION calls slots, and of references."""
        elements = getattr(value, "elements", None)
        for link in elements if isinstance(elements, list) else [value]:
            target = getattr(link, "target", link)
            if (name := self._names.get(id(target))) is not None:
                role = getattr(link, "role", None)
                yield role if isinstance(role, str) and link is not target else "", name

    def own(self, given: Given) -> dict[str, Any]:
        """Return ``meta`` and ``extra`` of a document that we wrote."""
        return {key: _object(self.document.get(key), given, key) for key in ("meta", "extra")}

    @property
    def text(self) -> str:
        """The words of the document."""
        return self._view.sofa_string or ""

    @property
    def ours(self) -> bool:
        """Whether we wrote it."""
        return bool(self.document)

    @property
    def has_claims(self) -> bool:
        """Whether there is a layer of claims with something in it."""
        return any(one.type.name in OURS & _CLAIMS for one in self._spans)


def _features(one: Any) -> Iterator[tuple[str, Any]]:
    """Yield features by the names that they have in the file."""
    for feature in one.type.all_features:
        name = feature.name
        yield name.removesuffix("_") if name in {"self_", "type_"} else name, one.get(name)


def _ends(values: dict[str, Any]) -> tuple[Any, Any] | None:
    """Return what a relation leads from and to; None for what is none."""
    for keys in _ENDS:
        ends = tuple(values.get(key) for key in keys)
        if all(hasattr(end, "begin") for end in ends):
            return ends[0], ends[1]
    return None


def _short(one: Any) -> str:
    return str(one.type.name).rpartition(".")[2]


def _object(words: Any, given: Given, key: str) -> dict[str, Any]:
    if not words:
        return {}
    try:
        value = parse(words)
    except Malformed:
        value = None
    if not isinstance(value, dict):
        given.complain("import.key_left_out", key=key)
        return {}
    return value
