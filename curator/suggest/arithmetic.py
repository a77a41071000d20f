"""Which library multiplies the matrices of a pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
from thinc.api import NumpyOps, get_current_ops, use_ops

_TUNED = ("openblas", "mkl", "accelerate")
"""Libraries that choose for the processor that they find; numpy's wheels bring one of them."""


@contextmanager
def fast_products() -> Iterator[None]:
    """Have the pipelines that are loaded meanwhile multiply with numpy's own library.

    thinc brings BLIS, which is built for few kinds of processors. On an AMD EPYC numpy's OpenBLAS
    took a third of its time, and entities, tags and dependencies were the same in every document of
    both development sets. Where thinc has a processor's own library, as on a Mac, that stays, and
    so does BLIS where numpy was built without a tuned one.
    """
    if type(get_current_ops()) is not NumpyOps or not tuned(np.show_config(mode="dicts")):
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def tuned(configuration: Mapping[str, Any]) -> bool:
    """Whether numpy was built with a library that is tuned to processors.

    Args:
        configuration: as `numpy.show_config` gives it.
    """
    name = configuration.get("Build Dependencies", {}).get("blas", {}).get("name", "")
    return any(one in str(name).lower() for one in _TUNED)
