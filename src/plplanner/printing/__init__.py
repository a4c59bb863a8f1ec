"""Paper: rows become sheets, sheets become PDF."""
