"""School days: bell schedules, special days, and which day comes next."""
