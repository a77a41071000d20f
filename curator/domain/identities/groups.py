"""Groups of one document's mentions: by names, then by what sources name, office and pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from curator.domain.identities.mentions import PERSON, Group, Mention
from curator.domain.identities.names import Titles, fold, folded, looks_acronym, person, tokens
from curator.domain.identities.offices import Office, held, read, same
from curator.domain.identities.people import group_people
from curator.domain.identities.pronouns import GENDER, OTHERS, SUBJECT, Named, Sentences, antecedent
from curator.domain.identities.sources import definite, is_list, person_in, whole
from curator.domain.identities.things import group_things


def group_mentions(text: str, mentions: Sequence[Mention], titles: Titles) -> list[Group]:
    """Group the mentions of a document that are the same somebody.

    Args:
        text: the document's.
        mentions: by place.
        titles: words before names.
    """
    return _Grouping(text, mentions, titles).groups


class _Grouping:
    """The groups of a document while they grow, one pass after the other."""

    def __init__(self, text: str, mentions: Sequence[Mention], titles: Titles) -> None:
        self._text, self._titles = text, titles
        labelled = [one for one in mentions if one.label]
        self._sources = [one for one in mentions if one.is_source]
        self._labelled = labelled
        self._starts = [one.start for one in labelled]
        words = {id(one): self._words(one) for one in mentions}
        names = [one for one in labelled if one.label == PERSON and not _pronoun(words[id(one)])]
        bare = self._bare_sources()
        people = group_people(text, names + bare, titles)
        things = [one for one in labelled if one.label != PERSON and not _pronoun(words[id(one)])]
        self.groups = people + _but_surnames(group_things(text, things, len(people)), people)
        self._people = people
        self._of: dict[int, Group] = {}
        self._by_form: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        self._heads: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in self.groups:
            for form in group.forms:
                self._by_form[form].append(group)
            for member in group.members:
                self._of[id(member.mention)] = group
                if member.pattern == "head":
                    self._heads[folded(self._words(member.mention))].append(group)
        self._named: list[Named] = []
        for one in names + bare:
            self._note(one)
        self._by_source()
        self._by_office([one for one in names if id(one) not in self._of])
        self._by_pronoun([one for one in labelled if _pronoun(words[id(one)])])

    def _words(self, mention: Mention) -> str:
        return self._text[mention.start : mention.end]

    def _inside(self, source: Mention) -> list[Mention]:
        """Return the labelled mentions that lie inside a source."""
        first = bisect_left(self._starts, source.start)
        found: list[Mention] = []
        for one in self._labelled[first:]:
            if one.start >= source.end:
                break
            if one.end <= source.end:
                found.append(one)
        return found

    def _bare_sources(self) -> list[Mention]:
        """Return sources that are names though nothing is labelled in them: a scheme of claims."""
        return [
            one
            for one in self._sources
            if not self._inside(one) and self._is_bare_name(self._words(one))
        ]

    def _is_bare_name(self, words: str) -> bool:
        article = fold((tokens(words) or [""])[0]) in ("the", "a", "an") or is_list(words)
        form = person(words, self._titles)
        return bool(form) and not (article or looks_acronym(words) or _pronoun(words))

    def _take(self, group: Group, mention: Mention, why: str, by: str, share: float = 1) -> None:
        group.take(mention, why, by=by, share=share)
        self._of[id(mention)] = group

    def _note(self, one: Mention) -> None:
        """Remember that a person is mentioned at a place, for the pronouns behind it."""
        group = self._of.get(id(one))
        who = None if group is None else group.number
        self._named.append(Named.at(self._text, one.start, one.end, who, self._titles))

    def _by_source(self) -> None:
        """Put sources to the group of the mention that they are."""
        for source in self._sources:
            inside = [] if id(source) in self._of else self._inside(source)
            people = [one for one in inside if one.label == PERSON]
            others = [one for one in inside if one.label != PERSON]
            one = person_in(self._text, source, people, self._titles, self._office) or (
                None if people else whole(self._text, source, others)
            )
            group = self._of.get(id(one)) if one is not None else None
            if one is not None and group is not None:
                share = next(m.confidence for m in group.members if m.mention is one)
                self._take(group, source, "source", self._words(one), share)
            elif not inside and id(source) not in self._of:
                fits = self._by_form.get(folded(self._words(source)), [])
                if len(fits) == 1 and fits[0].kind != PERSON:
                    self._take(fits[0], source, "equal", fits[0].name)

    def _org(self, words: str) -> int | None:
        """Return the organisation or place that words name, “the Service” with its full name."""
        form = folded(words)
        fits = self._by_form.get(form, []) or self._heads.get(form, [])
        numbers = {one.number for one in fits if one.kind != PERSON}
        return numbers.pop() if len(numbers) == 1 else None

    def _office(self, phrase: str) -> Office | None:
        return read(phrase, self._titles, self._org)

    def _by_office(self, unnamed: list[Mention]) -> None:
        """Put “the SSS Chief” to the one person who is said to be it."""
        for group in self._people:
            for member in group.members:
                place = member.mention.start, member.mention.end
                group.offices += held(self._text, *place, self._titles, self._org)
        sources = [one for one in self._sources if id(one) not in self._of]
        for mention in sorted([*sources, *unnamed], key=lambda one: one.start):
            words = self._words(mention)
            office = self._office(words) if definite(words) else None
            if office is None:
                continue
            why, holders = self._holders(office, mention)
            if len(holders) == 1:
                self._take(holders[0], mention, why, holders[0].name)
                self._note(mention)

    def _holders(self, office: Office, mention: Mention) -> tuple[str, list[Group]]:
        """Return who can be meant by an office; of a bare title only who was named before."""
        if office.org is not None:
            holders = [g for g in self._people if any(same(office, one) for one in g.offices)]
            return "office", holders
        if not office.unique or fold(tokens(self._words(mention))[0]) != "the":
            return "role", []
        return "role", [
            group
            for group in self._people
            if group.first < mention.start
            and any(same(office, Office(one.title, None)) for one in group.offices)
        ]

    def _by_pronoun(self, labelled: list[Mention]) -> None:
        """Put “he” to the one person it can mean, and go on from there.

        Where nobody labels people, it is never certain.
        """
        if not any(one.label == PERSON for one in self._labelled):
            return
        sentences = Sentences(self._text, self._titles)
        pronouns = [one for one in self._sources if id(one) not in self._of]
        pronouns = [one for one in pronouns if fold(self._words(one)) in SUBJECT]
        genders = {group.number: group.gender for group in self._people if group.gender}
        by_number = {group.number: group for group in self.groups}
        known: dict[tuple[int, int], int] = {}
        for one in sorted([*pronouns, *labelled], key=lambda mention: mention.start):
            place = one.start, one.end
            who = known.get(place)
            if who is None:
                who = antecedent(sentences, place, self._named, genders)
            if who is not None:
                known[place] = who
                genders.setdefault(who, GENDER[fold(self._words(one))])
                self._take(by_number[who], one, "pronoun", by_number[who].name)
                self._note(one)


def _but_surnames(things: list[Group], people: list[Group]) -> list[Group]:
    """Leave out what has the surname of a person in the document: it is mostly mislabelled."""
    surnames = {form[-1:] for group in people for form in group.forms if len(form) > 1}
    return [group for group in things if not surnames & group.forms.keys()]


def _pronoun(words: str) -> bool:
    return fold(words.strip()) in OTHERS or fold(words.strip()) in SUBJECT
