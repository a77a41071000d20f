"""The order in which requests are taken."""

import io
import threading

from curator.pipes import write_frame
from curator.suggest.inbox import Inbox
from curator.suggest.portions import CHARACTERS, ITEMS


def batch(name, count, *, urgent=False, length=3):
    items = [{"id": f"{name}{number}", "text": "x" * length} for number in range(count)]
    return {"kind": "suggest", "urgent": urgent, "items": items}


class Pipe(io.BytesIO):
    """Frames that were sent before anybody looked; the end comes when the test says so."""

    def __init__(self, *frames, gate):
        super().__init__()
        for frame in frames:
            write_frame(self, frame)
        self.seek(0)
        self.gate = gate

    def read(self, size=-1):
        found = super().read(size)
        if not found:
            self.read_all.set()
            self.gate.wait(10)
        return found


def opened(*frames):
    gate = threading.Event()
    pipe = Pipe(*frames, gate=gate)
    pipe.read_all = threading.Event()
    inbox = Inbox(pipe)
    assert pipe.read_all.wait(10)
    return inbox, gate


def ids(request):
    return [item["id"] for item in request["items"]]


def test_that_urgent_requests_come_first_and_long_ones_in_portions():
    inbox, gate = opened(batch("a", ITEMS + 1), batch("b", 1, urgent=True))
    assert ids(inbox.take()) == ["b0"]
    assert len(ids(inbox.take())) == ITEMS
    assert inbox.take_urgent() is None
    assert ids(inbox.take()) == [f"a{ITEMS}"]
    gate.set()
    assert inbox.take() is None
    assert inbox.closed


def test_that_portions_are_cut_by_length_too():
    inbox, gate = opened(batch("a", 3, length=CHARACTERS // 2 + 1))
    assert [ids(inbox.take()) for _ in range(3)] == [["a0"], ["a1"], ["a2"]]
    gate.set()


def test_that_cancelling_names_what_was_dropped():
    tokens = {"kind": "tokens", "id": "t", "text": "x"}
    inbox, gate = opened(batch("a", 2), tokens, {"kind": "cancel"}, batch("b", 1))
    assert inbox.take() == {"kind": "cancelled", "ids": ["a0", "a1", "t"]}
    assert ids(inbox.take()) == ["b0"]
    gate.set()


def test_that_nothing_is_begun_once_the_other_end_is_gone():
    inbox, gate = opened(batch("a", 2))
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "inbox":
            thread.join(10)
    assert inbox.take() is None
    assert inbox.closed
