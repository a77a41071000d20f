"""Plain text files."""

from pathlib import Path

import pytest

from curator.formats import encoding, text
from curator.formats.base import Incoming
from tests.formats.builders import notes, one, problems, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "northline-2025-03-14.txt"


def test_that_a_file_is_one_document_with_its_head_in_its_metadata(path: Path) -> None:
    source = " Ships sail\n\nOSTMARK, March 14 (Northline) — Ships sailed. More."
    path.write_text(source, encoding="utf-8")
    document = one(read(path, text.FORMAT))
    assert document.text == source
    assert document.meta == {
        "agency": "Northline",
        "date": "2025-03-14",
        "place": "OSTMARK",
        "title": "Ships sail",
    }
    assert (document.title, document.agency, document.date) == (
        "Ships sail",
        "Northline",
        "2025-03-14",
    )
    assert (document.sender_id, document.stem, document.line) == (None, path.stem, None)
    assert document.source_bytes == path.stat().st_size


def test_that_a_file_without_a_head_shows_its_first_sentence(path: Path) -> None:
    path.write_text("Ships sailed. More.", encoding="utf-8")
    document = one(read(path, text.FORMAT))
    assert (document.title, document.meta, document.date) == ("Ships sailed.", {}, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_that_unicode_is_read_with_and_without_a_mark(path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path.write_bytes(mark + "Ships — 日\U0001f600.\r\n".encode(encoding))
    document = one(read(path, text.FORMAT))
    assert document.text == "Ships — 日\U0001f600.\n"
    removed = [] if encoding == "utf-8" else [0]
    assert document.removed == [*removed, len("Ships — 日\U0001f600.") + len(removed)]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Überfahrt".encode("utf-16")[:-1], "import.not_encoded"),
        ("Überfahrt, Łódź".encode() + b"\xff", "import.not_utf8"),
        (b"\x7fELF\xff\0\0\x01", "import.binary"),
        (b"", "import.empty"),
        (b"\xef\xbb\xbf \r\n\t", "import.empty"),
    ],
)
def test_that_what_is_no_text_is_a_problem(path: Path, source: bytes, code: str) -> None:
    path.write_bytes(source)
    assert problems(read(path, text.FORMAT)) == [(None, code)]


def test_that_a_guessed_encoding_is_noted_and_can_be_said(path: Path) -> None:
    path.write_bytes("Überfahrt.".encode("latin-1"))
    items = read(path, text.FORMAT)
    assert notes(items) == ["import.encoding"]
    assert [item.text for item in items if isinstance(item, Incoming)] == ["Überfahrt."]
    assert one(read(path, text.FORMAT, encoding="cp1251")).text == "Ьberfahrt."


def test_that_a_file_too_long_is_a_problem(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "LONGEST", 10)
    path.write_text("x" * 11)
    assert problems(read(path, text.FORMAT)) == [(None, "import.too_long")]


def test_that_a_folder_is_no_text(tmp_path: Path) -> None:
    assert problems(read(tmp_path, text.FORMAT)) == [(None, "import.unreadable")]
