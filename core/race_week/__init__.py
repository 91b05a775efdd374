"""The days around a race: course, taper, kit, pacing, result, recovery."""
