"""The coach of competitions: the formats of HYROX and DEKA, whole or in parts, and what they ask for.

RunCoach is independent of the owners of both formats.
"""
