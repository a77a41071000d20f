"""What the boundary lessons about claims say, by the name of the variant."""

from __future__ import annotations

from curator.translation import gettext as _

VARIANTS: dict[str, str] = {
    "content-complementiser": _("Content begins after “that”, “whether”, “if”"),
    "content-preposition": _("Content takes the preposition that the cue ends with"),
    "content-noun": _("Content takes the noun that the cue ends with"),
    "content-marks": _("Content without the quotation marks around it"),
    "content-quotation": _("Content takes the whole of a quotation"),
    "content-quoted": _("Content is only what stands in quotation marks"),
    "content-sentence": _("Content goes to the end of the sentence"),
    "content-adjunct": _("Content ends before its last adjunct"),
    "content-relative": _("Content ends before its relative clause"),
    "content-coordination": _("Content ends before what is coordinated with it"),
    "content-piece": _("Content is only its first piece"),
    "source-appositive": _("Source without its appositive"),
    "source-relative": _("Source with its relative clause"),
    "source-title": _("Source is only the name, without the title"),
    "source-article": _("Source without its article"),
    "source-modifier": _("Source ends before “of …”, “in …”"),
    "source-pronoun": _("Source is the pronoun “who”, not its noun"),
    "source-antecedent": _("Source is the noun that “who” stands for"),
    "cue-preposition": _("Cue takes the preposition that the content begins with"),
    "cue-auxiliary": _("Cue without auxiliaries and negation"),
    "cue-adverb": _("Cue without an adverb at its edge"),
    "cue-manner": _("Cue without “in a statement” and the like"),
}
"""The names are those of `curator.suggest.claims.variants`."""
