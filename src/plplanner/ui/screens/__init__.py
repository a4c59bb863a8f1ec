"""One folder per room: view (widgets) and viewmodel (QtCore only)."""
