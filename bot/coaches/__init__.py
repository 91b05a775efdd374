"""The coaches of single sessions, with Claude beside the engine."""
