"""Comments: what each act is called, and what can go wrong."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {
    "comment.candidate": (
        "What lies below the threshold takes no comment",
        "",
        "Decide it first.",
    ),
}

ACTS: dict[str, str] = {
    "comment": "Comment on “{quote:short}”[: {comment:short}]",
    "comment document": "Comment on the document[: {comment:short}]",
}
