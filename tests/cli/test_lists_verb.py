"""The verb `lists`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_that_a_list_is_imported_shown_and_removed(made: Run, tmp_path: Path) -> None:
    (tmp_path / "places.txt").write_text("Velm\nPort Adair\n", encoding="utf-8")
    ran = made("lists", "import", "p", "places.txt", "--label", "GPE")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Import word list places, 2 entries: GPE 2 (act 3).\n"
    assert made("lists", "show", "p").out == "   1  places  entity GPE  2 entries\n"
    assert made("lists", "show", "p", "--json").json == [
        {
            "id": 1,
            "name": "places",
            "layer": "entity",
            "label": "GPE",
            "origin": "places.txt",
            "entries": ["Velm", "Port Adair"],
        }
    ]
    assert made("lists", "remove", "p", "1").out == "Remove word list places, 2 entries (act 4).\n"
    assert made("lists", "show", "p").out == "No word list.\n"
    assert made("undo", "p").out == "Undone: Remove word list places, 2 entries.\n"
    assert made("check", "p").code == 0


def test_that_lines_left_out_are_told_and_cues_are_for_claims(made: Run, tmp_path: Path) -> None:
    (tmp_path / "cues.tsv").write_text("bemoan\tevaluation\nvow\tnever\n", encoding="utf-8")
    ran = made("lists", "import", "p", "cues.tsv", "--layer", "claim", "--name", "ours", "--json")
    assert ran.code == 1
    assert ran.json == {
        "act": 3,
        "name": "ours",
        "entries": 1,
        "left_out": 1,
        "labels": {"evaluation": 1},
        "problems": ["cues.tsv, line 2: the scheme has no label never"],
    }


def test_that_a_label_or_a_list_that_is_not_there_is_wrong_use(made: Run, tmp_path: Path) -> None:
    (tmp_path / "places.txt").write_text("Velm\n", encoding="utf-8")
    ran = made("lists", "import", "p", "places.txt", "--label", "SHIP")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "curator: The project's scheme has no such label: SHIP, entity layer. Take PERSON, "
    )
    ran = made("lists", "remove", "p", "7")
    assert ran.code == 2
    assert ran.err == "curator: There is no such word list: list 7. See “curator lists show”.\n"
