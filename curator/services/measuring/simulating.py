"""Simulate: a perfect analyst works through a gold file, deciding and learning as here."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.changes import Progress
from curator.domain.measuring.course import Leg
from curator.domain.measuring.effort import Effort
from curator.domain.narrowing import narrowed
from curator.services import projects, suggesting
from curator.services.measuring.analyst import Analyst
from curator.services.measuring.analyst_tasks import ClaimTask, EntityTask, Task
from curator.services.measuring.evaluating import evaluate
from curator.services.measuring.gold import Gold, GoldDocument
from curator.services.measuring.pupil import Pupil
from curator.services.measuring.simulated import Simulated, Wish
from curator.services.measuring.workbench import Workbench
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer

_SCHEME = "everything"
"""The shipped scheme that is narrowed to gold's labels."""

_GROUP = 10
"""Documents that the base model is asked for at once."""


class Simulation:
    """One simulation, in projects of its own that go when it ends.

    First the base model suggests for every document, which gives the yardstick. Then the analyst
    works through them one by one: what is suggested comes from the suggest process with the
    weights in use then, arranged with what was learned; every decision teaches at once.

    Attributes:
        result: what is known so far, also after it was cut off.
    """

    def __init__(
        self,
        gold: Gold,
        wish: Wish,
        *,
        then: Gold | None = None,
        process: Callable[..., SuggestProcess] = SuggestProcess,
    ) -> None:
        """Prepare it.

        Args:
            gold: to work through.
            wish: how.
            then: another file, on which the learned state suggests and is scored at the end.
            process: makes a suggest process, for layers and with weights.
        """
        documents = list(gold.documents)
        if wish.seed is not None:
            random.Random(wish.seed).shuffle(documents)
        self.result = Simulated(wish, gold, documents[: wish.until])
        self._then = then
        self._process = process
        labels = dict.fromkeys(wish.policy.label(name) for name in gold.labels)
        self._scheme = narrowed(
            projects.read_scheme(_SCHEME), labels=list(labels), layers=gold.layers
        )

    def run(self) -> Iterator[Progress]:
        """Run it.

        Yields:
            After each document, how far it has come; a document has two steps.

        Raises:
            Fault: those of the suggest process and of the projects.
        """
        layers = [layer for layer in Layer if layer in self._scheme.layers]
        process = self._process(layers=layers)
        try:
            with tempfile.TemporaryDirectory(prefix="curator-") as folder:
                yield from self._run(Path(folder), process)
        finally:
            process.close()

    def _run(self, folder: Path, process: SuggestProcess) -> Iterator[Progress]:
        gold = self.result.gold
        total = 2 * len(gold) + (len(self._then.documents) if self._then else 0)
        done = 0
        yield Progress(done, total, "steps")
        legs: list[Leg] = []
        answers: list[list[Answer]] = []
        with Workbench(folder / "base", gold, self._scheme) as bench:
            for place in range(0, len(gold), _GROUP):
                answers += self._base(bench, process, gold[place : place + _GROUP], legs)
                yield Progress(len(answers), total, "steps")
        self.result.model = _model(process)
        with Workbench(folder / "learned", gold, self._scheme) as bench:
            pupil = Pupil(bench, process, self.result.wish, first=answers, start=self._process)
            try:
                for place, leg in enumerate(legs):
                    self._learned(bench, pupil, place, leg)
                    yield Progress(len(gold) + place + 1, total, "steps")
                if self._then is not None:
                    for done in self._score(folder, pupil, self._then):
                        yield Progress(2 * len(gold) + done, total, "steps")
            finally:
                pupil.close()

    def _base(
        self,
        bench: Workbench,
        process: SuggestProcess,
        gold: Sequence[GoldDocument],
        legs: list[Leg],
    ) -> list[list[Answer]]:
        """Suggest for some documents with the base model and count what that leaves to do."""
        answers = bench.ask(process, gold)
        suggesting.keep(bench.project, [one for found in answers for one in found])
        for one in gold:
            tasks = self._tasks(one)
            size = sum(len(task.left) for task in tasks)
            legs.append(Leg(one.id, size, base=_left_to_do(bench, one, tasks)))
            self.result.shown["base"].append(bench.shown(one))
        return answers

    def _learned(self, bench: Workbench, pupil: Pupil, place: int, leg: Leg) -> None:
        """Open a document with what was learned so far, and work through it."""
        gold = self.result.gold[place]
        leg.version = pupil.version
        pupil.suggest(place, gold)
        tasks = self._tasks(gold)
        shown = bench.shown(gold)
        leg.opened = _left_to_do(bench, gold, tasks)
        worked = Analyst(bench.project, learn=pupil.learn).work(bench.number(gold), tasks)
        leg.learned = worked.effort
        for layer, outcomes in worked.outcomes.items():
            self.result.outcomes.setdefault(layer, []).extend(outcomes)
        self.result.shown["learned"].append(shown)
        self.result.legs.append(leg)
        pupil.finished()

    def _score(self, folder: Path, pupil: Pupil, then: Gold) -> Iterator[int]:
        """Suggest on another file with what was learned, and score it; nothing is decided."""
        with Workbench(folder / "then", then.documents, self._scheme) as bench:
            for place in range(0, len(then.documents), _GROUP):
                group = then.documents[place : place + _GROUP]
                pupil.suggest_elsewhere(bench, group)
                yield place + len(group)
            self.result.then = evaluate(bench.project, then, policy=self.result.wish.policy)

    def _tasks(self, gold: GoldDocument) -> list[Task]:
        tasks: list[Task] = []
        if Layer.ENTITY in gold.layers:
            tasks.append(EntityTask(gold, self.result.wish.policy))
        if Layer.CLAIM in gold.layers:
            default = self._scheme.layer(Layer.CLAIM).default
            tasks.append(ClaimTask(gold, default=default))
        return tasks


def _left_to_do(bench: Workbench, gold: GoldDocument, tasks: Sequence[Task]) -> Effort:
    """Count what the suggestions of a document leave to do, all at once."""
    annotations = bench.view(gold).annotations
    effort = Effort()
    for task in tasks:
        shown = [one for one in annotations if one.layer is task.layer and one.undecided]
        effort.add(Effort.of(task.steps(shown)))
    return effort


def _model(process: SuggestProcess) -> str:
    model = process.ready.model if process.ready else {}
    return " ".join(filter(None, (model.get("name"), model.get("version"))))
