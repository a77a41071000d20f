"""Organisations, places and things of one document, grouped by their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from curator.domain.identities.mentions import SURE, Group, Member, Mention, compatible, shown
from curator.domain.identities.names import (
    acronym,
    dotted,
    fold,
    folded,
    is_name,
    looks_acronym,
    sound,
    spelled_alike,
    tokens,
)
from curator.domain.words import word_set

Form = tuple[str, ...]

_BRACKET = re.compile(r"['’]?s?\s*[(\[]\s*(?:the\s+)?[“\"']?$")
_INDEFINITE = re.compile(r"(?i)an?\s")
_NATIONAL = frozenset(("GPE", "NORP", "LOC"))
_COUNTRIES = frozenset((("us",), ("uk",), ("eu",), ("un",), ("british",), ("american",)))
_HEADED = frozenset(("ORG", "UNIT", "FAC", "EVENT"))
"""Labels of what is called by its last word alone, “the Service”."""
_HEADS = frozenset(
    (word,)
    for word in word_set(
        """
        service ministry committee council commission agency department authority company bank
        institute foundation board court centre center bureau office fund organization organisation
        association federation party university corporation administration academy brigade division
        battalion regiment squadron parliament assembly tribunal secretariat inspectorate
        """
    )
)
"""Words that stand for a full name; “the Coalition”, “the Government” are names of their own."""
_KINDS = frozenset(("WEAPON", "VEHICLE", "PRODUCT"))
"""Labels whose acronyms name a kind of thing: two VBIEDs are two."""
_LEAST_LETTERS = 3
_LEAST_SPELLED = 6


def group_things(text: str, mentions: Iterable[Mention], first: int) -> list[Group]:
    """Group the mentions that are names of anything but people.

    Args:
        text: the document's.
        mentions: by place.
        first: number of the first group.

    Returns:
        The groups; words without a capital letter are in none.
    """
    index = _Index()
    heads: list[Mention] = []
    for mention in mentions:
        words = text[mention.start : mention.end]
        kind = mention.label in _KINDS and looks_acronym(shown(words))
        if kind or not is_name(words) or _INDEFINITE.match(words):
            continue
        if _headed(text, mention):
            heads.append(mention)
        else:
            _place(mention, shown(words), index, first)
    kept = _merged(text, index)
    return kept + _heads(text, heads, kept, first + len(index.groups))


def _place(mention: Mention, written: str, index: _Index, first: int) -> None:
    form = folded(written)
    if form:
        fits = [one for one in index.by_form[form] if compatible(one.kind, mention.label)]
        group = fits[0] if fits else Group(first + len(index.groups), mention.label)
        group.take_name(mention, form, written, "equal")
        if not fits:
            index.take(group)


def _headed(text: str, mention: Mention) -> bool:
    """Whether it is one word with “the” in front: “the Service”, which is no full name."""
    words = text[mention.start : mention.end]
    form = tokens(words)
    if mention.label not in _HEADED or folded(words)[-1:] not in _HEADS:
        return False
    inside = len(form) == 2 and fold(form[0]) == "the" and form[1][0].isupper()
    before = text[max(0, mention.start - 4) : mention.start].casefold() == "the "
    return inside or (len(form) == 1 and before)


def _heads(text: str, heads: list[Mention], groups: list[Group], first: int) -> list[Group]:
    """Put “the Service” to the one name before it that ends so; else it stands for itself."""
    full: dict[str, dict[int, Group]] = defaultdict(dict)
    for group in groups:
        for form in group.forms:
            if len(form) > 1:
                full[form[-1]][group.number] = group
    alone = _Index()
    for mention in heads:
        written = shown(text[mention.start : mention.end])
        ending = full[folded(written)[-1]].values()
        fits = [one for one in ending if one.kind == mention.label]
        if not fits:
            _place(mention, written, alone, first)
        elif len(fits) == 1 and fits[0].first < mention.start:
            fits[0].take(mention, "head")
    return alone.groups


class _Index:
    """Groups by their names, and by what other names of theirs could share."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.by_form: dict[Form, list[Group]] = defaultdict(list)
        self._by_last: dict[str, list[Group]] = defaultdict(list)
        self._by_letters: dict[str, list[Group]] = defaultdict(list)
        self._by_word: dict[str, list[Group]] = defaultdict(list)
        self._by_sound: dict[Form, list[Group]] = defaultdict(list)

    def take(self, group: Group) -> None:
        """Take a group with its first name in."""
        ((form, written),) = group.forms.items()
        self.groups.append(group)
        self.by_form[form].append(group)
        self._by_last[form[-1]].append(group)
        self._by_sound[tuple(sound(word) for word in form)].append(group)
        if len(form) > 1:
            self._by_letters[acronym(written)].append(group)
            for word in set(form):
                self._by_word[word].append(group)

    def ending(self, word: str, *, longer: int) -> list[Group]:
        """Return groups with a name of more words than so many that ends with a word."""
        return [g for g in self._by_last[word] if any(len(f) > longer for f in g.forms)]

    def spelt(self, short: Group) -> list[Group]:
        """Return groups whose first letters are the acronym that a group is."""
        written = _short(short)
        letters = fold(written)
        enough = len(letters) >= _LEAST_LETTERS or dotted(written) or short.kind == "GPE"
        return self._by_letters[letters] if letters and enough else []

    def extending(self, short: Group) -> list[Group]:
        """Return groups that are a group with a country in front: “U.S. Central Command”."""
        (part,) = short.forms
        if len(part) < 2 or short.kind == "NORP":
            return []
        return [
            group
            for group in self.ending(part[-1], longer=len(part))
            for whole in group.forms
            if group.kind == short.kind
            and whole[-len(part) :] == part
            and self._national(whole[: -len(part)])
        ]

    def alike(self, other: Group) -> list[Group]:
        """Return earlier groups that are called the same in another spelling."""
        (form,) = other.forms
        if other.kind == "NORP" or len("".join(form)) < _LEAST_SPELLED:
            return []
        near = list(self._by_sound[tuple(sound(word) for word in form)])
        near += [group for word in set(form) if len(form) > 1 for group in self._by_word[word]]
        found = {
            group.number: group
            for group in near
            if group.kind == other.kind
            and group.number < other.number
            and any(spelled_alike(form, one) for one in group.forms)
        }
        return list(found.values())

    def _national(self, form: Form) -> bool:
        return form in _COUNTRIES or any(one.kind in _NATIONAL for one in self.by_form[form])


def _merged(text: str, index: _Index) -> list[Group]:
    """Join groups whose names are acronyms, parts or spellings of others', if only one fits."""
    defined = _defined(text, index.groups)
    fitting = [
        (group, why, fits)
        for group in index.groups
        for why, fits in (
            ("defined", defined.get(group.number, [])),
            ("acronym", index.spelt(group)),
            ("contained", index.extending(group)),
            ("spelling", index.alike(group)),
        )
    ]
    joined: dict[int, Group] = {}
    unsure: set[int] = set()
    for group, why, fits in fitting:
        fits = [one for one in fits if one is not group and compatible(one.kind, group.kind)]
        if len(fits) > 1:
            unsure.add(group.number)
        elif fits and group.number not in joined.keys() | unsure:
            root = fits[0]
            while root.number in joined:
                root = joined[root.number]
            if root is not group:
                _join(root, group, why)
                joined[group.number] = root
    return [group for group in index.groups if group.number not in joined]


def _join(group: Group, other: Group, why: str) -> None:
    for member in other.members:
        sure = round(SURE[why] * member.confidence, 3)
        group.members.append(Member(member.mention, why, sure, group.name, by_name=True))
    for form, written in other.forms.items():
        group.forms.setdefault(form, written)


def _short(group: Group) -> str:
    """Return the acronym that a group is called by, if that is its name."""
    (written,) = group.forms.values() if len(group.forms) == 1 else ("",)
    return written if looks_acronym(written) else ""


def _defined(text: str, groups: Sequence[Group]) -> dict[int, list[Group]]:
    """Return full names of acronyms that brackets define: “Security Service (SSS)”, or turned."""
    places = sorted(
        ((member.mention, group) for group in groups for member in group.members),
        key=lambda place: place[0].start,
    )
    found: dict[int, list[Group]] = {}
    for (one, first), (other, second) in pairwise(places):
        if 0 < other.start - one.end < 12 and _BRACKET.fullmatch(text, one.end, other.start):
            for full, short in ((first, second), (second, first)):
                known = found.setdefault(short.number, [])
                if _short(short) and len(next(iter(full.forms))) > 1 and full not in known:
                    known.append(full)
    return found
