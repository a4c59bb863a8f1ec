"""Bell schedules: the periods of a school day, and which of them ring when."""
