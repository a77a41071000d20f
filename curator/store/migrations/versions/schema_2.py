"""Schema 2: what suggesters weigh, identities, word lists, and what orders the queue."""

from __future__ import annotations

from alembic import op

revision = "2"
down_revision = None

_CANDIDATE = (
    'id, document_id, layer, label, start, "end", quote, parts, attributes, suggester_id, score, '
    "confidence, pattern, why, sender_id, extra, promoted"
)
_SURE = "coalesce(confidence, score, 1.0)"
_WAITING = "FROM annotation WHERE document_id = document.id AND state = 'suggested'"

STATEMENTS = (
    "ALTER TABLE annotation ADD COLUMN evidence VARCHAR",
    """
    CREATE TABLE candidate_anew (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL,
        layer VARCHAR NOT NULL,
        label VARCHAR NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote VARCHAR NOT NULL,
        parts VARCHAR,
        attributes VARCHAR,
        suggester_id INTEGER NOT NULL,
        score FLOAT NOT NULL,
        confidence FLOAT NOT NULL,
        pattern VARCHAR,
        why VARCHAR NOT NULL,
        sender_id VARCHAR,
        extra VARCHAR,
        evidence VARCHAR,
        comment VARCHAR,
        links VARCHAR,
        promoted INTEGER,
        FOREIGN KEY(document_id) REFERENCES document (id),
        FOREIGN KEY(suggester_id) REFERENCES suggester (id),
        FOREIGN KEY(promoted) REFERENCES annotation (id)
    )
    """,
    f"INSERT INTO candidate_anew ({_CANDIDATE}) SELECT {_CANDIDATE} FROM candidate ORDER BY id",
    "DROP TABLE candidate",
    "ALTER TABLE candidate_anew RENAME TO candidate",
    "CREATE INDEX candidate_place ON candidate (document_id, start)",
    """
    CREATE TABLE identity_anew (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        aliases VARCHAR NOT NULL,
        withdrawn INTEGER NOT NULL
    )
    """,
    "INSERT INTO identity_anew SELECT id, name, kind, aliases, 0 FROM identity ORDER BY id",
    "DROP TABLE identity",
    "ALTER TABLE identity_anew RENAME TO identity",
    """
    CREATE TABLE reference (
        annotation_id INTEGER NOT NULL,
        role VARCHAR NOT NULL,
        identity_id INTEGER NOT NULL,
        PRIMARY KEY (annotation_id, role, identity_id),
        FOREIGN KEY(annotation_id) REFERENCES annotation (id),
        FOREIGN KEY(identity_id) REFERENCES identity (id)
    )
    """,
    "CREATE INDEX reference_identity ON reference (identity_id)",
    """
    CREATE TABLE word_list (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        layer VARCHAR NOT NULL,
        label VARCHAR NOT NULL,
        entries VARCHAR NOT NULL,
        origin VARCHAR NOT NULL,
        withdrawn INTEGER NOT NULL
    )
    """,
    "ALTER TABLE document ADD COLUMN saving FLOAT DEFAULT 0 NOT NULL",
    "ALTER TABLE document ADD COLUMN uncertainty FLOAT DEFAULT 0 NOT NULL",
    "ALTER TABLE document ADD COLUMN skipped INTEGER DEFAULT 0 NOT NULL",
    f"UPDATE document SET saving = (SELECT coalesce(sum({_SURE}), 0.0) {_WAITING}), uncertainty = "
    f"(SELECT coalesce(avg(1.0 - abs(2.0 * {_SURE} - 1.0)), 0.0) {_WAITING})",
    "CREATE INDEX document_saving ON document (batch_id, skipped, saving DESC, id)",
    "CREATE INDEX document_uncertainty ON document (batch_id, skipped, uncertainty DESC, id)",
)


def upgrade() -> None:
    """Lead a file of schema 1 to schema 2."""
    for statement in STATEMENTS:
        op.execute(statement)
