"""The floors of the palette, recomputed for the tokens and schemes that are shipped."""

from __future__ import annotations

from itertools import combinations

import pytest

from curator.assets import resources
from curator.domain.annotation import Layer
from curator.domain.faults import Bug
from curator.domain.scheme import Scheme, scheme_from_toml
from curator.ui.colour import SIGHTS, contrast, delta_e, distance, lab, mix
from curator.ui.tokens import CLAIMS, ENTITIES, THEMES, Theme, theme

both = pytest.mark.parametrize("name", THEMES)
FIRST = list(ENTITIES)[:8]


def least(colours: list[str]) -> float:
    """The nearest pair, over all three sights."""
    seen = [[lab(colour, sight=sight) for colour in colours] for sight in SIGHTS]
    return min(delta_e(*pair) for row in seen for pair in combinations(row, 2))


def scheme(name: str) -> Scheme:
    source = (resources() / "schemes" / f"{name}.toml").read_text(encoding="utf-8")
    return scheme_from_toml(source, name=name)


def test_that_colour_arithmetic_agrees_with_published_pairs() -> None:
    """Pairs 1, 7 and 17 of the test data of Sharma, Wu and Dalal 2005."""
    assert delta_e((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert delta_e((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert delta_e((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
    assert distance("#123456", "#123456") == 0


@both
def test_that_text_reads_on_every_surface(name: str) -> None:
    t = theme(name)
    for ground in (t.page, t.panel, t.chrome, t.raised, t.hover, t.accent_wash, t.select):
        assert contrast(t.ink, ground) >= 4.5
    for ground in (t.page, t.panel, t.chrome, t.raised, t.hover, t.accent_wash):
        assert contrast(t.ink2, ground) >= 4.5
    for ground in (t.page, t.panel, t.chrome, t.raised):
        assert contrast(t.ink3, ground) >= 4.5
        assert contrast(t.accent, ground) >= 4.5
    for tone, wash in ((t.ok, t.ok_wash), (t.warn, t.warn_wash), (t.error, t.error_wash)):
        assert contrast(tone, t.panel) >= 4.5
        assert contrast(tone, wash) >= 4.5
        assert contrast(t.ink2, wash) >= 4.5
    assert contrast(t.accent_ink, t.accent) >= 5.5
    assert contrast(t.toast_ink, t.toast) >= 7
    assert contrast(t.toast_link, t.toast) >= 4.5


@both
def test_that_controls_and_the_ring_stand_out(name: str) -> None:
    t = theme(name)
    assert contrast(t.edge, t.panel) >= 3
    assert contrast(t.ring, t.page) >= 15
    assert contrast(t.focus, t.page) >= 3
    assert contrast(t.focus, t.panel) >= 3


@both
def test_that_entities_read_in_every_state(name: str) -> None:
    t = theme(name)
    for family in (*ENTITIES, "grey"):
        assert contrast(t.ink, t.fill(family)) >= (4.85 if t.dark else 9.8), family
        assert contrast(t.ink, t.tint(family)) >= (8.2 if t.dark else 13.3), family
        assert contrast(t.strong(family), t.page) >= (4.6 if t.dark else 3.1), family
        assert contrast(t.chip_ink(t.strong(family)), t.strong(family)) >= 4.75, family


@both
def test_that_claims_read_in_every_state(name: str) -> None:
    t = theme(name)
    for family in CLAIMS:
        assert contrast(t.claim(family), t.page) >= 3.4, family
        assert contrast(t.line_of(family), t.page) >= 3.3, family
        assert contrast(t.ink, t.wash(family)) >= 4.5, family
        assert contrast(t.ink, t.fill(family)) >= 4.5, family
        assert contrast(t.chip_ink(t.claim(family)), t.claim(family)) >= 4.5, family


@both
def test_that_labels_are_told_apart_by_every_sight(name: str) -> None:
    t = theme(name)
    assert least([t.strong(family) for family in FIRST]) >= 14
    assert least([t.strong(family) for family in ENTITIES]) >= 8
    assert least([t.fill(family) for family in FIRST]) >= 6.5
    assert least([t.fill(family) for family in ENTITIES]) >= 3.9
    assert least([t.claim(family) for family in CLAIMS]) >= 12.5


def test_that_a_waiting_line_steps_back_in_the_dark_only() -> None:
    light, dark = theme("light"), theme("dark")
    assert light.line_of("hope") == light.claim("hope")
    assert dark.line_of("hope") == mix(dark.claim("hope"), dark.page, 0.8)
    assert dark.line_of("hope", current=True) == dark.claim("hope")
    assert dark.line_of("hope", suggested=False) == dark.claim("hope")


@pytest.mark.parametrize("name", ["news", "everything", "security", "claims-only"])
def test_that_every_shipped_label_has_a_colour_family(name: str) -> None:
    shipped = scheme(name)
    for layer, families in ((Layer.ENTITY, ENTITIES), (Layer.CLAIM, CLAIMS)):
        for label in shipped.layer(layer).labels:
            assert label.colour in families, label.name


def test_that_a_foreign_family_is_grey() -> None:
    t = theme("light")
    assert t.strong("SOMETHING") == t.strong("grey")
    assert t.fill("SOMETHING") == t.fill("grey")


def test_that_themes_are_whole_and_nothing_else_is_one() -> None:
    for made in (theme(name, sharp=sharp) for name in THEMES for sharp in (False, True)):
        values = [getattr(made, one) for one in Theme._fields if one not in ("name", "sharp")]
        assert all(len(value) == 7 and value.startswith("#") for value in values)
    with pytest.raises(Bug):
        theme("sepia")


@both
def test_that_high_contrast_makes_lines_visible_and_outlines_wide(name: str) -> None:
    usual, sharp = theme(name), theme(name, sharp=True)
    assert (sharp.line, sharp.outline, usual.outline) == (usual.edge, 2, 1)
    assert contrast(sharp.line, sharp.page) >= 3
    assert contrast(sharp.edge, sharp.raised) >= 4.5
    for family in ENTITIES:
        assert sharp.tint(family) == sharp.page
        assert contrast(sharp.fill_edge(family), sharp.page) >= 3
    for family in CLAIMS:
        assert sharp.wash(family) == sharp.page
        assert sharp.line_of(family) == sharp.strong(family)
