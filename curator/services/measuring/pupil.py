"""What learns in a simulation: asks for suggestions with what was taught, and is taught more."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path

from curator.domain.changes import Changes
from curator.domain.learning.taught import Taught
from curator.services import suggesting
from curator.services.learning import tuning, versions
from curator.services.learning.claim_learning import ClaimLearning, own_cues
from curator.services.learning.lessons import Lessons
from curator.services.learning.refreshing import refresh
from curator.services.measuring.gold import GoldDocument
from curator.services.measuring.simulated import Learning, Wish
from curator.services.measuring.workbench import Workbench
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer
from curator.suggest.tuning.trainer import Trainer

Start = Callable[..., SuggestProcess]
"""Makes a suggest process, for layers and with weights."""


class Pupil:
    """The learning side of a workbench.

    It learns with every decision, as the window does, and the open document is arranged anew at
    once. What is taught in the background there (weights of the recogniser, of the scorer of
    claims) is taught here between two documents.

    Attributes:
        version: digest of the weights in use; empty for the base model.
    """

    def __init__(
        self,
        bench: Workbench,
        process: SuggestProcess,
        wish: Wish,
        *,
        first: Sequence[Sequence[Answer]],
        start: Start,
        trainer: Trainer | None = None,
    ) -> None:
        """Begin with nothing learned.

        Args:
            bench: to work on.
            process: with the base model; it stays its owner's.
            wish: says what to learn.
            first: what the base model answered for each document; used while it is in use.
            start: makes the process of taught weights.
            trainer: teaches them; by default one of the pipeline that is installed.
        """
        self._bench = bench
        self._process = process
        self._base = process
        self._wish = wish
        self._first = first
        self._start = start
        self._trainer = trainer or Trainer()
        kept = wish.learn & {Learning.MEMORY, Learning.CLAIMS}
        self._lessons = Lessons.of(bench.project) if kept else None
        self.version = ""

    def suggest(self, place: int, gold: GoldDocument) -> None:
        """Suggest for a document when its turn comes.

        Args:
            place: of the document in the order of the work.
            gold: which it is.
        """
        answers = self._first[place]
        cues = self._teach_cues()
        if cues or self._process is not self._base:
            (answers,) = self._bench.ask(self._process, [gold])
        suggesting.keep(self._bench.project, answers, lessons=self._wanted_lessons())

    def suggest_elsewhere(self, bench: Workbench, gold: Sequence[GoldDocument]) -> None:
        """Suggest for documents of another workbench with what was learned here."""
        self._teach_cues()
        answers = [one for found in bench.ask(self._process, gold) for one in found]
        suggesting.keep(bench.project, answers, lessons=self._wanted_lessons())

    def learn(self, document_id: int, changes: Changes) -> bool:
        """Learn from a decision; say whether the document's suggestions are others now."""
        if Learning.MEMORY not in self._wish.learn or not changes:
            return False  # what claims teach is taken up when the document is closed
        self._follow()
        lessons = self._wanted_lessons()
        if lessons is None:
            return False
        return bool(refresh(self._bench.project, document_id, lessons))

    def finished(self) -> None:
        """Learn from a document that was closed what is taught in the background elsewhere."""
        self._follow()
        if self._lessons is not None and self._lessons.claims.due:
            self._lessons.claims.learn()
        if Learning.FINETUNE in self._wish.learn and tuning.due(self._bench.project):
            for _step in tuning.tune(self._bench.project, self._trainer, seed=self._wish.seed or 0):
                pass
            self._use(versions.current_weights(self._bench.project))

    def close(self) -> None:
        """Let go of what was started for it."""
        self._trainer.close()
        if self._process is not self._base:
            self._process.close()

    def _follow(self) -> frozenset[str]:
        if self._lessons is None:
            return frozenset()
        with self._bench.project.read() as tx:
            return self._lessons.follow(tx)

    def _use(self, weights: Path | None) -> None:
        version = "" if weights is None else weights.name
        if version == self.version:
            return
        if self._process is not self._base:
            self._process.close()
        layers = self._base.layers
        self._process = (
            self._base if weights is None else self._start(layers=layers, weights=weights)
        )
        self.version = version

    def _teach_cues(self) -> bool:
        """Tell the suggest process the cues that were learned; say whether there are any."""
        if self._lessons is None or Learning.CLAIMS not in self._wish.learn:
            return False
        cues = own_cues(self._bench.project, self._lessons.claims)
        self._process.teach(cues)
        return bool(cues)

    def _wanted_lessons(self) -> Lessons | None:
        """Return the lessons without what is not to be learned."""
        if self._lessons is None:
            return None
        lessons = copy.copy(self._lessons)
        if Learning.MEMORY not in self._wish.learn:
            lessons.entities = Taught()
        if Learning.CLAIMS not in self._wish.learn:
            lessons.claims = ClaimLearning()
        return lessons
