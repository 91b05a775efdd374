"""Strength: main lifts by percentage and effort, for the hall, for home and for runners."""
