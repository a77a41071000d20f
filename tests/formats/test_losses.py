"""What a format cannot hold of a document is told, whatever the format."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Annotation, Layer, Role, State, sorted_parts
from curator.formats.base import Format
from curator.formats.outgoing import OutAnnotation, Outgoing
from tests.formats.builders import entity
from tests.formats.every import BOTH_WAYS, export, left_out, taken

_TEXT = "The mayor said that the bridge holds. Ana doubts it."
_CLAIM = Annotation(
    2,
    1,
    Layer.CLAIM,
    "assertion",
    sorted_parts({Role.SOURCE: [(0, 9)], Role.CUE: [(10, 14)], Role.CONTENT: [(15, 36)]}),
    state=State.ACCEPTED,
)
_DOCUMENT = Outgoing(
    "bridge",
    "A title of its own",
    _TEXT,
    meta={"url": "https://velm.example/bridge", "place": "Velm"},
    extra={"desk": 3},
    annotations=(entity(38, 41, "PER"), OutAnnotation("c1", _CLAIM)),
    reviewed=(Layer.ENTITY, Layer.CLAIM),
)


@pytest.mark.parametrize("form", BOTH_WAYS.values(), ids=BOTH_WAYS)
def test_that_title_and_metadata_come_back_or_are_told_lost(form: Format, tmp_path: Path) -> None:
    pieces = export(form, [_DOCUMENT], tmp_path / f"x{form.suffixes[0]}")
    told = {one.reason for one in left_out(pieces)}
    ((again,), _) = taken(form, tmp_path / f"x{form.suffixes[0]}")
    lost = {
        "title": again.title != _DOCUMENT.title,
        "meta": (dict(again.meta), dict(again.extra)) != (_DOCUMENT.meta, _DOCUMENT.extra),
    }
    assert {name for name, gone in lost.items() if gone} == told & {"title", "meta"}


@pytest.mark.parametrize("form", BOTH_WAYS.values(), ids=BOTH_WAYS)
def test_that_a_title_that_the_text_gives_is_not_called_lost(form: Format, tmp_path: Path) -> None:
    document = Outgoing("a", "Ana met Bo.", "Ana met Bo.", annotations=(entity(0, 3),))
    told = left_out(export(form, [document], tmp_path / f"x{form.suffixes[0]}"))
    assert not {one.reason for one in told} & {"title", "meta"}
