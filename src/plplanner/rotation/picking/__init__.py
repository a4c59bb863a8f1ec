"""Picking a task: what Resources hold for a cell, and what the class did last."""
