"""What leaves the planner in files that other programs read."""
