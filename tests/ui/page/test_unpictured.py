"""What stands in no picture of the design, and the page paints all the same: to the pixel."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from curator.domain.annotation import Annotation, Layer, Role, State, entity_parts
from curator.ui.metrics import sized
from curator.ui.tokens import theme
from tests.ui.page.photo import Photo

CHAIN = (
    "{A:1.source} {b:1.cue} {cc {d:2.cue} {ee {f:3.cue} {gg {h:4.cue} {ii {j:5.cue} "
    "{kk {l:6.cue} {mm nn:6.content.hope!}:5.content.hope!}:4.content.hope!}"
    ":3.content.hope!}:2.content.hope!}:1.content.hope!}"
)


class Written(NamedTuple):
    """Words on the page; its blank font shows none."""

    text: str
    ink: str
    left: float
    top: float


@pytest.fixture
def written(monkeypatch) -> list[Written]:
    """What is written beside the text: codes and counts."""
    found: list[Written] = []

    def put(_painter, rect, text, _font, ink, **_how) -> None:
        found.append(Written(text, ink, rect.left(), rect.top()))

    for module in ("claims", "gutter"):
        monkeypatch.setattr(f"curator.ui.page.{module}.put", put)
    return found


def strokes(photo: Photo, x: float, ink: str, run) -> list[int]:
    """How far below the baseline a colour begins in a column of pixels."""
    base = int(run.baseline)
    hit = [photo.colour(x, base + below) == ink for below in range(5, 30)]
    return [5 + n for n, on in enumerate(hit) if on and not (n and hit[n - 1])]


def entity(number: int, start: int, end: int, label: str) -> Annotation:
    return Annotation(
        number, 1, Layer.ENTITY, label, entity_parts(start, end), state=State.ACCEPTED
    )


def test_that_a_rejected_claim_is_dotted_and_grey_down_to_its_code(page, written):
    page.show_rejected(on=True)
    photo = Photo(page, "{He:1.source} {denied:1.cue} {that it was so:1.content.denialx}.")
    ink, run = theme("light").ink3, photo.run(1, Role.CONTENT)
    row = photo.row(run, 7)
    assert row[:4] == [ink, *[theme("light").page] * 3]
    assert [(one.text, one.ink) for one in written if one.text == "Dn"] == [("Dn", ink)]


def test_that_of_crossing_spans_both_outlines_stay_whole(page):
    photo = Photo(page, "Halden Osterland Velm")
    page.put([entity(1, 0, 16, "GPE"), entity(2, 7, 21, "ORG")])
    photo.take()
    edges = theme("light").fill_edge("GPE"), theme("light").fill_edge("ORG")
    first, second = photo.run(1), photo.run(2)
    middle = int(first.baseline) - 3
    assert photo.colour(round(first.right) + 1, middle) == edges[0]
    assert photo.colour(round(second.left) - 2, middle) == edges[1]
    fill = theme("light").fill("ORG")
    assert photo.colour(second.right - 4, middle) not in (fill, theme("light").page)


def test_that_the_fourth_level_has_an_outline_and_no_fill_of_its_own(page):
    photo = Photo(page, "[a [b [c [dddddd:LOC!]:ORG!]:GPE!]:PERSON!]")
    run, tokens = photo.run(4), theme("light")
    middle = (run.left + run.right) / 2
    assert photo.colour(middle, run.baseline - 4) == tokens.fill("ORG")
    assert photo.colour(middle, run.baseline - 8) == tokens.fill_edge("LOC")


def test_that_three_lanes_have_the_full_pitch_and_four_are_closer(page):
    photo = Photo(
        page,
        "{b:1.cue} {c {d:2.cue} {e {f:3.cue} {ggg:3.content.hope!}:2.content.hope!}"
        ":1.content.hope!}",
    )
    run = photo.run(3, Role.CONTENT)
    ink = theme("light").strong("hope")
    assert strokes(photo, run.left + 9, ink, run) == [7, 10, 14]
    photo = Photo(page, CHAIN.replace("{kk {l:6.cue} {mm nn:6.content.hope!}", "{mm nn"))
    page.drop([5])
    photo.take()
    run = photo.run(4, Role.CONTENT)
    assert strokes(photo, run.right - 4, ink, run) == [7, 9, 12, 14]


def test_that_beyond_five_lanes_the_last_says_how_many_more_there_are(page, written):
    photo = Photo(page, CHAIN)
    run = photo.run(6, Role.CONTENT)
    ink = theme("light").strong("hope")
    assert len(strokes(photo, run.right - 4, ink, run)) == 4
    counts = [one for one in written if one.text.startswith("+")]
    assert {one.text for one in counts} == {"+2"}
    assert counts[-1].left == run.right + 3


def test_that_a_line_with_room_draws_also_claims_that_hold_many_others(page):
    page.resize(330, 500)
    photo = Photo(page, CHAIN)
    first, inner = photo.run(1, Role.SOURCE), photo.run(6, Role.CONTENT)
    assert first.number < inner.number
    ink = theme("light").strong("hope")
    assert strokes(photo, first.left + 4, ink, first) != []


def test_that_codes_without_room_side_by_side_stand_in_two_rows(page, written):
    drawn = "{a:1.cue} {b {c:2.cue} {dd:2.content.denial!}:1.content.hope!}"
    page.resize(1000, 500)
    photo = Photo(page, drawn)
    assert sorted(one.text for one in written) == ["Dn", "Ho"]
    assert len({one.top for one in written}) == 1
    written.clear()
    page.resize(500, 500)
    photo.take()
    assert sorted(one.text for one in written) == ["Dn", "Ho"]
    assert len({one.top for one in written}) == 2


def test_that_a_comment_is_a_dot_at_the_upper_right(page):
    photo = Photo(page, "[Halden:GPE!] and {it was so:1.content.denial!}.")
    for number in (1, 2):
        page.put([replace(page.annotation(number), comment="sure?")])
    photo.take()
    for run in (photo.run(1), photo.run(2, Role.CONTENT)):
        assert photo.colour(round(run.right) + 1, run.baseline - 14) == theme("light").warn


def test_that_a_far_part_breaks_the_thread_and_the_gutter_joins_the_pieces(page):
    page.resize(700, 700)
    far = "x" * 60 + " " + "y" * 60 + " " + "z" * 60
    photo = Photo(
        page, f"{{He:1.source}} {far} {{denied:1.cue}} {{it:1.content.denial!}}.", current=1
    )
    ring = theme("light").ring
    source, content = photo.run(1, Role.SOURCE), photo.run(1, Role.CONTENT)
    assert photo.colour(source.right + 12, source.baseline + 7) != ring
    beside = page.measures.left - 18
    for y in range(int(source.baseline), int(content.baseline)):
        assert photo.colour(beside, y) == ring


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_in_high_contrast_tints_vanish_and_outlines_are_two_wide(page, name):
    tokens = theme(name, sharp=True)
    page.set_theme(tokens)
    photo = Photo(page, "[Halden on the Sill:GPE!] and [Osterland:GPE?]")
    accepted, suggested = photo.run(1), photo.run(2)
    assert photo.colour(suggested.left + 30, suggested.baseline - 5) == tokens.page
    strong = tokens.strong("GPE")
    assert set(photo.row(accepted, 4)[6:-6]) == set(photo.row(accepted, 5)[6:-6]) == {strong}
    assert strong in photo.row(suggested, 5)


def test_that_in_high_contrast_the_current_claim_has_rings_and_no_wash(page):
    tokens = theme("light", sharp=True)
    page.set_theme(tokens)
    photo = Photo(page, "{Varga:1.source} {denied:1.cue} {it:1.content.denial?}.", current=1)
    run = photo.run(1, Role.SOURCE)
    assert photo.colour(run.left + 4, run.baseline - 15) == tokens.page
    assert photo.colour(run.left + 9, run.baseline - 16) == tokens.ring


def test_that_the_compact_page_keeps_its_chip_off_the_letters_above(page):
    page.set_metrics(sized("compact"))
    page.resize(420, 500)
    photo = Photo(page, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd [eeee:GPE!]", current=1)
    run = photo.run(1)
    strong = theme("light").strong("GPE")
    rows = [y for y in range(40) if photo.colour(run.left - 1, run.baseline - y) == strong]
    assert len(rows) == 10


def test_that_a_chip_at_the_end_of_a_line_is_whole(page):
    page.resize(400, 500)
    photo = Photo(page, f"{'a' * 34} [b:WORK_OF_ART!]", current=1)
    run = photo.run(1)
    strong = theme("light").strong("PRODUCT")
    row = int(run.baseline) - page.measures.ascent - 9
    chip = [x for x in range(page.viewport().width()) if photo.colour(x, row) == strong]
    assert len(chip) == 63
    assert max(chip) < page.viewport().width() - 1
