"""A light view of a parsed document: plain lists, subtree extents worked out once, paragraphs."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from curator.suggest.claims.runs import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STRINGS = ("ORTH", "LOWER", "TAG", "POS", "DEP", "ENT_TYPE", "LEMMA")
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_NOT_IN_DATELINES = frozenset(".:;?!")
_LONGEST_DATELINE = 12
_FEWEST_LINES = 3
_FULL_LINE, _LONGEST_LINE = 50, 100


class Parse:
    """A parsed document as lists indexed by token number.

    Token numbers are spaCy's; repairs are lemmas to put right by part of speech. Words and lemmas
    are in lower case, `form` keeps the case. A paragraph's room is what it says, its dateline
    aside. A subtree is taken as the run between its outermost tokens.
    """

    def __init__(self, doc: Doc, repairs: dict[str, dict[str, str]]) -> None:
        self.text: str = doc.text
        self.size = len(doc)
        columns = _columns(doc)
        self.form, self.word, self.tag, self.pos, self.dep, self.entity = columns[:6]
        self.lemma = [
            _lemma(lemma, word, repairs.get(pos))
            for lemma, word, pos in zip(columns[6], self.word, self.pos, strict=True)
        ]
        self.start, offsets, self.space, punctuation = _numbers(doc)
        self.end = [start + len(form) for start, form in zip(self.start, self.form, strict=True)]
        self.head = [token + offset for token, offset in enumerate(offsets)]
        self.left, self.right = _edges(self.head)
        self.mark = [a or b for a, b in zip(punctuation, self.space, strict=True)]
        self.is_wrapped = _is_wrapped(self.text)
        self.words_before = [0, *accumulate(not mark for mark in self.mark)]
        self.children = self._children()
        self.paragraph, self.paragraphs = self._paragraphs()
        self.rooms = [self._without_dateline(paragraph) for paragraph in self.paragraphs]

    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in range(self.size)]
        for token, head in enumerate(self.head):
            if head != token:
                children[head].append(token)
        return children

    def _paragraphs(self) -> tuple[list[int], list[Tokens]]:
        """The paragraph number of each token, and the tokens of each paragraph.

        A newline that only wraps a line does not end one.
        """
        numbers: list[int] = []
        paragraphs: list[Tokens] = []
        start = 0
        for token in range(self.size):
            numbers.append(len(paragraphs))
            if self.space[token] and "\n" in self.form[token] and not self._wraps(token):
                paragraphs.append(Tokens.run(start, token + 1))
                start = token + 1
        paragraphs.append(Tokens.run(start, self.size))
        return numbers, paragraphs

    def _without_dateline(self, paragraph: Tokens) -> Tokens:
        """A paragraph without the “CITY (Agency) —” that it begins with."""
        words = [token for token in paragraph if not self.space[token]][:_LONGEST_DATELINE]
        for place, token in enumerate(words[1:]):
            if self.form[token] in _DASHES:
                is_dateline = self.form[words[0]].isupper() or self.form[words[place]] == ")"
                return paragraph - Tokens.run(words[0], token + 1) if is_dateline else paragraph
            if self.form[token][0].islower() or self.form[token] in _NOT_IN_DATELINES:
                break
        return paragraph

    def _wraps(self, token: int) -> bool:
        """Whether a newline only wraps a line: one alone, in the midst of a sentence."""
        if self.form[token].count("\n") > 1:
            return False
        follows = self.text[self.end[token] : self.end[token] + 1]
        return follows.islower() or (self.is_wrapped and follows.isalnum())

    def kids(self, token: int, *deps: str) -> list[int]:
        """The children of a token that hang on it by one of these dependencies, in order."""
        return [child for child in self.children[token] if self.dep[child] in deps]

    def has(self, token: int, *deps: str) -> bool:
        """Whether a child hangs on the token by one of these dependencies."""
        return any(self.dep[child] in deps for child in self.children[token])

    def subtree(self, token: int) -> Tokens:
        """The tokens from the outermost left to the outermost right below a token."""
        return Tokens.run(self.left[token], self.right[token] + 1)

    def subtrees(self, tokens: list[int]) -> Tokens:
        """The tokens below any of these."""
        return Tokens.of((self.left[token], self.right[token] + 1) for token in tokens)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def is_verb(self, token: int) -> bool:
        """Whether a token is a verb or an auxiliary."""
        return self.pos[token] in ("VERB", "AUX")

    def tense(self, verb: int) -> str:
        """The tag of the finite word of a verb group: its first auxiliary, else the verb."""
        if self.tag[verb] not in FINITE:
            for kid in self.kids(verb, "aux", "auxpass"):
                return self.tag[kid]
        return self.tag[verb]

    def same_paragraph(self, token: int, other: int) -> bool:
        """Whether two tokens stand in one paragraph."""
        return self.paragraph[token] == self.paragraph[other]

    def count_words(self, tokens: Tokens) -> int:
        """How many tokens are neither punctuation nor white space."""
        count = 0
        for start, end in tokens.runs:
            count += self.words_before[end] - self.words_before[start]
        return count


def _columns(doc: Doc) -> list[list[str]]:
    """What the parse says of each token in words, column by column; a string is looked up once."""
    rows = doc.to_array([*_STRINGS])
    strings = doc.vocab.strings
    columns: list[list[str]] = []
    for column in rows.T.tolist() if len(doc) else [[] for _ in _STRINGS]:
        named = {key: strings[key] for key in set(column)}
        columns.append([named[key] for key in column])
    return columns


def _numbers(doc: Doc) -> tuple[list[int], list[int], list[bool], list[bool]]:
    """Offsets, distances to the head, and which tokens are white space or punctuation."""
    if not len(doc):
        return [], [], [], []
    rows = doc.to_array(["IDX", "HEAD", "IS_SPACE", "IS_PUNCT"]).astype("int64")
    starts, heads, spaces, punctuation = rows.T.tolist()
    return starts, heads, [bool(one) for one in spaces], [bool(one) for one in punctuation]


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """The outermost tokens below each token."""
    left, right = list(range(len(head))), list(range(len(head)))
    changes = True
    while changes:
        changes = False
        for token in (*range(len(head)), *range(len(head) - 1, -1, -1)):
            above = head[token]
            if left[token] < left[above]:
                left[above] = left[token]
                changes = True
            if right[token] > right[above]:
                right[above] = right[token]
                changes = True
    return left, right


def _lemma(lemma: str, word: str, repairs: dict[str, str] | None) -> str:
    """The lemma in lower case, put right where spaCy's rules are known to fail."""
    lemma = lemma.lower() or word
    return lemma if repairs is None else repairs.get(lemma, lemma)


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken to a width, rather than ended."""
    lines = text.split("\n")
    if len(lines) < _FEWEST_LINES or max(map(len, lines)) > _LONGEST_LINE:
        return False
    joined = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    return bool(joined) and sum(len(line) >= _FULL_LINE for line in joined) > len(joined) / 2
