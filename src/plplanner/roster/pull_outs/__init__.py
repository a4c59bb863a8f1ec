"""When students are out of the room each week: as it is typed, and as it is kept."""
