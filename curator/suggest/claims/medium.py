"""“said in a statement”: where something was said."""

from __future__ import annotations

from curator.suggest.claims.draft import Draft
from curator.suggest.claims.runs import Tokens
from curator.suggest.claims.verbs import Verb

_OUTSIDE = frozenset({"relcl", "acl", "advcl", "ccomp"})


def add_medium(verb: Verb, draft: Draft) -> None:
    """Finds the medium of a verb's claim; where it touches the cue it goes to the cue too."""
    parse, lexicon = verb.reading.parse, verb.reading.lexicon
    for kid in parse.kids(verb.token, "prep"):
        nouns = parse.kids(kid, "pobj")
        if (
            not nouns
            or parse.word[kid] not in lexicon.medium_prepositions
            or parse.lemma[nouns[0]] not in lexicon.medium_nouns
        ):
            continue
        outside = [inner for inner in parse.children[nouns[0]] if parse.dep[inner] in _OUTSIDE]
        medium = parse.subtree(kid) - parse.subtrees(outside) - draft.content
        medium = Tokens(medium.runs[:1])
        if kid not in medium:
            continue
        draft.medium = medium
        if kid == draft.cue.last + 1:
            draft.cue |= medium
        return
