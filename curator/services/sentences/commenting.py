"""Comments and the history: what each act is called, and what can go wrong."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {
    "comment.candidate": (
        "What lies below the threshold takes no comment",
        "",
        "Decide it first.",
    ),
    "history.replaying": (
        "This is how the document was; Esc leads back to how it is",
        "",
        "Leave the replay to decide.",
    ),
    "history.nothing": ("Nothing was decided in this document yet", "", ""),
}

ACTS: dict[str, str] = {
    "comment": "Comment on “{quote:short}”[: {comment:short}]",
    "comment document": "Comment on the document[: {comment:short}]",
}
