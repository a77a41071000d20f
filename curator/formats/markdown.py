"""Markdown: one file is one document; marks go, words, line breaks, lists and tables stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from curator.formats.bare import Bare, document
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.encoding import encoding_notes, read_text
from curator.formats.fields import known_fields
from curator.formats.front_matter import front_matter
from curator.translation import gettext as _

_LINE_END = re.compile(r"\r\n?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`\n]*$")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?<=\s)#+$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*\S+[^\n]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")

_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,2000})\1(?!`)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,1000})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_BARE_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>\n]{0,500})?/?>")
_STARS = re.compile(r"(?<!\\)(\*{1,3}|~~)(?=[^\s*])([^*~]{1,2000}?)(?<=[^\s\\])\1")
_UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_]{1,2000}?)(?<=[^\s\\])\1(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|<])")
_HELD = re.compile("\ue000(\\d+)\ue001")


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a text, its front matter as metadata.

    Args:
        path: the file.
        options: how it is called, and in which encoding it is, if somebody says so.

    Yields:
        The document, or the problem that it has; notes on a guessed encoding and on front matter
        that is left out.
    """
    found = read_text(path, options)
    if isinstance(found, Problem):
        yield found
        return
    front = front_matter(found.decoded.text)
    words, heading = plain(front.body)
    yield document(Bare(words, found.raw, known_fields(front.values), title=heading), options)
    yield from encoding_notes(found.decoded, options)
    for number in front.unread:
        yield options.note(number, "import.front_matter")


def plain(source: str) -> tuple[str, str]:
    """Return Markdown as a person reads it, and its first heading.

    What goes: marks of headings, emphasis, code, quotes; rules, fences, comments, tags; targets of
    links and images. What stays: words, also of code, headings, links and images; line breaks,
    list marks, the bars between the cells of a table.
    """
    lines = _LINE_END.sub("\n", source).replace("\ue000", "\ufffd").replace("\ue001", "\ufffd")
    blocks: list[str] = []
    heading = ""
    for fenced, block in _blocks(_without_comments(lines)):
        if fenced:
            blocks.append(block)
            continue
        words, found = _block(block)
        heading = heading or found
        blocks.append(words)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(blocks)).strip("\n") + "\n", heading


def _without_comments(text: str) -> str:
    """Take HTML comments away; one that never ends is words."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return "".join([*kept, text[position:]])


def _blocks(text: str) -> Iterator[tuple[bool, str]]:
    """Part code between fences, without them, from the paragraphs around it."""
    held: list[str] = []
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if fence and match and match[1].startswith(fence) and line.strip() == match[1]:
            yield True, "\n".join(held)
            held, fence = [], ""
        elif not fence and match:
            yield from _paragraphs(held)
            held, fence = [], match[1]
        else:
            held.append(line)
    if fence:
        yield True, "\n".join(held)
    else:
        yield from _paragraphs(held)


def _paragraphs(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Yield paragraphs with the empty line after each; emphasis does not reach over one."""
    held: list[str] = []
    for line in lines:
        held.append(line)
        if not line.strip():
            yield False, "\n".join(held)
            held = []
    if held:
        yield False, "\n".join(held)


def _block(block: str) -> tuple[str, str]:
    lines: list[str] = []
    title: int | None = None
    for line in block.split("\n"):
        line = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
        under = _UNDERLINE.match(line)
        if under and lines and lines[-1].strip():
            title = len(lines) - 1 if title is None else title
            continue
        if _RULE.match(line) or _REFERENCE.match(line):
            continue
        if "-" in line and "|" in line and _TABLE_RULE.match(line):
            continue
        if match := _HEADING.match(line):
            line = _CLOSING.sub("", line[match.end() :].rstrip()).rstrip()
            title = len(lines) if title is None else title
        lines.append(line.rstrip())
    words = _inline("\n".join(lines))
    parts = words.split("\n")
    return words, parts[title].strip() if title is not None and title < len(parts) else ""


def _inline(text: str) -> str:
    """Take marks away inside a paragraph; code in it keeps every character."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[2].strip() or match[2])
        return f"\ue000{len(held) - 1}\ue001"

    text = _CODE.sub(hold, text)
    for _turn in range(2):
        text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", _BARE_LINK.sub(r"\1", text))
    for _turn in range(2):
        text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", text))
    text = _ESCAPE.sub(r"\1", text)
    return _HELD.sub(lambda match: held[int(match[1])], text)


FORMAT = Format(name="markdown", suffixes=(".md", ".markdown"), read=read, title=_("Markdown"))
