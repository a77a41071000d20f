"""The tables of a project file; rows never leave this room."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Table, text
from sqlmodel import Field, SQLModel


def _counted(before: str = "0") -> Any:
    """Return a column that is written where it is counted; what it is before, in SQL."""
    return Field(default=None, sa_column_kwargs={"server_default": text(before)})


class Setting(SQLModel, table=True):
    """What belongs to the project and has no history: its seed, its rules."""

    key: str = Field(primary_key=True)
    value: str


class Batch(SQLModel, table=True):
    """One import."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    origin: str
    created: str
    report: str = "{}"
    withdrawn: int = 0


class Document(SQLModel, table=True):
    """What lists show of a document."""

    __table_args__ = (
        Index("document_queue", "batch_id", "id", "withdrawn", "done", "flagged", "date",
              "traits"),
        *(Index(f"document_{name.split()[0]}", "batch_id", "skipped", text(name), "id")
          for name in ("saving DESC", "uncertainty DESC", "waiting")),
        Index("document_title", "batch_id", text("title COLLATE NOCASE"), "id"),
        Index("document_date", "batch_id", text("date DESC"), "id"),
        Index("document_story", "story", "date", "id", sqlite_where=text("story IS NOT NULL")),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="batch.id")
    sender_id: str = Field(unique=True)
    title: str
    agency: str = ""
    date: str = ""
    language: str = ""
    done: int = 0
    flagged: int = 0
    withdrawn: int = 0
    comment: str | None = None
    saving: float = _counted()
    uncertainty: float = _counted()
    skipped: int = _counted()
    waiting: int = _counted()
    traits: str = _counted("''")
    story: int | None = None


class DocumentText(SQLModel, table=True):
    """A document's text, immutable, with what is known of its source."""

    __tablename__ = "document_text"

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    text: str
    digest: str = Field(index=True)
    source_digest: str
    normaliser: int
    removed: str | None = None
    meta: str = "{}"
    extra: str | None = None


class DocumentBand(SQLModel, table=True):
    """What near duplicates of a document's text share with it (`curator.domain.stories`)."""

    __tablename__ = "document_band"
    __table_args__ = {"sqlite_with_rowid": False}

    key: int = Field(primary_key=True)
    document_id: int = Field(primary_key=True, foreign_key="document.id")


class DocumentLayer(SQLModel, table=True):
    """A layer of a document: closed or not, blind or not, and who has proposed in it."""

    __tablename__ = "document_layer"
    __table_args__ = (Index("document_layer_waiting", "layer", "reviewed", "suggester_id"),)

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    layer: str = Field(primary_key=True)
    reviewed: int = 0
    blind: int = 0
    suggester_id: int | None = Field(default=None, foreign_key="suggester.id")


class SchemeRevision(SQLModel, table=True):
    """The label scheme as of a revision."""

    __tablename__ = "scheme_revision"

    revision: int = Field(primary_key=True)
    scheme: str
    created: str


class Suggester(SQLModel, table=True):
    """Who proposes: name, version, recipe, figures."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    version: str
    layer: str
    recipe: str = "{}"
    figures: str = "{}"
    digest: str = Field(unique=True)


class Annotation(SQLModel, table=True):
    """An annotation's current state."""

    __table_args__ = (
        Index("annotation_place", "document_id", "start"),
        Index("annotation_quote", "quote", sqlite_where=text("state IN ('accepted', 'rejected')")),
        Index("annotation_comment", "document_id", sqlite_where=text("comment IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id")
    layer: str
    label: str
    start: int
    end: int
    quote: str
    parts: str | None = None
    attributes: str | None = None
    state: str
    suggester_id: int | None = Field(default=None, foreign_key="suggester.id")
    score: float | None = None
    confidence: float | None = None
    pattern: str | None = None
    reason: str | None = None
    proposed: str | None = None
    comment: str | None = None
    sender_id: str | None = None
    extra: str | None = None
    evidence: str | None = None


class Candidate(SQLModel, table=True):
    """What a suggester found and the project does not show by itself.

    A decision makes it an annotation, `promoted`; it is back when that is withdrawn by undo.
    """

    __table_args__ = (
        Index("candidate_place", "document_id", "start"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id")
    layer: str
    label: str
    start: int
    end: int
    quote: str
    parts: str | None = None
    attributes: str | None = None
    suggester_id: int = Field(foreign_key="suggester.id")
    score: float
    confidence: float
    pattern: str | None = None
    why: str
    sender_id: str | None = None
    extra: str | None = None
    evidence: str | None = None
    comment: str | None = None
    links: str | None = None
    promoted: int | None = Field(default=None, foreign_key="annotation.id")


class Link(SQLModel, table=True):
    """A role from an annotation to another one."""

    __table_args__ = (Index("link_target", "target_id"),)

    annotation_id: int = Field(primary_key=True, foreign_key="annotation.id")
    role: str = Field(primary_key=True)
    target_id: int = Field(primary_key=True, foreign_key="annotation.id")


class Identity(SQLModel, table=True):
    """A somebody or something of the project that mentions and sources point to."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    name: str
    kind: str
    aliases: str
    withdrawn: int


class Reference(SQLModel, table=True):
    """Whom an annotation means, or does not."""

    __table_args__ = (Index("reference_identity", "identity_id"),)

    annotation_id: int = Field(primary_key=True, foreign_key="annotation.id")
    role: str = Field(primary_key=True)
    identity_id: int = Field(primary_key=True, foreign_key="identity.id")


class WordList(SQLModel, table=True):
    """Names or cues that somebody brought along for one label."""

    __tablename__ = "word_list"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    name: str
    layer: str
    label: str
    entries: str
    origin: str
    withdrawn: int


class ChangeSet(SQLModel, table=True):
    """The decisions of one transaction; append-only."""

    __tablename__ = "change_set"
    __table_args__ = (Index("change_set_act", "act"),)

    id: int | None = Field(default=None, primary_key=True)
    act: int
    code: str
    facts: str
    reverts: int | None = Field(default=None, foreign_key="change_set.id")
    beside: int = 0
    actor: str
    time: str
    program: str
    decisions: int
    previous: str
    digest: str


class Decision(SQLModel, table=True):
    """One verdict on one subject; append-only."""

    __table_args__ = (Index("decision_subject", "subject", "subject_id", "layer"),)

    id: int | None = Field(default=None, primary_key=True)
    change_set_id: int = Field(foreign_key="change_set.id", index=True)
    subject: str
    subject_id: int
    layer: str | None = None
    verdict: str
    how: str
    reason: str | None = None
    before: str | None = None
    after: str | None = None
    suggester_id: int | None = None
    score: float | None = None
    confidence: float | None = None
    document_id: int | None = None
    shown_ms: int | None = None
    scheme_revision: int
    text_digest: str | None = None


class Tally(SQLModel, table=True):
    """How many annotations of a document, layer and label are in a state."""

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    layer: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    state: str = Field(primary_key=True)
    n: int


def table(model: type[SQLModel]) -> Table:
    """Return the Core table of a model, for selects and bulk inserts."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(text, content='document_text', "
    "content_rowid='document_id', tokenize='unicode61 remove_diacritics 2')"
)
