"""The health check notices whatever was changed behind the log's back, and never falls over."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Change, Verdict
from curator.services import closing as acts
from curator.services import deciding, projects, suggesting, undoing
from curator.store import log, schemes
from curator.store.project import Project
from tests.support import knowing
from tests.support.pictures import record
from tests.support.projects import annotation, answer, findings, make, take

Tamper = Callable[..., None]

FULL = "<[Ana:PERSON!]:source> <said:cue> {[Velm:GPE?] is no [town:ORG-]:denial!} near [Ost:LOC+]"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project in which a little of everything was done."""
    line = record("a", FULL)
    line["claims"][0]["links"] = {"source": ["s1"]}
    line["spans"][1]["comment"] = "?"
    with make(tmp_path_factory.mktemp("full") / "p.curator") as project:
        take(project, line, record("b", "[Bo:PERSON?] went"), record("c", "Nobody went"))
        suggesting.keep(project, [answer(project, 3, "[Nobody:ORG] went", below=["Nobody"])])
        deciding.judge(project, annotation(project, "town:ORG").id, Verdict.UNSURE)
        change = Change(label="LOC")
        deciding.judge(project, annotation(project, "Velm:GPE").id, Verdict.CORRECT, change=change)
        knowing.know(project, "Ana Orr", "Orr")
        knowing.refer(project, annotation(project, "Ana:PERSON").id, 1)
        knowing.bring_list(project, "ours", "Bo", "Cy")
        acts.flag(project, 2, flagged=True)
        acts.close(project, 2, [Layer.ENTITY, Layer.CLAIM], leftover=State.REJECTED)
        undoing.undo(project)
        undoing.redo(project)
    return project.path


@pytest.fixture
def full(template: Path, tmp_path: Path) -> Iterator[Project]:
    """A copy of it, open for reading."""
    with Project.open(shutil.copy(template, tmp_path / "p.curator"), write=False) as opened:
        yield opened


@pytest.fixture
def tamper(full: Project) -> Tamper:
    """Changes the copy behind the program's back; what forbids it is dropped first."""

    def change(*statements: str) -> None:
        with closing(sqlite3.connect(full.path, isolation_level=None)) as raw:
            found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            guards = [f"DROP TRIGGER {name}" for (name,) in found if "_no_" in name]
            for statement in [*guards, *statements]:
                assert raw.execute(statement).rowcount, f"nothing was changed by {statement}"

    return change


def test_that_a_healthy_project_has_no_findings(full: Project) -> None:
    assert findings(full) == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE change_set SET actor = 'somebody' WHERE id = 2", {"check.chain"}),
        ("UPDATE change_set SET facts = '{}' WHERE id = 2", {"check.chain"}),
        ("UPDATE change_set SET previous = '' WHERE id = 3", {"check.chain"}),
        ("UPDATE decision SET score = 0.123 WHERE id = 3", {"check.chain"}),
        ("UPDATE decision SET how = 'bulk' WHERE id = 3", {"check.chain"}),
        ("DELETE FROM decision WHERE verdict = 'flag'", {"check.chain", "check.replay"}),
        ("UPDATE annotation SET state = 'suggested' WHERE id = 1",
         {"check.replay", "check.tally", "check.waiting"}),
        ("UPDATE annotation SET label = 'ORG' WHERE id = 1", {"check.replay", "check.tally"}),
        ("UPDATE annotation SET comment = 'no' WHERE id = 1", {"check.replay"}),
        ("UPDATE annotation SET proposed = NULL WHERE proposed IS NOT NULL", {"check.replay"}),
        ("UPDATE annotation SET start = 1 WHERE id = 1", {"check.replay", "check.offset"}),
        ('UPDATE annotation SET "end" = 900 WHERE id = 1', {"check.replay", "check.offset"}),
        ("UPDATE annotation SET quote = 'Bob' WHERE id = 1", {"check.offset"}),
        ("UPDATE annotation SET quote = 'told' WHERE layer = 'claim'", {"check.offset"}),
        (
            "UPDATE annotation SET parts = replace(parts, 'Ana', 'Bob') WHERE layer = 'claim'",
            {"check.offset"},
        ),
        ("DELETE FROM link", {"check.replay"}),
        ("UPDATE link SET target_id = 3", {"check.replay"}),
        ("UPDATE link SET target_id = 999", {"check.replay", "check.foreign_key"}),
        ("UPDATE tally SET n = n + 1 WHERE document_id = 2", {"check.tally"}),
        ("DELETE FROM tally WHERE document_id = 1", {"check.tally", "check.waiting"}),
        ("UPDATE document SET done = 0 WHERE id = 2", {"check.done"}),
        ("UPDATE document SET done = 1 WHERE id = 1", {"check.done"}),
        ("UPDATE document SET flagged = 0 WHERE id = 2", {"check.replay"}),
        ("UPDATE document SET withdrawn = 1 WHERE id = 1", {"check.replay"}),
        ("UPDATE batch SET withdrawn = 1", {"check.replay"}),
        (
            "UPDATE document_layer SET reviewed = 0 WHERE document_id = 2 AND layer = 'claim'",
            {"check.replay", "check.done", "check.waiting"},
        ),
        (
            "DELETE FROM document_layer WHERE document_id = 2 AND layer = 'claim'",
            {"check.replay", "check.waiting"},
        ),
        ("UPDATE document SET traits = '' WHERE id = 1", {"check.waiting"}),
        ("UPDATE document SET waiting = 7 WHERE id = 2", {"check.waiting"}),
        ("UPDATE document SET saving = saving + 0.1 WHERE id = 1", {"check.waiting"}),
        ("UPDATE document SET uncertainty = 0.5 WHERE id = 2", {"check.waiting"}),
        ("UPDATE document SET skipped = 3 WHERE id = 2", set()),
        ("UPDATE document SET skipped = -1 WHERE id = 2", {"check.waiting"}),
        ("UPDATE identity SET name = 'Bo' WHERE id = 1", {"check.replay"}),
        ("UPDATE identity SET aliases = 'x' WHERE id = 1", {"check.replay"}),
        ("UPDATE identity SET withdrawn = 1", {"check.replay", "check.reference"}),
        ("DELETE FROM identity WHERE id = 1", {"check.replay", "check.foreign_key"}),
        ("INSERT INTO identity SELECT 7, name, kind, aliases, 0 FROM identity", {"check.replay"}),
        ("UPDATE reference SET role = 'is not'", {"check.replay"}),
        ("DELETE FROM reference", {"check.replay"}),
        ("UPDATE word_list SET entries = '[]'", {"check.replay"}),
        ("UPDATE word_list SET layer = 'claims'", {"check.replay"}),
        ("UPDATE word_list SET origin = 'elsewhere'", set()),
        ("UPDATE candidate SET why = 'because'", {"check.candidate"}),
        ("UPDATE candidate SET quote = 'Noman'", {"check.offset"}),
        ('UPDATE candidate SET "end" = 300', {"check.offset"}),
        ("UPDATE scheme_revision SET scheme = replace(scheme, 'LOC', 'PLACE')", {"check.replay"}),
        ("DELETE FROM search_docsize WHERE id = 2", {"check.search"}),
        ("DELETE FROM document_text WHERE document_id = 3", {"check.no_text"}),
        ("UPDATE document_text SET text = replace(text, 'Bo ', 'Ba ') WHERE document_id = 2",
         {"check.text", "check.offset"}),
        ("UPDATE document_text SET text = 'Nobody went.' WHERE document_id = 3", {"check.text"}),
        ("UPDATE document_text SET digest = 'x' WHERE document_id = 3", {"check.text"}),
        ("UPDATE suggester SET name = 'x' WHERE id = 1", set()),
    ],
)  # fmt: skip
def test_that_tampering_is_noticed(
    full: Project, tamper: Tamper, statement: str, expected: set[str]
) -> None:
    tamper(statement)
    assert set(findings(full)) == expected


@pytest.mark.parametrize("bit", [0, 3, 7])
def test_that_a_flipped_bit_in_a_text_is_noticed(full: Project, tamper: Tamper, bit: int) -> None:
    """The highest bit makes bytes that are no UTF-8, over which the check fell."""
    flipped = bytes([ord("N") ^ (1 << bit)]).hex()
    tamper(
        f"UPDATE document_text SET text = CAST(X'{flipped}' || CAST(substr(text, 2) AS BLOB) "
        "AS TEXT) WHERE document_id = 3"
    )
    assert "check.text" in findings(full)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotation SET state = 'sugested' WHERE id = 1",
        "UPDATE annotation SET layer = 'entities' WHERE id = 1",
        'UPDATE annotation SET "end" = start WHERE id = 1',
        "UPDATE annotation SET start = -1 WHERE id = 1",
        "UPDATE annotation SET parts = '[[' WHERE layer = 'claim'",
        "UPDATE annotation SET parts = '[]' WHERE layer = 'claim'",
        "UPDATE annotation SET parts = '[[\"verb\",0,3,\"Ana\"]]' WHERE layer = 'claim'",
        "UPDATE annotation SET attributes = '{' WHERE layer = 'claim'",
        "UPDATE annotation SET proposed = '7' WHERE id = 1",
        "UPDATE annotation SET label = CAST(X'41ff' AS TEXT) WHERE id = 1",
        "UPDATE candidate SET parts = 'none'",
        "UPDATE decision SET after = '{' WHERE id = 3",
        "UPDATE decision SET subject = 'mood' WHERE id = 3",
        "UPDATE scheme_revision SET scheme = 'x'",
        "DELETE FROM scheme_revision",
        "DELETE FROM document WHERE id = 3",
    ],
)
def test_that_nonsense_in_a_row_is_a_finding_and_no_crash(
    full: Project, tamper: Tamper, statement: str
) -> None:
    """The check built annotations from what it had not checked and ended with a traceback."""
    tamper(statement)
    assert findings(full)


def test_that_a_change_set_cut_out_is_noticed(full: Project, tamper: Tamper) -> None:
    tamper("DELETE FROM decision WHERE change_set_id = 4", "DELETE FROM change_set WHERE id = 4")
    assert "check.chain" in findings(full)


def test_that_schemes_taken_back_one_after_the_other_add_up(project: Project) -> None:
    """Replay took the scheme that was decided last to be the one with the highest number."""
    take(project, "[Ana:CHIEF!] went", batch="one")
    take(project, record("x", "The [Swan:SHIP!] sank"), batch="two")
    with project.read() as tx:
        numbers = [one.act for one in log.change_sets(tx) if one.code == "scheme"][1:]
    for act in reversed(numbers):
        undoing.undo(project, act=act)
        assert findings(project) == []
    with project.read() as tx:
        assert schemes.current(tx).layers == projects.read_scheme("everything").layers
