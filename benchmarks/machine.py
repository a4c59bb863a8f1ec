"""The line that says on which machine figures were measured."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version


def machine_line() -> str:
    """Cores, system, Python, Qt, and how busy it is with everything, this included.

    For example `2 cores, Linux x86_64, Python 3.11.7, Qt 6.11.3, load 1.0`.
    """
    cores = os.cpu_count() or 1
    return ", ".join(
        [
            f"{cores} core{'' if cores == 1 else 's'}",
            f"{platform.system()} {platform.machine()}",
            f"Python {platform.python_version()}",
            f"Qt {_qt_version()}",
            *_load(),
        ]
    )


def _load() -> list[str]:
    # Windows does not tell. More than one waiting program per core makes every time longer.
    return [f"load {os.getloadavg()[0]:.1f}"] if hasattr(os, "getloadavg") else []


def _qt_version() -> str:
    try:
        return version("PySide6-Essentials")  # asked of the package list: loading Qt costs time
    except PackageNotFoundError:
        return "not installed"
