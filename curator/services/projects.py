"""Make, open and describe projects, and the schemes they begin with."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from curator import assets
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme, scheme_from_toml, scheme_to_plain
from curator.store import log, schemes
from curator.store.project import Project, now
from curator.store.transaction import Tx

DEFAULT_SCHEME = "news"
DEFAULT_BLIND_SHARE = 0.05

BLIND_SEED = "blind seed"
BLIND_SHARE = "blind share"


def shipped_schemes() -> list[str]:
    """Return the names of the schemes that come with Curator, the default first."""
    names = sorted(path.stem for path in (assets.resources() / "schemes").glob("*.toml"))
    return sorted(names, key=lambda name: name != DEFAULT_SCHEME)


def read_scheme(name: str) -> Scheme:
    """Return a shipped scheme by its name, or read one from a TOML file.

    Raises:
        Fault: ``scheme.unknown`` with the shipped names, or what is wrong with the file.
    """
    path = assets.resources() / "schemes" / f"{name}.toml"
    if name not in shipped_schemes():
        path = Path(name)
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault("scheme.unknown", name=name, shipped=shipped_schemes()) from error
    return scheme_from_toml(source, name=path.stem)


def create(
    path: Path,
    *,
    scheme: str = DEFAULT_SCHEME,
    blind_share: float = DEFAULT_BLIND_SHARE,
    seed: str | None = None,
    clock: Callable[[], datetime] = now,
) -> Project:
    """Make a new project and hold it for writing.

    Args:
        path: of the file; without a suffix it gets ``.curator``.
        scheme: name of a shipped scheme, or path of a TOML file.
        blind_share: how many documents show no suggestions until closed, 0–1.
        seed: which ones follows from it; None draws one.
        clock: gives the time of change sets.

    Raises:
        Fault: ``project.blind_share``, and what `read_scheme` and `Project.create` raise.
    """
    if not 0 <= blind_share <= 1:
        raise Fault("project.blind_share", value=blind_share)
    first = read_scheme(scheme)
    project = Project.create(path, clock=clock)
    with project.write() as tx:
        schemes.set_setting(tx, BLIND_SEED, seed if seed is not None else secrets.token_hex(8))
        schemes.set_setting(tx, BLIND_SHARE, repr(float(blind_share)))
        set_scheme(tx, first)
    return project


def set_scheme(tx: Tx, scheme: Scheme, *, act: int | None = None) -> int:
    """Put a scheme in force as a new revision and log it; returns the revision."""
    before = scheme_to_plain(schemes.current(tx)) if schemes.revision(tx) else None
    number = schemes.add(tx, scheme)
    decision = log.Decision(
        subject=Subject.SCHEME,
        subject_id=number,
        verdict=Verdict.SCHEME,
        how=How.IMPORT if before else How.KEY,
        before=before,
        after=scheme_to_plain(scheme),
    )
    facts = {"scheme": scheme.name, "revision": number}
    log.append(tx, "scheme", [decision], facts=facts, revision=number, act=act, beside=True)
    return number
