"""Journeys use the same windows and planners as the tests of the screens."""

from tests.ui.conftest import *  # noqa: F403 - fixtures are found by name
from tests.ui.screens.rotation.conftest import grouped, the_grouped_sample  # noqa: F401
