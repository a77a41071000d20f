"""What the training process is asked to teach a recogniser, and what it tells, as frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from curator.domain.scheme import Scheme, scheme_from_plain, scheme_to_plain
from curator.suggest.messages import SuggesterInfo, suggester_from_plain, suggester_to_plain


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a recogniser is taught.

    Attributes:
        epochs: how often it sees each text, at least.
        most: how often at most, where the texts are few.
        effort: code points that it may go over in all for seeing few texts more often.
        rate: learning rate of Adam.
        dropout: share of what it computes that is dropped while it learns, 0–1.
        batch: texts of one step.
        characters: code points that are taught at most; of more, pieces are drawn by lot.
    """

    epochs: int = 4
    most: int = 12
    effort: int = 160_000
    rate: float = 0.001
    dropout: float = 0.2
    batch: int = 4
    characters: int = 120_000

    def times(self, characters: int) -> int:
        """Return how often texts of so many code points in all are seen."""
        return max(self.epochs, min(self.most, round(self.effort / max(1, characters))))


@dataclass(frozen=True, slots=True)
class Taught:
    """A text with what was decided of its entities.

    Attributes:
        text: the whole text.
        spans: its gold: start, end (code points) and label of the scheme; none overlap.
        masked: start and end of what nobody is sure of; it teaches nothing.
        head: the document's metadata.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()
    masked: tuple[tuple[int, int], ...] = ()
    head: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One training.

    Attributes:
        taught: texts to learn from.
        rehearsed: texts that are taught as the base model reads them.
        held: texts to measure on.
        scheme: in force.
        folder: an empty one for the new version.
        recipe: how.
        seed: of order and dropout.
        model: the pipeline, a package or a folder; None for the first that is installed.
        weights: folder of the version to start from; None for the pipeline's own.
    """

    taught: tuple[Taught, ...]
    rehearsed: tuple[str, ...]
    held: tuple[Taught, ...]
    scheme: Scheme
    folder: str
    recipe: Recipe = Recipe()
    seed: int = 0
    model: str | None = None
    weights: str | None = None


class Score(NamedTuple):
    """Exact matches on held-out texts: right, wrong and missing entities."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0–1; 1 where there is nothing to find."""
        whole = 2 * self.right + self.wrong + self.missing
        return 2 * self.right / whole if whole else 1.0


class Step(NamedTuple):
    """How far the training is, in texts seen."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Trained:
    """A new version, written.

    Attributes:
        digest: of its bytes.
        suggester: who suggests with it.
        scores: on the held-out texts, by ``base``, ``before`` and ``after``.
        counts: ``texts``, ``characters``, ``spans`` taught, ``misaligned`` ones that were masked,
            ``silver`` ones kept from the base model, ``left_out`` pieces beyond the recipe,
            ``epochs``, how often each text was seen.
        labels: those that were new to the recogniser.
        seconds: that it took.
        cpu_seconds: of them, those that it computed.
        memory: most bytes that the process held; 0 where the system does not tell.
    """

    digest: str
    suggester: SuggesterInfo
    scores: Mapping[str, Score]
    counts: Mapping[str, int]
    labels: tuple[str, ...]
    seconds: float
    cpu_seconds: float
    memory: int


def lesson_to_plain(lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as a frame."""
    return {
        "kind": "teach",
        "taught": [_taught_to_plain(one) for one in lesson.taught],
        "rehearsed": list(lesson.rehearsed),
        "held": [_taught_to_plain(one) for one in lesson.held],
        "scheme": {**scheme_to_plain(lesson.scheme), "revision": lesson.scheme.revision},
        "folder": lesson.folder,
        "recipe": asdict(lesson.recipe),
        "seed": lesson.seed,
        "model": lesson.model,
        "weights": lesson.weights,
    }


def lesson_from_plain(plain: Mapping[str, Any]) -> Lesson:
    """Read what `lesson_to_plain` wrote."""
    return Lesson(
        taught=tuple(_taught_from_plain(one) for one in plain["taught"]),
        rehearsed=tuple(plain["rehearsed"]),
        held=tuple(_taught_from_plain(one) for one in plain["held"]),
        scheme=scheme_from_plain(plain["scheme"], revision=plain["scheme"]["revision"]),
        folder=plain["folder"],
        recipe=Recipe(**plain["recipe"]),
        seed=plain["seed"],
        model=plain["model"],
        weights=plain["weights"],
    )


def told_to_plain(told: Step | Trained) -> dict[str, Any]:
    """Return what the training process tells as a frame."""
    if isinstance(told, Step):
        return {"kind": "step", "done": told.done, "total": told.total}
    plain = {name: getattr(told, name) for name in _PLAIN}
    return {
        "kind": "trained",
        **plain,
        "suggester": suggester_to_plain(told.suggester),
        "scores": {name: list(score) for name, score in told.scores.items()},
    }


def told_from_plain(plain: Mapping[str, Any]) -> Step | Trained:
    """Read what `told_to_plain` wrote."""
    if plain["kind"] == "step":
        return Step(plain["done"], plain["total"])
    values = {name: plain[name] for name in _PLAIN}
    values["labels"] = tuple(plain["labels"])
    return Trained(
        **values,
        suggester=suggester_from_plain(plain["suggester"]),
        scores={name: Score(*score) for name, score in plain["scores"].items()},
    )


_PLAIN = ("digest", "counts", "labels", "seconds", "cpu_seconds", "memory")


def _taught_to_plain(taught: Taught) -> dict[str, Any]:
    return {
        "text": taught.text,
        "spans": [list(one) for one in taught.spans],
        "masked": [list(one) for one in taught.masked],
        "head": dict(taught.head),
    }


def _taught_from_plain(plain: Mapping[str, Any]) -> Taught:
    return Taught(
        plain["text"],
        tuple((start, end, label) for start, end, label in plain["spans"]),
        tuple((start, end) for start, end in plain["masked"]),
        plain["head"],
    )
