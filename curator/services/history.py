"""The history: what was done, what each act did, what undoing takes, how a document came to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from curator.domain.decisions import Subject
from curator.domain.past import Past
from curator.services import in_the_way, wording
from curator.services.sentences import turns
from curator.store import annotations as stored
from curator.store import documents, log
from curator.store import history as kept
from curator.store.project import Project

PAGE = 200
"""Acts of a page, and decisions of an act that are shown."""


class Standing(StrEnum):
    """Whether an act is in force."""

    DONE = "in force"
    UNDONE = "undone"
    TURN = "took another back"


class About(StrEnum):
    """Kinds of acts that the history can be narrowed to."""

    ALL = "all acts"
    DECISIONS = "decisions"
    DOCUMENTS = "documents"
    COMMENTS = "comments"
    MACHINES = "machines"
    IMPORTS = "imports"
    IDENTITIES = "identities"
    SCHEME = "label scheme"
    TURNS = "undo and redo"


_CODES: dict[About, tuple[str, ...]] = {
    About.ALL: (),
    About.DECISIONS: (
        "accept", "reject", "unsure", "correct", "edges", "add", "remove", "reopen", "split",
        "merge", "identical", "bulk", "sample", "keep", "carry",
    ),
    About.DOCUMENTS: ("close", "open", "flag", "unflag", "withdraw", "restore"),
    About.COMMENTS: ("comment", "comment document"),
    About.MACHINES: ("suggest", "refresh"),
    About.IMPORTS: ("import", "list import", "list remove"),
    About.IDENTITIES: (
        "identify", "not identical", "identity clear", "identity rename", "identity merge",
        "identity split",
    ),
    About.SCHEME: ("scheme", "scheme edit"),
    About.TURNS: ("undo", "redo"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the history lists.

    Attributes:
        about: which kind of acts.
        words: that stand in what they are about.
        document_id: only what decided on this document; None for all.
    """

    about: About = About.ALL
    words: str = ""
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act in the history.

    Attributes:
        number: of the act.
        time: ISO 8601.
        name: in words, as undo names it.
        place: title of its document, or how many it reached.
        decisions: how many.
        standing: whether it is in force.
        actor: who did it.
    """

    number: int
    time: str
    name: str
    place: str
    decisions: int
    standing: Standing
    actor: str


@dataclass(frozen=True, slots=True)
class Did:
    """One decision of an act, in words.

    Attributes:
        what: the words that were decided on, or what it is.
        change: before → after.
        place: title of its document, may be empty.
        document_id: of its document, None for none.
        annotation_id: of its annotation, None for none.
    """

    what: str
    change: str
    place: str = ""
    document_id: int | None = None
    annotation_id: int | None = None


def acts(project: Project, wanted: Wanted, *, before: int | None = None) -> list[Act]:
    """Return a page of acts, the newest first; with the number of the last one the next page."""
    with project.read() as tx:
        found = kept.acts(
            tx,
            before=before,
            document_id=wanted.document_id,
            codes=_CODES[wanted.about],
            words=wanted.words,
            count=PAGE,
        )
        history = project.history(tx)
        numbers = {number for row in found if (number := row.facts.get("document"))}
        titles = kept.titles(tx, numbers)
        return [
            Act(
                row.act,
                row.time,
                wording.act(row.code, row.facts),
                _place(row, titles),
                row.decisions,
                Standing.TURN
                if row.reverts
                else Standing.DONE
                if history.is_done(row.act)
                else Standing.UNDONE,
                row.actor,
            )
            for row in found
        ]


def did(project: Project, act: int) -> list[Did]:
    """Return what the decisions of an act did, in words; the first `PAGE` of them."""
    with project.read() as tx:
        rows = kept.decisions(tx, act, count=PAGE)
        places = {row.document_id for row in rows if row.document_id is not None}
        titles, texts = kept.titles(tx, places), dict[int, str]()
        for number in places:
            texts[number] = documents.text(tx, number)[0]
        return [_did(row, titles, texts) for row in rows]


def stands_in_the_way(project: Project, act: int) -> list[Act]:
    """Return the later acts that must be undone with one, the newest first; itself left out."""
    with project.read() as tx:
        together = in_the_way.together(project, tx, act)
        found = [log.get(tx, number) for number in together if number != act]
        titles = kept.titles(tx, {n for one in found if (n := one.facts.get("document"))})
        return [
            Act(
                one.act,
                one.time,
                wording.act(one.code, one.facts),
                titles.get(one.facts.get("document", 0), ""),
                one.decisions,
                Standing.DONE,
                one.actor,
            )
            for one in found
        ]


def past(project: Project, document_id: int) -> Past:
    """Return a document's past, at the present moment."""
    with project.read() as tx:
        found = stored.of_document(tx, document_id, gone=True)
        return Past.of(document_id, found, kept.moments(tx, document_id))


def _place(row: kept.ActRow, titles: dict[int, str]) -> str:
    if (number := row.facts.get("document")) is not None:
        return titles.get(number, "")
    count = row.facts.get("documents")
    return wording.counted(count, "document") if isinstance(count, int) else ""


def _did(row: log.Decision, titles: dict[int, str], texts: dict[int, str]) -> Did:
    number = row.document_id
    return Did(
        turns.what(row.subject.value, row.layer, row.before, row.after, texts.get(number or 0, "")),
        turns.change(row.subject.value, row.before, row.after, texts.get(number or 0, "")),
        titles.get(number or 0, ""),
        number,
        row.subject_id if row.subject is Subject.ANNOTATION else None,
    )
