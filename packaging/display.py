"""Tells whether a screen answers, so that the teacher reads a sentence instead of a crash.

Exit 0: a Wayland or X server accepts a connection. Exit 1: none does. Standard library only.
Qt ends the whole program when it finds no screen, so this is asked in a process of its own.
"""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path


def accepts(family: int, address: str | tuple[str, int]) -> bool:
    """True when a server listens there; waits two seconds at most."""
    with socket.socket(family) as plug:
        plug.settimeout(2)
        try:
            plug.connect(address)
        except OSError:
            return False
    return True


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """WAYLAND_DISPLAY is a socket's name inside XDG_RUNTIME_DIR, or its absolute path."""
    name = environment.get("WAYLAND_DISPLAY")
    folder = Path(environment.get("XDG_RUNTIME_DIR") or "/")
    return bool(name) and accepts(socket.AF_UNIX, str(folder / str(name)))


def x_answers(environment: Mapping[str, str]) -> bool:
    """DISPLAY is [HOST]:NUMBER[.SCREEN]: a local socket, or with a host TCP port 6000 + NUMBER."""
    host, _, rest = environment.get("DISPLAY", "").rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    if host not in ("", "unix"):
        return accepts(socket.AF_INET, (host, 6000 + int(number)))
    local = f"/tmp/.X11-unix/X{number}"
    return accepts(socket.AF_UNIX, local) or accepts(socket.AF_UNIX, "\0" + local)


if __name__ == "__main__":
    sys.exit(not (wayland_answers(os.environ) or x_answers(os.environ)))
