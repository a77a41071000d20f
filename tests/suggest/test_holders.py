"""People told by their office, as pictures: what a model found → what titles make of it."""

import pytest

from curator.suggest.holders import add_holders
from curator.suggest.known import offices
from tests.suggest.test_forms import draw, read


def seen(picture: str, *, inside: bool = False, score: float = 0.6) -> str:
    text, mentions = read(picture)
    unsure = [one._replace(score=score) for one in mentions]
    return draw(text, add_holders(text, unsure, titles_inside=inside))


@pytest.mark.parametrize(
    ("found", "made"),
    [
        ("Foreign Minister Rustam Adil left", "Foreign Minister [Rustam Adil:PERSON] left"),
        ("the foreign minister Adil left", "the foreign minister [Adil:PERSON] left"),
        ("said Gen. Juan de la Cruz.", "said Gen. [Juan de la Cruz:PERSON]."),
        ("President J. F. Orr, 51,", "President [J. F. Orr:PERSON], 51,"),
        ("Defence Minister [Adil:ORG] left", "Defence Minister [Adil:PERSON] left"),
        ("Captain [Brandt:PERSON] left", "Captain [Brandt:PERSON] left"),
        ("former President [Ilse Torvand:PERSON]", "former President [Ilse Torvand:PERSON]"),
    ],
)
def test_that_a_name_after_a_title_is_a_person(found: str, made: str) -> None:
    assert seen(found) == made


@pytest.mark.parametrize(
    "picture",
    [
        "the General Assembly and the Attorney General Office",
        "the minister. Adil left",
        "the prime minister, Adil, left",
        "Petty Officer and Chief Executive",
        "the Justice Department and Major League",
        "PRIME MINISTER KESTREL HOUSE",
        "the president of Maren",
        "[President Torvand Airport:FAC] is closed",
    ],
)
def test_that_other_words_after_a_title_are_nobody(picture: str) -> None:
    assert seen(picture) == picture


def test_that_what_the_model_is_sure_of_stays() -> None:
    sure = "Minister [Maren:GPE] left"
    assert seen(sure, score=0.95) == sure
    assert seen(sure, score=0.6) == "Minister [Maren:PERSON] left"


def test_that_an_office_alone_is_its_holder_where_titles_are_inside() -> None:
    text = "The Prime Minister met the Foreign Minister of Maren; the prime minister smiled."
    assert seen(text, inside=True) == (
        "[The Prime Minister:PERSON] met [the Foreign Minister:PERSON] of Maren; "
        "the prime minister smiled."
    )
    assert seen(text) == text
    assert seen("the Prime Minister Adil", inside=True) == "the Prime Minister [Adil:PERSON]"


def test_that_a_title_is_nobody_where_titles_are_outside() -> None:
    assert seen("the [Prime Minister:PERSON] and [King:PERSON]") == (
        "the Prime Minister and [King:PERSON]"
    )
    assert seen("[Navy Capt:PERSON]. Adil") == "Navy Capt. [Adil:PERSON]"
    assert seen("the [Prime Minister:PERSON]", inside=True) == "the [Prime Minister:PERSON]"


def test_that_the_lists_have_no_word_on_both_sides() -> None:
    known = offices()
    assert known.alone <= known.titles
    assert known.no_persons <= known.titles
    assert {"assembly", "department"} <= known.no_names
