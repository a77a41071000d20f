"""What the database itself forbids: to change or delete history and texts."""

from __future__ import annotations

APPEND_ONLY = ("change_set", "decision")
IMMUTABLE = ("document_text",)


def triggers() -> list[str]:
    """Return the SQL that forbids to change or delete history and texts."""
    return [
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} BEGIN "
        f"SELECT RAISE(ABORT, '{name} rows are never changed'); END"
        for name in APPEND_ONLY + IMMUTABLE
        for verb in ("UPDATE", "DELETE")
    ]
