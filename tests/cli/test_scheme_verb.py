"""The verb `scheme`: shown, written to a file, put in force from one, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def suggested(made: Run, written: None) -> Run:
    """A project with a PERSON, a GPE and a claim suggested."""
    assert made("suggest", "p").code == 0
    return made


def edited(run: Run, *changes: tuple[str, str]) -> None:
    """Export the scheme and change its words."""
    assert run("scheme", "p", "--export", "s.toml").out.startswith("Wrote s.toml: scheme ")
    text = Path("s.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    Path("s.toml").write_text(text, encoding="utf-8")


def test_that_labels_are_listed_with_what_bears_them(suggested: Run) -> None:
    lines = [line.split() for line in suggested("scheme", "p").out.splitlines()]
    assert ["PERSON", "1", "PERSON", "1"] in lines
    assert ["entity", "key", "colour", "annotations"] in lines
    shown = suggested("scheme", "p", "--json").json
    assert shown["revision"] == 1
    assert shown["annotations"]["entity"] == {"GPE": 1, "PERSON": 1}
    assert shown["look_again"] == {"left": 0, "looked_at": 0}


def test_that_a_file_is_put_in_force_and_undone(suggested: Run) -> None:
    edited(suggested, ('name = "GPE"', 'name = "PLACE"\nwas = "GPE"'))
    dry = suggested("scheme", "p", "--apply", "s.toml", "--dry-run")
    assert dry.out.splitlines()[0] == "Rename GPE → PLACE: 1 annotation"
    assert suggested("scheme", "p", "--json").json["revision"] == 1
    ran = suggested("scheme", "p", "--apply", "s.toml")
    assert ran.out.splitlines()[-1] == "Revision 2 of the label scheme is in force (act 3)."
    assert suggested("scheme", "p", "--json").json["annotations"]["entity"] == {
        "PERSON": 1, "PLACE": 1,
    }  # fmt: skip
    assert suggested("undo", "p").out == (
        "Undone: Change the label scheme: 1 annotation relabelled.\n"
    )
    assert suggested("scheme", "p", "--json").json["annotations"]["entity"] == {
        "GPE": 1, "PERSON": 1,
    }  # fmt: skip
    assert suggested("check", "p").code == 0


def test_that_a_file_that_changes_nothing_says_so(suggested: Run) -> None:
    edited(suggested)
    assert suggested("scheme", "p", "--apply", "s.toml").out == "Nothing to change.\n"


def test_that_what_is_done_is_reported_as_json(suggested: Run) -> None:
    edited(suggested, ('key = "1"', 'key = "8"'), ('key = "8"\ncolour = "FAC"', 'colour = "FAC"'))
    told = suggested("scheme", "p", "--apply", "s.toml", "--json").json
    assert told["steps"] == ["PERSON: key 8", "FAC: key none"]
    assert (told["look_again"], told["act"]) == (0, 3)


def test_that_a_file_that_is_wrong_is_refused_in_one_line(suggested: Run) -> None:
    edited(suggested, ('key = "2"', 'key = "1"'))
    ran = suggested("scheme", "p", "--apply", "s.toml")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "has a key twice" in ran.err
    assert suggested("scheme", "p", "--apply", "none.toml").code == 1
    assert suggested("scheme", "p", "--apply", "s.toml", "--export", "t.toml").code == 2
