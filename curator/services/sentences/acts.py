"""What was done, what was left out, what a check found, and tables of words for facts."""

from __future__ import annotations

from curator.translation import gettext as _

PROBLEMS: dict[str, str] = {
    "import.no_main_text": _("no main text could be told from the rest, so all words are taken"),
    "import.no_docx": _(
        "it is no Word document, or a broken one ({reason}); save it as .docx again"
    ),
    "import.no_pdf": _("it is no PDF, or a broken one; print or export it anew"),
    "import.pdf_locked": _("it asks for a password; save it without one"),
    "import.pdf_pictures": _("its pages are pictures without text; have a program read them first"),
    "import.running_heads": _("what runs at the head or foot of most pages is left out"),
    "import.pdf_broken": _("pages that are broken are missing: {pages}"),
    "import.pdf_pages": _("only the first {limit} pages are taken"),
    "import.plugin_broken": _("a plug-in that cannot be loaded ({reason}); install it anew"),
    "import.duplicate": _("in the project already, as {id}"),
    "import.same_text": _("this text is in the project already, as {id}"),
    "import.withdrawn": _("in the project already, as {id}, and withdrawn there"),
    "import.id_taken": _("the project has another text with the id {id}"),
    "import.version": _("another version of {id}, in one story with it"),
    "import.label": _("an annotation is left out: the {layer} layer has no label {label}"),
    "import.mapped_out": _("{n:annotation} of {label} left out, as the label map says"),
    "import.mapped": _("{n:annotation} of {label} came in as {to}"),
    "import.state": _("an annotation is left out: {state} is no state to import"),
    "import.unreadable": _("cannot be read ({reason})"),
    "import.too_long": _("longer than {limit:bytes}"),
    "import.not_utf8": _("not in UTF-8 (byte {at})"),
    "import.not_encoded": _("not in {encoding} (byte {at}); name what it is in with --encoding"),
    "import.no_column": _(
        "no column {wanted} among {columns}; say which holds what with --map text=NAME,title=NAME"
    ),
    "import.cells": _("a row of {cells} cells is left out; the header has {columns}"),
    "import.unclosed_quote": _("a row is left out: a quote in it is never closed"),
    "import.no_mail": _("no mail: it has none of a mail's headers"),
    "import.attachment": _("an attachment without a name ({type}) is not read"),
    "import.part_no_text": _("a part that should be text is none, and is left out"),
    "import.too_deep": _("nested too deep, or in too many parts; the rest of it is left out"),
    "import.no_archive": _("not a ZIP archive that can be read ({reason})"),
    "import.archive_files": _("holds more than {most} files; the rest of them is left out"),
    "import.archive_size": _("more than {limit:bytes} in this archive; the rest of it is left out"),
    "import.archive_ratio": _("grows to more than {most} times its size, as no text does"),
    "import.archive_link": _("a link in an archive is not followed"),
    "import.path_outside": _("not read: its path leads out of the archive"),
    "import.encrypted": _("encrypted; unpack it first"),
    "import.nested": _("a file that holds files is not read where it lies in others"),
    "import.front_matter": _("metadata above the text that is not understood is left out"),
    "import.binary": _("no text: it has bytes that no text has"),
    "import.encoding": _(
        "read as {encoding}, which is a guess; where letters are wrong, name it with --encoding"
    ),
    "import.not_json": "{reason:@malformed}[ ({detail})]",
    "import.no_id": _("no id"),
    "import.no_text": _("{document} has no text"),
    "import.empty": _("[{document} has ]no text but white space"),
    "import.key_left_out": _("{key} of {document} is left out: it does not have the right form"),
    "import.annotation_left_out": _(
        "{layer} {number} of {document}[, {annotation},] is left out: {reason:@unfit}"
    ),
    "import.value_left_out": _(
        "{reason} of {layer} {number} of {document}[, {annotation},] is left out: "
        "it does not have the right form"
    ),
    "import.tag": _(
        "{tag} is no tag, so its token is in no entity; tags are O, or B-, I-, E-, "
        "S-, U- or L- before a label"
    ),
    "import.no_tag": _("“{token:short}” has no tag, so it is in no entity"),
    "import.columns": _(
        "a line of {columns} columns is left out; a token has ten, parted by tabs, a number first"
    ),
    "import.coreference_left_out": _(
        "{document} says who is the same as whom, which is left out; identities are found anew"
    ),
    "import.webanno_mark": _(
        "does not begin as WebAnno TSV 3 does; its first line says #FORMAT=WebAnno TSV 3.3"
    ),
    "import.layer_left_out": _(
        "layer {layer} is left out: it is about grammar, or a chain; export what matters as spans"
    ),
    "import.slots_left_out": _(
        "the slots of layer {layer} are left out; what they lead to comes in on its own"
    ),
    "import.no_type_system": _(
        "there is no TypeSystem.xml beside it; put the one that was exported with it there, or "
        "export as CAS JSON, which has it inside"
    ),
    "import.doctype": _(
        "left out: it declares a document type, as no CAS does and as hostile files do"
    ),
    "import.no_cas": _("not a UIMA CAS that can be read ({reason})"),
    "import.cas_warning": _("its reader says: {words}"),
    "import.feature_left_out": _(
        "the feature {feature} of {annotation} in {document} is left out: it leads to what is no "
        "annotation of words"
    ),
    "import.unit": _(
        "a line of {columns} columns is left out; a token has {expected} or more, parted "
        "by tabs: its number, its place, its words, then a column for each feature"
    ),
    "import.overlapping": _(
        "its sentence begins at {start}, and the one before ends at {end}; the "
        "file is left out: its offsets must count UTF-16 units of the text"
    ),
    "import.token": _(
        "the token is “{token:short}”, but at {start} there is “{there:short}”; "
        "the offsets count, so look whether they are in UTF-16 units"
    ),
    "import.no_pair": _(
        "there is no {pair} beside it; an .ann file needs the text that it is about"
    ),
    "import.brat_line": _("“{said:short}” is no line of brat's and is left out"),
    "import.brat_left_out": _(
        "{annotation} is left out: brat's normalisations, equivalences and events without a "
        "Source, Content, Addressee or Medium have no counterpart"
    ),
    "import.brat_quote": _(
        "{annotation} is left out: “{quote:short}” is not what stands at its place in the text"
    ),
    "import.gaps": _("{annotation} has gaps; it comes in from its first to its last character"),
    "import.no_docbin": _(
        "not what spaCy writes as .spacy ({reason}); convert it with spaCy's own tools first"
    ),
    "import.time_limit": _("takes too long; the rest of the file is left out"),
    "import.memory_limit": _("takes too much memory; the rest of the file is left out"),
    "import.format_failed": _("its format failed on it ({reason})"),
    "import.unknown_format": _("no format {format} can be imported"),
    "import.missing": _("there is no such file"),
    "import.unknown_type": _(
        "no format reads[ {suffix}] files like this[; if it is one of {formats}, "
        "name it with --format]"
    ),
    "import.no_end": _("an object has no end; it and the rest of the file are left out"),
    "import.cancelled": _("{n:annotation} of {document} left out: cancelled"),
    "import.more_annotators": _(
        "{n:annotation} of {document} left out: it has more than one, and one "
        "counts, the ground truth or the first"
    ),
    "import.result_left_out": _("{kind} of {document} is left out: it labels no words"),
    "import.no_annotation": _("something is left out: it is no annotation"),
    "import.no_place": _("{annotation} is left out, or one of its targets: it is about no words"),
    "import.not_found": _(
        "{annotation} of {document} is left out: its words are not there, or more than once"
    ),
    "import.reanchored": _(
        "{annotation} of {document} is not at its position; it is where its words stand"
    ),
    "import.no_gold": _("{annotation} of {document} is left out: it is {state}, which is no gold"),
    "import.part_left_out": _(
        "{annotation} of {document} is left out: it is a part of a claim, and no claim has it"
    ),
    "import.relation_left_out": _(
        "a relation[ {label}] of {document} is left out: it does not lead from an "
        "annotation to another one"
    ),
    "import.link_outside": _("a link that leads out of the folder is not followed"),
    "import.child_gone": _("ended the process that read it[ (code {exit})][: {said}]"),
}

ACTS: dict[str, str] = {
    "accept": _("Accept “{quote:short}”"),
    "reject": _("Reject “{quote:short}”"),
    "unsure": _("Unsure about “{quote:short}”"),
    "correct": _("Correct “{quote:short}”"),
    "edges": _("Move the edges of “{quote:short}”"),
    "split": _("Split “{quote:short}”"),
    "merge": _("Merge into “{quote:short}”"),
    "add": _("Add “{quote:short}”[ as {label}]"),
    "remove": _("Remove “{quote:short}”"),
    "reopen": _("Reopen “{quote:short}”"),
    "close": _("Close document[: {decided:,} decided][, {left:,} left over]"),
    "open": _("Open document again"),
    "flag": _("Flag document"),
    "unflag": _("Take the flag away"),
    "withdraw": _("Withdraw[ “{title:short}”][ {documents:document}][ batch {batch}]"),
    "restore": _("Bring back[ “{title:short}”][ {documents:document}][ batch {batch}]"),
    "import": _("Import batch {batch}"),
    "carry": _("Carry decisions over[ from “{title:short}”][ into batch {batch}]"),
    "suggest": _("Suggest for {documents:document}"),
    "refresh": _("Arrange suggestions anew[ in {documents:document}]"),
    "identical": _(
        "{verdict:@verdict} “{quote:short}”[ as {label}]: {n:place} in {documents:document}"
    ),
    "bulk": _("{verdict:@verdict} {n:suggestion} in {documents:document}"),
    "sample": _("Judge a sample before the rest"),
    "scheme": _("Set label scheme {scheme}, revision {revision}"),
}

FINDINGS: dict[str, str] = {
    "check.file": _("The database is damaged: {line}"),
    "check.foreign_key": _("Row {row} of table {table} points to a {parent} that is not there"),
    "check.text": _("The text of document {document} is not the one that was imported"),
    "check.no_text": _("Document {document} has no text"),
    "check.chain": _("Change set {change_set} is not as it was logged"),
    "check.offset": _("The words of {table} {id} are not where it says"),
    "check.candidate": _("Candidate {id} does not say why it is one"),
    "check.reference": _("Annotation {id} refers to identity {identity}, which was taken out"),
    "check.waiting": _("What orders document {document} in the queue is wrong"),
    "check.tally": _("The counts of document {document} are wrong"),
    "check.queue_tally": _("The queue's counts of batch {batch} are wrong"),
    "check.done": _("Document {document} is called done, or not, against its layers"),
    "check.replay": _("What the log says of {subject} {id} is not what the table says"),
    "check.search": _("{missing:text} cannot be found by searching"),
}

TABLES: dict[str, dict[str, str]] = {
    "malformed": {
        "syntax": _("not JSON"),
        "duplicate_key": _("a key stands twice"),
        "not_finite": _("a number is not finite"),
        "too_deep": _("nested too deep"),
        "too_long_number": _("a number is too long"),
        "not_an_object": _("not a JSON object"),
    },
    "unfit": {
        "not_an_object": _("not a JSON object"),
        "label": _("its label is missing or not a word"),
        "no_cue_and_no_content": _("it has no cue and no content"),
        "span": _("a span is not a pair of offsets"),
        "offset": _("an offset is not a whole number"),
        "empty": _("it covers nothing"),
        "outside": _("it lies outside of the text"),
        "quote": _("its quote is not what stands there"),
        "state": _("there is no such state"),
    },
    "label": {
        "same": _("the scheme has it"),
        "reads": _("the scheme reads it so"),
        "letters": _("the scheme writes it in other letters"),
        "names": _("two names for one thing"),
        "wider": _("the nearest that the scheme has"),
        "typeless": _("says no type of claim"),
        "new": _("new to the scheme"),
        "plan": _("as chosen"),
        "out": _("left out"),
    },
    "verdict": {"accept": _("Accept"), "reject": _("Reject")},
    "read_back": {
        "problem": _("its file cannot be read again"),
        "document": _("it is not there"),
        "text": _("its text is another"),
        "quote": _("an annotation does not stand at its words"),
        "annotation": _("an annotation is not where it was, or not what it was"),
        "more": _("there are annotations that were not written"),
    },
    "left_out": {
        "mapped_out": _("annotations whose label was left out"),
        "merged": _("annotations whose label was made one with others"),
        "claim": _("claims, which the format cannot hold"),
        "entity": _("entities, which the format cannot hold"),
        "no_decision": _("annotations that nobody has decided"),
        "overlap": _("overlapping entities"),
        "state": _("annotations whose state the format does not say"),
        "no_token": _("annotations without a token"),
        "edge": _("annotations with an edge inside a token"),
        "expanded": _("annotations written with whole tokens, longer than they are"),
        "contracted": _("annotations written with whole tokens, shorter than they are"),
        "trimmed": _("annotations written without white space at their edges"),
        "span_group": _("overlapping entities, in the span group “sc” but not among the entities"),
        "joined": _("claims with two parts on lines next to each other, which come in as one"),
        "relabelled": _("annotations whose label is written with other characters"),
        "no_cue": _("claims without a cue, without which the format holds none"),
        "parts": _("claims with parts that the format does not hold"),
        "claim_type": _("claims whose type the format does not say"),
        "title": _("documents whose title the format does not hold"),
        "meta": _("documents whose metadata the format does not hold"),
        "file_name": _("documents whose id cannot be the name of their file"),
        "not_reviewed": _("documents not reviewed for a layer that the format holds"),
        "label": _("entities with a label that would be read as a claim's"),
        "keys": _("documents with keys that the format has a meaning of its own for"),
        "relation": _("annotations with links, which the format cannot hold"),
        "link": _("links to what is not exported with them"),
        "xml_characters": _("documents with characters that XML cannot hold, replaced by \ufffd"),
        "attributes": _("annotations whose attributes the format does not hold"),
        "remarks": _("annotations whose remarks or reasons the format does not hold"),
        "provenance": _("annotations of which the format does not say all about who proposed them"),
    },
}
