"""Schema 4: which documents tell the same story, and what near duplicates are found by."""

from __future__ import annotations

from alembic import op

revision = "4"
down_revision = "3"

STATEMENTS = (
    "ALTER TABLE document ADD COLUMN story INTEGER",
    "CREATE INDEX document_story ON document (story, date, id) WHERE story IS NOT NULL",
    """
    CREATE TABLE document_band (
        "key" INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        PRIMARY KEY ("key", document_id),
        FOREIGN KEY(document_id) REFERENCES document (id)
    ) WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Lead a file of schema 3 to schema 4."""
    for statement in STATEMENTS:
        op.execute(statement)
