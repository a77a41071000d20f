"""The verb `import`."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.changes import Progress
from curator.services.importing import Import
from tests.cli.conftest import DOCUMENTS, SPANS, Run, write_lines


def test_that_an_import_is_reported_with_its_act(run: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "batch.jsonl", SPANS)
    run("new", "p")
    ran = run("import", "p", "batch.jsonl", "--batch", "first")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Imported 1 document with 1 entity as batch first (act 3).\n"
        "New labels of the entity layer: TOWN.\n"
    )


def test_that_duplicates_are_skipped_told_and_no_problem(made: Run) -> None:
    ran = made("import", "p", "batch.jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Nothing new to import.\n"
        "Skipped 2 duplicates:\n"
        "  batch.jsonl, line 1: in the project already, as a\n"
        "  batch.jsonl, line 2: in the project already, as b\n"
    )


def test_that_a_bad_line_is_told_with_its_reason_and_the_rest_goes_in(
    made: Run, tmp_path: Path
) -> None:
    write_lines(tmp_path / "more.jsonl", SPANS, {"id": "a", "text": "Another text."})
    with (tmp_path / "more.jsonl").open("a") as stream:
        stream.write("{oops\n")
    ran = made("import", "p", "more.jsonl", "nowhere.txt")
    assert ran.code == 1
    assert ran.out.startswith("Imported 1 document with 1 entity as batch more and 1 more")
    assert sorted(ran.err.splitlines()) == [
        "curator: more.jsonl, line 2: the project has another text with the id a",
        "curator: more.jsonl, line 3: not JSON "
        "(Expecting property name enclosed in double quotes: 2)",
        "curator: nowhere.txt: there is no such file",
    ]


def test_that_an_import_is_reported_as_json(made: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "more.jsonl", SPANS, DOCUMENTS[0], {"id": "d"})
    ran = made("import", "p", "more.jsonl", "--json")
    assert (ran.code, ran.err) == (1, "")
    assert {key: ran.json[key] for key in ("batch", "act", "documents", "annotations")} == {
        "batch": "more",
        "act": 4,
        "documents": 1,
        "annotations": {"entity": 1},
    }
    assert ran.json["labels"] == {"entity": ["TOWN"]}
    assert [one["code"] for one in ran.json["duplicates"]] == ["import.duplicate"]
    assert ran.json["problems"] == [
        {
            "file": "more.jsonl",
            "line": 3,
            "code": "import.no_text",
            "facts": {"document": "d"},
            "words": "more.jsonl, line 3: d has no text",
        }
    ]


def test_that_labels_outside_of_the_scheme_are_left_out_when_asked(
    made: Run, tmp_path: Path
) -> None:
    write_lines(tmp_path / "more.jsonl", SPANS)
    ran = made("import", "p", "more.jsonl", "--labels", "strict")
    assert ran.code == 1
    assert ran.err == (
        "curator: more.jsonl, line 1: "
        "an annotation is left out: the entity layer has no label TOWN\n"
    )


def test_that_labels_become_others_or_are_left_out_and_counted(made: Run, tmp_path: Path) -> None:
    month = {"start": 8, "end": 13, "label": "MISC"}
    write_lines(tmp_path / "more.jsonl", {**SPANS, "spans": [*SPANS["spans"], month]})
    ran = made("import", "p", "more.jsonl", "--label-map", "TOWN=GPE,MISC=", "--labels", "strict")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Imported 1 document with 1 entity as batch more (act 3).\n"
        "Worth knowing:\n"
        "  1 annotation of MISC left out, as the label map says\n"
        "  1 annotation of TOWN came in as GPE\n"
    )
    ran = made("import", "p", "more.jsonl", "--label-map", "TOWN")
    assert ran.code == 2
    assert "Write LABEL=NAME, or LABEL= to leave it out" in ran.err


def test_that_a_profile_is_kept_used_renamed_and_forgotten(made: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "one.jsonl", SPANS)
    write_lines(tmp_path / "two.jsonl", {**SPANS, "id": "e", "text": "Velm woke."})
    options = ("--label-map", "TOWN=GPE", "--annotations", "gold", "--no-carry")
    kept = made("import", "p", "one.jsonl", *options, "--save-profile", "desk")
    assert (kept.code, kept.err) == (0, "")
    assert made("profiles", "p").out.startswith("No profile is kept yet; curator export")
    listed = made("profiles", "p", "--kind", "import")
    assert listed.out == "desk: by the file, annotations gold, no-carry, TOWN=GPE\n"
    renamed = made("profiles", "p", "--kind", "import", "--rename", "desk = May")
    assert renamed.out == "The profile desk is called May now.\n"
    used = made("import", "p", "two.jsonl", "--profile", "May", "--label-map", "MISC=", "--json")
    assert used.json["mapped"] == [{"layer": "entity", "label": "TOWN", "to": "GPE", "n": 1}]
    assert made("profiles", "p", "--kind", "import", "--remove", "May").code == 0
    gone = made("import", "p", "two.jsonl", "--profile", "May")
    assert (gone.code, "There is no such profile" in gone.err) == (2, True)
    assert made("profiles", "p", "--kind", "import", "--rename", "May").code == 2


def test_that_a_look_keeps_no_profile(made: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "one.jsonl", SPANS)
    ran = made("import", "p", "one.jsonl", "--dry-run", "--save-profile", "desk")
    assert ran.code == 2
    assert made("profiles", "p", "--kind", "import", "--json").json == {}


def test_that_a_batch_is_named_after_files_and_day(made: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "more.jsonl", SPANS)
    ran = made("import", "p", "more.jsonl", "--batch", "wire {name} {date}", "--json")
    assert ran.json["batch"].startswith("wire more 20")


def test_that_many_problems_are_cut_for_people_and_not_in_json(made: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("oops\n" * 130)
    ran = made("import", "p", "bad.jsonl")
    lines = ran.err.splitlines()
    assert (len(lines), lines[-1]) == (101, "curator: … and 30 more; --json lists them all")
    assert len(made("import", "p", "bad.jsonl", "--json").json["problems"]) == 130


def test_that_what_was_imported_before_ctrl_c_stays_as_one_act(
    made: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ({"id": f"n{n}", "text": f"Text {n}."} for n in range(60))
    write_lines(tmp_path / "many.jsonl", *texts)
    take = Import.take

    def interrupted(job: Import, frame: object) -> Progress:
        if job.intake.report.documents >= 25:
            raise KeyboardInterrupt
        return take(job, frame)

    monkeypatch.setattr(Import, "take", interrupted)
    ran = made("import", "p", "many.jsonl")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "curator: stopped; 25 documents stay in the project, as act 3\n"
    assert made("stats", "p", "--json").json["documents"] == 27
    assert made("undo", "p", "--act", "3").code == 0
    assert made("stats", "p", "--json").json["documents"] == 2


def test_that_columns_and_encoding_can_be_said(made: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("id;words;head\nx;Приём.;Да\n".encode("cp1251"))
    ran = made("import", "p", "t.csv", "--map", "text=words, title=head", "--encoding", "cp1251")
    assert (ran.code, ran.out) == (0, "Imported 1 document as batch t (act 3).\n")
    ran = made("import", "p", "t.csv", "--map", "words")
    assert ran.code == 1
    assert "Write --map text=NAME,title=NAME" in ran.err
    ran = made("import", "p", "t.csv", "--encoding", "zip")
    assert ran.code == 1
    assert "No such encoding" in ran.err


def test_that_a_guessed_encoding_is_told_and_no_problem(made: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes("Überfahrt.".encode("cp1252"))
    ran = made("import", "p", "t.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [
        "Worth knowing:",
        "  t.txt: read as windows-1252, which is a guess; "
        "where letters are wrong, name it with --encoding",
    ]


def test_that_reports_of_imports_are_told_again(made: Run) -> None:
    ran = made("imports", "p")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("batch: 2 documents, ")
    (batch,) = made("imports", "p", "--batch", "batch", "--json").json
    assert (batch["documents"], batch["told"]) == (2, [])
    assert made("imports", "p", "--batch", "other").out == "There is no such batch.\n"
