"""The project file: made, opened, refused before a byte is written, written or not at all."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.domain.faults import Bug, Fault
from curator.services import closing as acts
from curator.services import deciding
from curator.store import guards, header, log, schemes
from curator.store.project import Project, with_suffix
from tests.support.projects import findings, make, shown, take


def decide_for_ever(project: Project, number: int) -> None:
    for verdict in itertools.cycle((Verdict.ACCEPT, Verdict.REJECT)):
        deciding.judge(project, number, verdict)


def raw(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(path, isolation_level=None))


def test_that_a_new_project_says_what_it_is(project: Project) -> None:
    with raw(project.path) as file:
        asked = ("application_id", "user_version", "journal_mode")
        said = [file.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert said == [header.APPLICATION_ID, header.SCHEMA, "wal"]
    assert findings(project) == []


def test_that_a_path_without_a_suffix_gets_one(tmp_path: Path) -> None:
    assert with_suffix(Path("news")) == Path("news.curator")
    assert with_suffix(Path("news.old")) == Path("news.old")
    with make(tmp_path / "news") as made:
        assert made.path.name == "news.curator"
    with Project.open(tmp_path / "news", write=False) as opened:
        assert opened.path == made.path


def test_that_a_project_is_not_made_over_another_or_in_no_folder(project: Project) -> None:
    for path, code in (
        (project.path, "project.exists"),
        (project.path.parent / "none" / "p.curator", "project.no_folder"),
    ):
        with pytest.raises(Fault) as raised:
            Project.create(path)
        assert raised.value.code == code


def test_that_what_is_no_file_is_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "none.curator", tmp_path):
        with pytest.raises(Fault, match=r"project\.missing"):
            Project.open(path / "x", write=False)


@pytest.mark.parametrize("kind", ["text", "empty", "database"])
def test_that_a_foreign_file_is_refused_and_stays_as_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "foreign.curator"
    path.write_bytes(b"" if kind == "empty" else b"Dear diary, " * 500)
    if kind == "database":
        path.unlink()
        with raw(path) as file:
            file.execute("CREATE TABLE address (name)")
    before = path.read_bytes()
    with pytest.raises(Fault) as raised:
        Project.open(path, write=True)
    assert raised.value.code == "project.foreign"
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_that_a_newer_file_is_refused_before_a_byte_is_written(tmp_path: Path) -> None:
    with make(tmp_path / "p.curator") as made:
        pass
    with raw(made.path) as file:
        file.execute(f"PRAGMA user_version={header.SCHEMA + 1}")
    before = made.path.read_bytes()
    with pytest.raises(Fault) as raised:
        Project.open(made.path, write=True)
    assert raised.value.code == "project.newer"
    assert raised.value.facts["version"] == header.SCHEMA + 1
    assert made.path.read_bytes() == before
    assert not made.path.with_name("p.curator-lock").exists()


@pytest.mark.parametrize("table", [*guards.APPEND_ONLY, *guards.IMMUTABLE])
@pytest.mark.parametrize("verb", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_that_history_and_texts_are_never_changed(project: Project, table: str, verb: str) -> None:
    take(project, "[Ana:PERSON!] went")
    with raw(project.path) as file, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        file.execute(verb.format(table))
    with pytest.raises(Fault, match=r"project\.disk"), project.write() as tx:
        tx.connection.exec_driver_sql(verb.format(table))


def test_that_a_reading_transaction_cannot_write(project: Project) -> None:
    with pytest.raises(Fault, match="readonly"), project.read() as tx:
        schemes.set_setting(tx, "a", "b")


def test_that_reading_transactions_may_lie_inside_each_other(project: Project) -> None:
    """Connections were kept per thread, so that a second one began inside the first."""
    with project.read() as one, project.read() as two:
        assert log.head(one) == log.head(two)


def test_that_many_threads_read_at_once(project: Project) -> None:
    """Connections were closed under the feet of a thread when there were more than five."""
    take(project, "[Ana:PERSON?] went")
    together = threading.Barrier(12)
    seen: list[list[str]] = []

    def look() -> None:
        with project.read() as tx:
            log.head(tx)
            together.wait(10)
            assert schemes.revision(tx) == 1
            together.wait(10)
        seen.append(shown(project))

    threads = [threading.Thread(target=look) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [["Ana:PERSON?"]] * 12


def test_that_a_reader_sees_one_moment_and_the_next_one_what_was_written(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    with project.read() as tx:
        before = log.head(tx)
        deciding.judge(project, 1, Verdict.ACCEPT)
        assert log.head(tx) == before
    with project.read() as tx:
        assert log.head(tx)[0] == before[0] + 1


def test_that_a_reader_waits_for_the_change_set_it_must_see(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    done = threading.Thread(target=deciding.judge, args=(project, 1, Verdict.ACCEPT))
    with project.read() as tx:
        next_one = log.head(tx)[0] + 1
    assert not project.wait_for(next_one, seconds=0.0)
    done.start()
    assert project.wait_for(next_one, seconds=5.0)
    done.join()


def test_that_nobody_waits_for_what_was_written_before_the_project_was_opened(
    tmp_path: Path,
) -> None:
    """A project opened again knew of no change set, so that a screen waited in vain."""
    with make(tmp_path / "p.curator") as made:
        newest = take(made, "[Ana:PERSON!] went").act
    with Project.open(made.path, write=False) as again:
        assert again.wait_for(newest, seconds=0.0)
        assert not again.wait_for(newest + 1, seconds=0.0)


def test_that_a_failing_commit_leaves_nothing_and_says_why(project: Project) -> None:
    take(project, "[Ana:PERSON?] and [Bo:PERSON?] went")
    deciding.judge(project, 1, Verdict.ACCEPT)
    with project.read() as tx:
        before = log.head(tx)
    with project.write() as tx:
        pages = tx.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        tx.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Fault) as raised:
        decide_for_ever(project, 2)
    assert raised.value.code == "project.disk"
    assert "full" in raised.value.facts["reason"]
    with project.read() as tx:
        after = log.head(tx)
    assert after[0] >= before[0]
    assert findings(project) == []
    with project.write() as tx:
        tx.connection.exec_driver_sql("PRAGMA max_page_count=1073741823")
    assert deciding.judge(project, 1, Verdict.REJECT).change_set == after[0] + 1
    assert findings(project) == []


def test_that_an_error_inside_the_block_takes_everything_back(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    with pytest.raises(ZeroDivisionError), project.write() as tx:  # noqa: PT012
        schemes.set_setting(tx, "a", "b")
        schemes.set_setting(tx, "a", str(1 // 0))
    with project.read() as tx:
        assert schemes.setting(tx, "a", "none") == "none"
    assert acts.close(project, 1, [Layer.ENTITY], leftover=None)


def test_that_a_transaction_ended_inside_its_block_is_our_bug(project: Project) -> None:
    with pytest.raises(Bug), project.write() as tx:
        tx.connection.rollback()
