"""What opens above the plan to be typed or chosen: stations, devices, goals, lesson times."""
