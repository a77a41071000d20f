"""Mails as mail programs save them, and as nobody should."""

from __future__ import annotations

import random
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from curator.formats import mail
from curator.formats.base import Enclosed, Incoming, Problem
from curator.formats.html_text import text_of_html
from curator.formats.reading import Documents, Reading
from tests.formats.builders import notes, one, problems, read

HEAD = (
    b"From: =?utf-8?Q?Anna_Velm=C3=ADn?= <anna@x.example>\r\n"
    b"Subject: =?iso-8859-1?Q?=DCber?= =?iso-8859-1?Q?fahrt?=\r\n to\tVelm\r\n"
    b"Date: Fri, 14 Mar 2025 23:30:00 -0500\r\nMessage-ID: <1@x>\r\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letter.eml"


def letter(path: Path, *, html: str = "", **files: bytes) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Anna <a@x.example>", "Ships"
    message.set_content("Ships sailed — 日.\n")
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in files.items():
        kind = {"maintype": "application", "subtype": "octet-stream"}
        message.add_attachment(content, filename=name.replace("__", "."), **kind)
    path.write_bytes(message.as_bytes())


def test_that_headers_are_decoded_into_metadata(path: Path) -> None:
    path.write_bytes(HEAD + b"\r\nShips sailed.\r\n")
    document = one(read(path, mail.FORMAT))
    assert document.text == "Ships sailed."
    assert document.meta == {
        "title": "Überfahrt to Velm",
        "date": "2025-03-14",
        "source": "Anna Velmín",
        "message_id": "<1@x>",
    }
    assert (document.title, document.agency, document.date) == (
        "Überfahrt to Velm",
        "Anna Velmín",
        "2025-03-14",
    )


def test_that_plain_text_goes_before_html(path: Path) -> None:
    letter(path, html="<p>No</p>")
    assert one(read(path, mail.FORMAT)).text == "Ships sailed — 日."


def test_that_html_alone_becomes_text(path: Path) -> None:
    body = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    path.write_bytes(HEAD + body + b"\r\n\r\n<style>x</style><p>Caf=C3=A9 &amp; =\r\nmore<br>End")
    assert one(read(path, mail.FORMAT)).text == "Café & more\nEnd"


@pytest.mark.parametrize(
    ("charset", "body", "words", "noted"),
    [
        ("windows-1251", "Приём".encode("cp1251"), "Приём", []),
        ("nonsense", "Überfahrt".encode("cp1252"), "Überfahrt", ["import.encoding"]),
        ("utf-8", "Überfahrt".encode("cp1252"), "Überfahrt", ["import.encoding"]),
        ("zip", b"Ships", "Ships", []),
    ],
)
def test_that_charsets_are_believed_unless_they_are_wrong(
    path: Path, charset: str, body: bytes, words: str, noted: list[str]
) -> None:
    kind = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit"
    path.write_bytes(HEAD + kind.encode() + b"\r\n\r\n" + body)
    items = read(path, mail.FORMAT)
    assert [item.text for item in items if isinstance(item, Incoming)] == [words]
    assert notes(items) == noted


def test_that_flowed_lines_are_joined_and_quotes_kept(path: Path) -> None:
    body = b"Content-Type: text/plain; format=flowed\r\n\r\n"
    body += b"> One \r\n> two\r\nThree \r\nfour\r\n-- \r\nA"
    path.write_bytes(HEAD + body)
    assert one(read(path, mail.FORMAT)).text == "> One two\nThree four\n-- \nA"


def test_that_attachments_are_read_or_named(path: Path, tmp_path: Path) -> None:
    letter(path, report__txt=b"A report.", logo__png=b"\x89PNG", other__eml=HEAD + b"\n\nx")
    with Reading([path]) as frames:
        _plan, *found = frames
    items = [item for frame in found if isinstance(frame, Documents) for item in frame.items]
    assert [(item.file, item.stem, item.text) for item in items] == [
        (str(path), "letter", "Ships sailed — 日."),
        (f"{path}/report.txt", "report", "A report."),
    ]
    told = [(one.file, one.code, one.note) for one in found if isinstance(one, Problem)]
    assert told == [
        (f"{path}/logo.png", "import.unknown_type", True),
        (f"{path}/other.eml", "import.nested", True),
    ]


def test_that_a_mail_with_attachments_only_gives_those(path: Path) -> None:
    body = b'Content-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment\r\n\r\nWords'
    path.write_bytes(HEAD + body)
    empty, enclosed = read(path, mail.FORMAT)
    assert isinstance(empty, Problem)
    assert enclosed == Enclosed("a.txt", b"Words", optional=True)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "import.no_mail"),
        (b"", "import.no_mail"),
        (b"Just words.\n\nMore.", "import.no_mail"),
        (HEAD, "import.empty"),
        (HEAD + b"\r\n\0\x01\xff\xfe\x80", "import.empty"),
    ],
)
def test_that_what_is_no_mail_is_a_problem(path: Path, source: bytes, code: str) -> None:
    path.write_bytes(source)
    assert problems(read(path, mail.FORMAT))[0] == (None, code)


def nested(depth: int) -> bytes:
    kind = "Content-Type: multipart/mixed; boundary="
    lines = "".join(f'{kind}"b{level}"\n\n--b{level}\n' for level in range(depth))
    return HEAD + lines.encode() + b"\nx"


HOSTILE: dict[str, bytes] = {
    "deep": nested(2_000),
    "parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5_000,
    "header": b"Subject: " + b"=?utf-8?B?" * 20_000 + b"\n\nx",
    "folded": b"Subject: x\n" + b" y\n" * 50_000 + b"\nx",
    "base64": HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"=A" * 20_000,
    "boundary": HEAD + b'Content-Type: multipart/mixed; boundary="(((["\n\n--((([\n\nx',
    "date": b"Date: Fri, 99 Foo 99999999999999999999 99:99\nFrom: <<<>>\n\nx",
    "charset": HEAD + b"Content-Type: text/plain; charset*=x'y'%ff%00\n\nx",
    "null charset": HEAD + b'Content-Type: text/plain; charset="a\0b"\n\n\xff',
    "null charset of a charset": HEAD + b"Content-Type: text/plain; charset*=a\0b''x\n\nx",
    "null charset of a name": HEAD + b"Content-Type: text/plain; name*=a\0b''x\n\nx",
    "name": HEAD + b"Content-Type: a/b; name*0*=utf-8''%00..%2f; name*1=..%2fx\n\nx",
    "html": HEAD + b"Content-Type: text/html\n\n" + b"<div><p>" * 20_000 + b"x<!" + b"<a " * 2_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_that_hostile_mails_end_soon(path: Path, kind: str) -> None:
    path.write_bytes(HOSTILE[kind])
    items: list[Any] = read(path, mail.FORMAT)
    assert items
    assert all(isinstance(item, Incoming | Problem | Enclosed) for item in items)


@pytest.mark.parametrize("count", [100, pytest.param(20_000, marks=pytest.mark.full)])
def test_that_mutated_mails_give_documents_or_problems(path: Path, count: int) -> None:
    dice = random.Random(5)
    letter(path, html="<p>No</p>", a__txt=b"A")
    good = path.read_bytes()
    for _ in range(count):
        source = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            source[dice.randrange(len(source))] = dice.choice(b'=?:;"\n\r\0\xff\xc3-ax')
        path.write_bytes(source)
        items: list[Any] = read(path, mail.FORMAT)
        assert all(isinstance(item, Incoming | Problem | Enclosed) for item in items)


def test_that_html_is_reduced_to_what_is_seen() -> None:
    source = (
        "<html><head><title>x</title></head><body><h1>Ships &amp; sail</h1><p>One <b>two</b>\n"
        "three<br>four<br/><br/>five</p><ul><li>a<li>b</ul><table><tr><td>1</td><td>2</td></tr>"
        "<tr><td> 3</td></tr></table><script>no <p></script><pre>a  b\n c</pre></body>"
    )
    assert text_of_html(source) == (
        "Ships & sail\n\nOne two three\nfour\n\nfive\n\n- a\n- b\n\n1\t2\n3\n\na  b\n c"
    )
