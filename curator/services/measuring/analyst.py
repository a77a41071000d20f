"""A perfect analyst: works through a document until it is as gold has it, by the real services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from curator.domain.annotation import Annotation, Layer
from curator.domain.changes import Changes
from curator.domain.decisions import Verdict
from curator.domain.measuring.effort import Effort, Kind, Step
from curator.services import closing, deciding, reading
from curator.services.measuring.analyst_tasks import Task
from curator.services.measuring.evaluating import confidence_of
from curator.store.project import Project

Learn = Callable[[int, Changes], bool]
"""Takes the document and what a decision changed; says whether its suggestions are others now."""

_Todo = list[tuple[Step, Annotation | None]]


def learn_nothing(_document_id: int, _changes: Changes) -> bool:
    """Learn nothing from a decision."""
    return False


@dataclass(slots=True)
class Worked:
    """What a document took.

    Attributes:
        effort: the steps that were done.
        outcomes: of each suggestion decided on, its confidence just before and whether it was
            right, by layer.
    """

    effort: Effort = field(default_factory=Effort)
    outcomes: dict[Layer, list[tuple[float, bool]]] = field(default_factory=dict)


class Analyst:
    """Decides as gold says, in reading order, layer by layer, and closes."""

    def __init__(self, project: Project, *, learn: Learn = learn_nothing) -> None:
        """Begin.

        Args:
            project: held for writing.
            learn: called after each decision, and after closing.
        """
        self._project = project
        self._learn = learn

    def work(self, document_id: int, tasks: Sequence[Task]) -> Worked:
        """Work through the layers of a document, and close them."""
        worked = Worked()
        for task in tasks:
            self._layer(document_id, task, worked)
        layers = [task.layer for task in tasks]
        self._learn(document_id, closing.close(self._project, document_id, layers, leftover=None))
        return worked

    def _layer(self, document_id: int, task: Task, worked: Worked) -> None:
        outcomes = worked.outcomes.setdefault(task.layer, [])
        todo = self._todo(document_id, task)
        while todo:
            step, shown = todo.pop(0)
            worked.effort.steps[step.kind] += 1
            if shown is not None:
                outcomes.append((confidence_of(shown), task.is_right(step, shown)))
            changes = self._decide(document_id, task, step, shown)
            if step.gold is not None:
                task.left.remove(step.gold)
            if self._learn(document_id, changes):
                todo = self._todo(document_id, task)

    def _todo(self, document_id: int, task: Task) -> _Todo:
        """Return what is left to do in reading order, with the suggestion that it is about."""
        view = reading.open_document(self._project, document_id)
        shown = [one for one in view.annotations if one.layer is task.layer and one.undecided]
        todo: _Todo = [
            (step, None if step.shown is None else shown[step.shown]) for step in task.steps(shown)
        ]

        def place(pair: tuple[Step, Annotation | None]) -> tuple[int, int]:
            step, one = pair
            if one is not None:
                return (one.place[0], one.place[1])
            return task.start(step.gold or 0)

        return sorted(todo, key=place)

    def _decide(
        self, document_id: int, task: Task, step: Step, shown: Annotation | None
    ) -> Changes:
        if shown is None:
            label, parts = task.wanted(step.gold or 0)
            return deciding.add(self._project, document_id, task.layer, label, parts)
        if step.gold is None:
            reason = task.reason(shown)
            return deciding.judge(self._project, shown.id, Verdict.REJECT, reason=reason)
        if step.kind is Kind.ACCEPT:
            return deciding.judge(self._project, shown.id, Verdict.ACCEPT)
        change = task.change(step.gold, shown)
        return deciding.judge(self._project, shown.id, Verdict.CORRECT, change=change)
