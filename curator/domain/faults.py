"""The two kinds of error: a fault of the world, and a bug of ours."""

from __future__ import annotations

from typing import Any


class Fault(Exception):
    """Something in the world is not as it should be; the person can do something about it.

    A fault carries a code and facts, never a sentence: `curator.services.wording` makes the words.

    Attributes:
        code: what happened, such as ``"project.locked"``.
        facts: what the sentence needs, plain values by name.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code


class Bug(Exception):
    """Curator broke a promise of its own: logged and shown, never swallowed."""
