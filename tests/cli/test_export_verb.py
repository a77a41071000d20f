"""The verb `export`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def suggested(made: Run, written: None) -> Run:
    """A project with suggestions and a candidate."""
    assert made("suggest", "p").code == 0
    return made


def lines(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_that_an_export_of_nothing_reviewed_says_how_to_get_more(suggested: Run) -> None:
    ran = suggested("export", "p", "out.jsonl", "--format", "jsonl")
    assert (ran.code, ran.out) == (
        0,
        (
            "Exported 0 documents to out.jsonl.\n"
            "Read back and equal: 0 annotations in 0 documents.\n"
        ),
    )
    assert ran.err == (
        "curator: no document is reviewed yet; --documents all takes those that are not\n"
    )


def test_that_suggestions_are_exported_when_asked_for(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.jsonl", "--format", "jsonl", "--states", "suggested",
        "--documents", "all",
    )  # fmt: skip
    assert ran.out == (
        "Exported 2 documents with 1 claim and 2 entities to out.jsonl.\n"
        "Read back and equal: 3 annotations in 2 documents.\n"
    )
    assert [len(one["spans"]) for one in lines("out.jsonl")] == [2, 0]
    assert Path("out.jsonl.manifest.json").is_file()


def test_that_candidates_are_exported_only_when_asked_for(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.jsonl", "--format", "jsonl", "--states", "suggested,accepted",
        "--documents", "all", "--candidates", "--json",
    )  # fmt: skip
    assert ran.json["annotations"] == {"claim": 2, "entity": 2}
    states = [one["state"] for one in lines("out.jsonl")[0]["claims"]]
    assert sorted(states) == ["candidate", "suggested"]


def test_that_what_a_format_cannot_hold_is_told(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.conll", "--format", "conll", "--states", "suggested",
        "--documents", "all",
    )  # fmt: skip
    assert ran.code == 0
    assert "Not exported as it stands: 1 × claims, which the format cannot hold.\n" in ran.out


def test_that_an_export_is_reported_as_json(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.jsonl", "--format", "jsonl", "--documents", "all", "--how", "key,bulk",
        "--json",
    )  # fmt: skip
    assert ran.json["path"] == "out.jsonl"
    assert ran.json["manifest"] == "out.jsonl.manifest.json"
    assert ran.json["documents"] == 2
    assert ran.json["left_out"] == []


def test_that_a_place_that_cannot_be_written_is_1_and_one_line(suggested: Run) -> None:
    ran = suggested("export", "p", "nowhere/out.jsonl", "--format", "jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("curator: The export cannot be written: nowhere/out.jsonl: ")


def test_that_an_edge_inside_a_token_is_treated_as_asked_for(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.conllu", "--format", "conllu", "--states", "suggested",
        "--documents", "all", "--edges", "drop", "--nested", "innermost",
    )  # fmt: skip
    assert ran.code == 0
    selection = json.loads(Path("out.conllu.manifest.json").read_text())["selection"]
    assert (selection["edges"], selection["nested"]) == ("drop", "innermost")
    assert "# newdoc id = " in Path("out.conllu").read_text(encoding="utf-8")


def test_that_spacys_own_file_goes_out_and_comes_in(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.spacy", "--format", "spacy", "--states", "suggested",
        "--documents", "all",
    )  # fmt: skip
    assert ran.out.startswith("Exported 2 documents with 1 claim and 2 entities to out.spacy.\n")
    assert suggested("new", "q").code == 0
    assert suggested("import", "q", "out.spacy").out.startswith(
        "Imported 2 documents with 1 claim and 2 entities as batch out"
    )


def test_that_a_folder_for_brat_goes_out_and_comes_in(suggested: Run) -> None:
    out = ("export", "p", "pairs", "--format", "brat", "--states", "suggested")
    ran = suggested(*out, "--documents", "all")
    assert ran.out.startswith("Exported 2 documents with 1 claim and 2 entities to pairs.\n")
    assert Path("pairs.manifest.json").is_file()
    assert Path("pairs", "annotation.conf").is_file()
    again = suggested(*out, "--documents", "all")
    assert (again.code, again.out) == (1, "")
    assert "Name a folder that is not there yet" in again.err
    assert suggested("new", "q").code == 0
    back = suggested("import", "q", "pairs")
    assert (back.code, back.err) == (0, "")
    assert back.out.startswith("Imported 2 documents with 1 claim and 2 entities as batch pairs")


def test_that_a_gold_set_is_chosen(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.jsonl", "--format", "jsonl", "--states", "suggested", "--documents",
        "all", "--filter", "minister", "--layers", "entity", "--labels", "PERSON", "--json",
    )  # fmt: skip
    assert ran.code == 0
    assert "claim" not in ran.json["annotations"]


@pytest.mark.parametrize(
    "given",
    [
        ("--as-of", "2024", "--states", "suggested"),
        ("--as-of", "soon"),
        ("--filter", "colour:red"),
        ("--labels", "NOWHERE"),
        ("--layers", "word"),
    ],
)
def test_that_what_cannot_be_chosen_is_wrong_use(suggested: Run, given: tuple[str, ...]) -> None:
    ran = suggested("export", "p", "out.jsonl", "--format", "jsonl", *given)
    assert ran.code == 2
    assert not Path("out.jsonl").exists()


def test_that_gold_is_split(suggested: Run) -> None:
    ran = suggested(
        "export", "p", "out.jsonl", "--format", "jsonl", "--documents", "all", "--split",
        "1/1/0", "--seed", "7", "--json",
    )  # fmt: skip
    assert ran.json["paths"] == ["out.train.jsonl", "out.dev.jsonl"]
    assert sum(len(lines(path)) for path in ran.json["paths"]) == 2
    refused = suggested("export", "p", "out.jsonl", "--format", "jsonl", "--split", "most")
    assert refused.code == 2
    assert "80/10/10" in refused.err


def test_that_a_profile_is_kept_listed_used_and_forgotten(suggested: Run) -> None:
    first = suggested(
        "export", "p", "a.jsonl", "--format", "jsonl", "--states", "suggested", "--documents",
        "all", "--layers", "entity", "--rename", "PERSON=PER", "--save-profile", "mine",
    )  # fmt: skip
    assert first.code == 0
    listed = suggested("profiles", "p")
    assert listed.out == (
        "mine: jsonl, documents all, layers entity, states suggested, PERSON=PER\n"
    )
    assert suggested("export", "p", "b.jsonl", "--profile", "mine").code == 0
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()
    assert suggested("export", "p", "c.conll", "--profile", "mine", "--format", "conll").code == 0
    assert suggested("profiles", "p", "--remove", "mine").code == 0
    assert suggested("profiles", "p", "--json").json == {}
    gone = suggested("export", "p", "b.jsonl", "--profile", "mine")
    assert (gone.code, gone.out) == (2, "")


@pytest.mark.parametrize("given", [(), ("--format", "jsonl", "--rename", "PERSON")])
def test_that_an_export_needs_a_format_and_names(suggested: Run, given: tuple[str, ...]) -> None:
    assert suggested("export", "p", "out.jsonl", *given).code == 2
