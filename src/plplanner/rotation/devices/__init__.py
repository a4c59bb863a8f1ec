"""Devices that work: how many a class has, and how many on a day."""
