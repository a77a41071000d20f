"""EML: a mail is a document; its attachments that can be read are documents too."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from pathlib import Path

from curator.formats.bare import Bare, document
from curator.formats.base import Enclosed, Format, Item, Problem, ReadOptions
from curator.formats.encoding import read_bytes
from curator.formats.mail_parts import Parts, header, parts_of, sender, sent
from curator.translation import gettext as _

_TELLING = frozenset(
    ("from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type")
)


def read(path: Path, options: ReadOptions) -> Iterator[Item | Enclosed]:
    """Read a mail as a mail program saves it.

    Args:
        path: the file.
        options: how it is called, and what its texts are in, if somebody says so.

    Yields:
        The document, or the problem that it has; notes on what is guessed or left out; files
        attached to it.
    """
    raw = read_bytes(path, options)
    if isinstance(raw, Problem):
        yield raw
        return
    try:
        mail = message_from_bytes(raw, policy=compat32)
        parts = parts_of(mail, encoding=options.encoding)
    except RecursionError:
        yield options.problem(None, "import.too_deep")
        return
    heads = _heads(mail)
    if not heads.keys() & _TELLING:
        yield options.problem(None, "import.no_mail")
        return
    said = {
        "title": header(heads.get("subject", "")),
        "date": sent(heads.get("date", "")),
        "source": sender(heads.get("from", "")),
        "message_id": header(heads.get("message-id", "")),
    }
    meta = {name: value for name, value in said.items() if value}
    text = "\n\n".join(words.strip("\n") for _, words in parts.texts if words.strip())
    yield document(Bare(text, raw, meta), options)
    yield from _notes(parts, options)
    for one in parts.attachments:
        if one.name and one.content is not None:
            yield Enclosed(one.name, one.content, optional=True)
        else:
            yield options.note(None, "import.attachment", type=one.type)


def _notes(parts: Parts, options: ReadOptions) -> Iterator[Problem]:
    if parts.guessed:
        yield options.note(None, "import.encoding", encoding=parts.guessed)
    if parts.broken:
        yield options.problem(None, "import.part_no_text")
    if parts.cut:
        yield options.problem(None, "import.too_deep")


def _heads(mail: Message) -> dict[str, str]:
    """Return headers as they stand in the file, by their names in lower case; the first counts."""
    heads: dict[str, str] = {}
    for name, value in mail.raw_items():
        heads.setdefault(name.lower(), str(value))
    return heads


FORMAT = Format(name="mail", suffixes=(".eml",), read=read, title=_("Mail"), encloses=True)
