"""The sentences themselves, by code; `curator.services.wording` fills them in.

``{name}`` is a fact. ``[…]`` is left out where a fact in it is missing or empty. Behind a colon:
a noun counts it, ``short`` cuts it to a name's length, ``bytes`` is a size, ``@table`` looks it up.
"""

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
        "Correct the file.",
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
        "Undo the later ones first.",
    ),
    "document.missing": ("The document is gone", "document {document}", "Open another one."),
    "decision.not_a_machines": (
        "Only a machine's suggestion can be reopened",
        "annotation {annotation}",
        "Remove it instead.",
    ),
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

PROBLEMS: dict[str, str] = {
    "import.duplicate": "in the project already, as {id}",
    "import.same_text": "this text is in the project already, as {id}",
    "import.withdrawn": "in the project already, as {id}, and withdrawn there",
    "import.id_taken": "the project has another text with the id {id}",
    "import.label": "an annotation is left out: the {layer} layer has no label {label}",
    "import.state": "an annotation is left out: {state} is no state to import",
    "import.unreadable": "cannot be read ({reason})",
    "import.too_long": "longer than {limit:bytes}",
    "import.not_utf8": "not in UTF-8 (byte {at})",
    "import.not_json": "{reason:@malformed}[ ({detail})]",
    "import.no_id": "no id",
    "import.no_text": "{document} has no text",
    "import.empty": "[{document} has ]no text but white space",
    "import.key_left_out": "{key} of {document} is left out: it does not have the right form",
    "import.annotation_left_out": (
        "{layer} {number} of {document}[, {annotation},] is left out: {reason:@unfit}"
    ),
    "import.value_left_out": (
        "{reason} of {layer} {number} of {document}[, {annotation},] is left out: "
        "it does not have the right form"
    ),
    "import.time_limit": "takes too long; the rest of the file is left out",
    "import.memory_limit": "takes too much memory; the rest of the file is left out",
    "import.format_failed": "its format failed on it ({reason})",
    "import.unknown_format": "no format {format} can be imported",
    "import.missing": "there is no such file",
    "import.unknown_type": "no format reads[ {suffix}] files like this",
    "import.link_outside": "a link that leads out of the folder is not followed",
    "import.child_gone": "ended the process that read it[ (code {exit})][: {said}]",
}

ACTS: dict[str, str] = {
    "accept": "Accept “{quote:short}”",
    "reject": "Reject “{quote:short}”",
    "unsure": "Unsure about “{quote:short}”",
    "correct": "Correct “{quote:short}”",
    "edges": "Move the edges of “{quote:short}”",
    "add": "Add “{quote:short}”[ as {label}]",
    "remove": "Remove “{quote:short}”",
    "reopen": "Reopen “{quote:short}”",
    "close": "Close document[: {decided:,} decided][, {left:,} left over]",
    "open": "Open document again",
    "flag": "Flag document",
    "unflag": "Take the flag away",
    "import": "Import batch {batch}",
    "suggest": "Suggest for {documents:document}",
    "scheme": "Set label scheme {scheme}, revision {revision}",
}

FINDINGS: dict[str, str] = {
    "check.file": "The database is damaged: {line}",
    "check.foreign_key": "Row {row} of table {table} points to a {parent} that is not there",
    "check.text": "The text of document {document} is not the one that was imported",
    "check.no_text": "Document {document} has no text",
    "check.chain": "Change set {change_set} is not as it was logged",
    "check.offset": "The words of {table} {id} are not where it says",
    "check.candidate": "Candidate {id} does not say why it is one",
    "check.tally": "The counts of document {document} are wrong",
    "check.done": "Document {document} is called done, or not, against its layers",
    "check.replay": "What the log says of {subject} {id} is not what the table says",
    "check.search": "{missing:text} cannot be found by searching",
}

TABLES: dict[str, dict[str, str]] = {
    "malformed": {
        "syntax": "not JSON",
        "duplicate_key": "a key stands twice",
        "not_finite": "a number is not finite",
        "too_deep": "nested too deep",
        "too_long_number": "a number is too long",
        "not_an_object": "not a JSON object",
    },
    "unfit": {
        "not_an_object": "not a JSON object",
        "label": "its label is missing or not a word",
        "no_cue_and_no_content": "it has no cue and no content",
        "span": "a span is not a pair of offsets",
        "offset": "an offset is not a whole number",
        "empty": "it covers nothing",
        "outside": "it lies outside of the text",
        "quote": "its quote is not what stands there",
        "state": "there is no such state",
    },
    "left_out": {
        "claim": "claims, which the format cannot hold",
        "overlap": "overlapping entities",
        "state": "annotations whose state the format does not say",
        "no_token": "annotations without a token",
        "not_reviewed": "documents not reviewed for a layer that the format holds",
    },
}
