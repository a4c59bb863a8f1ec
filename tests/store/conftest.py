"""The store promises what survives: its tests write to the disk as the program does."""

import pytest


@pytest.fixture
def _nobody_waits_for_the_disk():
    """Every step is on the disk before the next."""
