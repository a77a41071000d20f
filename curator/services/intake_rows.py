"""Annotations that come along with an import become rows, decided ones decisions too."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from curator.domain.annotation import Layer, State
from curator.domain.canonical import canonical
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.import_plan import ImportPlan
from curator.domain.scheme import Scheme
from curator.formats.base import Incoming, Problem
from curator.store import annotations as stored
from curator.store import documents, incoming, log, schemes
from curator.store.transaction import Tx

IMPORTED = "imported"
"""The suggester of an imported suggestion whose sender names none."""

CANDIDATE = "candidate"
"""The state of a candidate in our own format."""

_SUGGESTED = State.SUGGESTED.value

_VERDICT = {
    State.ACCEPTED: Verdict.ACCEPT,
    State.REJECTED: Verdict.REJECT,
    State.UNSURE: Verdict.UNSURE,
}


@dataclass(slots=True)
class Settled:
    """What the rows of a chunk came to."""

    decisions: list[log.Decision] = field(default_factory=list)
    annotations: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


class Rows:
    """Collects the rows of a chunk and writes them at once.

    Attributes:
        scheme: in force for the chunk.
    """

    def __init__(self, tx: Tx, plan: ImportPlan, *, scheme: Scheme) -> None:
        """Begin a chunk inside a writing transaction."""
        self._tx = tx
        self._plan = plan
        self.scheme = scheme
        self._labels = {
            layer.value: {label.name for label in part.labels}
            for layer, part in scheme.layers.items()
        }
        self._defaults = {layer.value: part.default for layer, part in scheme.layers.items()}
        self._thresholds = {layer.value: part.shown_from for layer, part in scheme.layers.items()}
        self._next = stored.next_id(tx)
        self._rows: list[tuple[Any, ...]] = []
        self._candidates: list[tuple[Any, ...]] = []
        self._links: list[tuple[int, str, int]] = []
        self._closed: list[tuple[int, Layer]] = []
        self._suggesters: dict[tuple[str, str], int] = {}
        self._settled = Settled()

    def add(self, document_id: int, item: Incoming, *, blind: bool) -> None:
        """Take the annotations of one document in."""
        ids: dict[str, int] = {}
        linked: list[tuple[int, str]] = []
        waiting: list[tuple[int, str | None]] = []
        first = len(self._settled.decisions)
        for raw in item.annotations:
            held = len(self._candidates)
            number = self._annotation(document_id, item, raw, blind=blind)
            if number is None:
                waiting += [(place, raw[14]) for place in range(held, len(self._candidates))]
                continue
            if raw[13] is not None:
                ids[raw[13]] = number
            if raw[14] is not None:
                linked.append((number, raw[14]))
        if linked:
            self._link(linked, ids, first)
        for place, links in waiting:
            if links is not None and (pairs := _pairs(links, ids)):
                self._candidates[place] = (*self._candidates[place][:-1], canonical(pairs))
        self._close(document_id, item)

    def write(self) -> Settled:
        """Write everything collected."""
        incoming.insert_rows(self._tx, self._rows)
        incoming.insert_candidate_rows(self._tx, self._candidates)
        incoming.insert_links(self._tx, self._links)
        documents.set_reviewed(self._tx, self._closed, reviewed=True)
        return self._settled

    def _annotation(
        self, document_id: int, item: Incoming, raw: list[Any], *, blind: bool
    ) -> int | None:
        """Collect one annotation; return its id, None when it is a candidate or refused."""
        layer, label = raw[0], raw[1] or self._defaults.get(raw[0], "")
        if label not in self._labels.get(layer, ()):
            facts = {"label": label, "layer": layer}
            self._refuse(item, "import.label", facts)
            return None
        state = self._state(item, raw)
        if state is None:
            return None
        self._settled.annotations[layer] += 1
        if state == CANDIDATE or (state == _SUGGESTED and self._held_back(raw, blind=blind)):
            why = "blind" if blind else "below"
            self._candidates.append(self._candidate_row(document_id, layer, label, raw, why))
            return None
        number = self._next
        self._next += 1
        named = raw[8] is not None or state == _SUGGESTED
        suggester = self._suggester(layer, raw[8] or IMPORTED) if named else None
        reason = raw[12] if state == State.REJECTED else None
        self._rows.append(
            (
                number, document_id, layer, label, raw[2], raw[3], raw[4], raw[5], raw[6], state,
                suggester, raw[9], raw[10], raw[11], reason, raw[16], raw[17], raw[13], raw[15],
                None,
            )
        )  # fmt: skip
        if state != _SUGGESTED or raw[16] or raw[17]:
            self._decide(self._rows[-1], item.digest)
        return number

    def _state(self, item: Incoming, raw: list[Any]) -> str | None:
        match self._plan.annotations:
            case "suggestions":
                return _SUGGESTED
            case "gold":
                return State.ACCEPTED.value
        state = raw[7] or _SUGGESTED
        if state in (*_VERDICT, State.SUGGESTED, CANDIDATE):
            return str(state)
        self._refuse(item, "import.state", {"state": state})
        return None

    def _held_back(self, raw: list[Any], *, blind: bool) -> bool:
        confidence = raw[10] if raw[10] is not None else raw[9]
        return blind or (confidence is not None and confidence < self._thresholds[raw[0]])

    def _candidate_row(
        self, document_id: int, layer: str, label: str, raw: list[Any], why: str
    ) -> tuple[Any, ...]:
        score = raw[9] if raw[9] is not None else 1.0
        confidence = raw[10] if raw[10] is not None else score
        suggester = self._suggester(layer, raw[8] or IMPORTED)
        return (
            document_id, layer, label, raw[2], raw[3], raw[4], raw[5], raw[6], suggester, score,
            confidence, raw[11], why, raw[13], raw[15], None, raw[17], None,
        )  # fmt: skip

    def _suggester(self, layer: str, name: str) -> int:
        key = (layer, name)
        if key not in self._suggesters:
            row = schemes.suggester(
                self._tx, name=name, version="", layer=Layer(layer), recipe={"from": "import"}
            )
            self._suggesters[key] = row.id
        return self._suggesters[key]

    def _decide(self, row: tuple[Any, ...], digest: str) -> None:
        """Log the state that an annotation came with."""
        state = State(row[9])
        verdict = _VERDICT.get(state, Verdict.RESTORE)
        if verdict is Verdict.ACCEPT and row[10] is None:
            verdict = Verdict.ADD
        self._settled.decisions.append(
            log.Decision(
                subject=Subject.ANNOTATION,
                subject_id=row[0],
                verdict=verdict,
                how=How.IMPORT,
                reason=row[14],
                after=_snapshot(row),
                suggester_id=row[10],
                score=row[11],
                confidence=row[12],
                document_id=row[1],
                text_digest=digest,
            )
        )

    def _link(self, linked: list[tuple[int, str]], ids: dict[str, int], first: int) -> None:
        """Turn links by the sender's ids into links by ours, in the decisions too."""
        decided = {one.subject_id: one for one in self._settled.decisions[first:]}
        for number, links in linked:
            pairs = _pairs(links, ids)
            self._links += [(number, role, target) for role, target in pairs]
            if pairs and number in decided:
                decided[number].after["links"] = [list(pair) for pair in pairs]

    def _close(self, document_id: int, item: Incoming) -> None:
        """Close the layers that gold comes with, or that the sender says were closed."""
        gold = self._plan.annotations == "gold"
        names = item.layers if gold else item.reviewed or []
        if self._plan.annotations not in ("gold", "as-is"):
            return
        for name in names:
            if name in self._labels:
                self._closed.append((document_id, Layer(name)))
                self._settled.decisions.append(
                    log.Decision(
                        subject=Subject.LAYER,
                        subject_id=document_id,
                        verdict=Verdict.CLOSE,
                        how=How.IMPORT,
                        layer=name,
                        before={"reviewed": False},
                        after={"reviewed": True},
                        document_id=document_id,
                    )
                )

    def _refuse(self, item: Incoming, code: str, facts: dict[str, Any]) -> None:
        self._settled.problems.append(Problem(item.file, item.line, code, facts))


def _pairs(links: str, ids: dict[str, int]) -> list[tuple[str, int]]:
    """Return links by the sender's ids as links by ours; the others are left out."""
    return sorted({(role, ids[target]) for role, target in json.loads(links) if target in ids})


def _snapshot(row: tuple[Any, ...]) -> dict[str, Any]:
    """Return what `curator.domain.snapshot.snapshot` would, without making the annotation."""
    parts = [part[:3] for part in json.loads(row[7])] if row[7] else [["mention", row[4], row[5]]]
    kept = {
        "document": row[1],
        "layer": row[2],
        "label": row[3],
        "parts": parts,
        "state": row[9],
    }
    optional = {
        "attributes": json.loads(row[8]) if row[8] else None,
        "reason": row[14],
        "comment": row[16],
        "proposed": json.loads(row[15]) if row[15] else None,
    }
    return kept | {name: value for name, value in optional.items() if value}
