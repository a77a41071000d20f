"""Refuses internet sockets to a whole Python process, and writes every attempt down."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

TRIED = "CURATOR_TEST_TRIED"
"""Environment variable: the file in which attempts are written down, a line each."""

LOOPBACK = "CURATOR_TEST_LOOPBACK"
"""Environment variable: where it is set, this computer may be talked to, and nobody else."""

FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})
HOSTS = frozenset({"127.0.0.1", "::1"})
_NEEDS_AN_ADDRESS = frozenset({"socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"})
_ASKS_FOR_A_NAME = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)


class SocketRefusedError(OSError):
    """Somebody tried to reach the network."""


_watching: list[bool] = []


def install() -> None:
    """Refuse from now on, once; an audit hook sees what C code does through Python too."""
    if not _watching:
        _watching.append(True)
        sys.addaudithook(_watch)


def _watch(event: str, values: tuple[Any, ...]) -> None:
    if not event.startswith("socket.") or _allowed(event, values):
        return
    told = f"{event} {[one for one in values if not isinstance(one, socket.SocketType)]}"
    if (path := os.environ.get(TRIED)) is not None:
        with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123 - nothing else is loaded
            file.write(f"{told} in {' '.join(sys.orig_argv)}\n")
    raise SocketRefusedError(told)


def _allowed(event: str, values: tuple[Any, ...]) -> bool:
    if event == "socket.__new__":
        return values[1] not in FAMILIES or LOOPBACK in os.environ
    if event in _NEEDS_AN_ADDRESS:
        address = values[1]
        return not isinstance(address, tuple) or address[0] in HOSTS
    if event in _ASKS_FOR_A_NAME:
        return LOOPBACK in os.environ and values[0] in HOSTS
    return True
