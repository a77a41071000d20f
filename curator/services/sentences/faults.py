"""What can go wrong with files, projects and their decisions: what, where, what next."""

from __future__ import annotations

from curator.translation import gettext as _

FAULTS: dict[str, tuple[str, str, str]] = {  # what, where, what next
    "project.exists": (
        _("There is a file of that name already"),
        "{path}",
        _("Choose another name, or open the project that is there."),
    ),
    "project.no_folder": (_("There is no such folder"), "{path}", _("Make it first.")),
    "project.missing": (_("There is no such project"), "{path}", _("Check the name.")),
    "project.locked": (
        _("The project is held by another program"),
        _("[{path}][, process {pid}][ on {host}]"),
        _("Close it there, or wait for it (on the command line with --wait SECONDS)."),
    ),
    "project.read_only_here": (
        _("The project is open for reading only"),
        _("[{path}][, held by process {pid}][ on {host}]"),
        _("To decide, close it there and open it here again."),
    ),
    "project.read_only": (
        _("The project cannot be written"),
        "{path}: {reason}",
        _("Change the folder's permissions, or copy the project to another folder."),
    ),
    "project.foreign": (
        _("This is no project of Curator"),
        "{path}: {reason}",
        _("Choose another file."),
    ),
    "project.newer": (
        _("The project was written by a newer Curator"),
        _("{path}, schema {version}, here {known}"),
        _("Open it with that one."),
    ),
    "project.older": (
        _("The project was written by an older Curator and can only be read after an update"),
        _("{path}, schema {version}, here {known}"),
        _(
            "Open it for writing once, in the window or with any verb that writes; a "
            "copy of it as it is now is kept beside it. Where the folder cannot be "
            "written, copy the project elsewhere."
        ),
    ),
    "version.no_older": (
        _("There is no older version of this document"),
        "",
        _("The queue lists those that have versions with story:yes."),
    ),
    "carry.no_older": (
        _("No older version of this document has decisions"),
        "",
        _("Decide here, or import the older version."),
    ),
    "carry.nothing": (
        _("There is nothing to carry over"),
        "",
        _("What is decided in the older version is decided here, or its text is not the same."),
    ),
    "project.backup": (
        _("No copy of the project could be made, and nothing was changed"),
        "{path}: {reason}",
        _("Make room beside it, or see what “curator check” of the older Curator finds."),
    ),
    "project.migration": (
        _("The project could not be brought up to date and is as it was"),
        "{path}: {reason}",
        _("Open it with the older Curator; a copy of it is {copy}."),
    ),
    "project.disk": (
        _("The project's file cannot be read or written"),
        "{path}: {reason}",
        _("Make room, or see what “curator check” finds; what was saved before is kept."),
    ),
    "project.blind_share": (
        _("The share of blind documents is between 0 and 1"),
        _("given {value}"),
        _("Take 0.05 for one in twenty."),
    ),
    "scheme.unknown": (
        _("There is no such label scheme"),
        "{name}",
        _("Take {shipped}, or the path of a TOML file."),
    ),
    "scheme.unreadable": (
        _("The label scheme cannot be read"),
        "{name}: {reason}",
        _("Correct the file."),
    ),
    "scheme.twice": (
        _("The label scheme has a {what} twice"),
        _("layer {layer}: {value}"),
        _("Choose another one."),
    ),
    "scheme.no_default": (
        _("The label scheme's default is none of its labels"),
        _("layer {layer}: {label}"),
        _("Correct the file."),
    ),
    "scheme.threshold": (
        _("A layer is shown from a confidence between 0 and 1"),
        _("layer {layer}: {value}"),
        _("Correct the file."),
    ),
    "import.format": (_("No such format can be imported"), "{format}", _("Take {known}.")),
    "import.map": (
        _("The columns are not told apart"),
        "{given}",
        _("Write --map text=NAME,title=NAME; fields are {known}."),
    ),
    "import.no_encoding": (
        _("No such encoding"),
        "{encoding}",
        _("Take a name like utf-8, windows-1251, iso-8859-2, shift_jis or gb18030."),
    ),
    "import.annotations": (
        _("There is no such way to import annotations"),
        "{given}",
        _("Take {known}."),
    ),
    "import.labels": (_("There is no such way to treat new labels"), "{given}", _("Take {known}.")),
    "import.label_map": (
        _("That says not what a label becomes"),
        "{given}",
        _("Write LABEL=NAME, or LABEL= to leave it out."),
    ),
    "export.format": (_("No such format can be exported"), "{format}", _("Take {known}.")),
    "export.needs": (
        _("This format needs {library}, which is not installed"),
        _("Nothing was written."),
        _("Install it with: pip install 'curator[{extra}]'"),
    ),
    "export.as_of": (
        _("There is no such moment in the project"),
        "{given}",
        _("Take a date or time in ISO 8601, or a number of change sets that curator log lists."),
    ),
    "export.as_of_states": (
        _("Suggestions of a moment in the past are not kept"),
        _("only what was decided is in the log"),
        _("Leave out suggestions and candidates, or export what is there now."),
    ),
    "export.as_of_words": (
        _("As of a moment, documents cannot be chosen by what was decided later"),
        "{key}",
        _("Choose them by words, batch, source and date."),
    ),
    "profile.missing": (_("There is no such profile"), "{name}", _("There are: {known}.")),
    "profile.name": (
        _("A profile needs a name"),
        "{name:short}",
        _("Give it one of at most {limit} characters."),
    ),
    "export.rename": (_("That renames nothing"), "{given}", _("Write LABEL=NAME, or LABEL=.")),
    "export.split": (
        _("That is no split"),
        "{given}",
        _("Write the shares of train, dev and test, such as 80/10/10."),
    ),
    "export.read_back": (
        _("What was written is not read again as it was"),
        _("document {document}: {what:@read_back}[, “{quote:short}”]"),
        _("Nothing was put in place. Take another format, and report it to who made this one."),
    ),
    "export.label": (
        _("The scheme has no such label"),
        "{label}",
        _("Write LABEL, or entity:LABEL or claim:LABEL where both layers have it."),
    ),
    "export.disk": (
        _("The export cannot be written"),
        "{where}: {reason}",
        _("Choose another place, or make room; a file that was there is as it was."),
    ),
    "export.folder": (
        _("The export is a folder, and there is something at its place"),
        "{where}",
        _("Name a folder that is not there yet, or is empty."),
    ),
    "export.cancelled": (
        _("The export was stopped"),
        "{where}",
        _("A file that was there is as it was."),
    ),
    "closing.not_seen": (
        _("The document is not closed"),
        _("{left:suggestion} would be accepted without having been on the screen"),
        _("Read on to the end, or decide them."),
    ),
    "suggest.layer": (
        _("The project's scheme has no such layer"),
        _("{layer}, scheme {scheme}"),
        _("Take {known}."),
    ),
    "suggest.no_model": (
        _("There is no language model to suggest with"),
        "[{name}]",
        _("Install one: {install}"),
    ),
    "suggest.broken_model": (
        _("The language model cannot be loaded"),
        "{name}: {reason}",
        _("Install it anew."),
    ),
    "suggest.failed": (
        _("A suggester failed"),
        "{reason}",
        _("The document is left as it was; the others go on."),
    ),
    "child.gone": (
        _("A helper process has ended"),
        _("{module}[, code {exit}][: {said}]"),
        _("Try again; what was done is kept."),
    ),
    "plugin.broken": (
        _("A plug-in cannot be loaded"),
        _("{name} of {group}: {reason}"),
        _("Install it anew, or remove it."),
    ),
    "undo.nothing": (_("There is nothing to undo"), "", _("See “curator log” for what was done.")),
    "redo.nothing": (_("There is nothing to redo"), "", ""),
    "undo.touched_later": (
        _("This cannot be undone alone"),
        _("change set {change_set}: the same was decided again in {later}"),
        _("Undo the later ones first, or all of them together in Edit › History."),
    ),
    "document.missing": (
        _("The document is gone"),
        _("document {document}"),
        _("Open another one."),
    ),
    "document.unnamed": (
        _("There is no document of this id"),
        "{name}",
        _("Nothing was done. “curator stats” and the queue tell what there is."),
    ),
    "batch.unnamed": (
        _("There is no batch of this name"),
        "{name}",
        _("Nothing was done. “curator imports” lists the batches."),
    ),
    "decision.gone": (
        _("What you decided on is not there any more"),
        "",
        _("A machine has looked at the document again since; decide on what it shows now."),
    ),
    "decision.not_a_machines": (
        _("Only a machine's suggestion can be reopened"),
        _("annotation {annotation}"),
        _("Remove it instead."),
    ),
    "decision.no_split": (_("Put the caret where “{quote:short}” is to be split"), "", ""),
    "decision.no_merge": (_("No other {label} follows here; select what belongs to it"), "", ""),
    "bug": (
        _("Curator made a mistake"),
        "{reason}",
        _("What was saved before is kept; please report this."),
    ),
    "window.unavailable": (
        _("The window cannot be opened"),
        "{reason}",
        _("Install the libraries that the README lists; the other verbs do without."),
    ),
}
