"""The page of a long document beside the bare text widget: opening, scrolling, one decision.

Times are those of the window's thread on the processor, which others on the machine lengthen less
than what a clock on the wall shows.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from curator import assets
from curator.domain.annotation import Annotation, Layer, State, entity_parts
from curator.domain.finding import Finder, Wanted
from curator.domain.scheme import scheme_from_toml
from curator.ui import garbage, style
from curator.ui.finding.search import Search
from curator.ui.page.view import Page
from curator.ui.tokens import theme
from tests.benchmarks.corpus import Text
from tests.benchmarks.measuring import Figure, Run, Series, in_turn, ratio

LINE = 400
"""Characters of a paragraph, about."""


WORDS = "the "
"""What is looked for: few words are in a text more often."""


class Shape(NamedTuple):
    """A document to measure: so many characters and spans, perhaps all in one paragraph."""

    size: int
    spans: int
    one_paragraph: bool = False

    def __str__(self) -> str:
        lines = ", one paragraph" if self.one_paragraph else ""
        return f"{self.size / 1e6:g} MB, {self.spans:,} spans{lines}"


SHAPES = (Shape(1_000_000, 10_000), Shape(1_000_000, 10_000, True), Shape(5_000_000, 50_000))
SMALL = (Shape(20_000, 200), Shape(20_000, 200, True))


def bench(how: Run) -> list[Figure]:
    """Measure documents of several shapes; a third of their spans lie around others."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["benchmark", *style.FUSION])
    style.dress(app, theme("light"))
    garbage.settle()  # as the program does
    return [figure for shape in (SMALL if how.quick else SHAPES) for figure in _of(app, shape, how)]


def _of(app: QApplication, shape: Shape, how: Run) -> list[Figure]:
    text, annotations = document(shape)
    bare, page = QPlainTextEdit(), Page()
    scheme = assets.resources() / "schemes" / "everything.toml"
    page.set_scheme(scheme_from_toml(scheme.read_text(encoding="utf-8"), name="everything"))
    for widget in (bare, page):
        widget.resize(860, 800)
        widget.show()
    opened = in_turn(
        {
            "bare": _painted(bare, lambda: bare.setPlainText(text)),
            "page": _painted(page, lambda: page.open(text, annotations)),
        },
        how.times,
    )
    _settle(app)
    scrolled = in_turn({"bare": _scroll(app, bare), "page": _scroll(app, page)}, 10 * how.times)
    block = _decided(app, page, annotations, 20 * how.times)
    whole = Series(used(page.viewport().repaint) for _ in range(20 * how.times))
    long = shape.size > SHAPES[0].size
    return [
        _beside(f"open, {shape}", opened, floor=None if long else 2, goal=1.5),
        *([_within(f"open, {shape}", opened["page"].median, 250, 150)] if long else []),
        _beside("  a page further", scrolled, floor=2, goal=1.5),
        _within("  a decision's block, p99", hundredth(block), 8 if long else 2),
        _within("  the viewport anew, p99", hundredth(whole), 8),
        _within("  a letter typed into find, p99", hundredth(_typed(app, page, how.times)), 16),
    ]


def used(action: Callable[[], object]) -> float:
    """Return the seconds of processor time that something takes this thread."""
    start = time.thread_time()
    action()
    return time.thread_time() - start


def hundredth(series: Series) -> float:
    """Return the 99th percentile in seconds."""
    return sorted(series.seconds)[round(0.99 * (len(series.seconds) - 1))]


def _beside(name: str, found: dict[str, Series], *, floor: float | None, goal: float) -> Figure:
    bare, page = found["bare"], found["page"]
    value = ratio(page, bare)
    return Figure(name, f"{page} beside {bare} = {value:.2f} ×", value, floor, goal)


def _within(name: str, seconds: float, floor: float, goal: float | None = None) -> Figure:
    return Figure(name, f"{1e3 * seconds:.1f} ms", 1e3 * seconds, floor, goal)


def _painted(widget: QPlainTextEdit, act: Callable[[], object]) -> Callable[[], float]:
    return lambda: used(lambda: (act(), widget.viewport().repaint()))


def _settle(app: QApplication) -> None:
    """Let what is done some at a time after the first paint come to its end."""
    for _ in range(500):
        app.processEvents()


def _scroll(app: QApplication, widget: QPlainTextEdit) -> Callable[[], float]:
    bar = widget.verticalScrollBar()

    def measure() -> float:
        if bar.value() >= bar.maximum():
            bar.setValue(0)
            app.processEvents()
        return used(lambda: (bar.setValue(bar.value() + bar.pageStep()), app.processEvents()))

    return measure


def _decided(app: QApplication, page: Page, annotations: list[Annotation], times: int) -> Series:
    """Accept what is in view, one by one, and take it back."""
    page.verticalScrollBar().setValue(0)
    app.processEvents()
    found = Series()
    for number in range(times):
        one = annotations[number % 20]
        state = State.ACCEPTED if number // 20 % 2 == 0 else State.SUGGESTED
        after = replace(one, state=state)
        found.seconds.append(used(lambda after=after: (page.put([after]), app.processEvents())))
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
            used(lambda wanted=wanted: (search.start(finder, wanted), page.viewport().repaint()))
        )
        search.stop()
        app.processEvents()
    return found


def document(shape: Shape) -> tuple[str, list[Annotation]]:
    """Return a made text and its suggestions by place; a third of them lie around others."""
    dice = random.Random(11)
    text = Text()
    inner = shape.spans * 2 // 3
    due = LINE
    while text.length < shape.size:
        if len(text.spans) * shape.size < inner * text.length:
            text.sentence(dice)
        else:
            text.fill(dice, min(shape.size, text.length + 40))
        if text.length > due:
            text.write(" " if shape.one_paragraph else "\n")
            due = text.length + LINE
    whole = text.text
    spans = text.spans[:inner]
    for start, end, _label in spans[: 2 * (shape.spans - inner) : 2]:
        further = whole.find(" ", end + 12)
        spans.append((start, further if further > 0 else len(whole), "EVENT"))
    return whole, [
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
        for number, (start, end, label) in enumerate(sorted(spans), 1)
    ]
