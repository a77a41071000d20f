"""Which of what overlaps a click picks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Cycle:
    """Clicks on one place go through everything that overlaps there, from the inside out."""

    _under: tuple[int, ...] = ()

    def pick(self, under: tuple[int, ...], current: int | None) -> int | None:
        """Return what a click picks.

        Args:
            under: ids of what lies under the pointer, the innermost first.
            current: the annotation that is current now.

        Returns:
            The innermost; after a click on the same annotations, the one after the current one;
            None when there is nothing.
        """
        again = under == self._under
        self._under = under
        if again and current in under:
            return under[(under.index(current) + 1) % len(under)]
        return under[0] if under else None
