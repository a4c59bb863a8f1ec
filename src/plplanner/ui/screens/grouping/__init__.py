"""Groups: piles, reasons, rules."""
