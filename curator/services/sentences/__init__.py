"""The sentences themselves, by code; `curator.services.wording` fills them in.

``{name}`` is a fact. ``[…]`` is left out where a fact in it is missing or empty. Behind a colon:
a noun counts it, ``short`` cuts it to a name's length, ``bytes`` is a size, ``@table`` looks it up.
"""

from __future__ import annotations

from curator.services.sentences import (
    acts,
    backing_up,
    choosing,
    commenting,
    faults,
    filtering,
    identities,
    learning,
    ledger,
    measuring,
    scheming,
)
from curator.services.sentences.acts import FINDINGS, TABLES
from curator.services.sentences.identities import WHY
from curator.services.sentences.scheming import STEPS

__all__ = ["ACTS", "FAULTS", "FINDINGS", "PROBLEMS", "STEPS", "TABLES", "WHY"]

FAULTS = (
    faults.FAULTS
    | learning.FAULTS
    | choosing.FAULTS
    | measuring.FAULTS
    | identities.FAULTS
    | scheming.FAULTS
    | filtering.FAULTS
    | commenting.FAULTS
    | backing_up.FAULTS
    | ledger.FAULTS
)
ACTS = acts.ACTS | learning.ACTS | choosing.ACTS | identities.ACTS | scheming.ACTS | commenting.ACTS
PROBLEMS = acts.PROBLEMS | choosing.PROBLEMS
