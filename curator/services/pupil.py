"""What learns in a simulation: asks for suggestions with what was taught, and is taught more."""

from __future__ import annotations

from collections.abc import Sequence

from curator.domain.changes import Changes
from curator.services import suggesting
from curator.services.gold import GoldDocument
from curator.services.simulated import Wish
from curator.services.workbench import Workbench
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer


class Pupil:
    """The learning side of a workbench.

    Attributes:
        version: digest of the weights in use; empty for the base model.
    """

    def __init__(
        self,
        bench: Workbench,
        process: SuggestProcess,
        wish: Wish,
        *,
        first: Sequence[Sequence[Answer]],
    ) -> None:
        """Begin with nothing learned.

        Args:
            bench: to work on.
            process: with the base model; it stays its owner's.
            wish: says what to learn.
            first: what the base model answered for each document; asked anew once it is another.
        """
        self._bench = bench
        self._process = process
        self._wish = wish
        self._first = first
        self.version = ""

    def suggest(self, place: int, gold: GoldDocument) -> None:
        """Suggest for a document when its turn comes.

        Args:
            place: of the document in the order of the work.
            gold: which it is.
        """
        suggesting.keep(self._bench.project, self._answers(place, gold))

    def suggest_elsewhere(self, bench: Workbench, gold: Sequence[GoldDocument]) -> None:
        """Suggest for documents of another workbench with what was learned here."""
        answers = bench.ask(self._process, gold)
        suggesting.keep(bench.project, [one for found in answers for one in found])

    def learn(self, document_id: int, changes: Changes) -> bool:  # noqa: ARG002
        """Learn from a decision; say whether the document's suggestions are others now."""
        return False

    def finished(self) -> None:
        """Learn from a document that was closed."""

    def close(self) -> None:
        """Let go of what was started for it."""

    def _answers(self, place: int, gold: GoldDocument) -> Sequence[Answer]:  # noqa: ARG002
        return self._first[place]
