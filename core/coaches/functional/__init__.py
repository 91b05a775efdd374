"""The coach of functional training: workouts on the clock, benchmarks, scaling that keeps the time."""
