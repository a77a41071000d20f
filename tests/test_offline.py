"""Nobody reaches the network: not the tests, not their children."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import no_sockets
import pytest
from no_sockets import SocketRefusedError

from curator.pipes import Child

TRY = "import socket; socket.socket(socket.{family})"
FAMILIES = ("AF_INET", "AF_INET6")


@pytest.mark.parametrize("family", FAMILIES)
def test_that_an_internet_socket_is_refused_and_noted(offline: Path, family: str) -> None:
    with pytest.raises(SocketRefusedError, match=r"socket\.__new__"):
        socket.socket(getattr(socket, family))
    assert "socket.__new__" in offline.read_text(encoding="utf-8")
    offline.unlink()


def test_that_no_name_is_looked_up(offline: Path) -> None:
    with pytest.raises(SocketRefusedError, match="example"):
        socket.getaddrinfo("example.org", 80)
    offline.unlink()


def test_that_a_socket_between_processes_of_this_computer_is_none(offline: Path) -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        one.sendall(b"here")
        assert other.recv(4) == b"here"


@pytest.mark.parametrize("family", FAMILIES)
def test_that_a_child_gets_no_internet_socket_and_its_attempt_is_noted(
    offline: Path, family: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", TRY.format(family=family)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "SocketRefusedError" in ran.stderr
    assert "socket.__new__" in offline.read_text(encoding="utf-8")
    offline.unlink()


def test_that_our_own_children_get_none_either(offline: Path, tmp_path: Path) -> None:
    """They are started with the parent's path, not with its environment's."""
    sys.path.append(str(tmp_path))
    (tmp_path / "reaching.py").write_text(TRY.format(family="AF_INET"), encoding="utf-8")
    try:
        child = Child("reaching")
        assert list(child.frames()) == []
        assert "SocketRefusedError" in child.gone().facts["said"]
        assert child.close() == 1
    finally:
        sys.path.remove(str(tmp_path))
    offline.unlink()


@pytest.mark.parametrize("module", ["curator.suggest.process", "curator.store.project"])
def test_that_what_our_rooms_import_opens_no_socket(module: str) -> None:
    """spaCy's downloader asked for one at its import, and was content to be refused."""
    look = f"import {module}; from curator import plugins; plugins.load('curator.suggesters')"
    subprocess.run([sys.executable, "-c", look], check=True)


def test_that_even_where_this_computer_may_be_talked_to_nobody_else_may(
    offline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(no_sockets.LOOPBACK, "1")
    with socket.socket() as one, pytest.raises(SocketRefusedError, match=r"203\.0\.113\.1"):
        one.connect(("203.0.113.1", 80))
    with pytest.raises(SocketRefusedError):
        socket.getaddrinfo("example.org", 80)
    offline.unlink()
