"""First page of a long queue, from the start of `curator open` to the rows on the screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.document import SuggesterRow
from curator.services import projects
from curator.store import incoming, schemes
from curator.store.project import Project, Tx
from tests.benchmarks.corpus import records
from tests.benchmarks.measuring import PROBES, Figure, Run, in_turn, kept, ratio, until_told

AT_ONCE = 2_000
"""Documents of a transaction while the project is made."""


def bench(how: Run) -> list[Figure]:
    """Measure it on a project that is made once and kept."""
    documents = 1_000 if how.quick else 100_000
    project = _project(documents)
    found = in_turn(
        {
            "bare": partial(until_told, PROBES / "bare_window.py"),
            "queue": partial(until_told, PROBES / "curator_queue.py", "open", project),
        },
        2 * how.times,
    )
    value = ratio(found["queue"], found["bare"])
    words = f"{found['queue']} = {value:.2f} ×"
    return [
        Figure("bare QMainWindow", f"{found['bare']}"),
        Figure(f"first page of {documents:,} documents", words, value, 6, 4),
    ]


def _project(documents: int) -> Path:
    """Make a project of so many short documents, every one with suggestions that wait."""
    path = kept("projects") / f"queue-{documents}.curator"
    if path.exists():
        return path
    part = path.with_name("part.curator")
    part.unlink(missing_ok=True)
    texts = records(documents, size=200, spans=3, claims=1)
    with projects.create(part, scheme="everything", blind_share=0.0) as project:
        suggesters = _suggesters(project)
        for first in range(0, documents, AT_ONCE):
            with project.write() as tx:
                some = [next(texts) for _ in range(first, min(first + AT_ONCE, documents))]
                _fill(tx, some, suggesters)
    part.rename(path)
    return path


def _suggesters(project: Project) -> dict[Layer, SuggesterRow]:
    with project.write() as tx:
        incoming.new_batch(tx, name="dispatches", origin="made for a benchmark")
        return {
            layer: schemes.suggester(tx, name="made", version="1", layer=layer, recipe={})
            for layer in Layer
        }


def _fill(tx: Tx, texts: list[dict], suggesters: dict[Layer, SuggesterRow]) -> None:
    new = [_new(text) for text in texts]
    ids = incoming.insert_documents(tx, 1, new, layers=Layer, seed="", blind_share=0.0)
    tx.connection.exec_driver_sql(
        "INSERT INTO tally VALUES (?, ?, ?, 'suggested', ?)",
        [
            (number, layer, label, count)
            for number, _ in ids
            for layer, label, count in (("entity", "PERSON", 3), ("claim", "assertion", 1))
        ],
    )
    tx.connection.exec_driver_sql(
        "UPDATE document_layer SET suggester_id = ? WHERE layer = ? AND suggester_id IS NULL",
        [(row.id, layer.value) for layer, row in suggesters.items()],
    )


def _new(text: dict) -> incoming.NewDocument:
    return incoming.NewDocument(
        sender_id=text["id"], title=text["title"], text=text["text"], digest=text["id"],
        source_digest="", removed=(), agency="Sill Radio", date="2025-03-08", language="en",
        meta=text["meta"], extra={},
    )  # fmt: skip
