"""What another version would change is told from reviewed documents, and nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from curator.domain.faults import Fault
from curator.domain.learning.comparing import Kind
from curator.services.learning import updating
from curator.services.learning.updating import Update
from curator.store import log
from curator.store.project import Project
from curator.suggest.messages import Answer, Done, Failed, Item
from tests.support.projects import answer, take

PICTURES = ["[Ana:PERSON!] met [Bo:PERSON-]", "in [Velm:GPE!]", "[Cy:PERSON!] went"]


class Fake:
    """Answers with what it was given."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = answers

    def ask(self, items: Iterable[Item], **_options: Any) -> Iterator[Answer]:
        for item in items:
            yield from (one for one in self.answers if one.id == item.id)
            yield Done(item.id)


def reviewed(project: Project) -> None:
    take(project, *PICTURES)
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document_layer SET reviewed = 1")


def test_that_differences_are_counted_and_shown_with_their_words(project: Project) -> None:
    reviewed(project)
    process: Any = Fake(
        answer(project, 1, "[Ana:PERSON] met [Bo:PERSON]", name="entities"),
        answer(project, 2, "in [Velm:ORG]", name="entities"),
        Failed(3, "", Fault("suggest.failed", reason="asked to")),
    )
    with project.read() as tx:
        before = log.head(tx)
    update = Update()
    steps = list(updating.preview(project, process, update))
    assert [step.done for step in steps] == [0, 1, 2, 3]
    assert (update.documents, update.reviewed, update.comparison.same) == (3, 3, 1)
    counted = {kind for kind, number in update.comparison.differences.items() if number}
    assert counted == {Kind.CONTRADICTING, Kind.RELABELLED}
    (moved,) = update.examples[Kind.RELABELLED]
    assert (moved.document_id, moved.quote, moved.found_quote) == (2, "Velm", "Velm")
    assert [number for number, _fault in update.failed] == [3]
    with project.read() as tx:
        assert log.head(tx) == before


def test_that_of_many_documents_a_lot_is_drawn(project: Project) -> None:
    reviewed(project)
    update = Update()
    process: Any = Fake()
    list(updating.preview(project, process, update, most=2))
    assert (update.documents, update.reviewed) == (2, 3)
