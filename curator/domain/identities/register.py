"""The identities of a project, found by their names; thousands of them, in no time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curator.domain.identities.identity import Identity
from curator.domain.identities.mentions import PERSON, SURE, compatible
from curator.domain.identities.names import (
    Titles,
    acronym,
    contained,
    folded,
    looks_acronym,
    person,
    sound,
    spelled_alike,
)

Form = tuple[str, ...]
_LEAST_ACRONYM = 3
_FAR = 0.6
"""Confidence of a surname that only one identity of the project has."""


@dataclass(frozen=True, slots=True)
class Match:
    """Which identity names belong to, and why.

    Attributes:
        identity: found; None where several are equally good.
        pattern: why.
        confidence: 0–1.
        evidence: the name that it goes by.
    """

    identity: Identity | None
    pattern: str = ""
    confidence: float = 0.0
    evidence: str = ""


class Register:
    """An index of identities by name, by word and by sound; it is never changed."""

    def __init__(self, identities: Iterable[Identity], titles: Titles) -> None:
        """Read identities; withdrawn ones are left out."""
        self._titles = titles
        self._by_id: dict[int, Identity] = {}
        self._by_form: dict[Form, set[int]] = defaultdict(set)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_sound: dict[Form, set[int]] = defaultdict(set)
        self._by_acronym: dict[str, set[int]] = defaultdict(set)
        self._forms: dict[int, dict[Form, str]] = {}
        for one in identities:
            if not one.withdrawn:
                self._take(one)

    def get(self, number: int) -> Identity | None:
        """Return an identity that is not withdrawn."""
        return self._by_id.get(number)

    def find(self, kind: str, forms: Sequence[Form], written: Sequence[str]) -> Match | None:
        """Return the identity that has one of the names.

        Args:
            kind: label of the mentions; empty when unknown.
            forms: the names, folded, without titles.
            written: the names as they are written.

        Returns:
            What matches best; a match without an identity where several match alike, None where
            none does.
        """
        for pattern, found in self._tiers(kind, forms, written):
            numbers = {number for number in found if compatible(kind, self._by_id[number].kind)}
            if len(numbers) > 1:
                return Match(None)
            if numbers:
                one = self._by_id[numbers.pop()]
                sure = _FAR if pattern == "surname" else SURE[pattern]
                return Match(one, pattern, sure, one.name)
        return None

    def _tiers(
        self, kind: str, forms: Sequence[Form], written: Sequence[str]
    ) -> Iterator[tuple[str, set[int]]]:
        """Yield what matches, the surest pattern first."""
        yield "equal", _union(self._by_form.get(form, set()) for form in forms)
        if kind in ("", PERSON):
            yield "middle", _union(self._near(form, contained) for form in forms if len(form) > 1)
        if kind != PERSON:
            yield "acronym", _union(self._initials(name) for name in written)
        yield "spelling", self._alike(forms)
        if kind == PERSON and all(len(form) == 1 for form in forms):
            yield "surname", _union(self._surname(form[0]) for form in forms)

    def _take(self, one: Identity) -> None:
        self._by_id[one.id] = one
        forms = self._forms[one.id] = {}
        for name in one.names:
            form = (person(name, self._titles) if one.kind in ("", PERSON) else ()) or folded(name)
            if not form:
                continue
            forms[form] = name
            self._by_form[form].add(one.id)
            self._by_sound[tuple(sound(word) for word in form)].add(one.id)
            for word in form:
                self._by_word[word].add(one.id)
            if one.kind != PERSON and len(form) >= _LEAST_ACRONYM:
                self._by_acronym[acronym(name)].add(one.id)

    def _near(self, form: Form, test: object) -> set[int]:
        """Return whose names pass a test with a form, either way round."""
        assert callable(test)
        return {
            number
            for number in self._by_word.get(form[-1], set())
            if any(test(form, other) or test(other, form) for other in self._forms[number])
        }

    def _alike(self, forms: Sequence[Form]) -> set[int]:
        """Return whose names are other spellings; they share a word, or sound the same."""
        found: set[int] = set()
        for form in forms:
            near = set(self._by_sound.get(tuple(sound(word) for word in form), set()))
            near |= _union(self._by_word.get(word, set()) for word in form if len(form) > 1)
            found |= {
                number
                for number in near
                if any(spelled_alike(form, other) for other in self._forms[number])
            }
        return found

    def _initials(self, name: str) -> set[int]:
        """Return whose acronym a name is, or who is listed by the acronym of a name."""
        if looks_acronym(name):
            letters = "".join(folded(name))
            return self._by_acronym.get(letters, set()) if len(letters) >= _LEAST_ACRONYM else set()
        letters = acronym(name)
        if len(letters) < _LEAST_ACRONYM:
            return set()
        listed = self._by_form.get((letters,), set())
        return {
            number for number in listed if looks_acronym(self._forms[number].get((letters,), ""))
        }

    def _surname(self, word: str) -> set[int]:
        """Return the people with a surname; of names with two words and more."""
        return {
            number
            for number in self._by_word.get(word, set())
            if self._by_id[number].kind == PERSON
            and any(len(form) > 1 and form[-1] == word for form in self._forms[number])
        }


def _union(sets: Iterable[set[int]]) -> set[int]:
    return set().union(*sets)
