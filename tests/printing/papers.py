"""The papers that tests print on: every day the one most teachers have, both in the long run."""

import pytest

from plplanner.terms import Paper

PAPERS = (Paper.LETTER, pytest.param(Paper.A4, marks=pytest.mark.long))
