"""Whatever is done in whatever order: tables are what the log adds up to, and undo leads back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from curator.domain.annotation import Annotation, Layer, Link, Part, Role, State, entity_parts
from curator.domain.changes import Changes
from curator.domain.decisions import Change, Verdict
from curator.domain.faults import Fault
from curator.domain.identities.identity import IS, IS_NOT, Identity
from curator.services import closing, deciding, reading, suggesting, undoing
from curator.store.project import Project
from curator.suggest.base import Proposal
from curator.suggest.messages import Proposed, SuggesterInfo
from tests.support import knowing, schemed
from tests.support.drawing import LABELS, LAYERS, NUMBERS, WORDS, parts_of, proposals
from tests.support.folding import differences
from tests.support.pictures import record
from tests.support.projects import findings, make, take, ticking, view


class Review(RuleBasedStateMachine):
    """Acts on a real project through the services, and two plain lists for undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = make(Path(self.folder.name) / "p.curator")
        self.done: list[int] = []
        self.undone: list[int] = []
        self.imports: list[int] = []
        self.quiet = self.disturbed = False
        self.first: Any = None

    @initialize(
        lines=st.lists(st.sampled_from("?!+-~"), min_size=1, max_size=2), quiet=st.booleans()
    )
    def begin(self, lines: list[str], quiet: bool) -> None:
        self.quiet = quiet
        for place, mark in enumerate(lines):
            self.bring_in(f"d{place}", mark, reviewed=place == 1)
        self.keep_all()
        self.first = self.visible()

    def bring_in(self, name: str, mark: str, *, reviewed: bool) -> None:
        source = (
            f"<[Ana:PERSON{mark}]:source> <said:cue> {{[Velm:GPE{mark}] will not send "
            f"[Bo:NEW] to Ost:denial{mark}}} but the harbour in [Velm:ORG?] closed again on Monday"
        )
        line = record(name, source, reviewed=["entity"] if reviewed else [])
        line["claims"][0]["links"] = {"source": ["s1", "s1"], "about": ["s4"]}
        self.imports.append(take(self.project, line, batch=name).act)

    def keep_all(self) -> None:
        for number in self.documents():
            for layer, parts in (
                (Layer.ENTITY, entity_parts(*WORDS[8])),
                (Layer.CLAIM, (Part(Role.CONTENT, WORDS[10][0], WORDS[14][1]),)),
            ):
                low = Proposal(layer, LABELS[layer][0], parts, 0.2, 0.2, "x", candidate_why="below")
                high = Proposal(layer, LABELS[layer][1],
                                tuple(part._replace(start=part.start + 1) for part in parts),
                                0.9, 0.9, "x")  # fmt: skip
                self.keep(number, layer, (low, high), "1")

    def keep(self, number: int, layer: Layer, found: tuple[Proposal, ...], version: str) -> Changes:
        digest = view(self.project, number).digest
        info = SuggesterInfo("machine", version, layer)
        return suggesting.keep(self.project, [Proposed(number, digest, layer, found, info)])

    def documents(self) -> range:
        with self.project.read() as tx:
            count = tx.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one()
        return range(1, count + 1)

    def document(self, number: int) -> int:
        return self.documents()[number % len(self.documents())]

    def chosen(self, number: int) -> Annotation | None:
        """One of all annotations and candidates, the latter with their ids below zero."""
        found: list[Annotation] = []
        for document in self.documents():
            opened = view(self.project, document)
            found += opened.annotations
            found += [replace(c.annotation, id=-c.annotation.id) for c in opened.candidates]
        return found[number % len(found)] if found else None

    def visible(self) -> Any:
        opened = [view(self.project, number) for number in self.documents()]
        shown = [(o.annotations, o.candidates, dict(o.layers), o.flagged) for o in opened]
        return shown, knowing.known(self.project), reading.scheme(self.project).layers

    def act(self, do: Callable[[], Changes]) -> Changes:
        """Do something that can be undone, and note it where it was an act."""
        changes = do()
        if changes.change_set:
            self.done.append(changes.act)
            self.undone.clear()
        return changes

    @rule(number=NUMBERS, verdict=st.sampled_from(
        [Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE, Verdict.REMOVE, Verdict.REOPEN]
    ), reason=st.sampled_from([None, "wrong span"]))  # fmt: skip
    def judge(self, number: int, verdict: Verdict, reason: str | None) -> None:
        one = self.chosen(number)
        if one is None or (one.by_hand and verdict is Verdict.REOPEN):
            return
        changes = self.act(lambda: deciding.judge(self.project, one.id, verdict, reason=reason))
        assert changes.vanished == ((one.id,) if one.id < 0 and changes.change_set else ())

    @rule(number=NUMBERS, data=st.data(), label=st.booleans(), parts=st.booleans())
    def correct(self, number: int, data: st.DataObject, label: bool, parts: bool) -> None:
        if (one := self.chosen(number)) is None:
            return
        change = Change(
            label=data.draw(st.sampled_from(LABELS[one.layer])) if label else None,
            parts=data.draw(parts_of(one.layer)) if parts else None,
            attributes={"mode": "direct"} if one.layer is Layer.CLAIM and label else None,
        )
        self.act(lambda: deciding.judge(self.project, one.id, Verdict.CORRECT, change=change))

    @rule(number=NUMBERS, layer=LAYERS, data=st.data())
    def add(self, number: int, layer: Layer, data: st.DataObject) -> None:
        parts, label = data.draw(parts_of(layer)), data.draw(st.sampled_from(LABELS[layer]))
        document = self.document(number)
        self.act(lambda: deciding.add(self.project, document, layer, label, parts))

    @rule(number=NUMBERS, layers=st.sets(LAYERS, min_size=1),
          leftover=st.sampled_from([None, State.REJECTED, State.ACCEPTED]))  # fmt: skip
    def close(self, number: int, layers: set[Layer], leftover: State | None) -> None:
        document = self.document(number)
        self.act(lambda: closing.close(self.project, document, layers, leftover=leftover))

    @rule(number=NUMBERS, layers=st.sets(LAYERS, min_size=1))
    def reopen(self, number: int, layers: set[Layer]) -> None:
        self.act(lambda: closing.reopen(self.project, self.document(number), layers))

    @rule(number=NUMBERS, flagged=st.booleans())
    def flag(self, number: int, flagged: bool) -> None:
        self.act(lambda: closing.flag(self.project, self.document(number), flagged=flagged))

    @rule(number=NUMBERS, words=st.sampled_from([(), ("Bo",), ("Cy", "Bo")]))
    def know(self, number: int, words: tuple[str, ...]) -> None:
        self.act(lambda: knowing.anything(self.project, number, *words))

    @rule(number=NUMBERS, role=st.sampled_from([IS, IS_NOT]))
    def refer(self, number: int, role: str) -> None:
        one = self.chosen(number)
        people = [who for who in knowing.known(self.project) if isinstance(who, Identity)]
        if one is None or one.id < 0 or not people:
            return
        who = people[number % len(people)]
        if one.references != (Link(role, who.id),):
            self.act(lambda: knowing.refer(self.project, one.id, who.id, role=role))

    @rule(number=NUMBERS, layer=LAYERS, how=st.sampled_from(schemed.WAYS))
    def change_the_scheme(self, number: int, layer: Layer, how: schemed.Way) -> None:
        self.act(lambda: schemed.change(self.project, layer, number, how))

    @rule(number=NUMBERS)
    def keep_as_it_is(self, number: int) -> None:
        self.act(lambda: schemed.keep(self.project, self.chosen(number)))

    @precondition(lambda self: not self.quiet)
    @rule(number=NUMBERS, layer=LAYERS, version=st.sampled_from("12"), data=st.data())
    def suggest(self, number: int, layer: Layer, version: str, data: st.DataObject) -> None:
        self.disturbed = True
        document = self.document(number)
        before = {one.id: one for one in view(self.project, document).annotations}
        self.keep(document, layer, data.draw(proposals(layer)), version)
        after = {one.id: one for one in view(self.project, document).annotations}
        for one in before.values():
            assert one.undecided or after[one.id] == one, "suggesting touched a decision"

    @precondition(lambda self: not self.quiet and len(self.imports) < 3)
    @rule(mark=st.sampled_from("?!-"))
    def bring_more(self, mark: str) -> None:
        self.disturbed = True
        self.bring_in(f"m{len(self.imports)}", mark, reviewed=False)

    @precondition(lambda self: self.done or self.undone)
    @rule(back=st.booleans())
    def undo_or_redo(self, back: bool) -> None:
        source, target = (self.done, self.undone) if back else (self.undone, self.done)
        do = undoing.undo if back else undoing.redo
        if not source:
            with pytest.raises(Fault, match=r"nothing"):
                do(self.project)
            return
        if self.flip(lambda: do(self.project)):
            target.append(source.pop())

    @precondition(lambda self: self.done)
    @rule(number=NUMBERS)
    def undo_an_older_one(self, number: int) -> None:
        act = self.done[number % len(self.done)]
        later = self.done[-1] != act
        if self.flip(lambda: undoing.undo(self.project, act=act), touched=later):
            self.done.remove(act)
            self.undone.append(act)

    def flip(self, do: Callable[[], Changes], *, touched: bool = False) -> bool:
        """Undo or redo; only what was done beside or since may stand in the way."""
        try:
            changes = do()
        except Fault as fault:
            self.stands_in_the_way(fault, touched=touched)
            return False
        assert changes.undoes
        return True

    def stands_in_the_way(self, fault: Fault, *, touched: bool) -> None:
        assert fault.code == "undo.touched_later"
        assert fault.facts["later"]
        assert touched or self.disturbed

    @rule(number=NUMBERS)
    def withdraw_or_restore_an_import(self, number: int) -> None:
        act = self.imports[number % len(self.imports)]
        with self.project.read() as tx:
            done = self.project.history(tx).is_done(act)
        changes = (undoing.undo if done else undoing.redo)(self.project, act=act)
        assert changes.queue

    @rule()
    def open_the_file_again(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path, write=True, clock=ticking())

    @invariant()
    def tables_are_what_the_log_adds_up_to(self) -> None:
        if self.first is not None:
            assert differences(self.project.path) == []
            assert findings(self.project) == []

    @invariant()
    def history_is_what_two_lists_say(self) -> None:
        with self.project.read() as tx:
            history = self.project.history(tx)
            assert (history.done, history.undone) == (self.done, self.undone)

    def teardown(self) -> None:
        try:
            if self.first is not None and not self.disturbed:
                self.lead_back_and_forth()
        finally:
            self.project.close()
            self.folder.cleanup()

    def lead_back_and_forth(self) -> None:
        """Undoing everything gives the first state again, redoing everything the last."""
        while self.undone:
            undoing.redo(self.project)
            self.done.append(self.undone.pop())
        last = self.visible()
        for _act in self.done:
            undoing.undo(self.project)
        assert self.visible() == self.first
        for _act in self.done:
            undoing.redo(self.project)
        assert self.visible() == last


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Review,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_that_any_review_replays_and_undoes() -> None:
    run(12, 25)


@pytest.mark.full
def test_that_any_long_review_replays_and_undoes() -> None:
    run(200, 60)
