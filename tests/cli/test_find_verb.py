"""The verb `find`."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_that_documents_are_listed_with_what_was_found_in_stars(made: Run) -> None:
    lines = made("find", "p", "harb").out.splitlines()
    assert lines[0].split()[0] == "2"
    assert lines[1].strip() == "The *harbour* is quiet."
    assert lines[-1] == "1 document"


def test_that_words_are_all_wanted_and_not_all_documents_listed(made: Run) -> None:
    assert made("find", "p", "harbour", "velm").out == "0 documents\n"
    assert made("find", "p", "is").out.splitlines()[-1] == "1 document"
    said = made("find", "p", "e", "--most", "1").out
    assert "the best 1 are listed" in said or said.endswith("document\n")


def test_that_hits_are_reported_as_json(made: Run) -> None:
    found = made("find", "p", '"anna varga"', "--json").json
    assert found["total"] == 1
    assert found["documents"][0]["found"] == ["Anna Varga"]


def test_that_odd_signs_find_nothing_and_are_no_error(made: Run) -> None:
    ran = made("find", "p", '"(', "AND")
    assert (ran.code, ran.out) == (0, "0 documents\n")
