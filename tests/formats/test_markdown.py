"""Markdown files."""

import random
from pathlib import Path

import pytest

from curator.formats import markdown
from curator.formats.base import Incoming, Problem
from tests.formats.builders import notes, one, problems, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.md"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# Ships *sail* #\n\nThey **sailed**.", "Ships sail\n\nThey sailed.\n"),
        ("Ships sail\n==========\nMore", "Ships sail\nMore\n"),
        ("See [the _port_](https://x.example/a) now", "See the port now\n"),
        ("![a ship](ship.png) and [it][1]\n\n[1]: http://x.example", "a ship and it\n"),
        ("- one\n- two\n\n1. three", "- one\n- two\n\n1. three\n"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |\n"),
        ("> He said:\n> > no.\n\n---\n\nEnd", "He said:\nno.\n\nEnd\n"),
        ("```py\nx = a*b*c  # no\n```\nand `*p*`", "x = a*b*c  # no\nand *p*\n"),
        ("snake_case_name, 2*3*4 and \\*stars\\*", "snake_case_name, 234 and *stars*\n"),
        ("a <b>b</b> <!-- no\nno --> <https://x.example> 1 < 2", "a b  https://x.example 1 < 2\n"),
        ("**bold *and* more** and ***all***", "bold and more and all\n"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree\n"),
    ],
)  # fmt: skip
def test_that_marks_go_and_words_stay(source: str, words: str) -> None:
    assert markdown.plain(source)[0] == words


def test_that_front_matter_is_metadata_and_not_text(path: Path) -> None:
    path.write_text(
        "---\ntitle: 'Ships: sail'\nDate: 2025-03-14T10:00:00\nsource: Northline # wire\n"
        "tags:\n  - port\n  - sea\nkeys: [a, 'b']\n  what is: {this\n? x\n---\nShips sailed.\n"
    )
    items = read(path, markdown.FORMAT)
    document = items[0]
    assert isinstance(document, Incoming)
    assert document.text == "Ships sailed.\n"
    assert document.meta == {
        "title": "Ships: sail",
        "date": "2025-03-14",
        "source": "Northline",
        "tags": "port, sea",
        "keys": "a, b",
    }
    assert (document.title, document.agency) == ("Ships: sail", "Northline")
    assert problems(items) == [(9, "import.front_matter"), (10, "import.front_matter")]
    assert len(notes(items)) == 2


def test_that_toml_is_front_matter_too_and_a_broken_one_is_named(path: Path) -> None:
    path.write_text('+++\ntitle = "Ships"\ntags = ["a", "b"]\n[deep]\nx = 1\n+++\n# Ha\n\nText')
    document = one(read(path, markdown.FORMAT))
    assert document.meta == {"title": "Ships", "tags": "a, b"}
    path.write_text("+++\nnonsense\n+++\nText")
    items = read(path, markdown.FORMAT)
    assert problems(items) == [(1, "import.front_matter")]


@pytest.mark.parametrize("source", ["---\nNo key here.\n---\nText", "---\nkey: never ends\n"])
def test_that_a_rule_at_the_top_is_no_front_matter(path: Path, source: str) -> None:
    path.write_text(source)
    document = one(read(path, markdown.FORMAT))
    assert document.meta == {}


def test_that_the_first_heading_is_the_title(path: Path) -> None:
    path.write_text("Lead.\n\n## The *port*\n\nText.\n\n# Later")
    assert one(read(path, markdown.FORMAT)).title == "The port"


HOSTILE = (
    *("[", "*", "* a ", "`", "> ", "<a ", "_a ", "|-", "[a](", "---\n", "- ", "<!--", "~~~\n"),
    *("# ", "***a", "``a", "![", "<!-- --", "key: [\n", "+++\n", "\\*"),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_that_no_mark_makes_it_slow(piece: str, path: Path) -> None:
    path.write_text(piece * 20_000 + "x")
    assert len(read(path, markdown.FORMAT)) == 1


@pytest.mark.parametrize("count", [60, pytest.param(20_000, marks=pytest.mark.full)])
def test_that_mutated_files_give_a_document_or_a_problem(path: Path, count: int) -> None:
    dice = random.Random(5)
    good = b"---\ntitle: a\n---\n# A *b*\n\n> [c](d) `e`\n\n```\nf\n```\n| g | h |\n|---|---|\n"
    for _ in range(count):
        source = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            source[dice.randrange(len(source))] = dice.randrange(256)
        path.write_bytes(source)
        assert all(isinstance(item, Incoming | Problem) for item in read(path, markdown.FORMAT))
