"""Whatever is done, comments too: an older act and all that stands in its way are undone as one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from curator.services import commenting, in_the_way, undoing
from tests.store.test_stateful import Review
from tests.support.drawing import NUMBERS

SAID = st.sampled_from(["", "why", "two\nlines"])


class Commented(Review):
    """The same acts, comments, and undo of an older act with all that stands in its way."""

    @rule(number=NUMBERS, words=SAID)
    def comment(self, number: int, words: str) -> None:
        one = self.chosen(number)
        if one is not None and one.id > 0:
            self.act(lambda: commenting.annotation(self.project, one.id, words))

    @rule(number=NUMBERS, words=SAID)
    def comment_on_a_document(self, number: int, words: str) -> None:
        self.act(lambda: commenting.document(self.project, self.document(number), words))

    @precondition(lambda self: self.done)
    @rule(number=NUMBERS)
    def undo_together(self, number: int) -> None:
        act = self.done[number % len(self.done)]
        with self.project.read() as tx:
            acts = in_the_way.together(self.project, tx, act)
        if not set(acts) <= set(self.done):
            return
        if self.flip(lambda: undoing.undo_together(self.project, acts)):
            for one in acts:
                self.done.remove(one)
                self.undone.append(one)


@pytest.mark.usefixtures("tmp_path")
def test_that_what_is_undone_together_replays_and_comes_back() -> None:
    run_state_machine_as_test(
        Commented,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
