"""brat standoff, read: an `.ann` file with the `.txt` file beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from curator.domain.annotation import CLAIM_ROLES, Layer, Role
from curator.formats.base import LONGEST, Item, Problem, ReadOptions
from curator.formats.draft import Draft
from curator.formats.lines import Numbered, numbered
from curator.formats.strict_json import Malformed, parse

EVENT, NO_CUE, STATE, LABEL = "Attribution", "NoCue", "State", "Label"
"""How a claim is called, and attributes that say what it or an entity is."""
KEPT = "Curator"
"""The type of notes that keep what brat has no word for, as JSON."""

_BOUND = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_ROLES = {role.value: role.value for role in CLAIM_ROLES if role is not Role.CUE}
_CONFIGURATION = re.compile(r"(?:annotation|visual|tools|kb_shortcuts)\.conf")
_UNSAFE = re.compile(r"[^\w-]+")


def is_companion(path: Path) -> bool:
    """Whether a file is read along with an `.ann` file, or tells brat how to show them."""
    if path.suffix.lower() == ".txt":
        return path.with_suffix(".ann").is_file()
    return bool(_CONFIGURATION.fullmatch(path.name))


class _Bound(NamedTuple):
    """A text-bound annotation: its type, its pieces [start, end) in code points, its line."""

    kind: str
    pieces: list[list[int]]
    line: int


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a pair.

    Entities come in as they are, one with gaps from its first to its last character, which is
    told. Events with sources, contents, addressees or media are claims; other events, relations
    of events, normalisations and equivalences are told and left out.

    Args:
        path: of the `.ann` file.
        options: how it is called, and what becomes of annotations.

    Yields:
        The document, and a problem for each line that does not go in.
    """
    beside = path.with_suffix(".txt")
    try:
        if beside.stat().st_size > LONGEST:
            yield options.problem(None, "import.too_long", limit=LONGEST)
            return
        raw = beside.read_bytes()
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield options.problem(None, "import.not_utf8", at=error.start)
        return
    except OSError:
        yield options.problem(None, "import.no_pair", pair=beside.name)
        return
    reading = _Reading(Draft(options, text), text)
    for line in numbered(path, options):
        if isinstance(line, Problem):
            yield line
        elif line.words.strip():
            reading.take(line)
    reading.settle()
    yield from reading.draft.items(raw)


class _Reading:
    """One `.ann` file under way; what lines say of others is known only at its end."""

    def __init__(self, draft: Draft, text: str) -> None:
        self.draft = draft
        self._text = text
        self._bounds: dict[str, _Bound] = {}
        self._events: dict[str, tuple[str, list[tuple[str, str]], int]] = {}
        self._relations: list[tuple[str, str, str, int]] = []
        self._said: dict[str, list[tuple[str, str, int]]] = {}
        self._kept: dict[str, dict[str, Any]] = {}

    def take(self, line: Numbered) -> None:
        """Take a line."""
        name, _, words = line.words.partition("\t")
        taken = False
        match name[:1]:
            case "T":
                taken = self._bound(name, words, line.number)
            case "E":
                taken = self._event(name, words, line.number)
            case "A" | "M":
                kind, _, rest = words.strip().partition(" ")
                target, _, value = rest.partition(" ")
                self._said.setdefault(target, []).append((kind, value, line.number))
                taken = bool(target)
            case "R":
                taken = self._relation(words, line.number)
            case "#":
                taken = self._note(words)
            case "N" | "*":
                self.draft.complain(line.number, "import.brat_left_out", annotation=name)
                return
        if not taken:
            self.draft.complain(line.number, "import.brat_line", said=line.words)

    def _bound(self, name: str, words: str, line: int) -> bool:
        head, _, quote = words.partition("\t")
        found = _BOUND.fullmatch(head)
        if found is None:
            return False
        pieces = [[int(place) for place in one.split()] for one in found[2].split(";")]
        there = " ".join(self._text[start:end] for start, end in pieces)
        if quote and " ".join(quote.split()) != " ".join(there.split()):
            self.draft.complain(line, "import.brat_quote", annotation=name, quote=quote)
            return True
        self._bounds[name] = _Bound(found[1], self._joined(pieces), line)
        return True

    def _joined(self, pieces: list[list[int]]) -> list[list[int]]:
        """Join pieces that only the end of a line parts."""
        whole: list[list[int]] = []
        for start, end in pieces:
            between = self._text[whole[-1][1] : start] if whole else ""
            if "\n" in between and not between.strip("\r\n"):
                whole[-1][1] = end
            else:
                whole.append([start, end])
        return whole

    def _event(self, name: str, words: str, line: int) -> bool:
        pairs = [tuple(word.split(":", 1)) for word in words.split()]
        if not pairs or any(len(pair) != 2 for pair in pairs):
            return False
        (_, trigger), *arguments = pairs
        self._events[name] = (trigger, [(role, target) for role, target in arguments], line)
        return True

    def _relation(self, words: str, line: int) -> bool:
        found = re.fullmatch(r"(\S+) \S+:(\S+) \S+:(\S+)\s*", words)
        if found is None:
            return False
        self._relations.append((found[2], found[1], found[3], line))
        return True

    def _note(self, words: str) -> bool:
        head, _, note = words.partition("\t")
        kind, _, target = head.partition(" ")
        known = self._kept.setdefault(target, {})
        if kind != KEPT:
            known["comment"] = f"{known['comment']}\n{note}" if "comment" in known else note
            return bool(target)
        try:
            value = parse(note)
        except Malformed:
            return False
        if isinstance(value, dict):
            self._kept[target] = {**known, **value}
        return isinstance(value, dict)

    def settle(self) -> None:
        """Add the annotations to the draft."""
        self.draft.has(Layer.ENTITY)
        ids = {name: str(self._kept.get(name, {}).get("id", name)) for name in self._named()}
        for head, role, target, line in self._relations:
            if head in ids and target in ids:
                links = self._kept.setdefault(head, {}).setdefault("links", {})
                links.setdefault(role, []).append(ids[target])
            else:
                self.draft.complain(line, "import.relation_left_out", label=role)
        claims = {name: self._claim(name) for name in self._events}
        used = {
            target
            for name, claim in claims.items()
            if claim is not None
            for target in (self._events[name][0], *(to for _, to in self._events[name][1]))
            if target in self._bounds and self._bounds[target].kind in _PARTS
        }
        for name, bound in self._bounds.items():
            if name not in used:
                self._entity(name, bound)
        for name, claim in claims.items():
            line = self._events[name][2]
            if claim is None:
                self.draft.complain(line, "import.brat_left_out", annotation=name)
            else:
                self.draft.add(Layer.CLAIM, self._whole(name, claim, EVENT), line=line)

    def _named(self) -> Iterator[str]:
        yield from self._bounds
        yield from self._events

    def _entity(self, name: str, bound: _Bound) -> None:
        start, end = bound.pieces[0][0], bound.pieces[-1][1]
        if len(bound.pieces) > 1:
            self.draft.complain(bound.line, "import.gaps", annotation=name)
        thing = {"start": start, "end": end, "label": bound.kind}
        self.draft.add(Layer.ENTITY, self._whole(name, thing, bound.kind), line=bound.line)

    def _claim(self, name: str) -> dict[str, Any] | None:
        """Return a claim's parts; None where an event is no claim."""
        trigger, arguments, _ = self._events[name]
        claim: dict[str, Any] = {}
        for role, target in arguments:
            known = _ROLES.get(role.rstrip("0123456789").lower())
            if known and target in self._bounds:
                claim.setdefault(known, []).extend(self._bounds[target].pieces)
        if trigger not in self._bounds or not (claim or self._bounds[trigger].kind == EVENT):
            return None
        if not any(kind == NO_CUE for kind, _, _ in self._said.get(name, ())):
            claim["cue"] = self._bounds[trigger].pieces
        return claim

    def _whole(self, name: str, thing: dict[str, Any], kind: str) -> dict[str, Any]:
        """Add what attributes and notes say; a label of ours counts while it fits brat's."""
        kept = dict(self._kept.get(name, {}))
        label = kept.pop("label", None)
        attributes = dict(kept.pop("attributes", {}))
        thing = {"id": name, **thing, **kept}
        for key, value, _ in self._said.get(name, ()):
            if key == STATE:
                thing["state"] = value
            elif key == LABEL:
                kind = thing["label"] = value
            elif key != NO_CUE:
                attributes[key] = value or "true"
        if isinstance(label, str) and _UNSAFE.sub("_", label) == kind:
            thing["label"] = label
        if attributes:
            thing["attributes"] = attributes
        if kept and "state" not in thing:
            thing["state"] = "accepted"
        return thing


_PARTS = frozenset({EVENT, *(role.capitalize() for role in _ROLES)})
"""Types of spans that are parts of a claim and nothing else."""
