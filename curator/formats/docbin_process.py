"""The process that makes a DocBin, so that spaCy is never loaded where a window is."""

from __future__ import annotations

import base64
import contextlib

from curator.formats.docbin_docs import Bin
from curator.pipes import own_pipes, read_frames, write_frame

_CHUNK = 1024 * 1024


def main() -> None:
    """Read documents until one is null, then send the file in pieces and a last empty one."""
    incoming, outgoing = own_pipes()
    made = Bin()
    for plain in read_frames(incoming):
        if plain is not None:
            made.add(plain)
            continue
        data = made.finish()
        with contextlib.suppress(BrokenPipeError):
            for start in range(0, len(data), _CHUNK):
                piece = base64.b64encode(data[start : start + _CHUNK]).decode("ascii")
                write_frame(outgoing, piece)
            write_frame(outgoing, "")
        return


if __name__ == "__main__":
    main()
