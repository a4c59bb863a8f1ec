"""./run, ./test and .ci/run start, and install what pyproject.toml allows."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ALLOWED = [
    Requirement(line)
    for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
]
PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def pins_of(name, python):
    return [
        pin
        for pin in PINS
        if canonicalize_name(pin.name) == canonicalize_name(name)
        and (pin.marker is None or pin.marker.evaluate({"python_version": python}))
    ]


def sh(script, tmp_path, **environment):
    """Runs `script` with packaging/setup.sh sourced, in a checkout that holds nothing else."""
    env = {**os.environ, "ROOT": str(tmp_path), **environment}
    return subprocess.run(
        ["sh", "-euc", f'. "{ROOT}/packaging/setup.sh"\n{script}'],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("script", ["run", "test", ".ci/run"])
def test_a_script_can_be_started(script):
    assert os.access(ROOT / script, os.X_OK)


@pytest.mark.parametrize("script", ["run", "test", "packaging/setup.sh"])
def test_a_script_is_read_by_a_plain_shell(script):
    subprocess.run(["sh", "-n", ROOT / script], check=True, timeout=10)


def test_the_ci_script_is_read_by_bash():
    subprocess.run(["bash", "-n", ROOT / ".ci" / "run"], check=True, timeout=10)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("allowed", ALLOWED, ids=str)
def test_each_package_is_pinned_once_within_its_range(allowed, python):
    if allowed.marker and not allowed.marker.evaluate({"python_version": python}):
        assert pins_of(allowed.name, python)  # the other line of its pair says which
        return
    (pin,) = pins_of(allowed.name, python)
    ((operator, pinned),) = [(part.operator, part.version) for part in pin.specifier]
    assert operator == "=="
    assert allowed.specifier.contains(pinned)


def test_installed_packages_are_the_pinned_ones():
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    for allowed in ALLOWED:
        (pin,) = pins_of(allowed.name, here)
        assert pin.specifier.contains(version(allowed.name)), f"{pin} is not what is installed"


def test_the_set_up_looks_for_the_pythons_that_the_project_allows():
    script = (ROOT / "packaging" / "setup.sh").read_text(encoding="utf-8")
    oldest = re.search(r"^OLDEST_PYTHON=3\.(\d+)$", script, re.MULTILINE)
    newest = re.search(r"^NEWEST_PYTHON=3\.(\d+)$", script, re.MULTILINE)
    assert PROJECT["requires-python"] == f">=3.{oldest[1]},<3.{int(newest[1]) + 1}"


def test_a_python_that_does_not_fit_is_refused_in_one_sentence(tmp_path):
    answer = sh("set_up run", tmp_path, PYTHON="/bin/false")
    assert answer.returncode == 4
    assert answer.stdout == ""
    assert "PYTHON is set to “/bin/false”" in answer.stderr


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        (
            "W: Failed to fetch http://deb.debian.org/debian/x  404",
            "Could not reach deb.debian.org",
        ),
        ("(host='pypi.org', port=443): Max retries", "Could not reach pypi.org"),
        ("SSLError(host='pypi.org') CERTIFICATE_VERIFY_FAILED", "does not trust"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("mkdir: cannot create directory: Permission denied", "may not write to"),
        ("something else", "something else"),
    ],
)
def test_a_failing_tool_becomes_one_plain_sentence(tmp_path, printed, sentence):
    answer = sh('stop_because "fetch it" "$SAID"', tmp_path, SAID=printed)
    assert answer.returncode == 4
    assert sentence in answer.stderr


def test_the_set_up_waits_for_another_one(tmp_path):
    script = """
        mkfifo "$ROOT/heard"
        take_lock
        (exec 9>&-; take_lock; echo second) 2>"$ROOT/heard" &
        IFS= read -r sentence <"$ROOT/heard"
        echo "$sentence"; echo first
        exec 9>&-
        wait
    """
    said, *order = sh(script, tmp_path).stdout.splitlines()
    assert "Another start is setting plplanner up" in said
    assert order == ["first", "second"]


def a_ready_checkout(tmp_path):
    """A copy of the checkout's start files whose .venv claims, rightly or not, to be made here."""
    for name in ("run", "constraints.txt", "pyproject.toml", "packaging/setup.sh"):
        target = tmp_path / "the planner" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    root = tmp_path / "the planner"
    (root / ".venv" / "bin").mkdir(parents=True)
    python = root / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    sh('write_stamp .ready-run "$(made_from)"', root)
    return root


def test_a_second_start_passes_its_words_on_and_says_nothing(tmp_path):
    root = a_ready_checkout(tmp_path)
    link = tmp_path / "link"
    link.symlink_to(root / "run")
    started = subprocess.run(
        [link, "read", "my scores.csv", "--json"],
        cwd="/",
        env={name: value for name, value in os.environ.items() if name != "PYTHON"},
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )
    assert started.stdout == "-P -m plplanner read my scores.csv --json\n"
    assert started.stderr == ""


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, 1),
        ({"DISPLAY": "nonsense"}, 1),
        ({"DISPLAY": ":6431"}, 1),
        ({"WAYLAND_DISPLAY": "x"}, 1),
    ],
)
def test_a_screen_that_does_not_answer_is_noticed(tmp_path, environment, code):
    ask = [sys.executable, "-I", ROOT / "packaging" / "display.py"]
    env = {"XDG_RUNTIME_DIR": str(tmp_path), **environment}
    assert subprocess.run(ask, env=env, timeout=10, check=False).returncode == code


def test_a_screen_that_answers_is_found(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        ask = [sys.executable, "-I", ROOT / "packaging" / "display.py"]
        env = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}
        assert subprocess.run(ask, env=env, timeout=10, check=False).returncode == 0
