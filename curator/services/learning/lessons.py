"""Lessons: what a project has taught, folded from its tables and kept up with its log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Self, TypeVar

from curator.domain.annotation import Layer
from curator.domain.learning.calibration import Calibration
from curator.domain.learning.edges import Edges
from curator.domain.learning.memory import StringMemory
from curator.domain.learning.strings import Key, Tokens, key_of
from curator.domain.learning.taught import (
    MEMORY,
    Accepted,
    Lesson,
    Rejected,
    Taught,
    lessons_of,
    missed,
)
from curator.services.learning.claim_learning import ClaimLearning
from curator.store import lessons as stored
from curator.store import lists
from curator.store.lessons import Lectern
from curator.store.project import Project
from curator.store.transaction import Tx

_One = TypeVar("_One")

_MANY = 50
"""Strings for whose sake every closed document is read again, instead of those that have them."""


class _Heard(NamedTuple):
    """What the memory says of a string."""

    label: str | None = None
    banned: bool = False
    known: bool = False


class Lessons:
    """What a project has taught; one thread at a time, the one that writes.

    A sum of what its documents teach, each of which can be taken back: so undoing undoes
    learning too. Nothing of it is stored.

    Attributes:
        entities: about entities.
        claims: about claims.
        head: the newest change set that it has learned from.
    """

    def __init__(self) -> None:
        """Begin with nothing; `of` and `follow` fill it."""
        self.entities = Taught()
        self.claims = ClaimLearning()
        self.head = 0
        self._documents: dict[int, tuple[Lesson, ...]] = {}
        self._missed: dict[int, tuple[str, ...]] = {}
        self._shared: dict[Lesson, Lesson] = {}
        self._before: dict[Key, _Heard] = {}

    @classmethod
    def of(cls, project: Project) -> Self:
        """Return everything that a project has taught so far."""
        lessons = cls()
        with project.read() as tx:
            lessons._fold(tx)
        return lessons

    @property
    def memory(self) -> StringMemory:
        """What each string was decided to be."""
        return self.entities.memory

    @property
    def calibration(self) -> Calibration:
        """How likely a suggestion is right."""
        return self.entities.calibration

    @property
    def edges(self) -> Edges:
        """Which words at an entity's edges are inside."""
        return self.entities.edges

    def follow(self, tx: Tx) -> frozenset[str]:
        """Catch up with the log: learn from what was decided, undone, closed and imported since.

        Args:
            tx: a transaction that sees what is to be learned.

        Returns:
            The strings of which the memory says something else now.
        """
        touched = stored.touched(tx, self.head)
        self._before = {}
        self.claims.follow(tx, sorted(touched.documents))
        self._renew(tx)
        if touched.lists:
            self._take_lists(tx)
        now = {one.id: one for one in stored.teaching(tx, touched.documents)}
        for number in sorted(touched.documents):
            one = now.get(number)
            self._replace(number, lessons_of(one.text, one.rows) if one else ())
        for number in sorted(touched.documents):
            self._miss_anew(number, now.get(number))
        changed = {key for key, before in self._before.items() if before.known != self._known(key)}
        self._review(tx, changed, but=touched.documents)
        self.head = touched.head
        return self._said_anew()

    def _fold(self, tx: Tx) -> None:
        self.head = stored.touched(tx, 0).head
        self.claims = ClaimLearning.of(tx)
        self._renew(tx)
        self._take_lists(tx)
        for one in stored.teaching(tx):
            self._documents[one.id] = told = self._interned(lessons_of(one.text, one.rows))
            for lesson in told:
                self.entities.learn(lesson)
        for one in stored.teaching(tx):
            if one.reviewed:
                self._missed[one.id] = unmarked = tuple(
                    missed(Tokens(one.text), one.rows, self.memory)
                )
                for words in unmarked:
                    self.memory.miss(words)

    def _renew(self, tx: Tx) -> None:
        for name, number in stored.newest_suggesters(tx).items():
            self.calibration.renew(name, number)
            self.calibration.renew(f"{name} and {MEMORY}", number)

    def _take_lists(self, tx: Tx) -> None:
        here = [one for one in lists.every(tx) if one.layer is Layer.ENTITY]
        for entry in self.memory.entries():
            if entry.lists:
                self._note(entry.key)
        for one in here:
            for string in one.entries:
                self._note(key_of(string))
        self.memory.set_lists(here)

    def _miss_anew(self, number: int, one: Lectern | None) -> None:
        """Look again at what a document leaves unmarked, which only a closed one does."""
        closed = one is not None and one.reviewed
        found = missed(Tokens(one.text), one.rows, self.memory) if one and closed else ()
        self._set_missed(number, tuple(found))

    def _set_missed(self, number: int, now: tuple[str, ...]) -> None:
        for words, n in _difference(now, self._missed.pop(number, ())):
            self._note(key_of(words))
            self.memory.miss(words, n)
        if now:
            self._missed[number] = now

    def _review(self, tx: Tx, keys: AbstractSet[Key], *, but: frozenset[int]) -> None:
        """Look again at closed documents with strings that are known now, or are no longer."""
        numbers: set[int] | None = None
        if len(keys) <= _MANY:
            numbers = {
                number
                for key in keys
                for number in stored.containing(tx, " ".join(key), Layer.ENTITY, reviewed=True)
            }
        sought = StringMemory()
        for key in keys:
            if self._known(key):
                sought.add(" ".join(key), "")
        for one in stored.teaching(tx, numbers):
            if one.reviewed and one.id not in but:
                others = [w for w in self._missed.get(one.id, ()) if key_of(w) not in keys]
                again = missed(Tokens(one.text), one.rows, sought)
                self._set_missed(one.id, (*others, *again))

    def _replace(self, number: int, told: Iterable[Lesson]) -> None:
        """Learn what a document teaches now in the place of what it taught before."""
        lessons = self._interned(told)
        for lesson, n in _difference(lessons, self._documents.get(number, ())):
            if isinstance(lesson, Accepted | Rejected):
                self._note(key_of(lesson.words))
            self.entities.learn(lesson, n)
        if lessons:
            self._documents[number] = lessons
        else:
            self._documents.pop(number, None)

    def _interned(self, told: Iterable[Lesson]) -> tuple[Lesson, ...]:
        """Return lessons as one object each for all that are equal."""
        shared = self._shared
        return tuple([shared.setdefault(lesson, lesson) for lesson in told])

    def _note(self, key: Key) -> None:
        """Keep what is said of a string before it changes."""
        if key not in self._before:
            self._before[key] = self._says(key)

    def _says(self, key: Key) -> _Heard:
        entry = self.memory.at(key)
        return _Heard() if entry is None else _Heard(entry.label, entry.banned, entry.known)

    def _known(self, key: Key) -> bool:
        return self._says(key).known

    def _said_anew(self) -> frozenset[str]:
        return frozenset(
            " ".join(key)
            for key, before in self._before.items()
            if self._says(key)[:2] != before[:2]
        )


def _difference(now: Iterable[_One], before: Iterable[_One]) -> list[tuple[_One, int]]:
    """Return what there is more of, and below zero what there is less of."""
    counts = Counter(now)
    counts.subtract(before)
    return [(one, n) for one, n in counts.items() if n]
