"""HTML reduced to the text that a reader sees, by the standard library's parser alone."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_HIDDEN = frozenset(("script", "style", "template", "noscript", "svg", "head", "object", "select"))
_PARAGRAPHS = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre"),
        *("hr", "section", "article", "header", "footer", "aside", "figure", "main", "nav", "form"),
    )
)
_LINES = frozenset(("div", "br", "li", "tr", "dt", "dd", "caption", "figcaption", "address"))
_CELLS = frozenset(("td", "th"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def text_of_html(source: str) -> str:
    """Return the words of a page or mail: a line for a block, an empty line around a paragraph.

    Scripts, styles and what else is never shown is left out; a list's points get a dash, cells of
    a table a tab between them; text in ``pre`` keeps its blanks. Nothing is fetched.

    Args:
        source: HTML, however broken.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects words and breaks; it follows no nesting but that of what is hidden."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._hidden = ""
        self._depth = 0
        self._kept = 0
        self._break = 0
        self._cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        """Begin a block, or what is hidden."""
        if self._hidden:
            self._depth += tag == self._hidden
            return
        if tag == "body":
            return
        if tag in _HIDDEN:
            self._hidden, self._depth = tag, 1
            return
        self._block(tag)
        self._kept += tag == "pre"
        if tag == "li":
            self._put("- ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        """Break a line at what has no end."""
        if not self._hidden:
            self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block, or what is hidden."""
        if self._hidden:
            self._depth -= tag == self._hidden
            if not self._depth:
                self._hidden = ""
            return
        if tag in _CELLS:
            self._cell = True
        elif tag != "br":
            self._block(tag)
        self._kept = max(0, self._kept - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._hidden:
            return
        words = data.replace("\r\n", "\n") if self._kept else _BLANKS.sub(" ", data)
        if self._break or not self._pieces:
            words = words if self._kept else words.lstrip(" ")
        if words:
            self._put(words)

    def text(self) -> str:
        """Return what was collected, without blanks at ends of lines."""
        lines = (line.rstrip() for line in "".join(self._pieces).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def _block(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._break = max(self._break, 2)
        elif tag == "br":
            self._break = min(self._break + 1, 2)
        elif tag in _LINES:
            self._break = max(self._break, 1)

    def _put(self, words: str) -> None:
        if self._break and self._pieces:
            self._pieces.append("\n" * self._break)
        elif self._cell:
            self._pieces += "\t"
            words = words.lstrip(" ")
        self._break, self._cell = 0, False
        self._pieces.append(words)
