"""What was done, what was left out, what a check found, and tables of words for facts."""

from __future__ import annotations

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
    "import.not_encoded": "not in {encoding} (byte {at}); name what it is in with --encoding",
    "import.no_column": (
        "no column {wanted} among {columns}; say which holds what with --map text=NAME,title=NAME"
    ),
    "import.cells": "a row of {cells} cells is left out; the header has {columns}",
    "import.unclosed_quote": "a row is left out: a quote in it is never closed",
    "import.no_mail": "no mail: it has none of a mail's headers",
    "import.attachment": "an attachment without a name ({type}) is not read",
    "import.part_no_text": "a part that should be text is none, and is left out",
    "import.too_deep": "nested too deep, or in too many parts; the rest of it is left out",
    "import.no_archive": "not a ZIP archive that can be read ({reason})",
    "import.archive_files": "holds more than {most} files; the rest of them is left out",
    "import.archive_size": "more than {limit:bytes} in this archive; the rest of it is left out",
    "import.archive_ratio": "grows to more than {most} times its size, as no text does",
    "import.archive_link": "a link in an archive is not followed",
    "import.path_outside": "not read: its path leads out of the archive",
    "import.encrypted": "encrypted; unpack it first",
    "import.nested": "a file that holds files is not read where it lies in others",
    "import.front_matter": "metadata above the text that is not understood is left out",
    "import.binary": "no text: it has bytes that no text has",
    "import.encoding": (
        "read as {encoding}, which is a guess; where letters are wrong, name it with --encoding"
    ),
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
    "import.tag": (
        "{tag} is no tag, so its token is in no entity; tags are O, or B-, I-, E-, S-, U- or L- "
        "before a label"
    ),
    "import.no_tag": "“{token:short}” has no tag, so it is in no entity",
    "import.columns": (
        "a line of {columns} columns is left out; a token has ten, parted by tabs, a number first"
    ),
    "import.coreference_left_out": (
        "{document} says who is the same as whom, which is left out; identities are found anew"
    ),
    "import.webanno_mark": (
        "does not begin as WebAnno TSV 3 does; its first line says #FORMAT=WebAnno TSV 3.3"
    ),
    "import.layer_left_out": (
        "layer {layer} is left out: it is about grammar, or a chain; export what matters as spans"
    ),
    "import.slots_left_out": (
        "the slots of layer {layer} are left out; what they lead to comes in on its own"
    ),
    "import.unit": (
        "a line of {columns} columns is left out; a token has {expected} or more, parted by tabs: "
        "its number, its place, its words, then a column for each feature"
    ),
    "import.overlapping": (
        "its sentence begins at {start}, and the one before ends at {end}; the file is left out: "
        "its offsets must count UTF-16 units of the text"
    ),
    "import.token": (
        "the token is “{token:short}”, but at {start} there is “{there:short}”; the offsets count, "
        "so look whether they are in UTF-16 units"
    ),
    "import.no_pair": "there is no {pair} beside it; an .ann file needs the text that it is about",
    "import.brat_line": "“{said:short}” is no line of brat's and is left out",
    "import.brat_left_out": (
        "{annotation} is left out: brat's normalisations, equivalences and events without a "
        "Source, Content, Addressee or Medium have no counterpart"
    ),
    "import.brat_quote": (
        "{annotation} is left out: “{quote:short}” is not what stands at its place in the text"
    ),
    "import.gaps": "{annotation} has gaps; it comes in from its first to its last character",
    "import.no_docbin": (
        "not what spaCy writes as .spacy ({reason}); convert it with spaCy's own tools first"
    ),
    "import.time_limit": "takes too long; the rest of the file is left out",
    "import.memory_limit": "takes too much memory; the rest of the file is left out",
    "import.format_failed": "its format failed on it ({reason})",
    "import.unknown_format": "no format {format} can be imported",
    "import.missing": "there is no such file",
    "import.unknown_type": (
        "no format reads[ {suffix}] files like this[; if it is one of {formats}, "
        "name it with --format]"
    ),
    "import.no_end": "an object has no end; it and the rest of the file are left out",
    "import.cancelled": "{n:annotation} of {document} left out: cancelled",
    "import.more_annotators": (
        "{n:annotation} of {document} left out: it has more than one, and one counts, the ground "
        "truth or the first"
    ),
    "import.result_left_out": "{kind} of {document} is left out: it labels no words",
    "import.no_annotation": "something is left out: it is no annotation",
    "import.no_place": "{annotation} is left out, or one of its targets: it is about no words",
    "import.not_found": (
        "{annotation} of {document} is left out: its words are not there, or more than once"
    ),
    "import.reanchored": (
        "{annotation} of {document} is not at its position; it is where its words stand"
    ),
    "import.no_gold": "{annotation} of {document} is left out: it is {state}, which is no gold",
    "import.part_left_out": (
        "{annotation} of {document} is left out: it is a part of a claim, and no claim has it"
    ),
    "import.relation_left_out": (
        "a relation[ {label}] of {document} is left out: it does not lead from an annotation to "
        "another one"
    ),
    "import.link_outside": "a link that leads out of the folder is not followed",
    "import.child_gone": "ended the process that read it[ (code {exit})][: {said}]",
}

ACTS: dict[str, str] = {
    "accept": "Accept “{quote:short}”",
    "reject": "Reject “{quote:short}”",
    "unsure": "Unsure about “{quote:short}”",
    "correct": "Correct “{quote:short}”",
    "edges": "Move the edges of “{quote:short}”",
    "split": "Split “{quote:short}”",
    "merge": "Merge into “{quote:short}”",
    "add": "Add “{quote:short}”[ as {label}]",
    "remove": "Remove “{quote:short}”",
    "reopen": "Reopen “{quote:short}”",
    "close": "Close document[: {decided:,} decided][, {left:,} left over]",
    "open": "Open document again",
    "flag": "Flag document",
    "unflag": "Take the flag away",
    "import": "Import batch {batch}",
    "suggest": "Suggest for {documents:document}",
    "refresh": "Arrange suggestions anew[ in {documents:document}]",
    "identical": (
        "{verdict:@verdict} “{quote:short}”[ as {label}]: {n:place} in {documents:document}"
    ),
    "bulk": "{verdict:@verdict} {n:suggestion} in {documents:document}",
    "sample": "Judge a sample before the rest",
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
    "check.reference": "Annotation {id} refers to identity {identity}, which was taken out",
    "check.waiting": "What orders document {document} in the queue is wrong",
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
    "verdict": {"accept": "Accept", "reject": "Reject"},
    "left_out": {
        "claim": "claims, which the format cannot hold",
        "entity": "entities, which the format cannot hold",
        "no_decision": "annotations that nobody has decided",
        "overlap": "overlapping entities",
        "state": "annotations whose state the format does not say",
        "no_token": "annotations without a token",
        "edge": "annotations with an edge inside a token",
        "expanded": "annotations written with whole tokens, longer than they are",
        "contracted": "annotations written with whole tokens, shorter than they are",
        "trimmed": "annotations written without white space at their edges",
        "span_group": "overlapping entities, in the span group “sc” but not among the entities",
        "joined": "claims with two parts on lines next to each other, which come in as one",
        "relabelled": "annotations whose label is written with other characters",
        "no_cue": "claims without a cue, without which the format holds none",
        "parts": "claims with parts that the format does not hold",
        "claim_type": "claims whose type the format does not say",
        "meta": "documents whose metadata the format does not hold",
        "file_name": "documents whose id cannot be the name of their file",
        "not_reviewed": "documents not reviewed for a layer that the format holds",
        "label": "entities with a label that would be read as a claim's",
        "keys": "documents with keys that the format has a meaning of its own for",
        "relation": "annotations with links, which the format cannot hold",
        "link": "links to what is not exported with them",
        "attributes": "annotations whose attributes the format does not hold",
        "remarks": "annotations whose remarks or reasons the format does not hold",
        "provenance": "annotations of which the format does not say all about who proposed them",
    },
}
