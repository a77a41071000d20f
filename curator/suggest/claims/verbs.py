"""Verbs as cues: what hangs on a verb, and which construction makes it a claim."""

from __future__ import annotations

from dataclasses import dataclass

from curator.suggest.claims.draft import NOTHING, Draft, Reading
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.subjects import is_passive, passive_subject, source_tokens, subject
from curator.suggest.claims.tree import Parse

_ADVERB_REACH = 2


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with what the patterns ask about.

    Attributes:
        reading: the document.
        token: the verb.
        lemma: its lemma.
        label: its claim type, None for a verb that the lexicon does not know.
        cue: auxiliaries, negation, particles and short adverbs with the verb.
        subject: head of who claims, if anybody.
        clauses, infinitives, objects: heads of its complements.
        patient: the subject of a passive.
        is_passive: whether it is a passive.
        addressee: head of who is told.
    """

    reading: Reading
    token: int
    lemma: str
    label: str | None
    cue: Tokens
    subject: int | None
    clauses: list[int]
    infinitives: list[int]
    objects: list[int]
    patient: int | None
    is_passive: bool
    addressee: int | None

    @classmethod
    def at(cls, reading: Reading, token: int) -> Verb:
        """Looks at the verb at a token."""
        parse, lexicon = reading.parse, reading.lexicon
        lemma = parse.lemma[token]
        objects = _near(parse, token, "dobj", "oprd")
        told = _told(reading, token) if lemma in lexicon.addressed else None
        return cls(
            reading=reading,
            token=token,
            lemma=lemma,
            label=lexicon.verbs.get(lemma),
            cue=_cue(reading, token),
            subject=subject(reading, token),
            clauses=_clauses(reading, token),
            infinitives=_near(parse, token, "xcomp"),
            objects=objects,
            patient=passive_subject(parse, token),
            is_passive=is_passive(parse, token),
            addressee=told,
        )

    @property
    def has_own_subject(self) -> bool:
        """Whether the subject hangs on this very verb."""
        return self.subject is not None and self.reading.parse.head[self.subject] == self.token

    def draft(
        self, pattern: str, content: Tokens, *, label: str | None = None, cue: Tokens | None = None
    ) -> Draft:
        """A draft with this verb's source, addressee and, unless given, its label and cue."""
        parse, lexicon = self.reading.parse, self.reading.lexicon
        differing = lexicon.label_by_pattern.get(pattern, {}).get(self.lemma)
        return Draft(
            head=self.token,
            pattern=pattern,
            label=label or differing or self.label or "other",
            standing=lexicon.standing(self.lemma),
            cue=cue or self.cue,
            content=content,
            source=source_tokens(parse, self.subject),
            holder=self.subject,
            addressee=NOTHING
            if self.addressee is None
            else source_tokens(parse, self.addressee) - content,
        )


def _near(parse: Parse, token: int, *deps: str) -> list[int]:
    """The children by one of these dependencies in the paragraph of a word.

    Headings and quotations without a full stop make parsers run paragraphs together.
    """
    return [kid for kid in parse.kids(token, *deps) if parse.same_paragraph(kid, token)]


def _told(reading: Reading, token: int) -> int | None:
    """Whom a verb tells something; what it tells, where only that stands beside it, is nobody."""
    parse = reading.parse
    given = parse.kids(token, "dative")
    objects = parse.kids(token, "dobj")
    if given and parse.pos[given[0]] != "ADP":
        return given[0]
    if not objects or len(objects) > 1:
        return objects[0] if objects else None
    is_content = reading.takes_object(parse.lemma[token]) and not (
        parse.pos[objects[0]] in ("PRON", "PROPN") or parse.has(token, "ccomp", "xcomp", "advcl")
    )
    return None if is_content else objects[0]


def chained(reading: Reading, token: int) -> int | None:
    """The verb that makes one cue with a verb and its clause: “refused to say that …”."""
    parse, verbs = reading.parse, reading.lexicon.verbs
    above = parse.head[token]
    between = [word for word in range(above + 1, token) if parse.pos[word] != "ADV"]
    if (
        parse.dep[token] == "xcomp"
        and parse.lemma[token] in verbs
        and parse.lemma[above] in verbs
        and [parse.word[word] for word in between] == ["to"]
        and parse.has(token, "ccomp")
    ):
        return above
    return None


def _cue(reading: Reading, token: int) -> Tokens:
    group = verb_group(reading.parse, token)
    above = chained(reading, token)
    if above is None:
        return group
    return Tokens.run(verb_group(reading.parse, above).first, group.last + 1)


def _clauses(reading: Reading, token: int) -> list[int]:
    """The content clauses of a verb, also where the parser takes them for something else.

    Those are “asked if …”, and “said in a statement that …” hung on the statement.
    """
    parse, lexicon = reading.parse, reading.lexicon
    lemma = parse.lemma[token]
    clauses = _near(parse, token, "ccomp")
    if lexicon.verbs.get(lemma) == "question":
        asked = [
            kid
            for kid in parse.kids(token, "advcl")
            if kid > token and parse.word[parse.left[kid]] in ("if", "whether")
        ]
        clauses = sorted(clauses + asked)
    if not clauses and lemma in lexicon.report:
        for preposition in parse.kids(token, "prep"):
            for noun in parse.kids(preposition, "pobj"):
                if parse.lemma[noun] in lexicon.medium_nouns:
                    clauses += [
                        kid
                        for kid in parse.kids(noun, "acl", "relcl", "ccomp")
                        if has_complementiser(parse, kid)
                    ]
    return clauses


def has_complementiser(parse: Parse, clause: int) -> bool:
    """Whether a clause begins with “that”."""
    return any(parse.word[kid] == "that" for kid in parse.kids(clause, "mark"))


def verb_group(parse: Parse, verb: int) -> Tokens:
    """The verb with the auxiliaries, negation, particles and short adverbs that touch it."""
    members = {verb}
    for kid in parse.children[verb]:
        if parse.dep[kid] in ("aux", "auxpass", "neg", "prt", "agent") or (
            parse.dep[kid] == "advmod"
            and parse.pos[kid] == "ADV"
            and abs(kid - verb) <= _ADVERB_REACH
            and not parse.children[kid]
        ):
            members.add(kid)
    start, end = verb, verb + 1
    while start - 1 in members:
        start -= 1
    while end in members:
        end += 1
    return Tokens.run(start, end)
