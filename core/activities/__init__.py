"""Runs recorded by a watch or a phone: read, measured, compared with what was planned."""
