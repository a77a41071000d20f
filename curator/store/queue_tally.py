"""How many documents of a batch are alike to the queue's filters: kept up by the database."""

from __future__ import annotations

from curator.store.transaction import Tx

_KEY = ("batch_id", "done", "flagged", "traits")
_KEYS = ", ".join(_KEY)
_OLD = ", ".join(f"OLD.{name}" for name in _KEY)
_NEW = ", ".join(f"NEW.{name}" for name in _KEY)

TABLE = f"""
CREATE TABLE queue_tally (
    batch_id INTEGER NOT NULL,
    done INTEGER NOT NULL,
    flagged INTEGER NOT NULL,
    traits VARCHAR NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY ({_KEYS}),
    FOREIGN KEY(batch_id) REFERENCES batch (id)
) WITHOUT ROWID
"""
"""A row for each way a batch's shown documents stand.

Its columns are named as those of `document`, so a condition on these is one on it, too. 100,000
documents stand in a few thousand ways: counting these takes a tenth of the time.
"""

_COUNTED = f"SELECT {_KEYS}, count(*) FROM document WHERE NOT withdrawn GROUP BY {_KEYS}"
_ONE_MORE = (
    f"INSERT INTO queue_tally SELECT {_NEW}, 1 WHERE NOT NEW.withdrawn "
    f"ON CONFLICT ({_KEYS}) DO UPDATE SET documents = documents + 1;"
)
_ONE_LESS = (
    "UPDATE queue_tally SET documents = documents - 1 "
    f"WHERE NOT OLD.withdrawn AND ({_KEYS}) = ({_OLD}); "
    f"DELETE FROM queue_tally WHERE documents = 0 AND ({_KEYS}) = ({_OLD});"
)
TRIGGERS = (
    f"CREATE TRIGGER document_comes AFTER INSERT ON document BEGIN {_ONE_MORE} END",
    f"CREATE TRIGGER document_changes AFTER UPDATE OF {_KEYS}, withdrawn ON document "
    f"WHEN ({_OLD}, OLD.withdrawn) IS NOT ({_NEW}, NEW.withdrawn) "
    f"BEGIN {_ONE_LESS} {_ONE_MORE} END",
    f"CREATE TRIGGER document_goes AFTER DELETE ON document BEGIN {_ONE_LESS} END",
)
"""Whoever changes a document, its batch is counted in the same transaction."""


def wrong(tx: Tx) -> list[int]:
    """Return the batches that are not counted as their documents stand."""
    kept = f"SELECT {_KEYS}, documents FROM queue_tally"
    found = tx.connection.exec_driver_sql(
        f"SELECT batch_id FROM (SELECT * FROM ({_COUNTED}) EXCEPT {kept}) "
        f"UNION SELECT batch_id FROM ({kept} EXCEPT SELECT * FROM ({_COUNTED}))"
    )
    return sorted(row[0] for row in found)
