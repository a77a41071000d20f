"""Blind documents say what the machine would have found, once they are closed."""

from __future__ import annotations

from pathlib import Path

from curator.domain.annotation import Layer
from curator.services import closing, deciding, suggesting
from curator.services.statistics import statistics
from curator.store.project import Project
from tests.support.projects import answer, make, take

FIRST = "[Ana:PERSON] met [Bo:PERSON] in [Velm:ORG]."
SECOND = "[Cy:PERSON] slept."
BOTH = (Layer.ENTITY, Layer.CLAIM)


def add(project: Project, number: int, text: str, **marked: str) -> None:
    for words, label in marked.items():
        start = text.index(words)
        deciding.add_entity(project, number, label, start=start, end=start + len(words))


def test_that_blind_documents_say_what_the_machine_finds_by_itself(tmp_path: Path) -> None:
    with make(tmp_path / "p", blind_share=1.0) as project:
        texts = ["Ana met Bo in Velm.", "Cy slept."]
        take(project, *texts)
        for number, drawn in ((1, FIRST), (2, SECOND)):
            said = answer(project, number, drawn, layer=Layer.ENTITY)
            suggesting.keep(project, [said])
        add(project, 1, texts[0], Ana="PERSON", Velm="GPE", met="EVENT")
        assert statistics(project)["blind"] == {}
        closing.close(project, 1, BOTH, leftover=None)
        found = statistics(project)["blind"]["entity"]
        assert found["documents"] == 1
        assert (round(found["precision"], 3), round(found["recall"], 3)) == (0.333, 0.333)


def test_that_documents_with_suggestions_in_sight_say_nothing_blindly(tmp_path: Path) -> None:
    with make(tmp_path / "p") as project:
        take(project, "Ana met Bo in Velm.")
        closing.close(project, 1, BOTH, leftover=None)
        assert statistics(project)["blind"] == {}
