"""Comments and the history: what each act is called, and what can go wrong."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {
    "comment.candidate": (
        _("What lies below the threshold takes no comment"),
        "",
        _("Decide it first."),
    ),
    "history.replaying": (
        _("This is how the document was; Esc leads back to how it is"),
        "",
        _("Leave the replay to decide."),
    ),
    "history.nothing": (_("Nothing was decided in this document yet"), "", ""),
}

ACTS: dict[str, str] = {
    "comment": _("Comment on “{quote:short}”[: {comment:short}]"),
    "comment document": _("Comment on the document[: {comment:short}]"),
}
