"""plplanner: from a gradebook file to tomorrow's small groups, stations and cards."""
