"""What a session gains after its plan: warm-up, cues, mistakes, technique, fuelling, ways out."""
