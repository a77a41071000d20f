"""An analyst opens the samples, decides, undoes, quits, comes back, and exports gold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Annotation, Layer, Role, State, entity_parts
from curator.domain.canonical import digest_text
from curator.domain.decisions import Change, How, Verdict
from curator.domain.gold import Selection
from curator.services import closing, deciding, reading, samples, suggesting, undoing
from curator.services.exporting import export
from curator.services.health import findings
from curator.services.learning.lessons import Lessons
from curator.services.learning.refreshing import affected, refresh
from curator.store.project import Project
from curator.suggest.client import SuggestProcess
from curator.ui import dialogs_of
from curator.ui.dialogs.export import ExportWish
from curator.ui.do import Do
from tests.stories.driver import Driver
from tests.support import written_suggester

DATA = Path(__file__).parents[1] / "data"
EXPECTED = DATA / "story.expected.jsonl"
TITLE = "President Torvand's address on the storm"
LEADER = "leader of the opposition Harbour Party"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the suggest process propose the list that is written for this story."""
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
    monkeypatch.setenv(written_suggester.VARIABLE, str(DATA / "story.written.json"))


def test_that_an_analyst_reviews_a_sample_and_exports_what_was_decided(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: None
) -> None:
    first = Driver(qtbot, tmp_path)
    first.try_samples()
    assert first.document.view.title == TITLE
    assert first.document.counts() == (9, 9)
    decide_all(first)
    assert first.document.counts() == (0, 10)
    path = first.session.project.path
    first.press("D")
    first.until(lambda: first.document.view.title != TITLE)
    for _ in range(3):
        first.do(Do.UNDO)
    first.until(lambda: first.document.view.title == TITLE)
    assert not first.document.closed()
    assert first.document.counts() == (1, 9)
    first.quit()

    again = Driver(qtbot, tmp_path)
    again.open(path)
    for _ in range(3):
        again.do(Do.REDO)
    out = tmp_path / "gold.jsonl"
    wish = ExportWish(out, "jsonl", Selection())
    monkeypatch.setattr(dialogs_of, "export", lambda *_: wish)
    again.do(Do.EXPORT)
    assert out.read_bytes() == EXPECTED.read_bytes()
    again.quit()
    with Project.open(path, write=False) as project:
        assert findings(project) == []


def decide_all(driver: Driver) -> None:
    """Every kind of act, by the keys."""
    driver.go_to("PORT HALDEN", "GPE")
    driver.press("A", "A")
    assert driver.is_at("Northline", "PERSON")
    driver.press("2")
    assert driver.is_at("Northline", "ORG"), "a correction stays where it is"
    driver.press("N", "A", "X", "U")
    assert driver.is_at("said", "assertion")
    driver.press("A")
    assert driver.is_at("90 million", "QUANTITY")
    driver.press("Alt+Right", "N")
    assert driver.is_at("said", "evaluation")
    driver.select("Harbour Party")
    driver.press("2")
    assert driver.is_at("Harbour Party", "ORG")
    driver.press("P")
    driver.press("C")
    driver.select(LEADER)
    driver.press("Enter", "Escape")
    assert [driver.document.text[p.start : p.end] for p in driver.current.spans(Role.SOURCE)] == [
        LEADER
    ]


def test_that_the_same_acts_through_services_give_the_same_bytes(
    tmp_path: Path, written: None
) -> None:
    project = samples.create(tmp_path / "samples.curator")
    for _ in samples.fill(project):
        pass
    process = SuggestProcess()
    report = suggesting.SuggestReport()
    for _ in suggesting.suggest(project, process, report, layers=tuple(Layer)):
        pass
    process.close()
    number = reading.neighbour(project, 0, forward=True)
    assert number is not None
    learn = through_services(project, number)
    closing.close(project, number, tuple(Layer), leftover=State.REJECTED)
    learn()
    for _ in range(3):
        undoing.undo(project)
        learn()
    for _ in range(3):
        undoing.redo(project)
        learn()
    export(project, tmp_path / "gold.jsonl", format_name="jsonl")
    assert (tmp_path / "gold.jsonl").read_bytes() == EXPECTED.read_bytes()
    assert findings(project) == []
    project.close()


def through_services(project: Project, number: int) -> Callable[[], None]:
    """Do what the window's keys did; returns what it does after every act: use what was taught."""
    lessons = Lessons.of(project)

    def learn() -> None:
        with project.read() as tx:
            strings = lessons.follow(tx)
        for document_id in (number, *affected(project, strings, but=number)):
            refresh(project, document_id, lessons)

    learn()
    view = reading.open_document(project, number)
    assert view.title == TITLE
    assert view.digest == digest_text(view.text)
    by_words = {(one.quote(view.text), one.label): one for one in view.annotations}

    def judge(words: str, label: str, verdict: Verdict, change: Change | None = None) -> None:
        deciding.judge(project, by_words[words, label].id, verdict, change=change, how=How.KEY)
        learn()

    judge("PORT HALDEN", "GPE", Verdict.ACCEPT)
    judge("September 1", "DATE", Verdict.ACCEPT)
    judge("Northline", "PERSON", Verdict.CORRECT, Change(label="ORG"))
    judge("Ilse Torvand", "PERSON", Verdict.ACCEPT)
    judge("Assembly", "ORG", Verdict.REJECT)
    judge("Monday", "DATE", Verdict.UNSURE)
    judge("said", "assertion", Verdict.ACCEPT)
    wider = entity_parts(452, 468)
    judge("90 million", "QUANTITY", Verdict.CORRECT, Change(parts=wider))
    deciding.add_entity(project, number, "ORG", start=568, end=581)
    learn()
    claim: Annotation = by_words["said", "evaluation"]
    start = view.text.index(LEADER)
    parts = deciding.with_part(claim, Role.SOURCE, [(start, start + len(LEADER))])
    judge("said", "evaluation", Verdict.CORRECT, Change(parts=parts))
    return learn


@pytest.mark.model
def test_that_decisions_on_what_the_real_model_suggests_survive_a_restart(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first = Driver(qtbot, tmp_path)
    first.try_samples()
    decided = []
    for key in ("A", "A", "X"):
        decided.append((first.current.id, key))
        first.press(key)
    path = first.session.project.path
    first.quit()

    again = Driver(qtbot, tmp_path)
    again.open(path)
    state = {"A": State.ACCEPTED, "X": State.REJECTED}
    for number, key in decided:
        one = again.document.get(number)
        assert one is not None
        assert one.state is state[key]
    again.quit()


def test_that_undo_names_what_it_takes_back(qtbot: QtBot, tmp_path: Path, written: None) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.try_samples()
    driver.press("A")
    undo = partial(driver.program.window.menu_row.actions_by[Do.UNDO].text)
    driver.until(lambda: "PORT HALDEN" in undo())
    driver.do(Do.UNDO)
    assert driver.is_at("PORT HALDEN", "GPE")
    assert driver.current.undecided
    driver.quit()
