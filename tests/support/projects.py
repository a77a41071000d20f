"""Projects for tests: a fixed clock, no blind documents, documents drawn as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.canonical import digest_text
from curator.domain.document import DocumentView
from curator.domain.import_plan import ImportPlan
from curator.domain.queue import QueueFilter
from curator.formats.base import Incoming, Problem
from curator.services import carrying, projects, reading
from curator.services.intake import Intake
from curator.services.intake_report import ImportReport
from curator.store import check as health
from curator.store.project import Project
from curator.suggest.base import Proposal
from curator.suggest.messages import Proposed, SuggesterInfo
from tests.formats.builders import read_lines
from tests.support.pictures import picture, record, told


def ticking() -> Callable[[], datetime]:
    """A clock that tells one second more at every call, from a fixed time on."""
    start = datetime(2025, 4, 29, 9, 0, 0, tzinfo=UTC)
    seconds = iter(range(1_000_000))
    return lambda: start + timedelta(seconds=next(seconds))


def make(
    path: Path, *, scheme: str = "everything", blind_share: float = 0.0, carry: bool = False
) -> Project:
    """Make a project that is the same at every run.

    Args:
        carry: whether decisions are carried over to newer versions; most tests import texts that
            are alike and mean each by itself.
    """
    project = projects.create(
        path, scheme=scheme, blind_share=blind_share, seed="tests", clock=ticking()
    )
    carrying.set_carries(project, on=carry)
    return project


def take(
    project: Project,
    *lines: dict[str, Any] | str | bytes,
    batch: str = "batch",
    annotations: str = "as-is",
    labels: str = "add",
    label_map: Mapping[str, str] | None = None,
    chunk: int = 25,
) -> ImportReport:
    """Import lines of our JSONL as the import process would read them.

    A string is a picture; its document is called ``d1``, ``d2`` … after its place. Bytes are
    written as they are.
    """
    drawn = [
        record(f"d{place}", line) if isinstance(line, str) else line
        for place, line in enumerate(lines, start=1)
    ]
    path = project.path.with_suffix(".jsonl")
    items = read_lines(path, *drawn, annotations=annotations)
    plan = ImportPlan(annotations=annotations, labels=labels, label_map=label_map or {})
    intake = Intake(project, name=batch, origin="tests", plan=plan)
    for problem in (item for item in items if isinstance(item, Problem)):
        intake.refuse(problem)
    incoming = [item for item in items if isinstance(item, Incoming)]
    for first in range(0, len(incoming), chunk):
        intake.take(incoming[first : first + chunk])
    return intake.finish()


def text_file(name: str, text: str, *, folder: str = "") -> Incoming:
    """Return what the import process makes of a text file."""
    digest = digest_text(text)
    return Incoming(
        f"{name}.txt", None, None, name, folder, text[:20], None, None, None, {}, {}, text,
        digest, digest, len(text),
    )  # fmt: skip


def view(project: Project, number: int = 1) -> DocumentView:
    """Open a document."""
    return reading.open_document(project, number)


def shown(project: Project, number: int = 1, layer: Layer | None = None) -> list[str]:
    """Tell what a document shows, in the words of pictures."""
    opened = view(project, number)
    return told(opened.text, (one for one in opened.annotations if layer in (None, one.layer)))


def held(project: Project, number: int = 1) -> list[str]:
    """Tell a document's candidates with the reason why they are held back."""
    opened = view(project, number)
    return [
        f"{told(opened.text, [one.annotation])[0].rstrip('?')} {one.why}"
        for one in opened.candidates
    ]


def annotation(project: Project, words: str, number: int = 1) -> Annotation:
    """Return the annotation of a document whose words and label are ``words:LABEL``."""
    opened = view(project, number)
    for one in opened.annotations:
        if told(opened.text, [one])[0].rstrip("?!+~-") == words:
            return one
    raise AssertionError(f"{words} is not among {told(opened.text, opened.annotations)}")


def answer(
    project: Project,
    number: int,
    source: str,
    *,
    layer: Layer = Layer.ENTITY,
    name: str = "machine",
    version: str = "1",
    score: float = 0.9,
    below: Iterable[str] = (),
) -> Proposed:
    """Return what a suggester says of a document, drawn as a picture of its text.

    Args:
        below: words whose finding is a candidate, because it is below the threshold.
    """
    opened = view(project, number)
    drawn = picture(source)
    assert drawn.text == opened.text, "the picture is of another text"
    proposals = tuple(
        Proposal(
            layer, one.label, one.parts, score, score, "drawn",
            candidate_why="below" if one.quote(drawn.text) in set(below) else None,
        )
        for one in drawn.annotations
        if one.layer is layer
    )  # fmt: skip
    return Proposed(number, opened.digest, layer, proposals, SuggesterInfo(name, version, layer))


def listed(project: Project, wanted: QueueFilter) -> list[int]:
    """Return the documents that the queue lists under a filter, in its order."""
    batches = reading.outline(project, wanted).batches
    return [
        row.id
        for batch in batches
        for row in reading.page(project, wanted, batch_id=batch.id, offset=0, count=100)
    ]


def findings(project: Project) -> list[str]:
    """Return the codes of what the health check finds."""
    with project.read() as tx:
        return [finding.code for finding in health.check(tx)]


def states(project: Project, number: int = 1) -> dict[int, State]:
    """Return the state of each annotation that a document shows."""
    return {one.id: one.state for one in view(project, number).annotations}
