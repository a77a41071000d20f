"""Every action, once: menus, tooltips, the palette and the keys read this table."""

from __future__ import annotations

from typing import NamedTuple

from curator.translation import gettext as _
from curator.ui.do import Do


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


MENUS = (_("File"), _("Edit"), _("View"), _("Annotate"), _("Document"), _("Tools"), _("Help"))


def _annotate(do: Do, text: str, *keys: str, icon: str = "edges", parted: bool = False) -> Action:
    return Action(do, text, _("Annotate"), keys, icon, "annotation", writes=True, parted=parted)


def _edge(do: Do, text: str, *keys: str, parted: bool = False) -> Action:
    return _annotate(do, text, *keys, parted=parted)._replace(within=_("Edges"))


def _document(do: Do, text: str, key: str, icon: str, *, writes: bool = False) -> Action:
    return Action(do, text, _("Document"), (key,), icon, "document", writes=writes)


ACTIONS: tuple[Action, ...] = (
    Action(Do.NEW, _("New project …"), _("File"), ("Ctrl+N",), "add"),
    Action(Do.OPEN, _("Open project …"), _("File"), ("Ctrl+O",), "folder"),
    Action(Do.SAMPLES, _("Try the samples"), _("File"), (), "suggest"),
    Action(
        Do.IMPORT,
        _("Import files …"),
        _("File"),
        ("Ctrl+I",),
        "import",
        "project",
        writes=True,
        parted=True,
    ),
    Action(Do.IMPORT_FOLDER, _("Import folder …"), _("File"), (), "import", "project", writes=True),
    Action(
        Do.PASTE,
        _("Import what was copied"),
        _("File"),
        ("Ctrl+Shift+V",),
        "",
        "project",
        writes=True,
    ),
    Action(Do.IMPORTS, _("Imports …"), _("File"), ("Ctrl+Shift+I",), "", "project"),
    Action(Do.EXPORT, _("Export …"), _("File"), ("Ctrl+E",), "export", "project"),
    Action(
        Do.CLOSE_PROJECT,
        _("Close project"),
        _("File"),
        ("Ctrl+W",),
        "close",
        "project",
        parted=True,
    ),
    Action(Do.QUIT, _("Quit"), _("File"), ("Ctrl+Q",)),
    Action(Do.UNDO, _("Undo"), _("Edit"), ("Ctrl+Z",), "undo", "project", writes=True),
    Action(
        Do.REDO,
        _("Redo"),
        _("Edit"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
        "project",
        writes=True,
    ),
    Action(Do.HISTORY, _("History …"), _("Edit"), ("Ctrl+H",), "history", "project"),
    Action(Do.COPY, _("Copy"), _("Edit"), ("Ctrl+C",), "", "document", parted=True),
    Action(Do.FIND, _("Find …"), _("Edit"), ("Ctrl+F",), "search", "document", parted=True),
    Action(Do.FIND_NEXT, _("Next match"), _("Edit"), ("F3",), "down", "document"),
    Action(Do.FIND_PREVIOUS, _("Previous match"), _("Edit"), ("Shift+F3",), "up", "document"),
    Action(
        Do.FIND_ALL,
        _("Find in all documents …"),
        _("Edit"),
        ("Ctrl+Shift+F",),
        "search",
        "project",
    ),
    Action(Do.PALETTE, _("Find a command …"), _("Edit"), ("Ctrl+K",), "palette", parted=True),
    Action(Do.FILTER, _("Filter documents"), _("Edit"), ("Ctrl+L",), "filter", "project"),
    Action(Do.PREFERENCES, _("Preferences …"), _("Edit"), ("Ctrl+,",), "settings", parted=True),
    Action(Do.VIEW, _("Entities, claims or both"), _("View"), ("E",), "eye", "document"),
    Action(Do.LABELS, _("Names on all annotations"), _("View"), ("L",), "eye", "document"),
    Action(Do.REJECTED, _("Rejected annotations"), _("View"), ("R",), "eye", "document"),
    Action(Do.GUIDELINE, _("Guideline of the label"), _("View"), ("H",), "info", "annotation"),
    Action(Do.ORDER, _("Order of documents …"), _("View"), (), "filter", "project", parted=True),
    Action(Do.QUEUE, _("Queue"), _("View"), ("Ctrl+1",), "panel", "project"),
    Action(Do.INSPECTOR, _("Inspector"), _("View"), ("Ctrl+2",), "panel", "project"),
    Action(Do.READ, _("Full-screen reading"), _("View"), ("F11",), "document", "document"),
    Action(Do.TEXT_LARGER, _("Larger text"), _("View"), ("Ctrl++", "Ctrl+="), parted=True),
    Action(Do.TEXT_SMALLER, _("Smaller text"), _("View"), ("Ctrl+-",)),
    Action(Do.TEXT_USUAL, _("Usual size of the text"), _("View"), ("Ctrl+0",)),
    Action(Do.LINES_LONGER, _("Longer lines"), _("View")),
    Action(Do.LINES_SHORTER, _("Shorter lines"), _("View")),
    Action(Do.COMPACT, _("Compact density"), _("View"), parted=True),
    Action(Do.COMFORTABLE, _("Comfortable density"), _("View")),
    Action(Do.LARGE, _("Large density"), _("View")),
    Action(Do.SYSTEM_THEME, _("Theme of the system"), _("View"), parted=True),
    Action(Do.LIGHT_THEME, _("Light theme"), _("View")),
    Action(Do.DARK_THEME, _("Dark theme"), _("View")),
    Action(Do.HIGH_CONTRAST, _("High contrast"), _("View")),
    _annotate(Do.ACCEPT, _("Accept"), "A", icon="accept"),
    _annotate(Do.REJECT, _("Reject"), "X", icon="reject"),
    _annotate(Do.REJECT_BECAUSE, _("Reject, because …"), "Shift+X", icon="reject"),
    _annotate(Do.UNSURE, _("Unsure"), "U", icon="unsure"),
    Action(Do.SKIP, _("Skip"), _("Annotate"), ("Space",), "skip", "document"),
    Action(Do.NEXT, _("Next unresolved"), _("Annotate"), ("N",), "right", "document", parted=True),
    Action(Do.PREVIOUS, _("Previous unresolved"), _("Annotate"), ("P",), "", "document"),
    Action(Do.OVERLAP, _("What overlaps here"), _("Annotate"), ("O",), "overlap", "document"),
    Action(
        Do.LABEL,
        _("Label …"),
        _("Annotate"),
        ("0",),
        "relabel",
        "document",
        writes=True,
        parted=True,
    ),
    Action(
        Do.CLAIM,
        _("Claim from selection, or its parts"),
        _("Annotate"),
        ("C",),
        "claim",
        "document",
        writes=True,
    ),
    _annotate(Do.REMOVE, _("Remove"), "Delete", icon="remove"),
    # S and J make their letter on German, French and Azerbaijani keyboards alike.
    _annotate(Do.SPLIT, _("Split at the caret, or where words are joined"), "S", icon="split"),
    _annotate(Do.MERGE, _("Merge with the next of its label, or the selected"), "J", icon="merge"),
    Action(
        Do.LOOK_AGAIN,
        _("Next to look at again"),
        _("Annotate"),
        ("B",),
        "history",
        "document",
        parted=True,
    ),
    _annotate(Do.KEEP, _("Keep as it is"), "Y", icon="accept"),
    _annotate(Do.IDENTICAL, _("Decide identical mentions …"), "M", icon="identical", parted=True),
    _annotate(Do.REJECT_IDENTICAL, _("Reject identical mentions …"), "Shift+M", icon="reject"),
    Action(Do.JUMP, _("Next place of these words"), _("Annotate"), ("G",), "right", "annotation"),
    Action(
        Do.JUMP_SOURCE,
        _("Next place of its source"),
        _("Annotate"),
        ("Shift+G",),
        "source",
        "annotation",
    ),
    _annotate(Do.COMMENT, _("Comment …"), ";", icon="comment"),
    _annotate(Do.SAME, _("Same as …"), "I", icon="link", parted=True),
    _annotate(Do.NOT_SAME, _("Not the same"), "Alt+I", icon="link"),
    _annotate(Do.SAME_OTHER, _("Same as another …"), "Shift+I", icon="link"),
    _edge(Do.RIGHT_OUT, _("Right edge out, by word"), "Alt+Right", "]", parted=True),
    _edge(Do.RIGHT_IN, _("Right edge in, by word"), "Alt+Left", "["),
    _edge(Do.LEFT_OUT, _("Left edge out, by word"), "Alt+Shift+Left", "{"),
    _edge(Do.LEFT_IN, _("Left edge in, by word"), "Alt+Shift+Right", "}"),
    _edge(Do.RIGHT_OUT_STOP, _("Right edge out, to the next stop"), "Alt+Down", parted=True),
    _edge(Do.RIGHT_IN_STOP, _("Right edge in, to the stop before"), "Alt+Up"),
    _edge(Do.LEFT_OUT_STOP, _("Left edge out, to the stop before"), "Alt+Shift+Down"),
    _edge(Do.LEFT_IN_STOP, _("Left edge in, to the next stop"), "Alt+Shift+Up"),
    _edge(Do.RIGHT_OUT_CHARACTER, _("Right edge out, by character"), ".", parted=True),
    _edge(Do.RIGHT_IN_CHARACTER, _("Right edge in, by character"), ","),
    _edge(Do.LEFT_IN_CHARACTER, _("Left edge in, by character"), "Alt+."),
    _edge(Do.LEFT_OUT_CHARACTER, _("Left edge out, by character"), "Alt+,"),
    _document(Do.CLOSE, _("Done: close what is in view"), "D", "done", writes=True),
    _document(Do.FLAG, _("Flag"), "F", "flag", writes=True),
    _document(Do.WITHDRAW, _("Withdraw"), "Ctrl+Delete", "remove", writes=True),
    _document(Do.COMMENT_DOCUMENT, _("Comment on the document …"), ":", "comment", writes=True),
    _document(Do.REPLAY, _("Replay its decisions"), "Ctrl+Shift+H", "history"),
    _document(Do.DIFFERENCE, _("Show as difference"), "V", "identical")._replace(parted=True),
    _document(Do.NEXT_CHANGE, _("Next change of the version"), "Shift+V", "down"),
    Action(Do.PREVIOUS_CHANGE, _("Change before"), _("Document"), (), "up", "document"),
    Action(Do.OLDER_VERSION, _("Older version"), _("Document"), (), "", "document"),
    Action(Do.NEWER_VERSION, _("Newer version"), _("Document"), (), "", "document"),
    Action(
        Do.CARRY,
        _("Carry decisions over from the older version"),
        _("Document"),
        (),
        "",
        "document",
        writes=True,
    ),
    _document(Do.NEXT_DOCUMENT, _("Next document with work"), "Shift+N", "right"),
    _document(Do.PREVIOUS_DOCUMENT, _("Previous document with work"), "Shift+P", ""),
    Action(Do.SUGGEST, _("Suggest again"), _("Tools"), (), "suggest", "project", writes=True),
    Action(Do.BULK, _("Bulk review …"), _("Tools"), ("Ctrl+B",), "tasks", "document", parted=True),
    Action(Do.IDENTITIES, _("Identities …"), _("Tools"), (), "link", "document"),
    Action(Do.LEDGER, _("Claim ledger …"), _("Tools"), ("Ctrl+Shift+C",), "claim", "project"),
    Action(Do.SCHEME, _("Label scheme …"), _("Tools"), ("Ctrl+Shift+S",), "relabel", "project"),
    Action(Do.SECOND_LOOKS, _("To look at again …"), _("Tools"), (), "history", "project"),
    Action(Do.LEARNING, _("What was learned …"), _("Tools"), ("Ctrl+Shift+L",), "learn", "project"),
    Action(Do.BACKUPS, _("Backups …"), _("Tools"), (), "history", "project"),
    Action(Do.CHECK, _("Check the project"), _("Tools"), (), "done", "project"),
    Action(Do.KEYS, _("Keys …"), _("Help"), ("?", "F1"), "palette"),
    Action(Do.TOUR, _("Take the tour"), _("Help"), (), "eye"),
    Action(Do.TOUR_SKIP, _("Tour: go on"), _("Help"), ("F8",), "skip", "tour"),
    Action(Do.TOUR_BACK, _("Tour: one step back"), _("Help"), ("Shift+F8",), "", "tour"),
    Action(Do.TOUR_END, _("Tour: end it"), _("Help"), ("Ctrl+F8",), "close", "tour"),
    Action(Do.DIAGNOSTICS, _("Copy diagnostics"), _("Help"), (), "info", "project", parted=True),
    Action(Do.ABOUT, _("About Curator"), _("Help"), (), "info"),
)
"""All actions in the order of their menus."""


def action(do: Do) -> Action:
    """Return a row of the table."""
    return next(row for row in ACTIONS if row.do is do)
