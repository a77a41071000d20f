"""Acts on many among all others: tables stay what the log adds up to, and undo leads back."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from curator.domain.annotation import Layer
from curator.domain.bulk import BulkFilter
from curator.domain.changes import Changes, Progress
from curator.domain.decisions import Verdict
from curator.services import bulk, identical, withdrawing
from curator.services.identical import Sought
from curator.services.withdrawing import Numbered
from tests.store.test_stateful import Review
from tests.support.drawing import LABELS, LAYERS, NUMBERS


class Many(Review):
    """The same, with acts that decide everything of a kind."""

    @rule(
        number=NUMBERS,
        words=st.sampled_from(["Velm", "Ana", "in", "denial"]),
        layer=LAYERS,
        reject=st.booleans(),
    )
    def decide_identical(self, number: int, words: str, layer: Layer, reject: bool) -> None:
        label = LABELS[layer][number % 3]
        sought = Sought(words, layer, self.document(number), everywhere=number % 2 == 0)
        found = [one for part in identical.search(self.project, sought) for one in part.places]
        wanted = identical.items(found, label, layer, reject=reject)
        self.all_of(identical.apply(self.project, wanted, words=words, label=label, reject=reject))

    @rule(verdict=st.sampled_from([Verdict.ACCEPT, Verdict.REJECT]), layer=LAYERS)
    def decide_in_bulk(self, verdict: Verdict, layer: Layer) -> None:
        asked = BulkFilter(layer, least=0.5)
        keys = {group.key for group in bulk.table(self.project, asked).groups}
        wanted = bulk.items(self.project, asked, keys, verdict)
        self.all_of(bulk.apply(self.project, wanted, verdict))
        assert bulk.table(self.project, asked).groups == ()

    @rule(number=NUMBERS, several=st.booleans(), back=st.booleans())
    def withdraw(self, number: int, several: bool, back: bool) -> None:
        documents = {self.document(number), self.document(number + several)}
        what = Numbered(sorted(documents))
        self.act(lambda: withdrawing.withdraw(self.project, what, back=back))

    def all_of(self, steps: Iterator[Progress]) -> None:
        """Take all steps of an act; it stands once in the history."""
        changes = [step.changes for step in steps if step.changes]
        assert len({one.act for one in changes}) <= 1
        self.act(lambda: changes[-1] if changes else Changes())


def test_that_acts_on_many_replay_and_undo() -> None:
    run_state_machine_as_test(
        Many,
        settings=settings(
            max_examples=6,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
