"""A training process without a model: what it does is written in the first text it is taught."""

from __future__ import annotations

import os
import sys

from curator.domain.faults import Fault
from curator.pipes import own_pipes, read_frames, write_frame
from curator.suggest.messages import fault_to_plain
from curator.suggest.tuning.lesson import Step, lesson_from_plain, told_to_plain
from tests.support.taught import trained


def main() -> None:
    incoming, outgoing = own_pipes()
    lesson = lesson_from_plain(next(read_frames(incoming)))
    what = lesson.taught[0].text
    write_frame(outgoing, told_to_plain(Step(1, 2)))
    if what == "crash":
        print("fell over", file=sys.stderr, flush=True)
        os._exit(3)
    if what == "fault":
        fault = fault_to_plain(Fault("learning.nothing"))
        write_frame(outgoing, {"kind": "error", "error": fault})
    elif what == "wait for ever":
        next(read_frames(incoming), None)
    else:
        write_frame(outgoing, told_to_plain(trained(lesson)))


if __name__ == "__main__":
    main()
