"""Print: gallery, preview, paper."""
