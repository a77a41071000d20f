"""Word lists: what comes in, what is left out and why, and what the project remembers of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.services import lists, suggesting, undoing, wording
from curator.services.learning.claim_learning import own_cues
from curator.services.learning.lessons import Lessons
from curator.services.list_reading import LONGEST
from curator.store import log
from curator.store.project import Project
from tests.support.projects import answer, findings, held, shown, take


def told(project: Project) -> list[str]:
    """The lists as ``number name layer LABEL: entries``."""
    return [
        f"{one.id} {one.name} {one.layer.value} {one.label}: {', '.join(one.entries)}"
        for one in lists.lists(project)
    ]


def written(folder: Path, text: str, name: str = "places.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_that_a_text_has_an_entry_a_line(project: Project, tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeff# Our places\nVelm\n\n  Port   Adair \r\n")
    changes = lists.import_list(project, source=path, label="GPE")
    assert changes.lists
    assert changes.facts == {"name": "places", "entries": 2, "left_out": 0}
    assert told(project) == ["1 places entity GPE: Velm, Port Adair"]
    assert lists.lists(project)[0].origin == str(path)
    assert findings(project) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", 'name,label\nVelm,GPE\n"Adair, Port",GPE\nNorthline,ORG\n'),
        ("t.csv", "Velm;GPE\nAdair, Port;GPE\nNorthline;ORG\n"),
        ("t.tsv", "Velm\tGPE\nAdair, Port\t\nNorthline\tORG\n"),
        ("t.txt", "Velm\nAdair, Port\nNorthline\tORG\n"),
    ],
)
def test_that_a_table_has_labels_and_makes_a_list_of_each_in_one_act(
    project: Project, tmp_path: Path, name: str, text: str
) -> None:
    changes = lists.import_list(project, source=written(tmp_path, text, name), label="GPE")
    assert told(project) == ["1 t entity GPE: Velm, Adair, Port", "2 t entity ORG: Northline"]
    with project.read() as tx:
        assert len(log.get(tx, changes.change_set).rows) == 2


def test_that_each_line_that_does_not_fit_says_why(project: Project, tmp_path: Path) -> None:
    lines = ["Velm\tGPE", "…\tGPE", "x" * 200 + "\tGPE", "Orr\tSHIP", "Adair", "Velm\tORG"]
    path = written(tmp_path, "\n".join(lines))
    found = lists.read(project, path, label=None, layer=Layer.ENTITY)
    assert found.entries == {"GPE": ["Velm"]}
    assert [wording.problem(one) for one in found.problems] == [
        "places.txt, line 2: no letter and no digit",
        f"places.txt, line 3: 200 characters, more than {LONGEST}",
        "places.txt, line 4: the scheme has no label SHIP",
        "places.txt, line 5: “Adair” has no label",
        "places.txt, line 6: “Velm” stands in line 1 already",
    ]
    kept = lists.keep(project, found, name="places", layer=Layer.ENTITY)
    assert wording.act(kept.code, kept.facts) == (
        "Import word list places, 1 entry, 5 lines left out"
    )


@pytest.mark.parametrize(
    ("source", "label", "code"),
    [
        (b"Velm", "SHIP", "list.label"),
        (b"", "GPE", "list.empty"),
        (b"Velm", None, "list.empty"),
        (b"\xff\xfe\xff", "GPE", "list.unreadable"),
        (None, "GPE", "list.unreadable"),
    ],
)
def test_that_a_list_that_cannot_be_kept_is_a_fault(
    project: Project, tmp_path: Path, source: bytes | None, label: str | None, code: str
) -> None:
    path = tmp_path / "places.txt"
    if source is not None:
        path.write_bytes(source)
    with pytest.raises(Fault) as raised:
        lists.import_list(project, source=path, label=label)
    assert raised.value.code == code
    assert told(project) == []


def test_that_labels_are_read_through_the_schemes_map(project: Project) -> None:
    lists.import_list(project, source=["noon"], name="times", label="TIME")
    assert told(project) == ["1 times entity DATE: noon"]


def test_that_a_list_imported_again_is_brought_up_to_date_and_undone(project: Project) -> None:
    lists.import_list(project, source=["Velm"], name="places", label="GPE")
    lists.import_list(project, source=["Velm", "Adair"], name="places", label="GPE")
    assert told(project) == ["1 places entity GPE: Velm, Adair"]
    assert undoing.undo(project).lists
    assert told(project) == ["1 places entity GPE: Velm"]
    undoing.undo(project)
    assert told(project) == []
    assert findings(project) == []


def test_that_a_list_is_removed_once_and_undo_brings_it_back(project: Project) -> None:
    lists.import_list(project, source=["Velm"], name="places", label="GPE")
    changes = lists.remove(project, number=1)
    assert wording.act(changes.code, changes.facts) == "Remove word list places, 1 entry"
    assert told(project) == []
    with pytest.raises(Fault, match=r"list\.missing"):
        lists.remove(project, number=1)
    undoing.undo(project)
    assert told(project) == ["1 places entity GPE: Velm"]
    assert findings(project) == []


def test_that_names_of_a_list_are_suggested_and_beat_what_the_machine_says(
    project: Project,
) -> None:
    lists.import_list(project, source=["Velm", "Port Adair"], name="places", label="GPE")
    take(project, "Velm and Port Adair rose")
    said = [answer(project, 1, "[Velm:ORG] and Port [Adair:PERSON] rose")]
    suggesting.keep(project, said, lessons=Lessons.of(project))
    assert shown(project) == ["Velm:GPE?", "Port Adair:GPE?"]
    assert held(project) == ["Adair:PERSON memory"]


def test_that_lessons_follow_a_list_and_its_removal(project: Project) -> None:
    lessons = Lessons.of(project)
    lists.import_list(project, source=["Velm"], name="places", label="GPE")
    with project.read() as tx:
        assert lessons.follow(tx) == {"Velm"}
    assert [one.voice.label for one in lessons.memory.find("In Velm")] == ["GPE"]
    lists.remove(project, number=1)
    with project.read() as tx:
        assert lessons.follow(tx) == {"Velm"}
    assert lessons.memory.find("In Velm") == []


def test_that_cues_of_claims_are_kept_apart_in_lower_case(project: Project) -> None:
    lists.import_list(
        project, source=["Bemoan", "make plain"], name="ours", label="evaluation",
        layer=Layer.CLAIM,
    )  # fmt: skip
    lists.import_list(project, source=["Velm"], name="places", label="GPE")
    lessons = Lessons.of(project)
    cues = {"bemoan": "evaluation", "make plain": "evaluation"}
    assert own_cues(project, lessons.claims) == cues
    assert lessons.memory.find("They bemoan it") == []
