"""Days kept under a name, to draft others from."""
