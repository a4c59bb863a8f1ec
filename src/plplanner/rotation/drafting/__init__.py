"""From groups and stations to a draft of a day."""
