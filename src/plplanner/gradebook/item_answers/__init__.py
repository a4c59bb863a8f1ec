"""How students did on the single items of a test."""
