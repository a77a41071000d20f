"""What window and session can do beside deciding: each feature brings its own actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from curator.ui.backups.backups import Backups
from curator.ui.bulk.bulk import Bulk
from curator.ui.commenting.commenting import Commenting
from curator.ui.deciding_together import DecidingTogether
from curator.ui.diagnosing import Diagnosing
from curator.ui.do import Do
from curator.ui.exports import Exports
from curator.ui.finding.everywhere import Everywhere
from curator.ui.finding.find import Find
from curator.ui.history.history import History
from curator.ui.hovering.hovering import Hovering
from curator.ui.identical.identical import Identical
from curator.ui.identical.jumping import Jumping
from curator.ui.identities.listing import Listing
from curator.ui.identities.same import Same
from curator.ui.imports.imports import Imports
from curator.ui.imports.offering import Offering
from curator.ui.learning.learning import Learning
from curator.ui.ledger.ledger import LedgerOfClaims
from curator.ui.pasting import Pasting
from curator.ui.preferring.preferring import Preferring, Tools
from curator.ui.review.edge_keys import EdgeKeys
from curator.ui.review.edge_mouse import EdgeMouse
from curator.ui.review.pieces import Pieces
from curator.ui.schemes.guidelines import Guidelines
from curator.ui.schemes.looks import SecondLooks
from curator.ui.schemes.scheming import Scheming
from curator.ui.session import Session
from curator.ui.sizes import Sizes
from curator.ui.versions.versions import Versions
from curator.ui.window import Window
from curator.ui.withdrawing import Withdrawing


class Feature(Protocol):
    """Something a session can do; made with it, and closed with it."""

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what each of its actions does."""

    def close(self) -> None:
        """Close its windows and listen no more: the window's parts outlive the session."""


def of_window(tools: Tools) -> dict[Do, Callable[[], Any]]:
    """Return what the window can do by itself, with a project or without one."""
    sizes = Sizes(tools.window, tools.preferences)
    preferring = Preferring(tools, sizes)
    return {**sizes.handlers(), **tools.themes.handlers(), **preferring.handlers()}


def of_session(window: Window, session: Session) -> tuple[Feature, ...]:
    """Return all features, made for a session; a new one is named here and nowhere else."""
    same = Same(window, session)
    find = Find(window, session)
    together = DecidingTogether(session)
    return (
        EdgeKeys(window, session),
        EdgeMouse(window, session),
        Pieces(window, session),
        same,
        Listing(window, session, same),
        Learning(window, session),
        find,
        Everywhere(window, session, find),
        Hovering(window, session),
        Guidelines(window, session),
        Scheming(window, session),
        SecondLooks(window, session),
        Identical(window, session, together),
        Bulk(window, session, together),
        Jumping(window, session),
        Commenting(window, session),
        History(window, session),
        Backups(window, session),
        Pasting(window, session),
        LedgerOfClaims(window, session),
        Imports(window, session),
        Versions(window, session),
        Offering(window, session),
        Exports(window, session),
        Withdrawing(session),
        Diagnosing(session),
    )
