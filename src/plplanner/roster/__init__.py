"""School classes, students, their names and who is enrolled where."""
