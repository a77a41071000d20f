"""What decided claims have taught a project: the scorer's weights, and lessons to look through."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Iterable, Sequence

from curator.domain.annotation import Annotation, Layer
from curator.domain.learning.arranging_claims import arrange_claims, features_of
from curator.domain.learning.claim_lessons import ClaimLessons, Lesson, Teaching
from curator.domain.learning.claim_teaching import teach
from curator.domain.learning.scorer import Example, Weights, explain, fit, fitting
from curator.domain.matching import Found
from curator.store import claims, lists, schemes
from curator.store.project import Project
from curator.store.transaction import Tx

LESSONS_OFF = "claim_lessons_off"
"""The setting that lists lessons which are not to be used."""

_MOST = 3000
"""Decisions that teach; what was decided before them is forgotten, a document at a time."""

_AFTER = 10
"""So many new decisions are worth new weights."""

_NOTHING = Teaching()


class ClaimLearning:
    """What was learned about claims; what it says follows from the project's state alone.

    The weights are the exception: they are learned anew when `due`, by whoever has the time.

    Attributes:
        weights: of the scorer, as learned last.
    """

    def __init__(self) -> None:
        """Begin with nothing learned."""
        self.weights = Weights()
        self._taught: dict[int, Teaching] = {}
        self._off: frozenset[str] = frozenset()
        self._lessons: ClaimLessons | None = None
        self._news = 0.0

    @classmethod
    def of(cls, tx: Tx) -> ClaimLearning:
        """Learn all that a project teaches, the weights too."""
        learning = cls()
        learning._off = lessons_off(tx)
        for number in claims.newest(tx):
            if learning.decisions >= _MOST:
                break
            learning._taught[number] = _teaching(tx, number)
        learning._taught = dict(reversed(learning._taught.items()))
        learning.learn()
        return learning

    def follow(self, tx: Tx, document_ids: Iterable[int]) -> None:
        """Learn from documents what they teach now, in the place of what they taught before.

        Args:
            tx: any transaction.
            document_ids: documents in which something was decided.
        """
        self._off = lessons_off(tx)
        self._lessons = None
        for number in document_ids:
            before = self._taught.pop(number, _NOTHING)
            now = _teaching(tx, number) if claims.teaches(tx, number) else _NOTHING
            if now is not _NOTHING:
                self._taught[number] = now
            differing = Counter(before.examples)
            differing.subtract(now.examples)
            self._news += sum(abs(n) * one.weight for one, n in differing.items())
        self._forget()

    def _forget(self) -> None:
        """Drop the documents that were decided on longest ago, where the others say enough."""
        left = self.decisions
        for number in list(self._taught):
            left -= _decisions(self._taught[number])
            if left < _MOST:
                return
            del self._taught[number]

    @property
    def lessons(self) -> ClaimLessons:
        """The lessons about boundaries, types and cues."""
        if self._lessons is None:
            self._lessons = ClaimLessons.of(self._taught.values(), off=self._off)
        return self._lessons

    @property
    def examples(self) -> tuple[Example, ...]:
        """What the scorer is to learn from; may be handed to another thread with `fitting`."""
        return tuple(one for taught in self._taught.values() for one in taught.examples)

    @property
    def decisions(self) -> int:
        """How many decisions teach."""
        return sum(map(_decisions, self._taught.values()))

    @property
    def due(self) -> bool:
        """Whether enough was decided since for new weights to be worth their while."""
        return self._news >= _AFTER

    def learn(self) -> None:
        """Learn the weights at once, which takes up to a second."""
        self.use(fit(self.examples))

    def learning(self) -> Generator[None, None, Weights]:
        """Return the steps of learning the weights, for another thread; `use` what they return."""
        return fitting(self.examples)

    def use(self, weights: Weights) -> None:
        """Use weights that were learned from what was taught so far."""
        self.weights = weights
        self._news = 0.0

    def arrange(
        self, findings: Sequence[Found], decided: Sequence[Annotation], *, shown_from: float
    ) -> list[Found]:
        """Arrange a suggester's claims; see `arrange_claims`."""
        return arrange_claims(
            findings,
            lessons=self.lessons,
            weights=self.weights,
            shown_from=shown_from,
            decided=decided,
        )

    def explain(self, claim: Annotation) -> list[tuple[str, float]]:
        """Return the features that moved a claim's confidence most; see `explain`."""
        return explain(self.weights, features_of(claim.evidence))


def own_cues(project: Project, learning: ClaimLearning) -> dict[str, str]:
    """Return a project's own cues, for `curator.suggest.client.SuggestProcess.teach`.

    Args:
        project: the project.
        learning: what was learned.

    Returns:
        By cue in lower case, its claim type: those learned, and before them those of word lists.
    """
    known = dict(learning.lessons.cues)
    with project.read() as tx:
        found = [words for words in lists.every(tx) if words.layer is Layer.CLAIM]
    for words in found:
        known |= {" ".join(entry.lower().split()): words.label for entry in words.entries}
    return known


def lessons_off(tx: Tx) -> frozenset[str]:
    """Return the names of the lessons that are not to be used."""
    return frozenset(json.loads(schemes.setting(tx, LESSONS_OFF) or "[]"))


def switch(project: Project, lesson: Lesson | str, *, on: bool) -> None:
    """Use a lesson, or use it no more; `ClaimLearning.follow` takes it up.

    Args:
        project: held for writing.
        lesson: which, or its name.
        on: whether it is to be used.
    """
    name = lesson if isinstance(lesson, str) else lesson.name
    with project.write() as tx:
        off = lessons_off(tx)
        off = off - {name} if on else off | {name}
        schemes.set_setting(tx, LESSONS_OFF, json.dumps(sorted(off), ensure_ascii=False))


def _decisions(taught: Teaching) -> int:
    return sum(one.decided for one in taught.examples)


def _teaching(tx: Tx, document_id: int) -> Teaching:
    found = claims.of_document(tx, document_id)
    return teach(found.text, found.claims, found.held, reviewed=found.reviewed)
