"""Numbered, frozen SQL steps; each file brings a planner file from one version to the next."""
