# The graded return: what a session becomes on a step of it
gating-run-walk-type = Run and walk
gating-run-walk-description = One minute running, one minute walking, on the flat. Stop if discomfort rises above 2 out of 10.
gating-run-walk-structure = { $count } × (1 min easy run + 1 min walk)
gating-pain-out-of-range = Pain is a whole number from 0 (nothing) to { $most } (unbearable).
