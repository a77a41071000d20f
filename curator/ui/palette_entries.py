"""What the palette offers: commands that can be done now, labels, documents by their words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from curator.domain import queue_words
from curator.domain.annotation import Layer
from curator.domain.queue import DocumentRow, QueueFilter
from curator.domain.scheme import Label
from curator.services import reading
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.actions import ACTIONS
from curator.ui.command_palette import Entry
from curator.ui.do import Do
from curator.ui.keymap import Keymap

_MOST = 20
"""Documents that are offered for a few letters."""


def commands(enabled: Collection[Do], keymap: Keymap, do: Callable[[Do], Any]) -> list[Entry]:
    """Return the commands that can be done now."""
    return [
        Entry(row.text, _("command"), partial(do, row.do), row.icon, keymap.key(row.do))
        for row in ACTIONS
        if row.do in enabled and row.do is not Do.PALETTE
    ]


def labels(
    offered: Sequence[tuple[Layer, Label]], chosen: Callable[[Layer, str], Any]
) -> list[Entry]:
    """Return labels that can be set now."""
    return [
        Entry(
            label.name, _("label"), partial(chosen, layer, label.name), "relabel", label.key or ""
        )
        for layer, label in offered
    ]


def documents(rows: Sequence[DocumentRow], chosen: Callable[[int], Any]) -> list[Entry]:
    """Return documents to open."""
    return [
        Entry(row.title, _("document"), partial(chosen, row.id), "document", words=True)
        for row in rows
    ]


def find(project: Project, words: str) -> list[DocumentRow]:
    """Return documents whose titles or texts have the words; a job for the reading lane."""
    wanted = QueueFilter(words=queue_words.plain(words))
    found: list[DocumentRow] = []
    for batch in reading.outline(project, wanted).batches:
        left = _MOST - len(found)
        if left > 0:
            found += reading.page(project, wanted, batch_id=batch.id, offset=0, count=left)
    return found
