"""A workbench: a project of its own on gold's documents, for as long as a simulation lasts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.document import DocumentView
from curator.domain.faults import Bug
from curator.domain.import_plan import ImportPlan
from curator.domain.scheme import Scheme
from curator.services import projects, reading, suggesting
from curator.services.intake import Intake
from curator.services.measuring.evaluating import Shown, first_shown
from curator.services.measuring.gold import GoldDocument
from curator.store import documents
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer, Done, Failed

_CHUNK = 25
"""Documents of one transaction."""


class Workbench:
    """A project with the documents of gold, without their annotations.

    Attributes:
        project: held for writing.
        scheme: in force.
    """

    def __init__(self, path: Path, gold: Sequence[GoldDocument], scheme: Scheme) -> None:
        """Make the project.

        Args:
            path: of its file; nothing is there yet.
            gold: its documents, in the order of the queue.
            scheme: to put in force.
        """
        self.project = projects.create(path, scheme="everything", blind_share=0.0, seed="bench")
        with self.project.write() as tx:
            projects.set_scheme(tx, scheme)
        self.scheme = reading.scheme(self.project)
        intake = Intake(
            self.project, name="gold", origin=path.stem, plan=ImportPlan(annotations="ignore")
        )
        self._numbers: dict[str, int] = {}
        for first in range(0, len(gold), _CHUNK):
            chunk = gold[first : first + _CHUNK]
            intake.take([one.item for one in chunk])
            with self.project.read() as tx:
                known = documents.known(tx, [one.id for one in chunk])
            self._numbers |= {name: row[0] for name, row in known.items()}
        intake.finish()

    def number(self, gold: GoldDocument) -> int:
        """Return the project's number of a document."""
        if gold.id not in self._numbers:
            raise Bug(f"no document {gold.id}")
        return self._numbers[gold.id]

    def view(self, gold: GoldDocument) -> DocumentView:
        """Return a document as it is opened."""
        return reading.open_document(self.project, self.number(gold))

    def shown(self, gold: GoldDocument) -> list[Shown]:
        """Return what is suggested in a document that nobody has worked on."""
        return first_shown(self.view(gold), self.scheme, frozenset())

    def ask(self, process: SuggestProcess, gold: Sequence[GoldDocument]) -> list[list[Answer]]:
        """Ask for documents and wait; what a suggester fails on has no suggestions.

        Returns:
            The answers for each, in the order of the documents.
        """
        numbers = [self.number(one) for one in gold]
        found: dict[int, list[Answer]] = {number: [] for number in numbers}
        layers = [layer for layer in Layer if layer in self.scheme.layers]
        asked = suggesting.items(self.project, numbers)
        for answer in process.ask(asked, scheme=self.scheme, layers=layers):
            if not isinstance(answer, Done | Failed):
                found[suggesting.document_of(answer.id)].append(answer)
        return [found[number] for number in numbers]

    def __enter__(self) -> Workbench:
        return self

    def __exit__(self, *_: object) -> None:
        self.project.close()
