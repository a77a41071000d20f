"""Frames over pipes, and children at their other end."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.faults import Fault
from curator.pipes import Child, read_frames, write_frame

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)

ECHO = """
from curator.pipes import own_pipes, read_frames, write_frame
incoming, outgoing = own_pipes()
print("not a frame")
for frame in read_frames(incoming):
    if frame == "die":
        raise SystemExit("said at the end")
    write_frame(outgoing, frame)
"""


@pytest.fixture
def echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that sends back what it gets."""
    (tmp_path / "echo_child.py").write_text(ECHO)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    return "echo_child"


@given(st.lists(PLAIN, max_size=4))
def test_that_frames_come_out_as_they_went_in(values: list[object]) -> None:
    stream = io.BytesIO()
    for value in values:
        write_frame(stream, value)
    stream.seek(0)
    assert list(read_frames(stream)) == values


@pytest.mark.parametrize("kept", [2, 6])
def test_that_a_frame_cut_off_is_no_frame(kept: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, "whole")
    whole = stream.tell()
    write_frame(stream, "cut off")
    assert list(read_frames(io.BytesIO(stream.getvalue()[: whole + kept]))) == ["whole"]


def test_that_a_child_answers_and_its_prints_are_no_frames(echo: str) -> None:
    child = Child(echo)
    child.send({"text": "a\U0001f600\u2028"})
    assert next(child.frames()) == {"text": "a\U0001f600\u2028"}
    assert child.close() == 0


def test_that_a_child_that_dies_says_its_last_line(echo: str) -> None:
    child = Child(echo)
    child.send("die")
    assert list(child.frames()) == []
    child.close()
    gone = child.gone()
    assert (gone.code, gone.facts["exit"], gone.facts["said"]) == (
        "child.gone",
        1,
        "said at the end",
    )


def test_that_sending_to_a_child_that_is_gone_is_a_fault(echo: str) -> None:
    child = Child(echo)
    child.kill()
    with pytest.raises(Fault) as caught:
        child.send("anybody?")
    assert caught.value.code == "child.gone"
