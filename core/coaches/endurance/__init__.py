"""Endurance: zones and intervals on foot, by bike, rower or ski machine."""
