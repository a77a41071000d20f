"""What the pattern finders share: the reading of a document, and the claims they draft from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from curator.suggest.claims.quotes import Quotations
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.tree import Parse

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
        parse = Parse(doc)
        return cls(parse, Quotations(parse), lexicon)

    def quoted(self, token: int) -> bool:
        """Whether a token stands in a quotation."""
        return self.quotations.at[token] >= 0

    def reports(self, token: int) -> bool:
        """Whether a token is a verb that introduces reports or carries the noun of one."""
        lemma = self.parse.lemma[token]
        return self.parse.pos[token] == "VERB" and (
            lemma in self.lexicon.report or lemma in self.lexicon.carrier
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
