"""A week of RunCoach on paper: many runners, a virtual clock, Telegram's limits."""
