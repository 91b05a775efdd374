"""What a runner takes along: the plan for a calendar, a session for a watch."""
