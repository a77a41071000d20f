"""Schema 3: what the queue's filter and orders ask of each document; where comments are."""

from __future__ import annotations

from alembic import op

revision = "3"
down_revision = "2"

_HIDDEN = (
    "tally.state = 'suggested' AND EXISTS (SELECT 1 FROM document_layer AS dl "
    "WHERE dl.document_id = document.id AND dl.layer = tally.layer AND dl.blind "
    "AND NOT dl.reviewed)"
)
_TRAITS = (
    "SELECT coalesce(group_concat('|' || trait || '|', ''), '') FROM ("
    "SELECT 'label=' || lower(label) AS trait FROM tally WHERE document_id = document.id "
    f"AND state <> 'rejected' AND NOT ({_HIDDEN}) "
    "UNION SELECT layer || '=left' FROM tally WHERE document_id = document.id "
    "AND state = 'suggested' "
    "UNION SELECT layer || iif(reviewed, '=done', '=open') FROM document_layer "
    "WHERE document_id = document.id "
    "UNION SELECT layer || '=unseen' FROM document_layer WHERE document_id = document.id "
    "AND NOT reviewed AND suggester_id IS NULL ORDER BY trait)"
)
_WAITING = (
    "SELECT coalesce(sum(n), 0) FROM tally WHERE document_id = document.id AND state = 'suggested'"
)

STATEMENTS = (
    "ALTER TABLE document ADD COLUMN waiting INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE document ADD COLUMN traits VARCHAR DEFAULT '' NOT NULL",
    f"UPDATE document SET waiting = ({_WAITING}), traits = ({_TRAITS})",
    "DROP INDEX document_queue",
    "CREATE INDEX document_queue ON document "
    "(batch_id, id, withdrawn, done, flagged, date, traits)",
    "CREATE INDEX document_waiting ON document (batch_id, skipped, waiting, id)",
    "CREATE INDEX document_title ON document (batch_id, title COLLATE NOCASE, id)",
    "CREATE INDEX document_date ON document (batch_id, date DESC, id)",
    "CREATE INDEX annotation_comment ON annotation (document_id) WHERE comment IS NOT NULL",
)


def upgrade() -> None:
    """Lead a file of schema 2 to schema 3."""
    for statement in STATEMENTS:
        op.execute(statement)
