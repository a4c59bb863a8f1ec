"""Today: the plan while it is taught."""
