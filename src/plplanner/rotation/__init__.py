"""Station rotation: groups, stations and rounds into a plan for a day."""
