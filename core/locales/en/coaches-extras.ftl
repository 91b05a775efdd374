# The calm block that completes a session.
coaches-extras-title = Trunk and hips
coaches-extras-how = No clock, clean reps: breathe out on every effort, stop the set if your back starts to arch.
