"""What a project has taught is the same whether it is folded at once or followed act by act."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from curator.domain.annotation import Layer, State, entity_parts
from curator.domain.decisions import Change, Verdict
from curator.domain.faults import Fault
from curator.services import closing, deciding, suggesting, undoing
from curator.services.learning import refreshing
from curator.services.learning.lessons import Lessons
from tests.support.drawing import LABELS, NUMBERS, TEXT, proposals, spans
from tests.support.projects import answer, make, take, view

ENTITY = (Layer.ENTITY,)
SECOND = "Velm said that Ana will send Bo's boat to Velm, but Ost closed; Ana Velm is a harbour"
LABEL = st.sampled_from(LABELS[Layer.ENTITY])


def told(lessons: Lessons) -> dict[str, Any]:
    """Everything that has a say."""
    strings = {
        entry.key: (entry.labels, entry.rejected, entry.missed if entry.known else 0)
        for entry in lessons.memory.entries()
        if entry.known or entry.rejected
    }
    found = lessons.memory.find(TEXT), lessons.memory.find(SECOND)
    rates = [
        lessons.calibration.of(score, label, words, source=source)
        for score in (0.2, 0.7, 0.9)
        for label in LABELS[Layer.ENTITY]
        for words in ("Ana", "Velm", "Bo")
        for source in ("machine", "machine and memory", "memory")
    ]
    return {"strings": strings, "found": found, "rates": rates, "edges": lessons.edges.lessons()}


class Learning(RuleBasedStateMachine):
    """Decides in a real project, and follows it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = make(Path(self.folder.name) / "p.curator", blind_share=0.2)
        self.imported = take(
            self.project, TEXT, SECOND, f"{TEXT}. {SECOND}", f"{SECOND} on Monday"
        ).act
        self.lessons = Lessons.of(self.project)
        self.version = 1

    @rule(number=NUMBERS, data=st.data(), newer=st.booleans())
    def suggest(self, number: int, data: st.DataObject, newer: bool) -> None:
        self.version += newer
        document = number % 2 + 1
        found = data.draw(proposals(Layer.ENTITY)) if document == 1 else ()
        said = answer(self.project, document, view(self.project, document).text)
        info = said.suggester.__class__("machine", str(self.version), Layer.ENTITY)
        said = said.__class__(document, said.digest, Layer.ENTITY, found, info)
        suggesting.keep(self.project, [said], lessons=self.lessons)

    @rule(number=NUMBERS, verdict=st.sampled_from(
        [Verdict.ACCEPT, Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE, Verdict.REMOVE]
    ), label=st.none() | LABEL, span=st.none() | spans())  # fmt: skip
    def judge(
        self, number: int, verdict: Verdict, label: str | None, span: tuple[int, int] | None
    ) -> None:
        found = [one for n in range(1, 5) for one in view(self.project, n).annotations]
        if found:
            one = found[number % len(found)]
            change = Change(label=label, parts=entity_parts(*span) if span else None)
            meant = Verdict.CORRECT if label and verdict is Verdict.ACCEPT else verdict
            deciding.judge(self.project, one.id, meant, change=change)

    @rule(number=NUMBERS, label=LABEL, span=spans())
    def add(self, number: int, label: str, span: tuple[int, int]) -> None:
        start, end = span
        deciding.add_entity(self.project, number % 4 + 1, label, start=start, end=end)

    @rule(number=NUMBERS, leftover=st.sampled_from([None, State.REJECTED, State.ACCEPTED]))
    def close(self, number: int, leftover: State | None) -> None:
        closing.close(self.project, number % 4 + 1, ENTITY, leftover=leftover)

    @rule(number=NUMBERS)
    def reopen(self, number: int) -> None:
        closing.reopen(self.project, number % 4 + 1, ENTITY)

    @rule(redo=st.booleans())
    def undo(self, redo: bool) -> None:
        with suppress(Fault):
            (undoing.redo if redo else undoing.undo)(self.project)

    @rule(back=st.booleans())
    def withdraw_the_import(self, back: bool) -> None:
        with self.project.read() as tx:
            done = self.project.history(tx).is_done(self.imported)
        if done is not back:
            (undoing.undo if done else undoing.redo)(self.project, act=self.imported)

    @rule(number=NUMBERS)
    def refresh(self, number: int) -> None:
        self.follow()
        document = number % 4 + 1
        before = view(self.project, document)
        changes = refreshing.refresh(self.project, document, self.lessons)
        after = view(self.project, document)
        for one in before.annotations:
            assert one.undecided or one in after.annotations, "refreshing touched a decision"
        assert bool(changes) or (before.annotations, before.candidates) == (
            after.annotations, after.candidates,
        )  # fmt: skip
        again = refreshing.refresh(self.project, document, self.lessons)
        assert not again, "refreshing twice is not refreshing once"

    @invariant()
    def follow(self) -> None:
        before = {entry.key: entry.says for entry in self.lessons.memory.entries()}
        with self.project.read() as tx:
            heard = self.lessons.follow(tx)
        now = Lessons.of(self.project)
        assert told(self.lessons) == told(now)
        changed = {
            " ".join(entry.key)
            for entry in self.lessons.memory.entries()
            if before.get(entry.key, (None, False)) != entry.says
        }
        assert heard == changed

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Learning,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_that_following_the_log_is_folding_the_tables() -> None:
    run(12, 15)


@pytest.mark.full
def test_that_following_a_long_log_is_folding_the_tables() -> None:
    run(100, 40)
