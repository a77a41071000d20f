"""Which library multiplies the matrices of a pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from thinc.api import NumpyOps, get_current_ops, use_ops


@contextmanager
def fast_products() -> Iterator[None]:
    """Have the pipelines that are loaded meanwhile multiply with numpy's own library.

    thinc brings BLIS, which is built for few kinds of processors. numpy's OpenBLAS chooses for the
    one that it finds; on an AMD EPYC it took a third of the time, and entities, tags and
    dependencies were the same in every document of both development sets. Where thinc has a
    processor's own library, as on a Mac, that stays.
    """
    if type(get_current_ops()) is not NumpyOps:
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield
