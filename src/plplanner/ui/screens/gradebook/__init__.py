"""Scores: assessments and results."""
