"""Kills need fork and signals: without them these files are not collected."""

import os

import pytest

collect_ignore = [] if hasattr(os, "fork") else ["test_kills.py", "test_power_cuts.py"]


@pytest.fixture
def _nobody_waits_for_the_disk():
    """Every step is on the disk before the next."""
