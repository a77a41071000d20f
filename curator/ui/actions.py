"""Every action, once: menus, tooltips, the palette and the keys read this table."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Do(StrEnum):
    """What a person can do."""

    NEW = "new"
    OPEN = "open"
    SAMPLES = "samples"
    IMPORT = "import"
    IMPORT_FOLDER = "import folder"
    EXPORT = "export"
    CLOSE_PROJECT = "close project"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    PALETTE = "palette"
    FIND = "find"
    FIND_NEXT = "find next"
    FIND_PREVIOUS = "find previous"
    FIND_ALL = "find all"
    VIEW = "view"
    LABELS = "labels"
    REJECTED = "rejected"
    ORDER = "order"
    QUEUE = "queue"
    INSPECTOR = "inspector"
    TEXT_LARGER = "text larger"
    TEXT_SMALLER = "text smaller"
    TEXT_USUAL = "text usual"
    LINES_LONGER = "lines longer"
    LINES_SHORTER = "lines shorter"
    COMPACT = "compact"
    COMFORTABLE = "comfortable"
    LARGE = "large"
    READ = "read"
    PREFERENCES = "preferences"
    FILTER = "filter"
    SYSTEM_THEME = "system theme"
    LIGHT_THEME = "light theme"
    DARK_THEME = "dark theme"
    HIGH_CONTRAST = "high contrast"
    ACCEPT = "accept"
    REJECT = "reject"
    REJECT_BECAUSE = "reject because"
    UNSURE = "unsure"
    SKIP = "skip"
    NEXT = "next"
    PREVIOUS = "previous"
    LABEL = "label"
    CLAIM = "claim"
    SAME = "same"
    NOT_SAME = "not same"
    SAME_OTHER = "same other"
    OVERLAP = "overlap"
    REMOVE = "remove"
    SPLIT = "split"
    MERGE = "merge"
    IDENTICAL = "identical"
    REJECT_IDENTICAL = "reject identical"
    JUMP = "jump"
    JUMP_SOURCE = "jump source"
    RIGHT_OUT = "right out"
    RIGHT_IN = "right in"
    LEFT_OUT = "left out"
    LEFT_IN = "left in"
    RIGHT_OUT_STOP = "right out stop"
    RIGHT_IN_STOP = "right in stop"
    LEFT_OUT_STOP = "left out stop"
    LEFT_IN_STOP = "left in stop"
    RIGHT_OUT_CHARACTER = "right out character"
    RIGHT_IN_CHARACTER = "right in character"
    LEFT_OUT_CHARACTER = "left out character"
    LEFT_IN_CHARACTER = "left in character"
    CLOSE = "close"
    FLAG = "flag"
    COMMENT = "comment"
    COMMENT_DOCUMENT = "comment document"
    HISTORY = "history"
    REPLAY = "replay"
    NEXT_DOCUMENT = "next document"
    PREVIOUS_DOCUMENT = "previous document"
    SUGGEST = "suggest"
    BULK = "bulk"
    IDENTITIES = "identities"
    SCHEME = "scheme"
    SECOND_LOOKS = "second looks"
    LOOK_AGAIN = "look again"
    KEEP = "keep"
    GUIDELINE = "guideline"
    LEARNING = "learning"
    BACKUPS = "backups"
    CHECK = "check"
    KEYS = "keys"
    TOUR = "tour"
    TOUR_SKIP = "tour skip"
    TOUR_BACK = "tour back"
    TOUR_END = "tour end"
    ABOUT = "about"


class Action(NamedTuple):
    """One row of the table.

    Attributes:
        do: what it does.
        text: as menus and the palette write it.
        menu: where it stands.
        keys: by default, the first is shown; letters and signs act on the page only, those with
            Ctrl and the F keys anywhere in the window.
        icon: of ``resources/icons``.
        needs: ``project``, ``document``, ``annotation``, ``tour``, or nothing.
        writes: whether a read-only project forbids it.
        parted: whether a line stands above it in its menu.
        within: the menu within its menu that holds it, where there is one.
    """

    do: Do
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    writes: bool = False
    parted: bool = False
    within: str = ""

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self.keys[0] if self.keys else ""


MENUS = ("File", "Edit", "View", "Annotate", "Document", "Tools", "Help")


def _annotate(do: Do, text: str, *keys: str, icon: str = "edges", parted: bool = False) -> Action:
    return Action(do, text, "Annotate", keys, icon, "annotation", writes=True, parted=parted)


def _edge(do: Do, text: str, *keys: str, parted: bool = False) -> Action:
    return _annotate(do, text, *keys, parted=parted)._replace(within="Edges")


def _document(do: Do, text: str, key: str, icon: str, *, writes: bool = False) -> Action:
    return Action(do, text, "Document", (key,), icon, "document", writes=writes)


ACTIONS: tuple[Action, ...] = (
    Action(Do.NEW, "New project …", "File", ("Ctrl+N",), "add"),
    Action(Do.OPEN, "Open project …", "File", ("Ctrl+O",), "folder"),
    Action(Do.SAMPLES, "Try the samples", "File", (), "suggest"),
    Action(
        Do.IMPORT,
        "Import files …",
        "File",
        ("Ctrl+I",),
        "import",
        "project",
        writes=True,
        parted=True,
    ),
    Action(Do.IMPORT_FOLDER, "Import folder …", "File", (), "import", "project", writes=True),
    Action(Do.EXPORT, "Export …", "File", ("Ctrl+E",), "export", "project"),
    Action(Do.CLOSE_PROJECT, "Close project", "File", ("Ctrl+W",), "close", "project", parted=True),
    Action(Do.QUIT, "Quit", "File", ("Ctrl+Q",)),
    Action(Do.UNDO, "Undo", "Edit", ("Ctrl+Z",), "undo", "project", writes=True),
    Action(Do.REDO, "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "project", writes=True),
    Action(Do.HISTORY, "History …", "Edit", ("Ctrl+H",), "history", "project"),
    Action(Do.COPY, "Copy", "Edit", ("Ctrl+C",), "", "document", parted=True),
    Action(Do.FIND, "Find …", "Edit", ("Ctrl+F",), "search", "document", parted=True),
    Action(Do.FIND_NEXT, "Next match", "Edit", ("F3",), "down", "document"),
    Action(Do.FIND_PREVIOUS, "Previous match", "Edit", ("Shift+F3",), "up", "document"),
    Action(Do.FIND_ALL, "Find in all documents …", "Edit", ("Ctrl+Shift+F",), "search", "project"),
    Action(Do.PALETTE, "Find a command …", "Edit", ("Ctrl+K",), "palette", parted=True),
    Action(Do.FILTER, "Filter documents", "Edit", ("Ctrl+L",), "filter", "project"),
    Action(Do.PREFERENCES, "Preferences …", "Edit", ("Ctrl+,",), "settings", parted=True),
    Action(Do.VIEW, "Entities, claims or both", "View", ("E",), "eye", "document"),
    Action(Do.LABELS, "Names on all annotations", "View", ("L",), "eye", "document"),
    Action(Do.REJECTED, "Rejected annotations", "View", ("R",), "eye", "document"),
    Action(Do.GUIDELINE, "Guideline of the label", "View", ("H",), "info", "annotation"),
    Action(Do.ORDER, "Order of documents …", "View", (), "filter", "project", parted=True),
    Action(Do.QUEUE, "Queue", "View", ("Ctrl+1",), "panel", "project"),
    Action(Do.INSPECTOR, "Inspector", "View", ("Ctrl+2",), "panel", "project"),
    Action(Do.READ, "Full-screen reading", "View", ("F11",), "document", "document"),
    Action(Do.TEXT_LARGER, "Larger text", "View", ("Ctrl++", "Ctrl+="), parted=True),
    Action(Do.TEXT_SMALLER, "Smaller text", "View", ("Ctrl+-",)),
    Action(Do.TEXT_USUAL, "Usual size of the text", "View", ("Ctrl+0",)),
    Action(Do.LINES_LONGER, "Longer lines", "View"),
    Action(Do.LINES_SHORTER, "Shorter lines", "View"),
    Action(Do.COMPACT, "Compact density", "View", parted=True),
    Action(Do.COMFORTABLE, "Comfortable density", "View"),
    Action(Do.LARGE, "Large density", "View"),
    Action(Do.SYSTEM_THEME, "Theme of the system", "View", parted=True),
    Action(Do.LIGHT_THEME, "Light theme", "View"),
    Action(Do.DARK_THEME, "Dark theme", "View"),
    Action(Do.HIGH_CONTRAST, "High contrast", "View"),
    _annotate(Do.ACCEPT, "Accept", "A", icon="accept"),
    _annotate(Do.REJECT, "Reject", "X", icon="reject"),
    _annotate(Do.REJECT_BECAUSE, "Reject, because …", "Shift+X", icon="reject"),
    _annotate(Do.UNSURE, "Unsure", "U", icon="unsure"),
    Action(Do.SKIP, "Skip", "Annotate", ("Space",), "skip", "document"),
    Action(Do.NEXT, "Next unresolved", "Annotate", ("N",), "right", "document", parted=True),
    Action(Do.PREVIOUS, "Previous unresolved", "Annotate", ("P",), "", "document"),
    Action(Do.OVERLAP, "What overlaps here", "Annotate", ("O",), "overlap", "document"),
    Action(
        Do.LABEL, "Label …", "Annotate", ("0",), "relabel", "document", writes=True, parted=True
    ),
    Action(
        Do.CLAIM,
        "Claim from selection, or its parts",
        "Annotate",
        ("C",),
        "claim",
        "document",
        writes=True,
    ),
    _annotate(Do.REMOVE, "Remove", "Delete", icon="remove"),
    # S and J make their letter on German, French and Azerbaijani keyboards alike.
    _annotate(Do.SPLIT, "Split at the caret, or where words are joined", "S", icon="split"),
    _annotate(Do.MERGE, "Merge with the next of its label, or the selected", "J", icon="merge"),
    Action(
        Do.LOOK_AGAIN,
        "Next to look at again",
        "Annotate",
        ("B",),
        "history",
        "document",
        parted=True,
    ),
    _annotate(Do.KEEP, "Keep as it is", "Y", icon="accept"),
    _annotate(Do.IDENTICAL, "Decide identical mentions …", "M", icon="identical", parted=True),
    _annotate(Do.REJECT_IDENTICAL, "Reject identical mentions …", "Shift+M", icon="reject"),
    Action(Do.JUMP, "Next place of these words", "Annotate", ("G",), "right", "annotation"),
    Action(
        Do.JUMP_SOURCE, "Next place of its source", "Annotate", ("Shift+G",), "source", "annotation"
    ),
    _annotate(Do.COMMENT, "Comment …", ";", icon="comment"),
    _annotate(Do.SAME, "Same as …", "I", icon="link", parted=True),
    _annotate(Do.NOT_SAME, "Not the same", "Alt+I", icon="link"),
    _annotate(Do.SAME_OTHER, "Same as another …", "Shift+I", icon="link"),
    _edge(Do.RIGHT_OUT, "Right edge out, by word", "Alt+Right", "]", parted=True),
    _edge(Do.RIGHT_IN, "Right edge in, by word", "Alt+Left", "["),
    _edge(Do.LEFT_OUT, "Left edge out, by word", "Alt+Shift+Left", "{"),
    _edge(Do.LEFT_IN, "Left edge in, by word", "Alt+Shift+Right", "}"),
    _edge(Do.RIGHT_OUT_STOP, "Right edge out, to the next stop", "Alt+Down", parted=True),
    _edge(Do.RIGHT_IN_STOP, "Right edge in, to the stop before", "Alt+Up"),
    _edge(Do.LEFT_OUT_STOP, "Left edge out, to the stop before", "Alt+Shift+Down"),
    _edge(Do.LEFT_IN_STOP, "Left edge in, to the next stop", "Alt+Shift+Up"),
    _edge(Do.RIGHT_OUT_CHARACTER, "Right edge out, by character", ".", parted=True),
    _edge(Do.RIGHT_IN_CHARACTER, "Right edge in, by character", ","),
    _edge(Do.LEFT_IN_CHARACTER, "Left edge in, by character", "Alt+."),
    _edge(Do.LEFT_OUT_CHARACTER, "Left edge out, by character", "Alt+,"),
    _document(Do.CLOSE, "Done: close what is in view", "D", "done", writes=True),
    _document(Do.FLAG, "Flag", "F", "flag", writes=True),
    _document(Do.COMMENT_DOCUMENT, "Comment on the document …", ":", "comment", writes=True),
    _document(Do.REPLAY, "Replay its decisions", "Ctrl+Shift+H", "history"),
    _document(Do.NEXT_DOCUMENT, "Next document with work", "Shift+N", "right"),
    _document(Do.PREVIOUS_DOCUMENT, "Previous document with work", "Shift+P", ""),
    Action(Do.SUGGEST, "Suggest again", "Tools", (), "suggest", "project", writes=True),
    Action(Do.BULK, "Bulk review …", "Tools", ("Ctrl+B",), "tasks", "document", parted=True),
    Action(Do.IDENTITIES, "Identities …", "Tools", (), "link", "document"),
    Action(Do.SCHEME, "Label scheme …", "Tools", ("Ctrl+Shift+S",), "relabel", "project"),
    Action(Do.SECOND_LOOKS, "To look at again …", "Tools", (), "history", "project"),
    Action(Do.LEARNING, "What was learned …", "Tools", ("Ctrl+Shift+L",), "learn", "project"),
    Action(Do.BACKUPS, "Backups …", "Tools", (), "history", "project"),
    Action(Do.CHECK, "Check the project", "Tools", (), "done", "project"),
    Action(Do.KEYS, "Keys …", "Help", ("?", "F1"), "palette"),
    Action(Do.TOUR, "Take the tour", "Help", (), "eye"),
    Action(Do.TOUR_SKIP, "Tour: go on", "Help", ("F8",), "skip", "tour"),
    Action(Do.TOUR_BACK, "Tour: one step back", "Help", ("Shift+F8",), "", "tour"),
    Action(Do.TOUR_END, "Tour: end it", "Help", ("Ctrl+F8",), "close", "tour"),
    Action(Do.ABOUT, "About Curator", "Help", (), "info"),
)
"""All actions in the order of their menus."""


def action(do: Do) -> Action:
    """Return a row of the table."""
    return next(row for row in ACTIONS if row.do is do)
