"""H shows the guideline of the current annotation's label, and nothing that it names is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from curator.domain.annotation import Layer
from curator.domain.scheme_draft import SchemeDraft
from curator.services import scheming
from curator.ui import tokens
from curator.ui.do import Do
from curator.ui.schemes.guideline_card import GuidelineCard
from curator.ui.schemes.guideline_view import GuidelineView
from curator.ui.schemes.guidelines import Guidelines
from tests.ui.hands import Hands
from tests.ui.schemes.conftest import feature

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def card(hands: Hands) -> GuidelineCard:
    found = feature(hands, Guidelines).card
    assert found is not None
    return found


def words(hands: Hands) -> str:
    (view,) = card(hands).findChildren(GuidelineView)
    return str(view.toPlainText())


def test_that_h_shows_the_guideline_and_follows_the_current_annotation(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.press("H")
    assert words(hands).startswith("Countries, cities, provinces")
    assert card(hands).isVisible()
    hands.go("Osmo:PERSON?")
    assert words(hands).startswith("People")
    hands.press("A")
    assert card(hands).isVisible()
    hands.press("H")
    assert feature(hands, Guidelines).card is None


def test_that_it_takes_the_colours_of_another_theme(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.press("H")
    hands.do(Do.DARK_THEME)
    assert card(hands)._theme.dark
    hands.do(Do.LIGHT_THEME)
    assert not card(hands)._theme.dark


def test_that_esc_takes_it_away(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.press("H")
    hands.type("Escape")
    hands.until(lambda: feature(hands, Guidelines).card is None)


def test_that_it_does_not_lie_over_what_it_is_about(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.press("H")
    page = hands.pane.page
    top = page.mapTo(hands.pane, page.rect().topLeft()).y()
    assert card(hands).y() - top > page.height() / 3
    card(hands)._hides = lambda _rect: True
    hands.go("Osmo:PERSON?")
    assert card(hands).y() - top < 20


def test_that_another_guideline_is_shown_at_once(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.press("H")
    scheme = hands.document.scheme
    draft = SchemeDraft.of(scheme).change(Layer.ENTITY, "GPE", guideline="Seats of power.")
    hands.session.reviewer.run(lambda project: scheming.revise(project, draft))
    hands.until(lambda: words(hands) == "Seats of power.")


def test_that_a_label_without_a_guideline_says_so(hands: Hands) -> None:
    draft = SchemeDraft.of(hands.document.scheme).change(Layer.ENTITY, "GPE", guideline="")
    hands.session.reviewer.run(lambda project: scheming.revise(project, draft))
    hands.until(lambda: hands.document.scheme.revision == 2)
    hands.go("Velm:GPE?")
    hands.press("H")
    assert words(hands).startswith("Nothing is written about this label yet.")


def test_that_nothing_is_loaded_from_a_guideline(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(
        QTextDocument, "loadResource", lambda *given: asked.append(given), raising=False
    )
    picture = tmp_path / "a.png"
    picture.write_bytes(b"no picture")
    view = GuidelineView(tokens.theme("light"))
    source = f"![one]({picture.as_uri()}) <img src='{picture.as_uri()}'> [x](http://a.b)"
    view.show_guideline(source)
    assert view.toPlainText() == f"one <img src='{picture.as_uri()}'> x (http://a.b)"
    assert "<img src=" not in view.toHtml()
    assert view.height_for(200) > view.height_for(800)
    assert asked == []
    view.deleteLater()
