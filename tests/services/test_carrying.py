"""A dispatch that was updated gets the decisions on the older one, where its text is the same."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.decisions import How, Verdict
from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan
from curator.domain.stories import NEAR, alike, shingles
from curator.services import carrying, deciding, undoing
from curator.services.intake import Intake
from curator.store import log, stories
from curator.store.project import Project
from tests.support import folding
from tests.support.dispatches import dispatch, updated
from tests.support.pictures import record
from tests.support.projects import annotation, findings, make, shown, take, text_file, view

REST = (
    "\nThe harbour has been closed since noon because the pier broke, and the crews of two tugs "
    "wait for the tide.\nSchools in the old town stay open on Friday, and buses run as they always "
    "do in winter, the council wrote in a note that evening.\nDivers will look at the piles "
    "before the weekend, weather permitting, while engineers from the capital measure the cracks."
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator", carry=True) as made:
        yield made


def dated(name: str, text: str, date: str) -> dict[str, Any]:
    return {**record(name, text), "meta": {"date": date}}


def versions(project: Project, number: int = 1) -> list[int]:
    with project.read() as tx:
        return stories.members(tx, stories.stories(tx, [number]).get(number, 0))


def test_that_an_update_is_in_the_story_with_what_was_decided(project: Project) -> None:
    take(project, "The [mayor:PERSON!] of [Tresk:GPE~] counts 12 [ferries:ORG-] in port." + REST)
    report = take(
        project, record("new", "A lead. The mayor of Tresk counts 14 ferries in port." + REST)
    )
    assert versions(project) == [1, 2]
    assert shown(project, 2) == ["mayor:PERSON!", "Tresk:GPE~"]
    assert (report.versions, report.carried) == (1, 2)
    assert [(one.code, one.facts) for one in report.notes] == [("import.version", {"id": "d1"})]
    assert findings(project) == []
    assert folding.differences(project.path) == []
    with project.read() as tx:
        carried = log.get(tx, report.carry_act)
    assert carried.code == "carry"
    assert {one.how for one in carried.rows} == {How.CARRIED}
    assert view(project, 2).annotations[0].extra == {"carried_from": "d1"}
    assert not any(state.reviewed for state in view(project, 2).layers.values())


def test_that_undoing_the_carrying_gives_the_state_before(project: Project) -> None:
    take(project, "The [mayor:PERSON!] of [Tresk:GPE!] spoke." + REST)
    take(project, record("new", "The [mayor:PERSON?] of Tresk spoke." + REST + " He left."))
    assert shown(project, 2) == ["mayor:PERSON!", "Tresk:GPE!"]
    undone = undoing.undo(project)
    assert undone.facts["of"] == "carry"
    assert shown(project, 2) == ["mayor:PERSON?"]
    assert shown(project, 1) == ["mayor:PERSON!", "Tresk:GPE!"]
    undoing.redo(project)
    assert shown(project, 2) == ["mayor:PERSON!", "Tresk:GPE!"]
    assert findings(project) == []
    assert folding.differences(project.path) == []


def test_that_a_claim_is_carried_with_its_parts_and_its_link(project: Project) -> None:
    take(project, OLD_CLAIM + REST)
    before = [one for one in view(project).annotations if one.layer is Layer.CLAIM]
    take(project, record("new", "A new lead.\n" + view(project).text))
    after = [one for one in view(project, 2).annotations if one.layer is Layer.CLAIM]
    old, new = view(project).text, view(project, 2).text
    assert len(before) == len(after) == 1
    assert [(p.role, old[p.start : p.end]) for p in before[0].parts] == [
        (p.role, new[p.start : p.end]) for p in after[0].parts
    ]
    assert after[0].state is State.ACCEPTED


OLD_CLAIM = "The <mayor:source> <said:cue> {ferries stay in port:assertion!} today."


def test_that_the_newer_by_date_gets_what_the_older_has(project: Project) -> None:
    take(project, dated("may", "The [mayor:PERSON!] spoke." + REST, "2025-05-03"))
    report = take(project, dated("april", "The mayor spoke." + REST + " No.", "2025-04-03"))
    assert (report.versions, report.carried) == (1, 0)
    assert versions(project) == [2, 1]
    assert shown(project, 2) == []


def test_that_a_changed_document_of_the_same_id_is_a_new_version(project: Project) -> None:
    take(project, record("a", "The [mayor:PERSON!] spoke." + REST))
    changed = (
        "The mayor spoke." + REST[: len(REST) // 2] + " Everything else is said another way now."
    )
    report = take(project, record("a", changed), batch="again")
    assert (report.documents, report.problems) == (1, [])
    assert view(project, 2).sender_id == "a-2"
    assert versions(project) == [1, 2]
    again = take(project, record("a", changed), batch="third")
    assert (again.documents, [one.code for one in again.duplicates]) == (0, ["import.same_text"])


def test_that_a_changed_file_of_the_same_name_is_a_new_version_and_another_text_is_none(
    project: Project,
) -> None:
    chance = random.Random(3)
    old, other = dispatch(chance), dispatch(chance)
    for place, text in enumerate((old, updated(old, chance, edits=8), other)):
        intake = Intake(project, name=f"b{place}", origin="tests", plan=ImportPlan())
        intake.take([text_file("dispatch", "\n".join(text))])
        intake.finish()
    assert versions(project) == [1, 2]
    assert versions(project, 3) == []


@pytest.mark.parametrize(("rule", "asked", "carried"), [
    (True, None, 1), (False, None, 0), (False, True, 1), (True, False, 0),
])  # fmt: skip
def test_that_the_project_or_the_import_says_whether_decisions_are_carried(
    project: Project,
    rule: bool,
    asked: bool | None,
    carried: int,
) -> None:
    carrying.set_carries(project, on=rule)
    assert carrying.carries(project) is rule
    take(project, "The [mayor:PERSON!] spoke." + REST)
    intake = Intake(project, name="b", origin="tests", plan=ImportPlan(carry=asked))
    intake.take([text_file("new", "The mayor spoke." + REST + " No.")])
    assert intake.finish().carried == carried


def test_that_it_can_be_asked_for_once(project: Project) -> None:
    carrying.set_carries(project, on=False)
    take(project, "The [mayor:PERSON!] spoke." + REST)
    take(project, record("new", "The mayor spoke." + REST + " No."))
    assert shown(project, 2) == []
    changes = carrying.carry_over(project, 2)
    assert changes.facts["n"] == 1
    assert shown(project, 2) == ["mayor:PERSON!"]
    with pytest.raises(Fault, match=r"carry\.nothing"):
        carrying.carry_over(project, 2)
    with pytest.raises(Fault, match=r"carry\.no_older"):
        carrying.carry_over(project, 1)


def test_that_what_is_decided_in_the_newer_version_stays(project: Project) -> None:
    carrying.set_carries(project, on=False)
    take(project, "The [mayor of Tresk:PERSON!] and [Ana:PERSON!] spoke." + REST)
    take(
        project, record("new", "The mayor of [Tresk:GPE!] and [Ana:PERSON-] spoke." + REST + " No.")
    )
    with pytest.raises(Fault, match=r"carry\.nothing"):
        carrying.carry_over(project, 2)
    assert shown(project, 2) == ["Tresk:GPE!", "Ana:PERSON-"]


def test_that_closed_and_blind_layers_get_nothing(tmp_path: Path) -> None:
    with make(tmp_path / "blind.curator", blind_share=1.0, carry=True) as project:
        take(project, "The [mayor:PERSON!] spoke." + REST)
        take(project, record("new", "The mayor spoke." + REST + " No."))
        assert (shown(project, 2), versions(project)) == ([], [1, 2])


def test_that_a_document_of_an_older_curator_is_found_too(project: Project) -> None:
    from curator.services.intake_bands import keep, unbanded

    take(project, "The [mayor:PERSON!] spoke." + REST)
    with project.write() as tx:
        tx.connection.exec_driver_sql("DELETE FROM document_band")
    for counted in unbanded(project):
        keep(project, counted)
    assert take(project, record("new", "The mayor spoke." + REST + " No.")).carried == 1
    assert list(unbanded(project)) == []


def test_that_of_updates_98_of_100_are_found_and_at_most_one_of_100_is_none(
    project: Project,
) -> None:
    chance = random.Random(11)
    olds = [dispatch(chance) for _ in range(150)]
    texts = ["\n".join(one) for one in olds]
    texts += ["\n".join(updated(one, chance, edits=chance.randint(1, 5))) for one in olds]
    take(project, *(record(f"n{place}", text) for place, text in enumerate(texts)))
    with project.read() as tx:
        told = stories.stories(tx, range(1, 301))
    known = [shingles(text) for text in texts]
    near = [n for n in range(150) if alike(known[n], known[n + 150]) >= NEAR]
    assert len(near) > 90
    found = [n for n in near if told.get(n + 1) == told.get(n + 151) is not None]
    assert len(found) >= 0.98 * len(near)
    wrong = [n for n in range(150) if told.get(n + 151) not in (None, n + 1)]
    assert len(wrong) <= 0.01 * len(told)


KILLED = """
import os, sys
from pathlib import Path
from curator.services import intake
from curator.store.project import Project
from tests.support.projects import take
from tests.support.pictures import record
intake.carry_all = lambda *_: os._exit(9)
with Project.open(Path(sys.argv[1]), write=True) as project:
    take(project, record("new", sys.argv[2]))
"""


def test_that_an_import_killed_before_it_carries_is_done_again_as_a_whole(tmp_path: Path) -> None:
    path, new = tmp_path / "p.curator", "The mayor spoke." + REST + " No."
    with make(path, carry=True) as project:
        take(project, "The [mayor:PERSON!] spoke." + REST)
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", KILLED, path, new], cwd=root, check=False)
    assert killed.returncode == 9
    with Project.open(path, write=True) as project:
        assert findings(project) == []
        assert take(project, record("new", new)).carried == 1
        assert shown(project, 2) == ["mayor:PERSON!"]


def test_that_a_decision_taken_later_on_what_was_carried_is_a_persons(project: Project) -> None:
    take(project, "The [mayor:PERSON!] spoke." + REST)
    take(project, record("new", "The mayor spoke." + REST + " No."))
    one: Annotation = annotation(project, "mayor:PERSON", 2)
    deciding.judge(project, one.id, Verdict.REJECT)
    assert shown(project, 2) == ["mayor:PERSON-"]
    undoing.undo(project)
    assert shown(project, 2) == ["mayor:PERSON!"]
