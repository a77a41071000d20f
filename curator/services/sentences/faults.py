"""What can go wrong with files, projects and their decisions: what, where, what next."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "project.exists": (
        "There is a file of that name already",
        "{path}",
        "Choose another name, or open the project that is there.",
    ),
    "project.no_folder": ("There is no such folder", "{path}", "Make it first."),
    "project.missing": ("There is no such project", "{path}", "Check the name."),
    "project.locked": (
        "The project is held by another program",
        "[{path}][, process {pid}][ on {host}]",
        "Close it there, or wait for it (on the command line with --wait SECONDS).",
    ),
    "project.read_only_here": (
        "The project is open for reading only",
        "[{path}][, held by process {pid}][ on {host}]",
        "To decide, close it there and open it here again.",
    ),
    "project.read_only": (
        "The project cannot be written",
        "{path}: {reason}",
        "Change the folder's permissions, or copy the project to another folder.",
    ),
    "project.foreign": (
        "This is no project of Curator",
        "{path}: {reason}",
        "Choose another file.",
    ),
    "project.newer": (
        "The project was written by a newer Curator",
        "{path}, schema {version}, here {known}",
        "Open it with that one.",
    ),
    "project.older": (
        "The project was written by an older Curator and can only be read after an update",
        "{path}, schema {version}, here {known}",
        "Open it for writing once, in the window or with any verb that writes; a copy of it as it "
        "is now is kept beside it. Where the folder cannot be written, copy the project elsewhere.",
    ),
    "project.backup": (
        "No copy of the project could be made, and nothing was changed",
        "{path}: {reason}",
        "Make room beside it, or see what “curator check” of the older Curator finds.",
    ),
    "project.migration": (
        "The project could not be brought up to date and is as it was",
        "{path}: {reason}",
        "Open it with the older Curator; a copy of it is {copy}.",
    ),
    "project.disk": (
        "The project's file cannot be read or written",
        "{path}: {reason}",
        "Make room, or see what “curator check” finds; what was saved before is kept.",
    ),
    "project.blind_share": (
        "The share of blind documents is between 0 and 1",
        "given {value}",
        "Take 0.05 for one in twenty.",
    ),
    "scheme.unknown": (
        "There is no such label scheme",
        "{name}",
        "Take {shipped}, or the path of a TOML file.",
    ),
    "scheme.unreadable": (
        "The label scheme cannot be read",
        "{name}: {reason}",
        "Correct the file.",
    ),
    "scheme.twice": (
        "The label scheme has a {what} twice",
        "layer {layer}: {value}",
        "Choose another one.",
    ),
    "scheme.no_default": (
        "The label scheme's default is none of its labels",
        "layer {layer}: {label}",
        "Correct the file.",
    ),
    "scheme.threshold": (
        "A layer is shown from a confidence between 0 and 1",
        "layer {layer}: {value}",
        "Correct the file.",
    ),
    "import.format": ("No such format can be imported", "{format}", "Take {known}."),
    "import.map": (
        "The columns are not told apart",
        "{given}",
        "Write --map text=NAME,title=NAME; fields are {known}.",
    ),
    "import.no_encoding": (
        "No such encoding",
        "{encoding}",
        "Take a name like utf-8, windows-1251, iso-8859-2, shift_jis or gb18030.",
    ),
    "import.annotations": (
        "There is no such way to import annotations",
        "{given}",
        "Take {known}.",
    ),
    "export.format": ("No such format can be exported", "{format}", "Take {known}."),
    "export.disk": (
        "The export cannot be written",
        "{where}: {reason}",
        "Choose another place, or make room; a file that was there is as it was.",
    ),
    "export.folder": (
        "The export is a folder, and there is something at its place",
        "{where}",
        "Name a folder that is not there yet, or is empty.",
    ),
    "export.cancelled": (
        "The export was stopped",
        "{where}",
        "A file that was there is as it was.",
    ),
    "closing.not_seen": (
        "The document is not closed",
        "{left:suggestion} would be accepted without having been on the screen",
        "Read on to the end, or decide them.",
    ),
    "suggest.layer": (
        "The project's scheme has no such layer",
        "{layer}, scheme {scheme}",
        "Take {known}.",
    ),
    "suggest.no_model": (
        "There is no language model to suggest with",
        "[{name}]",
        "Install one: {install}",
    ),
    "suggest.broken_model": (
        "The language model cannot be loaded",
        "{name}: {reason}",
        "Install it anew.",
    ),
    "suggest.failed": (
        "A suggester failed",
        "{reason}",
        "The document is left as it was; the others go on.",
    ),
    "child.gone": (
        "A helper process has ended",
        "{module}[, code {exit}][: {said}]",
        "Try again; what was done is kept.",
    ),
    "plugin.broken": (
        "A plug-in cannot be loaded",
        "{name} of {group}: {reason}",
        "Install it anew, or remove it.",
    ),
    "undo.nothing": ("There is nothing to undo", "", "See “curator log” for what was done."),
    "redo.nothing": ("There is nothing to redo", "", ""),
    "undo.touched_later": (
        "This cannot be undone alone",
        "change set {change_set}: the same was decided again in {later}",
        "Undo the later ones first, or all of them together in Edit › History.",
    ),
    "document.missing": ("The document is gone", "document {document}", "Open another one."),
    "decision.gone": (
        "What you decided on is not there any more",
        "",
        "A machine has looked at the document again since; decide on what it shows now.",
    ),
    "decision.not_a_machines": (
        "Only a machine's suggestion can be reopened",
        "annotation {annotation}",
        "Remove it instead.",
    ),
    "decision.no_split": ("Put the caret where “{quote:short}” is to be split", "", ""),
    "decision.no_merge": ("No other {label} follows here; select what belongs to it", "", ""),
    "bug": (
        "Curator made a mistake",
        "{reason}",
        "What was saved before is kept; please report this.",
    ),
    "window.unavailable": (
        "The window cannot be opened",
        "{reason}",
        "Install the libraries that the README lists; the other verbs do without.",
    ),
}
