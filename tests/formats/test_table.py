"""Tables: CSV and TSV."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from curator.formats import table
from curator.formats.base import Incoming, Item, Problem
from tests.formats.builders import notes, one, problems, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "batch.csv"


def texts(items: list[Item]) -> list[str]:
    return [item.text for item in items if isinstance(item, Incoming)]


def test_that_a_row_is_a_document_and_columns_are_known_by_name(path: Path) -> None:
    path.write_text(
        "\ufeffDoc_ID,Headline,body,Published,Source,URL,lang,Desk,Desk,\n"
        '7,Ships sail,"They sailed, said ""Anna"".\r\nMore.",2025-03-14 10:00,Northline,'
        "http://x.example,en,sea,port,z\n",
        newline="",
    )
    document = one(read(path, table.FORMAT))
    assert document.text == 'They sailed, said "Anna".\nMore.'
    assert (document.sender_id, document.title, document.line) == ("7", "Ships sail", 2)
    assert (document.agency, document.date, document.language) == ("Northline", "2025-03-14", "en")
    assert document.meta == {
        "title": "Ships sail", "date": "2025-03-14", "source": "Northline",
        "url": "http://x.example", "language": "en", "Desk": "sea", "Desk 2": "port",
        "column 10": "z",
    }  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "text;note\nA, b;c\n",
        "note\ttext\nx\tA, b\n",
        "text|note\nA, b|c\n",
        "sep=;\ntext;note\nA, b;c\n",
        '"text","note"\r"A, b","c"\r',
    ],
)
def test_that_the_dialect_is_found(path: Path, source: str) -> None:
    path.write_text(source, newline="")
    assert texts(read(path, table.FORMAT)) == ["A, b"]


def test_that_rows_without_an_id_are_called_by_their_line(path: Path) -> None:
    path.write_text('text\n"A\nb"\n\nC\n')
    items = read(path, table.FORMAT)
    assert [(item.sender_id, item.stem) for item in items if isinstance(item, Incoming)] == [
        (None, "batch-2"),
        (None, "batch-5"),
    ]


def test_that_columns_can_be_said_and_what_is_missing_is_named(path: Path) -> None:
    path.write_text("a,title,b\nOne,Two,Three\n")
    items = read(path, table.FORMAT)
    (problem,) = items
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == ("import.no_column", 1)
    assert problem.facts == {"wanted": "text", "columns": ["a", "title", "b"]}
    document = one(read(path, table.FORMAT, columns={"text": "b", "title": "a"}))
    assert (document.text, document.title) == ("Three", "One")
    assert document.meta == {"title": "One", "title 2": "Two"}
    items = read(path, table.FORMAT, columns={"text": "b", "date": "when"})
    assert problems(items) == [(1, "import.no_column")]


def test_that_one_bad_row_costs_itself_only(path: Path) -> None:
    path.write_text('text,note\nA,b\n"C,d\nE,f\nG,h,i\n,k\nL,"m"\n')
    items = read(path, table.FORMAT)
    assert texts(items) == ["A", "E", "L"]
    assert problems(items) == [
        (3, "import.unclosed_quote"),
        (5, "import.cells"),
        (6, "import.empty"),
    ]


def test_that_a_quote_within_a_cell_is_words(path: Path) -> None:
    path.write_text('text,note\n5" of rain,x\n"He said "no" twice",y\nEnd,z\n')
    assert texts(read(path, table.FORMAT)) == ['5" of rain', 'He said no" twice"', "End"]


def test_that_a_file_full_of_unclosed_quotes_is_given_up(path: Path) -> None:
    path.write_text("text\n" + '"a\n' * 101)
    assert len(read(path, table.FORMAT)) <= 102


def test_that_the_encoding_is_found_noted_and_can_be_said(path: Path) -> None:
    path.write_bytes("text\nÜber\n".encode("cp1252"))
    items = read(path, table.FORMAT)
    assert (texts(items), notes(items)) == (["Über"], ["import.encoding"])
    path.write_bytes("text\nПриём\n".encode("cp1251"))
    assert texts(read(path, table.FORMAT, encoding="cp1251")) == ["Приём"]


HOSTILE = (
    *("", "\n\n", ",,\n", '"', '"' * 50_001, "text\n\0,\0", "text,\ud800\nA,b"),
    *("text\n" + "," * 50_000, "text\n" + "x" * 500_000, "text\n" + '"a\n\n' * 3_001),
    *("a," * 50_000 + "text\n", "text\n" + 'a"b"' * 20_000),
)


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_that_hostile_tables_end_soon(path: Path, source: str) -> None:
    path.write_bytes(source.encode("utf-8", "surrogatepass"))
    assert all(isinstance(item, Incoming | Problem) for item in read(path, table.FORMAT))


@pytest.mark.parametrize("count", [100, pytest.param(20_000, marks=pytest.mark.full)])
def test_that_mutated_files_give_documents_or_problems(path: Path, count: int) -> None:
    dice = random.Random(5)
    good = b'id,text,date\n1,"A ""b""\nc",2025-01-02\n2,D,\n3,E;f,g\n'
    for _ in range(count):
        source = bytearray(good)
        for _ in range(dice.randint(1, 6)):
            source[dice.randrange(len(source))] = dice.choice(b'",;\t\n\r\0\xff\xc3ax')
        path.write_bytes(source)
        assert all(isinstance(item, Incoming | Problem) for item in read(path, table.FORMAT))
