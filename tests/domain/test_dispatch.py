"""Heads of dispatches, and first sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.dispatch import LONGEST_FIRST_SENTENCE, Head, first_sentence, recognise


def said(text: str, **options: str) -> tuple[str, str, str, str]:
    head = recognise(text, **options)
    return head.title, head.date, head.place, head.agency


@pytest.mark.parametrize(
    ("text", "date", "place", "agency"),
    [
        (
            " date 2025-03-14 Port Halden, March 14, NORTHLINE\n\nPort Halden opened its harbour.",
            "2025-03-14",
            "Port Halden",
            "NORTHLINE",
        ),
        (
            "PORT HALDEN, March 14 (Northline) — The minister spoke.",
            "March 14",
            "PORT HALDEN",
            "Northline",
        ),
        (
            "Port Halden, 14 March, Northline. The minister spoke.",
            "14 March",
            "Port Halden",
            "Northline",
        ),
        ("OSTMARK (NL) — The council met.", "", "OSTMARK", "NL"),
        (
            "ST. BREN, Jan. 5, 2025 (North Line News) - Ships sailed.",
            "2025-01-05",
            "ST. BREN",
            "North Line News",
        ),
        ("OSTMARK, April 29. /NOLI/. Ships sailed.", "April 29", "OSTMARK", "NOLI"),
        ("Ostmark, Friday, 3rd June 2024 – Ships sailed.", "2024-06-03", "Ostmark", ""),
        (
            "Port Halden, Varland, 14 March 2025, Northline\nText.",
            "2025-03-14",
            "Port Halden, Varland",
            "Northline",
        ),
        ("March 14, 2025\n\nShips sailed.", "2025-03-14", "", ""),
        ("Date: 2025-03-14\n\nShips sailed.", "2025-03-14", "", ""),
        (
            "Rio da Prata, 3 June 2024, Agência Norte. Ships.",
            "2024-06-03",
            "Rio da Prata",
            "Agência Norte",
        ),
    ],
)
def test_that_a_dateline_gives_date_place_and_agency(
    text: str, date: str, place: str, agency: str
) -> None:
    assert said(text) == ("", date, place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "The minister spoke on Monday. He hoped for peace.",
        "On March 14, Ostmark voted.",
        "In Ostmark, March 14 (Friday) — the council met.",
        "May 5 was a warm day.",
        "Ostmark, May 5, Anna Lund said.",
        "The Harbour Council (HC) — a body of nine — met.",
        "Talks fail\n\nThe minister spoke.",
        "2025-03-14T10:00:00 ERROR disk full",
        "Ostmark hopes, March 14 or later — perhaps.",
    ],
)
def test_that_an_ordinary_beginning_gives_nothing(text: str) -> None:
    assert recognise(text) == Head()
    assert not recognise(text)


def test_that_a_line_above_an_empty_line_and_a_dateline_is_the_title() -> None:
    text = "Harbour opens again\n\nOSTMARK, March 14 (Northline) — Ships sailed."
    assert said(text) == ("Harbour opens again", "March 14", "OSTMARK", "Northline")


def test_that_a_line_right_above_a_dateline_is_no_title() -> None:
    assert recognise("Harbour opens again\nOSTMARK (NL) — Ships sailed.") == Head()


def test_that_a_file_name_lends_its_year_when_day_and_month_agree() -> None:
    text = "OSTMARK, March 14 (Northline) — Ships sailed."
    assert recognise(text, file_name="northline-2025-03-14").date == "2025-03-14"
    assert recognise(text, file_name="northline-2025-03-15").date == "March 14"


def test_that_a_date_that_no_calendar_has_stays_as_written() -> None:
    assert recognise("OSTMARK, Feb 30, 2024 (NL) — Ships.").date == "Feb 30, 2024"


def test_that_the_body_begins_after_the_head() -> None:
    text = "Harbour opens\n\nOSTMARK, March 14 (Northline) — Ships sailed."
    assert text[recognise(text).body_start :] == "Ships sailed."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("OSTMARK (NL) — Ships sailed. More came.", "Ships sailed."),
        ("Gen. A. Lund of the U.N. said “no.” He left.", "Gen. A. Lund of the U.N. said “no.”"),
        ("Exports rose 3.5 percent! Imports fell.", "Exports rose 3.5 percent!"),
        ("No stop here\n\nNext paragraph.", "No stop here"),
        ("Broken\nover lines. Next.", "Broken over lines."),
        ("他说。我说。", "他说。"),
        ("OSTMARK (NL) — ", "OSTMARK (NL) —"),
        ("  ", ""),
    ],
)  # fmt: skip
def test_that_a_document_without_a_title_shows_its_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_that_a_long_first_sentence_is_cut_at_a_word() -> None:
    shown = first_sentence("word " * 100)
    assert shown == "word " * 23 + "word…"
    assert len(first_sentence("x" * 500)) == LONGEST_FIRST_SENTENCE


@given(st.text(alphabet=st.sampled_from(" \n.,()—-/AaÅMay14 March2025"), max_size=300))
def test_that_any_text_has_a_head_and_a_first_sentence_within_it(text: str) -> None:
    head = recognise(text, file_name=text)
    assert 0 <= head.body_start <= len(text)
    assert all(one in text for one in (head.title, head.place, head.agency))
    assert len(first_sentence(text)) <= LONGEST_FIRST_SENTENCE
    assert bool(first_sentence(text)) == bool(text.strip())
