"""The ledger reads accepted claims of the project, and is written for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.domain.ledger import Wanted
from curator.services import ledger
from curator.store.project import Project
from tests.support import projects

DOCUMENTS = (
    "The <admiral:source> <said:cue> {the tanker Corvina had struck a mine:assertion!}.",
    "<Varga:source> <denied:cue> {the tanker Corvina had struck a mine:denial!}. "
    "The <miller:source> <hopes:cue> {for rain:hope?}. Nobody {wept:other-}.",
    "<=Ruda:source> <says:cue> {=2+2 & two:other!}.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with projects.make(tmp_path / "p.curator") as made:
        projects.take(made, *DOCUMENTS)
        yield made


def test_that_accepted_claims_are_listed_with_who_and_what(project: Project) -> None:
    found = ledger.read(project).entries
    assert [(one.source, one.type, one.cue, one.content) for one in found] == [
        ("admiral", "assertion", "said", "the tanker Corvina had struck a mine"),
        ("Varga", "denial", "denied", "the tanker Corvina had struck a mine"),
        ("=Ruda", "other", "says", "=2+2 & two"),
    ]
    both = ledger.read(project, suggested=True)
    assert [one.content for one in both.listed(Wanted(type="hope"))] == ["for rain"]


def test_that_a_denial_of_the_same_is_found_across_documents(project: Project) -> None:
    read = ledger.read(project)
    (match,) = read.matches(read.entries[0].annotation_id)
    assert (match.entry.source, match.bearing, match.same_source) == ("Varga", "contradicts", False)


def test_that_a_table_is_guarded_against_formulas(project: Project, tmp_path: Path) -> None:
    read = ledger.read(project)
    assert ledger.write(read, read.entries, tmp_path / "l.csv") == 3
    text = (tmp_path / "l.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["source"] for row in rows] == ["admiral", "Varga", "'=Ruda"]
    assert [(row["agrees"], row["contradicts"]) for row in rows] == [
        ("0", "1"),
        ("0", "1"),
        ("0", "0"),
    ]


def test_that_a_page_escapes_every_word(project: Project, tmp_path: Path) -> None:
    read = ledger.read(project)
    ledger.write(read, read.entries, tmp_path / "l.html")
    page = (tmp_path / "l.html").read_text(encoding="utf-8")
    assert "<bdi>=2+2 &amp; two</bdi>" in page
    assert "2 & two" not in page
    assert "contradicts: <bdi>Varga</bdi>" in page


def test_that_another_form_or_place_is_refused_in_words(project: Project, tmp_path: Path) -> None:
    read = ledger.read(project)
    with pytest.raises(Fault, match=r"ledger\.form"):
        ledger.write(read, read.entries, tmp_path / "l.pdf")
    with pytest.raises(Fault, match=r"ledger\.disk"):
        ledger.write(read, read.entries, tmp_path / "nowhere" / "l.csv")
    assert list(tmp_path.glob("*.part")) == []
