"""Settle a layer of a document: arrange what was found, plan what it comes to, carry that out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer, Part, State
from curator.domain.changes import LayerState
from curator.domain.decisions import How, Verdict
from curator.domain.document import Candidate
from curator.domain.learning.arranging import weighed
from curator.domain.learning.side_by_side import OVERLAPS
from curator.domain.learning.taught import MEMORY
from curator.domain.matching import Found, Plan, plan, renewed
from curator.domain.occupied import Occupied
from curator.domain.scheme import LayerScheme
from curator.domain.snapshot import snapshot
from curator.services.learning.findings import Group, arrange, as_found, found_of
from curator.services.learning.lessons import Lessons
from curator.services.recording import decision_on
from curator.store import annotations as stored
from curator.store import candidates, log, schemes
from curator.store.transaction import Tx

_VERSION = "1"
"""Of what the memory suggests."""

_DECIDED = (State.ACCEPTED, State.UNSURE, State.REJECTED)


class Stored(NamedTuple):
    """What is stored of a document.

    Attributes:
        rows: its annotations, also those that are gone.
        held: its candidates.
        named: annotations that decisions name, or that decided ones point to.
        names: of all suggesters, by id.
    """

    rows: list[Annotation]
    held: list[Candidate]
    named: frozenset[int]
    names: dict[int, str]

    @classmethod
    def load(cls, tx: Tx, document_id: int) -> Stored:
        """Load a document's."""
        return cls(
            stored.of_document(tx, document_id, gone=True),
            candidates.of_document(tx, document_id),
            frozenset(log.named(tx, document_id) | stored.bound(tx, document_id)),
            {number: one.name for number, one in schemes.suggesters(tx).items()},
        )


class Settling:
    """One layer of one document, in one writing transaction.

    Attributes:
        decisions: what is to be logged.
        changed: annotations that are others now.
        vanished: ids of annotations that are no more, below zero of candidates.
        shown: how many suggestions the answering suggester has now.
        held: how many candidates.
        moved: whether candidates are others now.
    """

    def __init__(
        self, tx: Tx, state: LayerState, text: str, digest: str, *, scheme: LayerScheme,
        lessons: Lessons | None,
        here: Stored | None = None,
    ) -> None:  # fmt: skip
        """Load what is there.

        Args:
            tx: a writing transaction.
            state: of the layer, which is open.
            text: of the document.
            digest: of the text.
            scheme: of the layer.
            lessons: of the project; None for none at all.
            here: what is stored of the document, where the caller has it.
        """
        self.decisions: list[log.Decision] = []
        self.changed: list[Annotation] = []
        self.vanished: list[int] = []
        self.shown = self.held = 0
        self.moved = False
        self._tx = tx
        self._state = state
        self._text = text
        self._digest = digest
        self._scheme = scheme
        self._lessons = lessons
        here = Stored.load(tx, state.document_id) if here is None else here
        self._named = here.named
        self._names = dict(here.names)
        self._rows = {one.id: one for one in here.rows if one.layer is state.layer}
        self._held = [one for one in here.held if one.annotation.layer is state.layer]
        decided = [one for one in self._rows.values() if one.state in _DECIDED]
        rejected = {(one.start, one.end) for one in decided if one.state is State.REJECTED}
        self._rejected = frozenset(rejected)
        self._kept = Occupied((o.start, o.end) for o in decided if o.state is not State.REJECTED)

    def take(self, name: str, suggester: int, found: Iterable[Found]) -> None:
        """Take what a suggester says of the layer now in the place of what it said before.

        Args:
            name: of the suggester.
            suggester: its id.
            found: its findings.
        """
        self._names[suggester] = name
        answer = Group(name, suggester, self._own(name), list(found), answered=True)
        if self._lessons is None:
            self._carry_out(answer, answer.found)
            return
        groups = self._stored_groups()
        groups[name] = answer
        self._settle(groups, self._lessons)

    def anew(self) -> None:
        """Arrange what is stored once more, by what was learned since."""
        if self._lessons is not None:
            self._settle(self._stored_groups(), self._lessons)

    @property
    def still(self) -> bool:
        """Whether all is as it was."""
        return not (self.moved or self.changed or self.vanished)

    def _settle(self, groups: dict[str, Group], lessons: Lessons) -> None:
        layer, text = self._state.layer, self._text
        live = {name: [one for one in group.found if self._is_live(one)]
                for name, group in groups.items()}  # fmt: skip
        decided = [row for row in self._rows.values() if row.state in _DECIDED]
        arranged = arrange(layer, text, live, lessons, decided=decided, scheme=self._scheme)
        covered = {name: [replace(one, why=one.why or OVERLAPS) for one in group.found
                          if not self._is_live(one)] for name, group in groups.items()}  # fmt: skip
        shown = {name: [*arranged.own[name], *covered[name]] for name in groups}
        if (memory := self._memory(arranged.remembered)) is not None:
            groups[MEMORY], shown[MEMORY] = memory, memory.found
        for name, group in groups.items():
            self._clear(group, shown[name])
        for name, group in groups.items():
            self._carry_out(group, shown[name])
        self._weigh_named(lessons)

    def _stored_groups(self) -> dict[str, Group]:
        """Return what is stored as its suggesters found it, without what decisions name."""
        groups: dict[str, Group] = {}
        found = [(one, None) for one in self._rows.values()
                 if one.undecided and one.id not in self._named]  # fmt: skip
        for one, why in [*found, *((one.annotation, one.why) for one in self._held)]:
            number = one.suggester_id
            if number is None or (name := self._names[number]) == MEMORY:
                continue
            group = groups.setdefault(name, Group(name, number, self._own(name)))
            group.suggester = max(group.suggester, number)
            said = as_found(self._state.layer, found_of(one, why=why))
            if (label := self._scheme.now(said.label)) is not None:
                group.found.append(replace(said, label=label))
        return groups

    def _memory(self, remembered: Sequence[Found]) -> Group | None:
        """Return what the memory suggests; None where it has not and had not anything to say."""
        own = self._own(MEMORY)
        before = [*self._rows.values(), *(one.annotation for one in self._held)]
        found = [one for one in remembered if self._is_live(one)]
        if not found and not any(one.suggester_id in own for one in before):
            return None
        row = schemes.suggester(
            self._tx, name=MEMORY, version=_VERSION, layer=self._state.layer, recipe={}
        )
        self._names[row.id] = MEMORY
        return Group(MEMORY, row.id, own | {row.id}, found)

    def _own(self, name: str) -> frozenset[int]:
        return frozenset(number for number, other in self._names.items() if other == name)

    def _is_live(self, one: Found) -> bool:
        """Whether no decision stands where an entity lies; a claim may lie anywhere."""
        if self._state.layer is Layer.CLAIM:
            return True
        place = (one.parts[0].start, one.parts[0].end)
        return place not in self._rejected and not self._kept.meets(*place)

    def _clear(self, group: Group, found: Sequence[Found]) -> None:
        """Take away suggestions that are none any more, so that others find their places free."""
        if self._state.layer is Layer.CLAIM:
            return
        shown = {one.parts for one in found if one.why is None and not self._state.blind}
        gone = [
            row for row in self._rows.values()
            if row.undecided and row.suggester_id in group.own
            and row.id not in self._named and row.parts not in shown
        ]  # fmt: skip
        self._delete(gone)

    def _delete(self, gone: Sequence[Annotation]) -> None:
        stored.delete(self._tx, gone)
        self.vanished += [one.id for one in gone]
        for one in gone:
            del self._rows[one.id]

    def _carry_out(self, group: Group, found: Sequence[Found]) -> None:
        settled = plan(
            self._text, self._state.layer, list(self._rows.values()), found,
            named=self._named, own=group.own, blind=self._state.blind,
        )  # fmt: skip
        self._delete(settled.delete)
        self._renew(group, settled)
        first = stored.next_id(self._tx) if settled.insert else 0
        new = [self._new(place, one, group) for place, one in enumerate(settled.insert, first)]
        stored.insert(self._tx, new, self._text)
        self._note(new)
        self._hold(group, settled.candidates)
        if group.answered or group.name == MEMORY:
            self.shown += len(settled.insert) + len(settled.update)
            self.held += len(settled.candidates)

    def _renew(self, group: Group, settled: Plan) -> None:
        """Write proposals that live on as they are proposed now, and those that are given up."""
        pairs = [(one, self._renewed(one, found, group)) for one, found in settled.update]
        if group.answered:
            pairs += [(one, replace(one, state=State.SUPERSEDED)) for one in settled.supersede]
        pairs = [(before, after) for before, after in pairs if before != after]
        stored.update(self._tx, [after for _before, after in pairs], self._text)
        self._note([after for _before, after in pairs])
        for before, after in pairs:
            if before.id in self._named and snapshot(before) != snapshot(after):
                gone = after.state is State.SUPERSEDED
                verdict = Verdict.WITHDRAW if gone else Verdict.RESTORE
                self.decisions.append(
                    decision_on(before, after, verdict, digest=self._digest, how=How.MACHINE)
                )

    def _renewed(self, one: Annotation, found: Found, group: Group) -> Annotation:
        if one.id in self._named and one.undecided and not group.answered:
            return replace(one, confidence=found.confidence)
        after = renewed(one, found, group.suggester)
        said_again = group.answered or group.name == MEMORY
        return after if said_again else replace(after, score=one.score)

    def _new(self, number: int, found: Found, group: Group) -> Annotation:
        state = self._state
        blank = Annotation(number, state.document_id, state.layer, found.label, found.parts)
        return renewed(blank, found, group.suggester)

    def _note(self, changed: Sequence[Annotation]) -> None:
        self.changed += changed
        self._rows |= {one.id: one for one in changed}

    def _hold(self, group: Group, found: Sequence[tuple[Found, str]]) -> None:
        """Write the candidates of a suggester; one that was there before keeps its id."""
        before: dict[tuple[str, tuple[Part, ...]], list[Candidate]] = {}
        for held in self._held:
            if held.annotation.suggester_id in group.own:
                key = (held.annotation.label, held.annotation.parts)
                before.setdefault(key, []).append(held)
        new: list[Candidate] = []
        changed: list[Candidate] = []
        for one, why in found:
            known = before.get((one.label, one.parts))
            old = known.pop(0) if known else None
            now = Candidate(self._new(old.annotation.id if old else 0, one, group), why)
            if old is None:
                new.append(now)
            elif old != now:
                changed.append(now)
        gone = [held.annotation.id for left in before.values() for held in left]
        candidates.remove(self._tx, gone)
        candidates.update(self._tx, changed, self._text)
        candidates.insert(self._tx, new, self._text)
        self.vanished += [-number for number in gone]
        self.moved = self.moved or bool(gone or changed or new)

    def _weigh_named(self, lessons: Lessons) -> None:
        """Give what decisions name, and wait for one again, the confidence that it has now."""
        if self._state.layer is Layer.CLAIM:
            return
        pairs = [
            (row, weighed(self._text, found_of(row), lessons.calibration,
                          self._names[row.suggester_id], 0.0))
            for row in self._rows.values()
            if row.undecided and row.id in self._named and row.suggester_id is not None
        ]  # fmt: skip
        changed = [
            replace(row, confidence=found.confidence)
            for row, found in pairs
            if row.confidence != found.confidence
        ]
        stored.update(self._tx, changed, self._text)
        self._note(changed)
