"""Spans and claims of our JSONL as flat rows, each checked against its text."""

from __future__ import annotations

from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Layer, Part, Proposal, Role, State, check_parts
from curator.domain.canonical import canonical
from curator.domain.faults import Bug
from curator.domain.snapshot import plain_proposal
from curator.domain.text import Normalised, normalise
from curator.formats.attributes import attributes_as_words, attributes_json
from curator.formats.base import Row
from curator.formats.outgoing import CANDIDATE
from curator.formats.strict_json import Malformed, check_kept

_ENTITY = Layer.ENTITY.value
_CLAIM = Layer.CLAIM.value
_ROLES = tuple((order, role.value) for order, role in enumerate(CLAIM_ROLES))
_CUE = Role.CUE.value
_CONTENT = Role.CONTENT.value
_STATES = frozenset({*(state.value for state in State), CANDIDATE})
_NO_GOLD = (State.REJECTED.value, State.UNSURE.value)
_NUMBERS = (float, int)

_COMMON = {"id", "label", "state", "score", "confidence", "suggester", "attributes"}
_RARE = {"links", "pattern", "reason", "proposed", "comment"}
_BARE = frozenset({"start", "end", "label", "quote"})
_USUAL = {
    _ENTITY: frozenset(_COMMON | _BARE),
    _CLAIM: frozenset(_COMMON | {role for _, role in _ROLES}),
}
_KNOWN = {layer: usual | _RARE for layer, usual in _USUAL.items()}
_Placed = tuple[int, int, int, str]
"""Start, end (code points of the text), rank of the role, role: sorts into reading order."""

_end = itemgetter(1)

_NO_RARE = (None,) * 6
_NOTHING = [None] * (len(Row._fields) - 5)


class _Unfit(Exception):
    """An annotation that cannot go in; its argument is the reason's name."""


class AnnotationRows:
    """The annotations of one document on their way into rows.

    Attributes:
        rows: lists in the order of `Row`, as they came.
        complaints: code and facts of what was left out.
    """

    def __init__(
        self, normalised: Normalised, *, source_length: int, states: bool, gold: bool = False
    ) -> None:
        """Take the text that they lie in.

        Args:
            normalised: the text with what normalising took away.
            source_length: code points of the text before that, which offsets count.
            states: whether a given state matters, so that an unknown one is refused.
            gold: whether all of it comes in as gold; what is rejected or unsure is left out then.
        """
        self.rows: list[list[Any]] = []
        self.complaints: list[tuple[str, dict[str, Any]]] = []
        self._normalised = normalised
        self._text = normalised.text
        self._moved = bool(normalised.removed)
        self._length = source_length
        self._states = states
        self._gold = gold
        self._at: dict[str, Any] = {}

    def add(self, layer: Layer, things: list[Any]) -> None:
        """Take the spans or the claims of a line."""
        read = self._entity if layer is Layer.ENTITY else self._claim
        for number, thing in enumerate(things, start=1):
            if self._gold and isinstance(thing, dict) and thing.get("state") in _NO_GOLD:
                name = thing.get("id") or f"{layer.value} {number}"
                facts = {"annotation": str(name), "state": thing["state"]}
                self.complaints.append(("import.no_gold", facts))
                continue
            try:
                self.rows.append(read(thing))
            except _Unfit as unfit:
                self._complain(layer, number, thing, "import.annotation_left_out", unfit.args[0])
            if self._at:
                for key in self._at:
                    self._complain(layer, number, thing, "import.value_left_out", key)
                self._at = {}

    def _complain(self, layer: Layer, number: int, thing: Any, code: str, reason: str) -> None:
        name = thing.get("id") if isinstance(thing, dict) else None
        facts = {"layer": layer.value, "number": number, "reason": reason}
        if isinstance(name, str | int):
            facts["annotation"] = str(name)
        self.complaints.append((code, facts))

    def _entity(self, span: Any) -> list[Any]:
        if type(span) is not dict:
            raise _Unfit("not_an_object")
        start, end = self._place(span.get("start"), span.get("end"))
        label = span.get("label")
        if type(label) is not str or not label.strip():
            raise _Unfit("label")
        quote = self._text[start:end]
        given = span.get("quote")
        if given is not None and given != quote:
            self._compare(given, quote)
        head = [_ENTITY, label, start, end, quote]
        if span.keys() <= _BARE:
            return head + _NOTHING
        given = span.get("attributes")
        attributes = self._attributes(given) if given else {}
        kept = attributes_json(**attributes) if attributes else None
        return self._whole(head, None, kept, span)

    def _claim(self, claim: Any) -> list[Any]:
        if type(claim) is not dict:
            raise _Unfit("not_an_object")
        parts: list[_Placed] = []
        for order, role in _ROLES:
            if spans := claim.get(role):
                parts += self._parts(order, role, spans)
        parts.sort()
        given = claim.get("attributes")
        attributes = self._attributes(given) if given else {}
        label = claim.get("label")
        if label is None:
            label = attributes.pop("claim_type", None)
        if label is not None and (type(label) is not str or not label.strip()):
            raise _Unfit("label")
        head = [_CLAIM, label, *self._extent(parts)]
        kept = attributes_json(**attributes) if attributes else None
        return self._whole(head, self._parts_json(parts), kept, claim)

    def _extent(self, parts: list[_Placed]) -> tuple[int, int, str]:
        """Return start, end and quote of a claim."""
        anchor = None
        for part in parts:
            if part[3] == _CUE:
                anchor = part
                break
            if anchor is None and part[3] == _CONTENT:
                anchor = part
        if anchor is None:
            raise _Unfit("no_cue_and_no_content")
        return parts[0][0], max(parts, key=_end)[1], self._text[anchor[0] : anchor[1]]

    def _parts_json(self, parts: list[_Placed]) -> str:
        text = self._text
        written = [
            f'["{role}",{start},{end},{encode_basestring(text[start:end])}]'
            for start, end, _, role in parts
        ]
        return f"[{','.join(written)}]"

    def _parts(self, order: int, role: str, spans: Any) -> list[_Placed]:
        if type(spans) is not list:
            raise _Unfit("span")
        parts = []
        for pair in spans:
            if type(pair) is not list or len(pair) != 2:
                raise _Unfit("span")
            parts.append((*self._place(*pair), order, role))
        return parts

    def _place(self, start: Any, end: Any) -> tuple[int, int]:
        """Return where a span of the source lies in the text (code points)."""
        if type(start) is not int or type(end) is not int:
            raise _Unfit("offset")
        if not 0 <= start < end <= self._length:
            raise _Unfit("empty" if start == end else "outside")
        if self._moved:
            start, end = self._normalised.to_text(start), self._normalised.to_text(end)
            if start >= end:
                raise _Unfit("empty")
        return start, end

    def _compare(self, given: Any, quote: str) -> None:
        """Compare words as the sender has them, with line ends of the sender's."""
        if type(given) is not str or normalise(given).text != normalise(quote).text:
            raise _Unfit("quote")

    def _whole(
        self, head: list[Any], parts: str | None, kept: str | None, thing: dict[str, Any]
    ) -> list[Any]:
        """Add what spans and claims have in common; a value that is missing costs no call."""
        get = thing.get
        if (state := get("state")) is not None and (type(state) is not str or state not in _STATES):
            if self._states:
                raise _Unfit("state")
            state = None
        if (suggester := get("suggester")) is not None:
            suggester = self._words("suggester", suggester)
        if (score := get("score")) is not None:
            score = self._share("score", score)
        if (confidence := get("confidence")) is not None:
            confidence = self._share("confidence", confidence)
        sender = get("id")
        if type(sender) is not str or not sender:
            sender = self._name(sender)
        rare = _NO_RARE if thing.keys() <= _USUAL[head[0]] else self._rare(thing, head[0])
        pattern, reason, links, extra, proposed, comment = rare
        row = [*head, parts, kept, state, suggester, score, confidence]
        row += (pattern, reason, sender, links, extra, proposed, comment)
        return row

    def _rare(self, thing: dict[str, Any], layer: str) -> tuple[str | None, ...]:
        get = thing.get
        return (
            self._words("pattern", get("pattern")),
            self._words("reason", get("reason")),
            self._links(get("links")),
            self._extra(thing, layer),
            self._proposed(get("proposed"), Layer(layer)),
            self._words("comment", get("comment")),
        )

    def _words(self, key: str, value: Any) -> str | None:
        if value is None or type(value) is str:
            return value or None
        self._at[key] = True
        return None

    def _share(self, key: str, value: Any) -> float | None:
        if type(value) in _NUMBERS and 0 <= value <= 1:
            return float(value)
        self._at[key] = True
        return None

    def _name(self, value: Any) -> str | None:
        if type(value) is int:
            return str(value)
        if value is not None:
            self._at["id"] = True
        return None

    def _attributes(self, value: Any) -> dict[str, str]:
        try:
            return attributes_as_words(value)
        except Malformed:
            self._at["attributes"] = True
            return {}

    def _links(self, value: Any) -> str | None:
        if not value:
            return None
        links: list[list[str]] = []
        try:
            for role, targets in value.items():
                for target in targets if isinstance(targets, list) else [targets]:
                    if type(target) not in {str, int}:
                        raise TypeError
                    links.append([role, str(target)])
        except (AttributeError, TypeError):
            self._at["links"] = True
            return None
        return canonical(links)

    def _extra(self, thing: dict[str, Any], layer: str) -> str | None:
        extra = {key: value for key, value in thing.items() if key not in _KNOWN[layer]}
        try:
            check_kept(extra)
        except Malformed:
            self._at["extra"] = True
            return None
        return canonical(extra) if extra else None

    def _proposed(self, value: Any, layer: Layer) -> str | None:
        if value is None:
            return None
        try:
            places = [(Role(role), *self._place(*place)) for role, *place in value["parts"]]
            parts = tuple(Part(*place) for place in places)
            check_parts(layer, parts)
            attributes = attributes_as_words(value.get("attributes", {}))
            proposal = Proposal(_label(value["label"]), parts, attributes)
        except (_Unfit, Malformed, Bug, KeyError, TypeError, ValueError, AttributeError):
            self._at["proposed"] = True
            return None
        return canonical(plain_proposal(proposal))


def _label(value: Any) -> str:
    if type(value) is not str or not value.strip():
        raise _Unfit("label")
    return value
