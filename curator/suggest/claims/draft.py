"""What the pattern finders share: the reading of a document, and the claims they draft from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from curator.suggest.claims.quotes import Quotations
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.tree import PASSIVE_SUBJECTS, SUBJECTS, Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from curator.suggest.claims.lexicon import Lexicon

NOTHING = Tokens()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the finders see it: its parse, its quotations and the lexicon."""

    parse: Parse
    quotations: Quotations
    lexicon: Lexicon

    @classmethod
    def of(cls, doc: Doc, lexicon: Lexicon) -> Reading:
        """Prepares a parsed document."""
        parse = Parse(doc, lexicon.lemmas)
        return cls(parse, Quotations(parse), lexicon)

    def quoted(self, token: int) -> bool:
        """Whether a token stands in a quotation."""
        return self.quotations.at[token] >= 0

    def is_second_report(self, token: int) -> bool:
        """Whether a verb may be a report that shares its subject with another one.

        “said that A and denied that B”, “said that A, adding that B”.
        """
        parse, lexicon = self.parse, self.lexicon
        if parse.pos[token] != "VERB" or parse.dep[token] not in ("conj", "advcl"):
            return False
        lemma = parse.lemma[token]
        if parse.has(token, *PASSIVE_SUBJECTS):
            return False
        if parse.has(token, *SUBJECTS):
            return self._is_parallel_report(token)
        if lemma in lexicon.verbs and parse.has(token, "ccomp", "xcomp"):
            return True
        objects = parse.kids(token, "dobj")
        if lemma in lexicon.carrier and any(parse.lemma[kid] in lexicon.nouns for kid in objects):
            return True
        return bool(objects) and self.takes_object(lemma)

    def _is_parallel_report(self, token: int) -> bool:
        """Whether a verb is a report of somebody else’s, beside one: “X said A, and Y said B”."""
        parse = self.parse
        return (
            parse.dep[token] == "conj"
            and parse.lemma[token] in self.lexicon.report
            and parse.has(token, "ccomp")
        )

    def takes_object(self, verb: str) -> bool:
        """Whether what a verb attributes may be its mere object."""
        return (
            verb in self.lexicon.object or self.lexicon.verbs.get(verb) in self.lexicon.object_types
        )


@dataclass(slots=True)
class Draft:
    """A claim in the making, in tokens.

    Attributes:
        head: the word that makes it a claim.
        pattern: the construction it was found by.
        label: claim type.
        standing: class of the cue: report, other, known or unknown.
        cue, content, source, addressee, medium: the parts, untrimmed.
        holder: head of the source.
    """

    head: int
    pattern: str
    label: str
    standing: str
    cue: Tokens
    content: Tokens
    source: Tokens = field(default=NOTHING)
    holder: int | None = None
    addressee: Tokens = field(default=NOTHING)
    medium: Tokens = field(default=NOTHING)
