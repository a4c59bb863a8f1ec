"""The command line: the same commands as the window, for scripts and machines without a screen."""
