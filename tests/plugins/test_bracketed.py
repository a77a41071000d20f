"""The example of a format: entities in brackets, out and in, like any that comes with Curator."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings

from curator.domain.gold import Selection
from curator.domain.import_plan import ImportPlan
from curator.formats.base import Format, Problem
from curator.formats.outgoing import Outgoing
from curator.formats.reading import Documents, Reading
from curator.formats.registry import Registry
from curator.services import exporting
from curator.services.importing import Import, import_paths
from tests.formats.builders import one, outgoing_again, problems, read, rows
from tests.formats.test_jsonl_round_trip import outgoings
from tests.formats.through import documents, nasty, said, seeds, write
from tests.plugins.conftest import Install
from tests.support.projects import make


@pytest.fixture
def bracketed(install: Install) -> ModuleType:
    return install("bracketed")


@pytest.fixture
def form(bracketed: ModuleType) -> Format:
    found = Registry.installed().by_name("bracketed")
    assert found is bracketed.FORMAT
    return found


def test_that_its_files_are_known_by_their_suffix(form: Format) -> None:
    installed = Registry.installed()
    assert installed.of_file(Path("day.bracketed.txt")) is form
    assert installed.of_file(Path("day.txt")) is installed.by_name("text")


@pytest.mark.parametrize(
    ("marked", "text", "entities"),
    [
        ("[Ana](PERSON) left.", "Ana left.", ["Ana:PERSON"]),
        ("See [1] and (2), [3] (x).", "See [1] and (2), [3] (x).", []),
        (r"\[Ana](PERSON) is \\ no entity", r"[Ana](PERSON) is \ no entity", []),
        (r"[a\]b](X\)Y) [c [d](Z)", "a]b [c d", ["a]b:X)Y", "d:Z"]),
        ("🚢 [👩‍👩‍👧](GROUP)\r\n[日本](GPE)", "🚢 👩‍👩‍👧\n日本", ["👩‍👩‍👧:GROUP", "日本:GPE"]),
    ],
)
def test_that_brackets_with_a_label_are_entities(
    form: Format, tmp_path: Path, marked: str, text: str, entities: list[str]
) -> None:
    path = tmp_path / "a.bracketed.txt"
    path.write_bytes(marked.encode())
    document = one(read(path, form))
    assert document.text == text
    assert [f"{text[row.start : row.end]}:{row.label}" for row in rows(document)] == entities
    assert document.layers == ["entity"]


def test_that_a_file_without_text_is_reported(form: Format, tmp_path: Path) -> None:
    path = tmp_path / "a.bracketed.txt"
    path.write_bytes(b" \n")
    assert problems(read(path, form)) == [(None, "import.empty")]


def test_that_samples_and_nasty_texts_come_back_to_the_byte(form: Format, tmp_path: Path) -> None:
    path = tmp_path / "a.bracketed.txt"
    for before in [*seeds(), nasty()]:
        there_and_back(form, before, path)


@given(outgoing=outgoings())
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_every_annotation_comes_back_or_is_reported(form: Format, outgoing: Outgoing) -> None:
    with TemporaryDirectory() as folder:
        there_and_back(form, outgoing, Path(folder) / "a.bracketed.txt")


def there_and_back(form: Format, before: Outgoing, path: Path) -> None:
    """Write, read and write again; nothing may be lost in silence, and the bytes are the same."""
    reported = write(form, [before], path)
    written = path.read_bytes()
    after = outgoing_again(one(documents(read(path, form))))  # type: ignore[arg-type]
    assert after.text == before.text
    held = {one.id for one in before.annotations if one.state in {"accepted", "suggested"}}
    gone = {one.annotation for one in reported if one.reason in {"claim", "overlap"}}
    gone |= {one.id for one in before.annotations} - held
    assert said(after, state=False) == said(before, state=False, without=filter(None, gone))
    write(form, [after], path)
    assert path.read_bytes() == written


@pytest.mark.usefixtures("bracketed")
def test_that_it_goes_through_a_project_like_any_other_format(tmp_path: Path) -> None:
    given = tmp_path / "in"
    given.mkdir()
    words = {"a": "[Ana](PERSON) met [Bo](PERSON).", "b": r"\[No] one left [Velm](GPE)."}
    for name, marked in words.items():
        (given / f"{name}.bracketed.txt").write_text(marked, encoding="utf-8")
    out = tmp_path / "out"
    with make(tmp_path / "p.curator") as project:
        job = Import(project, [given], ImportPlan(annotations="gold"))
        for _ in import_paths(job):
            pass
        assert job.intake.report.documents == 2
        assert job.intake.report.problems == []
        everything = Selection(documents="all")
        done = exporting.export(project, out, format_name="bracketed", selection=everything)
    assert (done.documents, done.annotations["entity"]) == (2, 3)
    assert done.read_back is not None
    assert tuple(done.read_back) == (2, 3)
    written = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
    assert written == {path.name: path.read_text(encoding="utf-8") for path in given.iterdir()}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [("nowhere:FORMAT", "ModuleNotFoundError"), ("json:dumps", "it is no format")],
)
@pytest.mark.usefixtures("bracketed")
def test_that_a_broken_one_is_told_of_and_the_others_read(
    tmp_path: Path, entry: str, reason: str
) -> None:
    [points] = (tmp_path / "site").glob("*/entry_points.txt")
    points.write_text(f"[curator.formats]\nbracketed = {entry}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Ana left.", encoding="utf-8")
    with Reading([tmp_path / "a.txt"]) as reading:
        frames = list(reading)
    [note] = [one for one in frames if isinstance(one, Problem)]
    assert (note.file, note.code, note.note) == ("bracketed", "import.plugin_broken", True)
    assert reason in note.facts["reason"]
    assert sum(len(one.items) for one in frames if isinstance(one, Documents)) == 1


@pytest.mark.usefixtures("bracketed")
def test_that_the_second_of_two_with_one_name_is_told_of(tmp_path: Path) -> None:
    [points] = (tmp_path / "site").glob("*/entry_points.txt")
    points.write_text(
        "[curator.formats]\nmine = curator_bracketed:FORMAT\nalso = curator_bracketed:FORMAT\n",
        encoding="utf-8",
    )
    [fault] = Registry.installed().broken
    assert (fault.code, fault.facts["reason"]) == ("plugin.broken", "its name is taken")


@pytest.mark.usefixtures("bracketed")
def test_that_none_takes_the_place_of_one_of_our_own(tmp_path: Path) -> None:
    [points] = (tmp_path / "site").glob("*/entry_points.txt")
    points.write_text("[curator.formats]\ntext = curator_bracketed:FORMAT\n", encoding="utf-8")
    installed = Registry.installed()
    assert installed.formats["text"].suffixes == (".txt",)
    assert [fault.facts["name"] for fault in installed.broken] == ["text"]
