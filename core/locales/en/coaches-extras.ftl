# The calm block that completes a session.
coaches-extras-title = Trunk and hips
coaches-extras-how = No clock, clean reps: breathe out on every effort, stop the set if your back starts to arch.
coaches-extras-offer-shorter = With what you have and what hurts, { $shorter } are enough: the rest would only be filler.
