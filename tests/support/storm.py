"""A storm of acts on a project, told one by one once they are kept; meant to be killed.

Arguments: a project and a seed. Prints number and digest of the newest change set after each act.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

from curator.domain.annotation import Layer, State
from curator.domain.bulk import BulkFilter
from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.services import bulk, closing, deciding, undoing
from curator.store import log
from curator.store.project import Project
from tests.support.projects import take, view

DOCUMENTS = 4
PICTURE = (
    "[Velm:GPE?] met [Osmo:PERSON?] in [Velm:GPE?]. <Osmo:source> <said:cue> {it rained:denial?}."
)
REFUSED = ("undo.", "redo.", "decision.")
"""Faults that dice may well run into, such as nothing to undo; others are the project's."""


class Storm:
    """Acts as an analyst might, by dice."""

    def __init__(self, project: Project, dice: random.Random) -> None:
        self.project, self.dice = project, dice
        often: list[Callable[[], None]] = [self.judge, self.undo]
        seldom = [self.add, self.bulk, self.close, self.reopen, self.flag, self.redo]
        self._acts = [*often * 9, *seldom * 3, self.bring]

    def act(self) -> tuple[int, str]:
        """Do something; return number and digest of the newest change set that is kept then."""
        try:
            self.dice.choice(self._acts)()
        except Fault as fault:
            if not fault.code.startswith(REFUSED):
                raise
        with self.project.read() as tx:
            return log.head(tx)

    def judge(self) -> None:
        shown = view(self.project, self._document()).annotations
        verdict = self.dice.choice([Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE])
        deciding.judge(self.project, self.dice.choice(shown).id, verdict)

    def add(self) -> None:
        deciding.add_entity(
            self.project, self._document(), "LOC", start=0, end=self.dice.randint(1, 9)
        )

    def bulk(self) -> None:
        wanted = BulkFilter()
        keys = [group.key for group in bulk.table(self.project, wanted).groups]
        items = bulk.items(self.project, wanted, keys, Verdict.ACCEPT)
        for _step in bulk.apply(self.project, items, Verdict.ACCEPT):
            pass

    def close(self) -> None:
        closing.close(self.project, self._document(), [Layer.ENTITY], leftover=State.REJECTED)

    def reopen(self) -> None:
        closing.reopen(self.project, self._document(), [Layer.ENTITY])

    def flag(self) -> None:
        closing.flag(self.project, self._document(), flagged=self.dice.random() < 0.5)

    def undo(self) -> None:
        undoing.undo(self.project)

    def redo(self) -> None:
        undoing.redo(self.project)

    def bring(self) -> None:
        take(self.project, *(f"{PICTURE} {self.dice.random()}" for _ in range(3)))

    def _document(self) -> int:
        return self.dice.randint(1, DOCUMENTS)


def main() -> None:
    path, dice = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    with Project.open(path, write=True) as project:
        storm = Storm(project, dice)
        while True:
            print(*storm.act(), flush=True)


if __name__ == "__main__":
    main()
