"""Prompts tried side by side: who gets which, and whether what came of it differs."""
