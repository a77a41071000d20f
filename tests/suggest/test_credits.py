"""Wire agencies by name: where they are organisations, and where their letters mean nothing."""

import pytest

from curator.suggest.credits import named_agencies


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in named_agencies(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters and Agence France-Presse saw it; AZERTAC did not.",
         ["Reuters", "Agence France-Presse", "AZERTAC"]),
        ("the Associated Press-owned hall, Interfax-Ukraine", ["Interfax-Ukraine"]),
        ("SUND (AP) — It rained.", ["AP"]),
        ("SUND, May 6 /PA/ It rained.", ["PA"]),
        ("It rained, he said. – ANSA\nMore", ["ANSA"]),
        ("It rained.\nSource: SANA", ["SANA"]),
        ("The minister told APA that it rained.", ["APA"]),
        ("ANSA reported rain; the STA correspondent saw none.", ["ANSA", "STA"]),
        ("according to EFE", ["EFE"]),
    ],
)  # fmt: skip
def test_that_a_known_agency_is_found_as_a_credit_or_a_source(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "a wireless AP in the hall",
        "Trend upwards, and Report of the year",
        "the Trend that it told us of",
        "reuters and azertac in small letters",
        "an IRNAX device",
        "PA systems were loud",
        "He gave SANA to MAP makers.",
    ],
)
def test_that_a_name_that_means_other_things_needs_more(text: str) -> None:
    assert found(text) == []
