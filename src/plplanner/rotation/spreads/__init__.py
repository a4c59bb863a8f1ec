"""One rotation spread over several days, as it is kept."""
