"""A trainer without a model: it writes what it was asked, so that the same asks for the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.suggest.messages import SuggesterInfo
from curator.suggest.tuning.lesson import Lesson, Score, Step, Trained, lesson_to_plain
from curator.suggest.tuning.version_folder import FILES, digest, write_meta

MODEL = {"name": "tiny", "version": "1"}
SAME = {"base": Score(1, 1, 1), "before": Score(1, 1, 1), "after": Score(1, 1, 1)}


def trained(lesson: Lesson, scores: Mapping[str, Score] = SAME) -> Trained:
    """Write a version that follows from the lesson alone, and tell of it."""
    folder = Path(lesson.folder)
    asked = lesson_to_plain(lesson) | {"folder": ""}
    for name in FILES:
        (folder / name).write_text(f"{name}: {asked}", encoding="utf-8")
    found = digest(folder)
    write_meta(folder, {"digest": found, "model": MODEL, "labels": [], "unseen": []})
    info = SuggesterInfo("entities", "1", Layer.ENTITY, {"model": {**MODEL, "weights": found}})
    counts = {"texts": len(lesson.taught)}
    return Trained(found, info, scores, counts, (), seconds=1.0, cpu_seconds=1.0, memory=1)


class FakeTrainer:
    """Teaches nothing and remembers what it was asked.

    Attributes:
        model: as of `curator.suggest.tuning.trainer.Trainer`.
        lessons: those that it was given.
        scores: what it will tell.
        fault: raised for a lesson that starts from a version; None for none.
        cut_off: whether the next lesson ends without a version.
    """

    def __init__(self) -> None:
        self.model: str | None = None
        self.lessons: list[Lesson] = []
        self.scores: Mapping[str, Score] = SAME
        self.fault: Fault | None = None
        self.cut_off = False

    def teach(self, lesson: Lesson) -> Iterator[Step | Trained]:
        self.lessons.append(lesson)
        if self.fault is not None and lesson.weights:
            raise self.fault
        yield Step(1, 2)
        if not self.cut_off:
            yield trained(lesson, self.scores)

    @property
    def texts(self) -> list[str]:
        """The texts that the last lesson taught."""
        return [one.text for one in self.lessons[-1].taught]
