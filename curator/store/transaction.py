"""A transaction: every change of a project happens inside one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from curator.domain.undo import ChangeSetRow

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Tx:
    """A transaction under way; `curator.store.project.Project` begins and ends it.

    Attributes:
        connection: SQLAlchemy's; only this room uses it.
        clock: gives the time of what is written.
        actor: who decides.
        touched: documents whose tally must be counted anew before the commit.
        logged: change sets appended so far.
    """

    connection: Connection
    clock: Clock
    actor: str
    touched: set[int] = field(default_factory=set)
    logged: list[ChangeSetRow] = field(default_factory=list)
