"""The five steps of the tour: what each says, what it is about, and which act is its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer
from curator.translation import gettext as _
from curator.ui.do import Do


class About(Enum):
    """What a step is about, and its card stands beside."""

    CURRENT = auto()
    LEGEND = auto()
    INSPECTOR = auto()
    HEADER = auto()


class Step(NamedTuple):
    """One step.

    Attributes:
        title: what to do.
        words: how; ``{0}`` and so on are the keys of `dos`.
        dos: the actions that it names, its own first.
        about: what its card stands beside.
        codes: acts that do it; none where it is done by looking.
        layer: of the annotation that it needs; None for any.
        undecided: whether that must wait for a verdict.
        lone: whether it needs no annotation.
    """

    title: str
    words: str
    dos: tuple[Do, ...]
    about: About
    codes: frozenset[str] = frozenset()
    layer: Layer | None = None
    undecided: bool = False
    lone: bool = False

    def suits(self, one: Annotation | None) -> bool:
        """Whether it can be done with an annotation; None is none."""
        if self.lone or one is None:
            return self.lone
        return self.layer in (None, one.layer) and (one.undecided or not self.undecided)

    def choose(self, ones: Iterable[Annotation]) -> int | None:
        """Return the annotation to do it with, one that waits before any other; None for none."""
        fit = [one for one in ones if self.suits(one)]
        return next((one.id for one in (*(o for o in fit if o.undecided), *fit)), None)

    def told(self, key: Callable[[Do], str]) -> str:
        """Return its words with the keys that actions have."""
        return self.words.format(*map(key, self.dos))


STEPS = (
    Step(
        _("Accept what is right"),
        _(
            "What stands in the ring waits for a verdict. {0} accepts it and goes on to the next, "
            "{1} rejects it."
        ),
        (Do.ACCEPT, Do.REJECT),
        About.CURRENT,
        codes=frozenset({"accept"}),
        undecided=True,
    ),
    Step(
        _("Correct a label"),
        _(
            "Labels stand here with their digits. Press the digit of another label: the annotation "
            "stays current, and {1} takes the correction back."
        ),
        (Do.LABEL, Do.UNDO),
        About.LEGEND,
        codes=frozenset({"correct", "add"}),
        layer=Layer.ENTITY,
    ),
    Step(
        _("Move an edge"),
        _(
            "{0} takes the right edge one word further, {1} brings it back. With Shift it is the "
            "left edge."
        ),
        (Do.RIGHT_OUT, Do.RIGHT_IN),
        About.CURRENT,
        codes=frozenset({"edges"}),
        layer=Layer.ENTITY,
    ),
    Step(
        _("Look at a claim"),
        _(
            "Who says what, and in which words, stands on the card beside. {0} opens it, ↑ and ↓ "
            "go through its parts, Esc leaves it."
        ),
        (Do.CLAIM,),
        About.INSPECTOR,
        layer=Layer.CLAIM,
    ),
    Step(
        _("Close the document"),
        _(
            "{0} closes it and opens the next. What nobody has decided is dealt with by a rule, "
            "for which you are asked once. {1} takes closing back, too."
        ),
        (Do.CLOSE, Do.UNDO),
        About.HEADER,
        codes=frozenset({"close"}),
        lone=True,
    ),
)
"""All of them in their order."""
