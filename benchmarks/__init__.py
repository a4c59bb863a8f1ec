"""Figures: how long the work takes here, beside the least it could take."""
