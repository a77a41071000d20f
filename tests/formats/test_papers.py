"""Files that office programs and browsers write give their text in reading order.

``strait.*`` and ``columns.pdf`` were written by LibreOffice 7.4 from a dispatch of our own.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from curator.formats import docx, html, pdf
from curator.formats.base import Format, Incoming, Item
from tests.formats.builders import notes, problems, read

PAPERS = Path(__file__).parents[1] / "data" / "papers"
STRAIT = (
    "PORT HALDEN, March 14 (Northline) — The coast guard turned back eleven cargo ships on "
    "Thursday, and the harbour master said the strait would stay closed until the wrecks were "
    "marked and the lights were mended.",
    "“No vessel under our flag has laid a mine in these waters,” Admiral Ilse Varga told reporters "
    "in Port Halden. She denied that her ships had fired on the tanker and promised to open the "
    "flotilla’s logs to inspectors within ten days.",
    "Insurers in Brevik doubled their premiums for the passage. A spokesman for the grain "
    "exporters warned that bread could become dearer by May, and asked both governments for an "
    "escort.",
    "The pilots’ union said that it had counted twenty-three drifting buoys since the storm. “We "
    "sail by night without a single light to guide us,” its chairman, Osmo Rask, complained.",
    "The ministry of transport did not answer written questions. It had announced earlier that the "
    "channel would be surveyed, mile by mile, as soon as the weather allowed.",
)
HEADED = ("Strait stays closed", "", *STRAIT)
PAGE = """<!DOCTYPE html>
<!-- saved from url=(0042)https://northline.example/2021/05/03/strait -->
<html lang="en"><head><meta charset="windows-1252"><title>Strait stays closed | Northline</title>
<meta property="og:title" content="Strait stays closed"><meta name="author" content="Mira Holt">
<meta property="og:site_name" content="Northline">
<meta property="article:published_time" content="2021-05-03T08:12:00+00:00">
<script>var tracker = "Insurers";</script></head><body>
<div class="cookie-banner"><p>We value your privacy. Accept all cookies to go on reading.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Strait stays closed</h1>{paragraphs}</article>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten harbours to see</a></li></ul></aside>
<footer><p>© Northline. All rights reserved.</p></footer></body></html>
"""


def document(items: list[Item]) -> Incoming:
    [found] = [item for item in items if isinstance(item, Incoming)]
    return found


@pytest.mark.parametrize(
    ("name", "form"), [("strait.pdf", pdf.FORMAT), ("strait.docx", docx.FORMAT)]
)
def test_that_a_paper_gives_its_paragraphs_lists_and_tables(name: str, form: Format) -> None:
    found = document(read(PAPERS / name, form))
    lines = [line.replace("\t", " ") for line in found.text.split("\n")]
    assert [line.removeprefix("- ") for line in lines] == [
        *HEADED,
        "Closed: the northern channel",
        "Open: the coastal route",
        "Ship Flag Waiting",
        "Corvina Maren 9 days",
        "The next bulletin follows on Monday.",
    ]
    assert (found.title, found.meta["author"]) == ("Strait stays closed", "Mira Holt")
    assert (found.agency, found.date) == ("Northline", "March 14")


def test_that_columns_are_read_one_after_the_other_without_what_runs_on_every_page() -> None:
    items = read(PAPERS / "columns.pdf", pdf.FORMAT)
    assert document(items).text.split("\n") == ["Strait stays closed", "", *STRAIT * 6]
    assert notes(items) == ["import.running_heads"]


def test_that_an_office_program_s_page_gives_its_paragraphs() -> None:
    found = document(read(PAPERS / "strait.html", html.FORMAT))
    assert found.text.startswith("\n".join(HEADED))
    assert "Corvina\tMaren\t9 days" in found.text
    assert found.title == "Strait stays closed"


def test_that_a_saved_news_page_gives_main_text_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{line}</p>\n" for line in STRAIT)
    path.write_bytes(PAGE.format(paragraphs=paragraphs).encode("windows-1252"))
    found = document(read(path, html.FORMAT))
    assert found.text == "\n".join(HEADED)
    assert found.title == "Strait stays closed"
    known = {name: found.meta[name] for name in ("author", "source", "date", "url", "language")}
    assert known == {
        "author": "Mira Holt",
        "source": "Northline",
        "date": "2021-05-03",
        "url": "https://northline.example/2021/05/03/strait",
        "language": "en",
    }


def test_that_a_page_without_main_text_gives_all_its_words_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bare.html"
    path.write_text("<ul><li><a href='/x'>Velm</a></li></ul>", encoding="utf-8")
    items = read(path, html.FORMAT)
    assert document(items).text.strip("- ") == "Velm"
    assert notes(items) == ["import.no_main_text"]


def test_that_tracked_deletions_are_left_out_and_insertions_are_in(tmp_path: Path) -> None:
    path = tmp_path / "tracked.docx"
    runs = (
        b"<w:p><w:r><w:t xml:space='preserve'>Exports </w:t></w:r><w:del w:id='1'><w:r><w:delText>"
        b"fell</w:delText></w:r></w:del><w:ins w:id='2'><w:r><w:t>rose</w:t></w:r></w:ins></w:p>"
    )
    with zipfile.ZipFile(PAPERS / "strait.docx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + runs, 1)
            new.writestr(name, content)
    assert document(read(path, docx.FORMAT)).text.startswith("Exports rose\n")


@pytest.mark.parametrize(
    ("form", "content", "code"),
    [
        (pdf.FORMAT, b"%PDF-1.7 broken", "import.no_pdf"),
        (docx.FORMAT, b"PK\3\4 broken", "import.no_docx"),
        (html.FORMAT, b"<html><body> </body></html>", "import.empty"),
    ],
)
def test_that_a_broken_file_says_what_is_wrong(
    tmp_path: Path, form: Format, content: bytes, code: str
) -> None:
    path = tmp_path / f"broken{form.suffixes[0]}"
    path.write_bytes(content)
    assert problems(read(path, form)) == [(None, code)]


def test_that_a_paper_of_pictures_says_so(tmp_path: Path) -> None:
    import pypdfium2

    path = tmp_path / "scan.pdf"
    empty = pypdfium2.PdfDocument.new()
    empty.new_page(200, 200)
    empty.save(str(path))
    assert problems(read(path, pdf.FORMAT)) == [(None, "import.pdf_pictures")]


@pytest.mark.parametrize(
    ("name", "last", "problem", "note"),
    [
        ("columns.pdf", 2, [], "import.pdf_broken"),
        ("strait.pdf", 0, [(None, "import.no_pdf")], ""),
    ],
)
def test_that_pages_which_cannot_be_loaded_are_told_and_the_others_read(
    monkeypatch: pytest.MonkeyPatch, name: str, last: int, problem: list[object], note: str
) -> None:
    import pypdfium2

    load = pypdfium2.PdfDocument.__getitem__

    def broken(opened: pypdfium2.PdfDocument, number: int) -> object:
        if number == last:
            raise pypdfium2.PdfiumError("Failed to load page.")
        return load(opened, number)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", broken)
    found = read(PAPERS / name, pdf.FORMAT)
    told = notes(found)
    assert (note in told) is bool(note)
    assert [one for one in problems(found) if one[1] not in told] == problem


def test_that_a_property_of_broken_letters_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    def unreadable(_opened: pypdfium2.PdfDocument, _name: str) -> str:
        return b"\xdc\x88".decode("utf-16-be")

    before = document(read(PAPERS / "strait.pdf", pdf.FORMAT))
    monkeypatch.setattr(pypdfium2.PdfDocument, "get_metadata_value", unreadable)
    found = document(read(PAPERS / "strait.pdf", pdf.FORMAT))
    assert (found.text, before.meta["author"]) == (before.text, "Mira Holt")
    assert "author" not in found.meta
