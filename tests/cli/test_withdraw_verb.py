"""The verb `withdraw`: documents and batches go out, are listed, and come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, write_lines


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Run:
    write_lines(
        tmp_path / "week.jsonl",
        {"id": "ships", "text": "The Swan left.", "title": "Of ships"},
        {"id": "snow", "text": "Snow fell on Ostré.", "title": "Of snow"},
    )
    run("new", "p", "--blind", "0")
    run("import", "p", "week.jsonl")
    return run


def test_that_a_document_goes_out_and_comes_back(made: Run) -> None:
    assert made("withdraw", "p").out == "Nothing is withdrawn.\n"
    ran = made("withdraw", "p", "ships")
    assert (ran.code, ran.out) == (0, "Withdraw “Of ships” (act 3).\n")
    assert made("withdraw", "p", "ships").out == "All of it is out already.\n"
    assert made("withdraw", "p").out == "ships\n"
    assert made("withdraw", "p", "--json").json == {"documents": ["ships"], "batches": []}
    assert made("stats", "p", "--json").json["documents"] == 1
    assert made("withdraw", "p", "ships", "--back", "--json").json["code"] == "restore"
    assert made("withdraw", "p", "ships", "--back").out == "All of it is there already.\n"
    assert made("check", "p").code == 0


def test_that_a_batch_goes_out_and_undo_brings_it_back(made: Run) -> None:
    assert made("withdraw", "p", "--batch", "week").out == "Withdraw batch week (act 3).\n"
    assert made("withdraw", "p").out == "batch week\n"
    assert made("undo", "p").out.startswith("Undone: Withdraw batch week")
    assert made("withdraw", "p").out == "Nothing is withdrawn.\n"


def test_that_an_unknown_name_is_refused_and_nothing_is_done(made: Run) -> None:
    ran = made("withdraw", "p", "ships", "sheep")
    assert ran.code == 1
    assert "There is no document of this id: sheep" in ran.err
    assert made("withdraw", "p").out == "Nothing is withdrawn.\n"
