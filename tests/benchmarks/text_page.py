"""The page of a long document beside the bare text widget: opening, scrolling, one decision."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from curator import assets
from curator.domain.annotation import Annotation, Layer, State, entity_parts
from curator.domain.finding import Finder, Wanted
from curator.domain.scheme import scheme_from_toml
from curator.ui import style
from curator.ui.finding.search import Search
from curator.ui.page.view import Page
from curator.ui.tokens import theme
from tests.benchmarks.corpus import Text
from tests.benchmarks.measuring import Figure, Run, Series, clock, in_turn, ratio

WORDS = "the "
"""What is looked for: few words are in a text more often."""
LINE = 400
"""Characters of a paragraph, about."""


def bench(how: Run) -> list[Figure]:
    """Measure it; floors belong to the page's own work, so it is only reported."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["benchmark", *style.FUSION])
    style.dress(app, theme("light"))
    size, spans = (20_000, 200) if how.quick else (1_000_000, 10_000)
    text, annotations = _document(size, spans)
    bare, page = QPlainTextEdit(), Page()
    scheme = assets.resources() / "schemes" / "everything.toml"
    page.set_scheme(scheme_from_toml(scheme.read_text(encoding="utf-8"), name="everything"))
    for widget in (bare, page):
        widget.resize(860, 800)
        widget.show()
    opened = in_turn(
        {
            "bare": _painted(app, bare, lambda: bare.setPlainText(text)),
            "page": _painted(app, page, lambda: page.open(text, annotations)),
        },
        how.times,
    )
    scrolled = in_turn({"bare": _scroll(app, bare), "page": _scroll(app, page)}, 10 * how.times)
    decided = _decided(app, page, annotations, 10 * how.times)
    return [
        Figure(f"open, {size:,} characters", _beside(opened)),
        Figure(f"scroll by a page, {spans:,} spans", _beside(scrolled)),
        Figure("one decision repainted", f"{decided}"),
        Figure("a letter typed into the find bar", f"{_typed(app, page, how.times)}"),
    ]


def _beside(found: dict[str, Series]) -> str:
    bare, page = found["bare"], found["page"]
    return f"{page} beside {bare} = {ratio(page, bare):.2f} ×"


def _painted(app: QApplication, widget: QPlainTextEdit, act: Callable[[], object]):
    def measure() -> float:
        return clock(lambda: (act(), widget.viewport().repaint(), app.processEvents()))

    return measure


def _scroll(app: QApplication, widget: QPlainTextEdit) -> Callable[[], float]:
    bar = widget.verticalScrollBar()

    def measure() -> float:
        if bar.value() >= bar.maximum():
            bar.setValue(0)
            app.processEvents()
        return clock(lambda: (bar.setValue(bar.value() + bar.pageStep()), app.processEvents()))

    return measure


def _decided(app: QApplication, page: Page, annotations: list[Annotation], times: int) -> Series:
    """Accept what is in view, one by one."""
    page.verticalScrollBar().setValue(0)
    app.processEvents()
    found = Series()
    for annotation in annotations[:times]:
        accepted = replace(annotation, state=State.ACCEPTED)
        found.seconds.append(clock(lambda one=accepted: (page.put([one]), app.processEvents())))
    return found


def _typed(app: QApplication, page: Page, times: int) -> Series:
    """Type words into the find bar, letter by letter; the rest of the text comes in pieces."""
    finder, search = Finder(page.text), Search(page)
    search.grown.connect(lambda spans: page.mark_found(spans, fresh=False))
    finder.prepare()
    found = Series()
    for words in [WORDS[: 1 + end] for _ in range(times) for end in range(len(WORDS))]:
        page.mark_found((), fresh=True)
        wanted = Wanted(words)
        found.seconds.append(
            clock(lambda wanted=wanted: (search.start(finder, wanted), page.viewport().repaint()))
        )
        search.stop()
        app.processEvents()
    return found


def _document(size: int, spans: int) -> tuple[str, list[Annotation]]:
    dice = random.Random(11)
    text = Text()
    due = LINE
    while text.length < size:
        if len(text.spans) * size < spans * text.length:
            text.sentence(dice)
        else:
            text.fill(dice, min(size, text.length + 40))
        if text.length > due:
            text.write("\n")
            due = text.length + LINE
    annotations = [
        Annotation(
            id=number,
            document_id=1,
            layer=Layer.ENTITY,
            label=label,
            parts=entity_parts(start, end),
            state=State.SUGGESTED,
            score=0.9,
            confidence=0.9,
        )
        for number, (start, end, label) in enumerate(text.spans[:spans], 1)
    ]
    return text.text, annotations
