"""People of one document, grouped by their names: full names first, then surnames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from curator.domain.identities.mentions import Group, Mention
from curator.domain.identities.names import (
    Titles,
    bare,
    contained,
    gender,
    person,
    sound,
    spelled_alike,
)
from curator.domain.identities.offices import gender_beside

Form = tuple[str, ...]
Named = tuple[Mention, Form, str]
"""A mention, its name folded and as it is written, without titles."""

_LEAST_SPELLED = 6


def name_of(text: str, mention: Mention, titles: Titles) -> tuple[Form, str]:
    """Return the name in a mention, folded and as it is written; empty when there is none."""
    words = text[mention.start : mention.end]
    form = person(words, titles)
    return (form, bare(words, titles)) if form else ((), "")


def group_people(text: str, mentions: Iterable[Mention], titles: Titles) -> list[Group]:
    """Group the mentions that are names of people.

    Args:
        text: the document's.
        mentions: those labelled as people, or sources that nothing labels, by place.
        titles: words before names.

    Returns:
        The groups; names that could be of several people are in none.
    """
    names = [(mention, *name_of(text, mention, titles)) for mention in mentions]
    full = [named for named in names if len(named[1]) > 1]
    single = [named for named in names if len(named[1]) == 1]
    people = _People(text)
    for named in sorted(full, key=lambda one: (_initials(one[1]), one[0].start)):
        people.place_full(*named)
    for named in single:
        people.place_single(*named)
    return people.groups


def _initials(form: Form) -> bool:
    return any(len(word) == 1 for word in form)


class _People:
    """Groups so far, by the words of their names."""

    def __init__(self, text: str) -> None:
        self.groups: list[Group] = []
        self._text = text
        self._by_form: dict[Form, Group] = {}
        self._by_word: dict[str, dict[int, Group]] = defaultdict(dict)
        self._by_surname_sound: dict[str, dict[int, Group]] = defaultdict(dict)

    def place_full(self, mention: Mention, form: Form, written: str) -> None:
        """Put a name of several words to the one group that it fits, or into a new one."""
        sex = self._sex(mention)
        group = self._by_form.get(form)
        why = "equal" if self._text[mention.start : mention.end] == written else "title"
        if group is None:
            near = {n: one for word in form for n, one in self._by_word[word].items()}
            fits = [one for one in near.values() if _may_be(form, one) and not _clash(sex, one)]
            if len(fits) > 1:
                return
            group = fits[0] if fits else self._new(mention)
            alike = any(spelled_alike(form, other) for other in group.forms)
            why = "spelling" if alike else "middle"
        self._name(group, mention, form, written, why)

    def place_single(self, mention: Mention, form: Form, written: str) -> None:
        """Put a surname, or a given name alone, to the one person who has it."""
        word, sex = form[0], self._sex(mention)
        near = list(self._by_word[word].values())
        heard = list(self._by_surname_sound[sound(word)].values())
        for why, fits in (
            ("surname", [one for one in near if _has(one, word, last=True)]),
            ("given", [one for one in near if _has(one, word, last=False)]),
            ("spelling", heard if len(word) >= _LEAST_SPELLED else []),
        ):
            fits = [group for group in fits if not _clash(sex, group)]
            if len(fits) > 1:
                return
            if fits:
                fits[0].take(mention, why)
                fits[0].gender = fits[0].gender or sex
                return
        alone = self._by_form.get(form)
        group = self._new(mention) if alone is None or _clash(sex, alone) else alone
        self._name(group, mention, form, written, "equal")

    def _new(self, mention: Mention) -> Group:
        group = Group(len(self.groups), mention.label)
        self.groups.append(group)
        return group

    def _name(self, group: Group, mention: Mention, form: Form, written: str, why: str) -> None:
        group.take_name(mention, form, written, why)
        group.gender = group.gender or self._sex(mention)
        self._by_form.setdefault(form, group)
        if len(form) > 1:
            self._by_surname_sound[sound(form[-1])][group.number] = group
            for word in form:
                self._by_word[word][group.number] = group

    def _sex(self, mention: Mention) -> str:
        words = self._text[mention.start : mention.end]
        return gender(words) or gender_beside(self._text, mention.start)


def _may_be(form: Form, group: Group) -> bool:
    """Whether a name can be the one of a group: it goes with every form that the group has."""
    return all(
        contained(form, other) or contained(other, form) or spelled_alike(form, other)
        for other in group.forms
        if len(other) > 1
    )


def _has(group: Group, word: str, *, last: bool) -> bool:
    return any(form[-1 if last else 0] == word for form in group.forms if len(form) > 1)


def _clash(sex: str, group: Group) -> bool:
    return bool(sex and group.gender and sex != group.gender)
