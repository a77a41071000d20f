"""Pictures of annotated text are read as drawn."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer, Part, Role, State
from tests.support.pictures import picture, record, told


def test_that_a_picture_gives_its_text_and_its_annotations() -> None:
    drawn = picture("The [minister:PERSON!] said {exports rose:assertion?}.")
    assert drawn.text == "The minister said exports rose."
    entity, claim = drawn.annotations
    assert (entity.layer, entity.label, entity.state) == (Layer.ENTITY, "PERSON", State.ACCEPTED)
    assert (entity.start, entity.end, entity.id) == (4, 12, 1)
    assert claim.parts == (Part(Role.CONTENT, 18, 30),)
    assert (claim.label, claim.state, claim.id) == ("assertion", State.SUGGESTED, 2)


def test_that_parts_belong_to_the_next_claim_or_to_the_last() -> None:
    drawn = picture("<[Ana:PERSON]:source> <said:cue> {it rained:assertion}, <she:source> sighed")
    [claim] = [one for one in drawn.annotations if one.layer is Layer.CLAIM]
    assert [(part.role, drawn.text[part.start : part.end]) for part in claim.parts] == [
        (Role.SOURCE, "Ana"), (Role.CUE, "said"), (Role.CONTENT, "it rained"), (Role.SOURCE, "she"),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["?", "!", "+", "-", "~"])
def test_that_a_picture_is_told_as_it_was_drawn(mark: str) -> None:
    drawn = picture(f"In [Velm:GPE{mark}], {{rain fell:other{mark}}}.")
    assert told(drawn.text, drawn.annotations) == [f"Velm:GPE{mark}", f"rain fell:other{mark}"]


def test_that_a_colon_in_the_text_is_text() -> None:
    assert picture("At 10:30 in [Velm:GPE]: rain").text == "At 10:30 in Velm: rain"


def test_that_a_bracket_left_open_is_no_picture() -> None:
    with pytest.raises(AssertionError, match="never closed"):
        picture("The [minister said")


def test_that_a_record_has_the_places_of_the_picture() -> None:
    line = record("a", "[Ana:PERSON!] <said:cue> {no:denial}", reviewed=["entity"])
    assert line["text"] == "Ana said no"
    assert line["spans"] == [
        {"id": "s1", "label": "PERSON", "state": "accepted", "suggester": "machine",
         "start": 0, "end": 3},
    ]  # fmt: skip
    assert line["claims"][0]["cue"] == [[4, 8]]
    assert line["reviewed"] == ["entity"]
