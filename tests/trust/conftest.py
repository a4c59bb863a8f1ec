"""Kills need fork and signals: without them these files are not collected."""

import os

collect_ignore = [] if hasattr(os, "fork") else ["test_kills.py", "test_power_cuts.py"]
