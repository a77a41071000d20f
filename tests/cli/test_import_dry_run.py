"""`import --dry-run`: what would come in, and what would not."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import DOCUMENTS, FIRST_SENTENCE, SPANS, Run, write_lines

TEXT = "Velm, the old port, was quiet on Monday, said the harbour board; no ship left before noon."


def test_that_a_dry_run_says_what_would_come_in_and_imports_nothing(
    made: Run, tmp_path: Path
) -> None:
    dated = {"id": "d", "text": "Ana left.", "title": "Ana", "meta": {"date": "2031-04-05"}}
    write_lines(tmp_path / "more.jsonl", SPANS, DOCUMENTS[0], dated)
    (tmp_path / "x.xyz").write_text("?", encoding="utf-8")
    ran = made("import", "p", "more.jsonl", "x.xyz", "--dry-run")
    size = (tmp_path / "more.jsonl").stat().st_size
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"In 1 file ({size} bytes): 2 documents would come in as batch more "
        "and 1 more with 1 entity, 1 duplicate would be skipped.",
        "  Velm is quiet. (1 annotation)",
        f"  {FIRST_SENTENCE} (in the project already)",
        "  Ana (2031-04-05)",
        "Labels that would be new to the entity layer: TOWN.",
    ]
    assert ran.err.splitlines()[0].startswith("curator: x.xyz: ")
    assert ran.err.splitlines()[1] == "curator: nothing was imported: --dry-run"
    assert made("import", "p", "batch.jsonl").out.startswith("Nothing new to import.")
    assert made("import", "p", "more.jsonl").out.startswith("Imported 2 documents")


def test_that_a_dry_run_reads_tables_by_their_columns_and_answers_in_json(
    made: Run, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("a,b\nHead,Ana left.\n", encoding="utf-8")
    ran = made("import", "p", "t.csv", "--map", "text=b,title=a", "--dry-run", "--json")
    assert ran.code == 0
    found = ran.json
    assert [(one["title"], one["beginning"]) for one in found["coming"]] == [("Head", "Ana left.")]
    assert (found["files"], found["more"], found["imported"]) == (1, False, False)


def test_that_a_dry_run_refuses_what_an_import_refuses(made: Run) -> None:
    ran = made("import", "p", "batch.jsonl", "--format", "nothing", "--dry-run")
    assert (ran.code, ran.out) == (2, "")
    assert "nothing" in ran.err


def test_that_a_dry_run_tells_what_becomes_of_labels(made: Run, tmp_path: Path) -> None:
    per = {"start": 0, "end": 4, "label": "PER", "state": "accepted"}
    write_lines(tmp_path / "more.jsonl", {"id": "c", "text": TEXT, "spans": [per]})
    ran = made("import", "p", "more.jsonl", "--dry-run", "--batch", "May")
    assert ran.out.splitlines()[2:] == [
        "Labels that would be new to the entity layer: PER.",
        "These look like labels of the scheme; --label-map PER=PERSON makes them:",
        "  PER → PERSON, 1 annotation: two names for one thing",
    ]
    ran = made("import", "p", "more.jsonl", "--dry-run", "--labels", "strict")
    assert ran.code == 1
    assert "the entity layer has no label PER" in ran.err
    ran = made("import", "p", "more.jsonl", "--dry-run", "--label-map", "PER=PERSON", "--json")
    assert ran.json["report"]["mapped"] == [
        {"layer": "entity", "label": "PER", "to": "PERSON", "n": 1}
    ]
    assert (ran.json["report"]["batch"], ran.json["report"]["labels"]) == ("more", {})
    assert made("stats", "p", "--json").json["documents"] == 2


def test_that_a_dry_run_tells_what_would_be_carried_over(made: Run, tmp_path: Path) -> None:
    port = {"start": 0, "end": 4, "label": "GPE", "state": "accepted"}
    write_lines(tmp_path / "old.jsonl", {"id": "old", "text": TEXT, "spans": [port]})
    write_lines(tmp_path / "new.jsonl", {"id": "new", "text": TEXT + " It rained."})
    assert made("import", "p", "old.jsonl").code == 0
    carried = made("import", "p", "new.jsonl", "--dry-run", "--carry").out.splitlines()
    left = made("import", "p", "new.jsonl", "--dry-run", "--no-carry").out.splitlines()
    told = "1 document would repeat or update others: {n} carried over."
    assert told.format(n="1 decision") in carried
    assert told.format(n="0 decisions") in left
    assert made("check", "p").code == 0


def test_that_a_dry_run_of_many_shows_the_first(made: Run, tmp_path: Path) -> None:
    texts = ({"id": f"n{n}", "text": f"Text {n}."} for n in range(60))
    write_lines(tmp_path / "many.jsonl", *texts)
    lines = made("import", "p", "many.jsonl", "--dry-run").out.splitlines()
    assert "60 documents would come in as batch many." in lines[0]
    assert (len(lines), lines[-1]) == (52, "  … and 10 more")
