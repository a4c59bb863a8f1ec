"""Assessments, scores, and the levels they stand for."""
