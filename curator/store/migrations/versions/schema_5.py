"""Schema 5: how many documents of a batch are alike to the queue's filters."""

from __future__ import annotations

from alembic import op

revision = "5"
down_revision = "4"

_KEYS = "batch_id, done, flagged, traits"
_OLD = "OLD.batch_id, OLD.done, OLD.flagged, OLD.traits"
_NEW = "NEW.batch_id, NEW.done, NEW.flagged, NEW.traits"
_ONE_MORE = (
    f"INSERT INTO queue_tally SELECT {_NEW}, 1 WHERE NOT NEW.withdrawn "
    f"ON CONFLICT ({_KEYS}) DO UPDATE SET documents = documents + 1;"
)
_ONE_LESS = (
    "UPDATE queue_tally SET documents = documents - 1 "
    f"WHERE NOT OLD.withdrawn AND ({_KEYS}) = ({_OLD}); "
    f"DELETE FROM queue_tally WHERE documents = 0 AND ({_KEYS}) = ({_OLD});"
)

STATEMENTS = (
    f"""
    CREATE TABLE queue_tally (
        batch_id INTEGER NOT NULL,
        done INTEGER NOT NULL,
        flagged INTEGER NOT NULL,
        traits VARCHAR NOT NULL,
        documents INTEGER NOT NULL,
        PRIMARY KEY ({_KEYS}),
        FOREIGN KEY(batch_id) REFERENCES batch (id)
    ) WITHOUT ROWID
    """,
    f"INSERT INTO queue_tally SELECT {_KEYS}, count(*) FROM document WHERE NOT withdrawn "
    f"GROUP BY {_KEYS}",
    f"CREATE TRIGGER document_comes AFTER INSERT ON document BEGIN {_ONE_MORE} END",
    f"CREATE TRIGGER document_changes AFTER UPDATE OF {_KEYS}, withdrawn ON document "
    f"WHEN ({_OLD}, OLD.withdrawn) IS NOT ({_NEW}, NEW.withdrawn) "
    f"BEGIN {_ONE_LESS} {_ONE_MORE} END",
    f"CREATE TRIGGER document_goes AFTER DELETE ON document BEGIN {_ONE_LESS} END",
)


def upgrade() -> None:
    """Lead a file of schema 4 to schema 5."""
    for statement in STATEMENTS:
        op.execute(statement)
