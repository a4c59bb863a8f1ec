"""Settings, and the first start."""
