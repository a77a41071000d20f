"""The only door to resources and seeds, wherever Curator is installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    """In a wheel the folder lies in the package, in a checkout and an editable install beside."""
    packaged = _HERE / f"_{name}"
    return packaged if packaged.is_dir() else _HERE.parent / name


def resources() -> Path:
    """Return the folder of icons, schemes, lexicons, licences and pictures."""
    return _folder("resources")


def seeds() -> Path:
    """Return the folder of sample batches with their gold beside them."""
    return _folder("seeds")


def checkout() -> Path:
    """Return the folder that holds the package: the checkout's, unless it is installed."""
    return _HERE.parent
