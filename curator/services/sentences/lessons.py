"""What the boundary lessons about claims say, by the name of the variant."""

from __future__ import annotations

VARIANTS: dict[str, str] = {
    "content-complementiser": "Content begins after “that”, “whether”, “if”",
    "content-preposition": "Content takes the preposition that the cue ends with",
    "content-noun": "Content takes the noun that the cue ends with",
    "content-marks": "Content without the quotation marks around it",
    "content-quotation": "Content takes the whole of a quotation",
    "content-quoted": "Content is only what stands in quotation marks",
    "content-sentence": "Content goes to the end of the sentence",
    "content-adjunct": "Content ends before its last adjunct",
    "content-relative": "Content ends before its relative clause",
    "content-coordination": "Content ends before what is coordinated with it",
    "content-piece": "Content is only its first piece",
    "source-appositive": "Source without its appositive",
    "source-relative": "Source with its relative clause",
    "source-title": "Source is only the name, without the title",
    "source-article": "Source without its article",
    "source-modifier": "Source ends before “of …”, “in …”",
    "source-pronoun": "Source is the pronoun “who”, not its noun",
    "source-antecedent": "Source is the noun that “who” stands for",
    "cue-preposition": "Cue takes the preposition that the content begins with",
    "cue-auxiliary": "Cue without auxiliaries and negation",
    "cue-adverb": "Cue without an adverb at its edge",
    "cue-manner": "Cue without “in a statement” and the like",
}
"""The names are those of `curator.suggest.claims.variants`."""
